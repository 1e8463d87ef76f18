"""What on a web page is no content? All pages are invented."""

import pytest
from bs4 import BeautifulSoup, Tag

from indexer.readers.frame import is_edit_link, is_hidden, is_named_frame, is_never_text, main_part


def tag(html: str) -> Tag:
    found = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    assert found is not None and isinstance(found.contents[0], Tag)
    return found.contents[0]


@pytest.mark.parametrize(
    ("html", "in_heading", "edits"),
    [
        ("<a href=/edit>[편집]</a>", True, True),
        ("<a href=/edit>[편집]</a>", False, False),
        ("<span>[<a>편집</a> | <a>원본 편집</a>]</span>", True, True),
        ('<span class="mw-editsection">[<a>편집</a>]</span>', False, True),
        ("<a href=#x>¶</a>", True, True),
        ("<a href=#x>편집 방향</a>", True, False),
    ],
)
def test_the_links_that_edit_a_section_are_no_words_of_its_heading(html: str, in_heading: bool, edits: bool) -> None:
    assert is_edit_link(tag(html), in_heading) is edits


def test_scripts_hidden_nodes_and_named_frames_are_no_content() -> None:
    assert is_never_text(tag("<script>x</script>")) and not is_never_text(tag("<b>x</b>"))
    assert is_hidden(tag("<p hidden>x</p>")) and is_hidden(tag('<p style="display: none">x</p>'))
    assert is_named_frame(tag("<div id=lnb>x</div>")) and not is_named_frame(tag("<h2 id=share>x</h2>"))


@pytest.mark.parametrize(
    "content",
    ["<main>{}</main>", "<div role=main>{}</div>", "<article>{}</article>", '<div class="x contents_style">{}</div>'],
)
def test_the_part_of_a_page_that_is_its_content(content: str) -> None:
    soup = BeautifulSoup(f"<body><p>밖</p>{content.format('<p>글</p>')}</body>", "lxml")
    main = main_part(soup)
    assert main is not None and main.get_text() == "글"


def test_two_articles_are_no_one_content() -> None:
    assert main_part(BeautifulSoup("<article>하나</article><article>둘</article>", "lxml")) is None
