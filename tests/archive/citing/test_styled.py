"""Pieces of a reference are joined as references are."""

import pytest

from archive.citing.styled import NEW_LINE, Look, Styled, ended, italic, join, plain, spaced, text_of, with_comma


@pytest.mark.parametrize("pieces, written", [
    (("가", "나"), "가, 나."),
    (("가", "", "나"), "가, 나."),
    (("“가”", "나"), "“가,” 나."),
    (("“가?”", "나"), "“가?” 나."),
    (("가", "(2025)"), "가 (2025)."),
    (("“가”", "(2025)"), "“가” (2025)."),
    (("가", "2025. 3. 24."), "가, 2025. 3. 24."),
    (("가", "“나”"), "가, “나.”"),
    (("가", "“나!”"), "가, “나!”"),
])  # fmt: skip
def test_commas_and_stops_stand_where_they_belong(pieces: tuple[str, ...], written: str) -> None:
    assert text_of(ended(join(map(plain, pieces)))) == written


def test_looks_are_kept() -> None:
    assert join([italic("a"), plain("나")]) == (Styled("a", Look.ITALIC), Styled(","), Styled(" "), Styled("나"))
    assert (italic("가 b"), italic("朝")) == (plain("가 b"), plain("朝"))  # they have no italics
    assert (plain(None), italic(""), text_of(NEW_LINE)) == ((), (), "\n")
    assert text_of(spaced(with_comma(italic("가")))) == "가, "
