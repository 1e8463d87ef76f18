"""A web page becomes blocks and notes that are bound both ways; hostile pages cost little."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.outlets import builtin
from archive.errors import SourceError
from archive.model.document import BlockKind, Document, Line, Merge, NoteRef, Problem, Row, Table
from indexer.assembly.markup import read_markup
from indexer.markup import Element, ElementRole, Extract, MarkupReference, with_lines
from indexer.readers.formats import extract
from tests.counting import growth


def read(page: str) -> Document:
    return read_markup(extract(page.encode(), "page.html"), builtin())


def outline(page: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(page).blocks]


def calls(document: Document) -> Iterator[tuple[str, int | None, str]]:
    """Each mark: what it prints, the position of the note it calls, the word before it."""
    for block in document.blocks:
        for ref in block.refs:
            yield ref.printed, ref.note, block.text[: ref.offset].split()[-1]


def test_a_page_reads_as_its_tags_say() -> None:
    page = """<html><body><h1>두만강 물류의 전망</h1><p class="byline">김보기</p><time>2025. 3. 24.</time>
    <h2>배경</h2><p>다리는
    <b>2024년</b>에 선다.</p><ul><li>첫째<ul><li>안쪽</li></ul></li></ul><ol start=3><li>셋</li></ol>
    <blockquote>인용한 말이다.</blockquote><p>ㅇ 동그라미</p><p>- 줄표</p></body></html>"""
    document = read(page)
    assert [(b.kind.value, b.text, b.marker, b.depth, b.heading) for b in document.blocks] == [
        ("title", "두만강 물류의 전망", None, None, None),
        ("byline", "김보기", None, None, None),
        ("date", "2025. 3. 24.", None, None, None),
        ("heading", "배경", None, None, None),
        ("paragraph", "다리는 2024년에 선다.", None, None, 3),
        ("item", "첫째", "•", 1, 3),
        ("item", "안쪽", "•", 2, 3),
        ("item", "셋", "3.", 1, 3),
        ("paragraph", "인용한 말이다.", None, None, 3),
        ("item", "동그라미", "ㅇ", 1, 3),
        ("item", "줄표", "-", 2, 3),
    ]
    assert (document.metadata.title, document.metadata.authors, document.metadata.date) == (
        "두만강 물류의 전망",
        ("김보기",),
        "2025-03-24",
    )
    assert document.lines[4] == Line(5, "다리는 2024년에 선다.") and document.blocks[4].lines == (5, 5)


STYLES = {
    "links": """<p>다리가 선다.<sup id="r1"><a href="#fn1">1</a></sup> 길이 난다.<sup><a
        href="#fn2" id="r2">2</a></sup></p>
        <section class="footnotes"><ol><li id="fn1"><p>김보기, 「다리」. <a href="#r1">↩</a></p></li>
        <li id="fn2">이예시, 「길」. <a href="#r2" role="doc-backlink">본문으로 돌아가기</a></li></ol></section>""",
    "wiki": """<p>다리가 선다.<sup id="cite_ref-1"><a
        href="#cite_note-1">[1]</a></sup> 길이 난다.<sup id="cite_ref-2"><a
        href="#cite_note-2">[2]</a></sup></p><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">↑</a>
        <span>김보기, 「다리」.</span></li><li id="cite_note-2"><a
        href="#cite_ref-2">↑</a> 이예시, 「길」.</li></ol>""",
    "word": """<p>다리가 선다.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> 길이 난다.<a href="#_ftn2"
        name="_ftnref2">[2]</a></p><div><hr><div id="ftn1"><p><a
        href="#_ftnref1" name="_ftn1">[1]</a> 김보기, 「다리」.</p>
        </div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> 이예시, 「길」.</p></div></div>""",
    "anchors in one block": """<p>다리가 선다.<sup><a href="#n1">1)</a></sup> 길이 난다.<sup><a
        href="#n2">2)</a></sup></p>
        <div><a name="n1"></a>1) 김보기, 「다리」.<br><a name="n2"></a>2) 이예시, 「길」.</div>""",
    "superscripts alone": """<p>다리가 선다.<sup>1)</sup> 길이 난다.<sup>2</sup></p><hr>
        <p><sup>1</sup> 김보기, 「다리」.</p><p><sup>2)</sup> 이예시, 「길」.</p>""",
    "a list under a heading": """<p>다리가 선다.<sup>1</sup> 길이 난다.<sup>2</sup></p><h2>각주</h2>
        <ol><li>김보기, 「다리」.</li><li>이예시, 「길」.</li></ol>""",
    "outside the article": """<article><p>다리가 선다.<sup><a href="#a1">1</a></sup> 길이 난다.<sup><a
        href="#a2">2</a></sup></p>
        </article><p>광고</p><footer><p>주소</p><ol><li id="a1">김보기, 「다리」.<li
        id="a2">이예시, 「길」.</ol></footer>""",
}


@pytest.mark.parametrize("style", STYLES)
def test_marks_and_notes_are_bound_in_every_style(style: str) -> None:
    document = read(f"<body>{STYLES[style]}</body>")
    assert [(note, word) for _, note, word in calls(document)] == [(0, "선다."), (1, "난다.")]
    assert [(note.label, note.text) for note in document.notes] == [
        ("1", "김보기, 「다리」."),
        ("2", "이예시, 「길」."),
    ]
    assert document.blocks[0].text == "다리가 선다. 길이 난다." and not document.problems


def test_a_mark_without_its_note_stays_open_and_is_said() -> None:
    document = read('<p>첫 줄.</p><p>다리가 선다.<sup><a href="#fn9">9</a></sup></p>')
    assert document.blocks[1].refs == (NoteRef("9", 7, None, "9"),)
    assert document.problems == (Problem("ref-open", (2, 2), ("9",)),)


def test_a_note_called_twice_has_both_marks_and_one_never_called_is_said() -> None:
    document = read(
        '<p>하나<sup><a href="#fn1">1</a></sup> 둘<sup><a href="#fn1">1</a></sup></p>'
        '<div role="doc-endnotes"><ol><li id="fn1">글.</li><li id="fn2">남은 글.</li></ol></div>'
    )
    assert list(calls(document)) == [("1", 0, "하나"), ("1", 0, "둘")]
    assert document.problems == (Problem("note-uncalled", (3, 3), ("2",)),)


def test_two_notes_with_one_label_are_told_apart() -> None:
    document = read(
        '<p>하나<sup><a href="#a">*</a></sup> 둘<sup><a href="#b">*</a></sup></p>'
        '<p id="a">* 글.</p><p id="b">* 다른 글.</p>'
    )
    assert [(note.label, note.text) for note in document.notes] == [("*", "글."), ("*", "다른 글.")]
    assert [note for _, note, _ in calls(document)] == [0, 1]
    assert [problem.code for problem in document.problems] == ["label-twice"]


def test_unlinked_marks_of_a_second_section_lead_to_its_own_notes() -> None:
    section = "<h2>절</h2><p>다리가 선다.<sup>1</sup></p><p><sup>1</sup> {}</p>"
    both = read(section.format("첫 글.") + section.format("둘째 글."))
    assert [note for _, note, _ in calls(both)] == [0, 1]
    lost = read(section.format("첫 글.") + "<h2>절</h2><p>길이 난다.<sup>1</sup></p>")
    assert [note for _, note, _ in calls(lost)] == [0, None]
    assert [problem.code for problem in lost.problems] == ["ref-ambiguous"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>면적 10km<sup>2</sup>이다</p>", "면적 10km²이다"),
        ("<p>CO<sub>2</sub> 배출</p>", "CO₂ 배출"),
        ("<table><tr><th>넓이<tr><td>10km<sup>2</sup></table>", "10km²"),
        ('<p>차례 <a href="#part2">2</a></p><h2 id="part2">둘</h2>', "차례 2"),
        ('<h2 id="s">둘</h2><p>위의 <a href="#s">둘째 절에서 이미 길게 말한 바와 같이 그렇다</a>.</p>', "둘"),
    ],
)
def test_not_every_raised_or_linked_number_calls_a_note(page: str, text: str) -> None:
    document = read(page)
    assert document.blocks[0].text == text and not document.notes and not list(calls(document))
    assert all(line.text.strip() for line in document.lines)


def test_ibid_means_the_note_before() -> None:
    notes = "".join(
        f'<li id="fn{n}">{text}</li>'
        for n, text in ((1, "김보기, 「다리」, 『보기일보』, 2024. 10. 3."), (2, "위의 글."))
    )
    marks = "".join(f'<p>글{n}.<sup><a href="#fn{n}">{n}</a></sup></p>' for n in (1, 2))
    first, second = read(f'{marks}<ol class="footnotes">{notes}</ol>').notes
    assert (first.citations[0].title, first.citations[0].date, second.same_as) == ("다리", "2024-10-03", 0)


TABLE = """<table><caption>표 1. 물동량<sup><a href="#fn1">1</a></sup></caption>
<thead><tr><th rowspan="2">연도<th colspan="2">톤<tr><th>수출<th>수입</thead>
<tr><td rowspan="2">2023<td>1<td>2<br>3<tr><td>4<td>5<sup><a href="#fn1">1</a></sup></table>
<p>자료: 보기통계.</p><p id="fn1">1) 잠정치.</p>"""


def test_a_table_keeps_its_spans_heads_caption_and_marks() -> None:
    caption, table, source = read(TABLE).blocks
    assert (caption.kind, table.caption, source.kind, source.caption) == (BlockKind.CAPTION, 0, BlockKind.SOURCE, 0)
    assert table.table == Table(
        ("연도", "톤 수출", "톤 수입"),
        (Row(("2023", "1", "2\n3"), (4, 4)), Row(("2023", "4", "5"), (5, 5))),
        (Merge(-1, 1, 1, 2), Merge(0, 0, 2, 1)),
    )
    assert table.text == "2023\t1\t2\n3\n2023\t4\t5" and caption.refs[0].note == table.refs[0].note == 0
    assert table.text[: table.refs[0].offset].endswith("5")


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    page = "<table><tr><td><h2>머리</h2><td><p>글이다.</p><table><tr><th>열<tr><td>값</table></table>"
    assert outline(page) == [("heading", "머리"), ("paragraph", "글이다."), ("table", "값")]


def test_lines_that_the_page_breaks_are_lines_and_two_breaks_a_paragraph() -> None:
    document = read("<div>첫 줄<br>둘째 줄<br><br>새 문단</div><pre>한 줄\n두 줄\n\n끝</pre>")
    assert [(b.text, b.lines) for b in document.blocks] == [
        ("첫 줄 둘째 줄", (1, 2)),
        ("새 문단", (3, 3)),
        ("한 줄 두 줄", (4, 5)),
        ("끝", (6, 6)),
    ]
    seam = document.blocks[0].seams[0]
    assert (document.blocks[0].text[seam.offset :], seam.line, seam.join) == ("둘째 줄", 2, "space")


def test_the_frame_of_a_page_is_left_out() -> None:
    frame = (
        "<header>머리</header><nav>길</nav>{}<aside>옆</aside><div id=lnb>메뉴</div><p hidden>x</p><footer>발</footer>"
    )
    noise = "<script>a()</script><style>b{}</style><!-- c --><p style='display: none'>d</p>"
    noise += "<form><p>찾기<button>e</button></form>"
    assert outline(frame.format(f"<p>글이다.</p>{noise}")) == [("paragraph", "글이다."), ("paragraph", "찾기")]
    kept = "<p>밖</p><main><header><h1>제목</h1></header><p>글이다.</p><footer>발문</footer></main>"
    assert outline(frame.format(kept)) == [("title", "제목"), ("paragraph", "글이다."), ("paragraph", "발문")]


def test_the_head_gives_catalogue_data() -> None:
    metadata = read("""<html lang="ko-KR"><head><title>전망 | 보기연구원</title>
    <meta name="citation_title" content="전망"><meta name="citation_author" content="김보기">
    <meta name="citation_author" content="Lee, Yesi"><meta name="DC.date" content="2025/03/24">
    <meta name="citation_technical_report_number" content="No. 7"><meta property="og:site_name" content="보기연구원">
    <link rel="canonical" href="https://example.org/7"></head><body><h1>전망</h1><p>글.</p></body></html>""").metadata
    assert (metadata.title, metadata.authors, metadata.date) == ("전망", ("김보기", "Lee, Yesi"), "2025-03-24")
    assert (metadata.number, metadata.publisher, metadata.language) == ("No. 7", "보기연구원", "ko")
    assert metadata.url == "https://example.org/7"


def test_a_byline_names_author_and_affiliation_and_levels_begin_under_the_title() -> None:
    document = read(
        """<body><h1>전망</h1><p
        class="byline">김보기 (보기대학교 북방연구소 연구교수)</p><p>※ 발표문을 고친 글이다.</p>
        <h2>배경</h2><h3>경과</h3><p>글이다.</p></body>"""
    )
    assert (document.metadata.authors, document.metadata.affiliation) == (("김보기",), "보기대학교 북방연구소 연구교수")
    assert [block.level for block in document.blocks if block.kind is BlockKind.HEADING] == [1, 2]
    assert (document.blocks[2].kind, document.blocks[2].text) == (BlockKind.REMARK, "※ 발표문을 고친 글이다.")


def test_what_an_entity_smuggles_in_is_replaced_and_said() -> None:
    document = extract(b"<p>a&#1;b&#xD800;c</p><p>d&#x301;e</p>", "page.html")
    assert [line.text for line in document.lines] == ["a\ufffdb\ufffdc", "d\u0301e"]
    assert document.problems[0].code == "invalid-characters"


# Pages of a size; n of 100,000 come near the most tags that a page may have.
HOSTILE: dict[str, Callable[[int], str]] = {
    "half tags": lambda n: "<p>글" + "<a " * (n // 5),
    "deep": lambda n: "<div>" * (99 * n // 100) + "글",
    "deep headers": lambda n: "<header><h1>" * (2 * n // 5) + "글",
    "deep lists": lambda n: "<ul><li>글" * (2 * n // 5),
    "deep tables": lambda n: "<table><tr><td>글" * (3 * n // 10),
    "spans": lambda n: "<table><tr><th rowspan=65534 colspan=1000>글" + "<tr><td>나" * (3 * n // 100) + "</table>",
    "marks": lambda n: '<p>글<sup><a href="#f1">1</a></sup>' * (4 * n // 25) + "<p id=f1>주",
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n // 2)) + ">글",
    "comments": lambda n: "글" + "<!--" * (n // 2),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_linear_time(name: str) -> None:
    assert read(HOSTILE[name](100_000)).blocks
    assert growth(lambda n: partial(read, HOSTILE[name](n)), 6_000) < 9


def test_limits_are_said() -> None:
    with pytest.raises(SourceError, match=r"page\.html has 100,001 tags, the limit is 100,000"):
        read("<p>글" + "<b>" * 100_000)
    with pytest.raises(SourceError, match="shows no text"):
        read("<html><body><div id=app></div><script>load('글')</script></body></html>")


TAGS = (
    "p",
    "/p",
    "b",
    "/b",
    "sup",
    "/sup",
    'a href="#x"',
    "/a",
    'li id="x"',
    "/li",
    "ol",
    "/ol",
    "table",
    "tr",
    "td",
    "th",
    "/table",
    "br",
    "h1",
    "/h1",
    "div",
    "/div",
    "header",
    "caption",
    "pre",
    "nav",
    "/nav",
    "figure",
    "main",
)
BITS = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from(["글 ", "1", " 7)", "\n", "각주", "&amp;"]),
)


@given(st.lists(BITS, max_size=60).map("".join))
def test_any_page_gives_a_reading_that_holds_together(page: str) -> None:
    try:
        document = read(f"글{page}")
    except SourceError:
        return
    positions = range(len(document.notes))
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    for block in document.blocks:
        assert 1 <= block.lines[0] <= block.lines[1] <= len(document.lines)
        assert all(0 <= ref.offset <= len(block.text) and ref.note in {None, *positions} for ref in block.refs)
        assert block.heading is None or document.blocks[block.heading].kind is BlockKind.HEADING
        assert block.caption is None or document.blocks[block.caption].kind is BlockKind.CAPTION
    if "pre" not in page and "table" not in page:
        for block in document.blocks:
            printed = (line.text for line in document.lines[block.lines[0] - 1 : block.lines[1]])
            assert " ".join(printed) in (block.text, f"{block.marker} {block.text}")


def styled(*elements: Element) -> Document:
    """A document of a word processor."""
    numbered, lines = with_lines(elements)
    return read_markup(Extract("x/y", "utf-8", lines, numbered, styled=True), builtin())


def test_what_a_word_processor_names_as_the_title_is_the_title() -> None:
    title, top, lower = (
        Element(ElementRole.TITLE, "강의 길"),
        Element(ElementRole.HEADING, "배경", level=1),
        Element(ElementRole.HEADING, "지형", level=2),
    )
    document = styled(top, title, lower)
    assert [(block.kind.value, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("title", None),
        ("heading", 2),
    ]
    assert document.metadata.title == "강의 길"


def test_the_only_heading_of_a_word_processor_is_no_title() -> None:
    document = styled(
        Element(ElementRole.PARAGRAPH, "강이 흐른다."), Element(ElementRole.HEADING, "참고 문헌", level=1)
    )
    assert ([block.kind.value for block in document.blocks], document.metadata.title) == (
        ["paragraph", "heading"],
        None,
    )


def test_footnote_one_and_endnote_one_are_no_doubt_where_the_file_binds_them() -> None:
    marks = tuple(MarkupReference(1, "1)", "1", key) for key in ("footnote 1", "endnote 1"))
    notes = [Element(ElementRole.NOTE, f"{key}.", key=key, label="1") for key in ("footnote 1", "endnote 1")]
    document = styled(Element(ElementRole.PARAGRAPH, "강", marks=marks), *notes)
    assert [(ref.label, ref.note) for ref in document.blocks[0].refs] == [("1", 0), ("1", 1)]
    assert (document.problems, [note.text for note in document.notes]) == ((), ["footnote 1.", "endnote 1."])
