"""Signs that are meant for programs go, and lines stay where they were. All texts are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.readers.templates import MAX_WRITTEN, MDX, SIGNS, TemplateSign, prepared, without_templates


@pytest.mark.parametrize("sign", (*SIGNS, MDX), ids=lambda sign: sign.example)
def test_an_example_fits_its_row(sign: TemplateSign) -> None:
    assert re.search(sign.pattern, sign.example, re.MULTILINE)


def test_what_stands_in_code_is_text() -> None:
    text = "```\n{% a %}\n```\n`{{ b }}` {% c %}\n"
    assert without_templates(text) == "```\n{% a %}\n```\n`{{ b }}` \n"


def test_a_comment_goes_with_what_stands_in_it() -> None:
    assert without_templates("가{% comment %}나\n다{% endcomment %}라") == "가\n라"
    assert without_templates("가{% comment %}나") == "가나"


def test_marks_are_written_as_the_parser_knows_them() -> None:
    assert prepared("가^1^ 나$^{2)}$ [^3] : 다", "a.md") == "가<sup>1</sup> 나<sup>2)</sup> [^3] : 다"
    assert prepared("[^3] : 다", "a.md") == "[^3]: 다"
    assert prepared("가^[나를 보라]" * (MAX_WRITTEN + 1), "a.md").startswith("가\\^[나를 보라]")
    assert prepared("가^[나를 보라] ^[나를 보라] 가^[a-z]", "a.md") == "가^[나를 보라] \\^[나를 보라] 가\\^[a-z]"
    assert prepared("`^1^ ^[가 나]`", "a.md") == "`^1^ ^[가 나]`"
    assert (prepared("{가}", "a.md"), prepared("{가}", "a.mdx")) == ("{가}", "")


def test_braces_are_code_in_mdx_only() -> None:
    assert (without_templates("{가}"), without_templates("{가}", mdx=True)) == ("{가}", "")


BITS = (
    "{%", "%}", "{{", "}}", "[[", "]]", "|", "<Box", ">", "```", "`", "가", ":::", "import ",
    '"a"', "{:", "}", "\n", "\n\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_lines_stay_where_they_were(text: str) -> None:
    assert without_templates(text, mdx=True).count("\n") == text.count("\n")
