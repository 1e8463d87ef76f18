"""What a page has hundreds of is escaped as the rest of it, and says all that its parts say."""

from markupsafe import Markup

from webapp.components.fragments import copy, facts, grip, quotable, safe, unit, words
from webapp.snippets import weave
from webapp.texts import Texts
from webapp.view_models import Fact, Handle, Prose

T = Texts("ko")
HOSTILE = "<b>\"'&"
ESCAPED = "&lt;b&gt;&#34;&#39;&amp;"
HELD = Handle(3, "p-93xc", "7k4m2-93xch", None, "/p/7k4m2-93xch", "", "https://example.org/p/7k4m2-93xch", "2행", "/l")


def test_whatever_is_no_markup_is_escaped() -> None:
    hostile = Handle(3, "p", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    fact = Fact(HOSTILE, HOSTILE, HOSTILE)
    for one in (grip(T, hostile), quotable(hostile), copy(T, "copy-link", HOSTILE), facts([fact])):
        assert HOSTILE not in one and ESCAPED in one
        assert one.count("<b>") == 0
    prose = Prose("item", weave(HOSTILE), hostile, depth=1, marker=HOSTILE)
    assert "<b>" not in unit(T, prose, "li")
    assert safe(Markup("<i>")) == "<i>" and safe("<i>") == "&lt;i&gt;"


def test_words_can_be_quoted_where_they_have_an_address() -> None:
    assert words(Prose("paragraph", Markup("글"))) == "글"
    assert words(Prose("paragraph", Markup("글"), HELD)) == (
        '<span data-address="7k4m2-93xch" data-n="3" data-at="0">글</span>'
    )


def test_a_unit_says_what_it_is() -> None:
    assert unit(T, Prose("end-mark", Markup("끝")), "p") == '<p class="unit end-mark">끝</p>\n'
    item = unit(T, Prose("item", Markup("글"), HELD, depth=2, marker="ㅇ", chosen=True), "li")
    assert item.startswith(
        '<li class="unit item depth-2 chosen" id="p-93xc">'
        '<span class="marker" aria-hidden="true">ㅇ</span> <span class="unseen">찾은 대목: </span>'
    )
    assert item.endswith("</span></li>\n")


def test_a_passage_without_lines_has_its_permalink_all_the_same() -> None:
    bare = Handle(3, "p-93xc", "7k4m2-93xch", None, "/p/7k4m2-93xch", "", "https://example.org/p/7k4m2-93xch", "", "/l")
    assert 'aria-label="이 대목 인용하기, 2행"' in grip(T, HELD) and 'data-lines="2행"' in grip(T, HELD)
    assert 'aria-label="인용하기"' in grip(T, bare) and 'data-lines=""' in grip(T, bare)


def test_a_fact_with_an_address_leads_there() -> None:
    assert facts([Fact("쪽", "3")]) == '<dl class="facts">\n<div><dt>쪽</dt><dd><bdi>3</bdi></dd></div>\n</dl>'
    assert 'href="https://example.org" rel="noreferrer nofollow"' in facts(
        [Fact("주소", "여기", "https://example.org")]
    )
