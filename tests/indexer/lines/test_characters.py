"""What typefaces and PDF files leave becomes the letters that were printed; what looks otherwise stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.outlets import builtin
from indexer.assembly.markup import read_markup
from indexer.assembly.printed import read_printed
from indexer.lines.characters import FORMS, CharacterRule, composed
from indexer.readers.formats import extract


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("ﬁnance, ﬂow, oﬀer, oﬃce, baﬄe", "finance, flow, offer, office, baffle"),
        ("⼈⼝와 ⽔⼒", "人口와 水力"),
        ("\uf981性과 樂", "女性과 樂"),
        ("정찰\u200b위성\u2060은 \ufeff높다", "정찰위성은 높다"),
        ("rail\u00adway, сооб\u00adщил", "railway, сообщил"),
        ("북\u00ad러, COVID\u00ad19, 2023\u00ad24", "북-러, COVID-19, 2023-24"),
        ("전각 １２, ㎞, ㈜, ½, ①, ﹣, x\u00a0y\u3000z", "전각 １２, ㎞, ㈜, ½, ①, ﹣, x\u00a0y\u3000z"),
    ],
)
def test_the_same_print_in_plain_letters(printed: str, plain: str) -> None:
    assert composed(printed) == plain


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_row_has_an_example(form: CharacterRule) -> None:
    assert form.pattern.search(form.example)


@given(st.text())
def test_composed_text_stays_as_it_is(text: str) -> None:
    assert composed(composed(text)) == composed(text)


def test_a_soft_hyphen_at_a_line_end_joins_the_word() -> None:
    text = "The railway along the northern coast was repaired by an inter\u00ad\nnational company from the spring on.\n"
    block = read_printed(extract(text.encode(), "a.txt").lines, builtin()).blocks[0]
    assert "an international company" in block.text and [seam.join for seam in block.seams] == ["glue"]


def test_spaces_of_every_width_are_one_space_in_the_text_and_stay_in_the_printed_line() -> None:
    lines = extract("배가\u00a0두\u3000척이\u2009떴다.".encode(), "a.txt").lines
    assert lines[0].text == "배가\u00a0두\u3000척이\u2009떴다."
    assert read_printed(lines, builtin()).blocks[0].text == "배가 두 척이 떴다."


def test_a_web_page_is_put_into_plain_letters_too() -> None:
    page = "<p>The of&#xFB01;ce of the rail&shy;way&#x200B;<sup><a href='#n'>1</a></sup> opened.</p><p id='n'>1 주.</p>"
    block = read_markup(extract(page.encode(), "a.html"), builtin()).blocks[0]
    assert block.text == "The office of the railway opened."
    assert block.text[: block.refs[0].offset] == "The office of the railway"
