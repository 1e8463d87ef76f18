"""What does one printed line say of itself? All lines are invented."""

import pytest

from archive.model import BlockKind
from indexer.lines import line as module
from indexer.lines.line import TextLine


def line(text: str, raw: str = "") -> TextLine:
    return TextLine(1, raw or text, text, 0)


def test_indent_and_trailing_space_are_those_of_the_raw_line() -> None:
    found = line("배가 떠남", "  배가 떠남 ")
    assert (found.indent, found.trailing, line("돌아옴").trailing) == (2, True, False)


@pytest.mark.parametrize(
    ("text", "bullet", "number", "legend", "date"),
    [
        ("■ 항로의 배경", "■", None, None, None),
        ("2. 항로의 배경", None, 2, None, None),
        ("자료: 보기청.", None, None, BlockKind.SOURCE, None),
        ("2024. 3. 1.", None, None, None, "2024-03-01"),
        ("두 나라의 장관은", None, None, None, None),
    ],
)  # fmt: skip
def test_a_line_knows_what_its_first_words_say(
    text: str, bullet: str | None, number: int | None, legend: BlockKind | None, date: str | None
) -> None:
    found = line(text)
    value = found.enumeration.value if found.enumeration else None
    assert (found.bullet, value, found.legend, found.date) == (bullet, number, legend, date)


def test_a_line_knows_how_it_ends() -> None:
    above = line("「첫 배가 떠났다」(2023.")
    assert (above.ends_sentence, above.ends_before(line("9. 14).")), above.ends_before(line("그 뒤"))) == (
        True,
        False,
        True,
    )
    assert (line("두 나라는").is_running_text, line("항로의 배경").is_running_text) == (True, False)
    assert line("이 글은 필자의 견해임.").is_disclaimer


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert line("항구").width == 2.0 and sum(line("항구 a").letters) == 4


def test_each_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("bullet", "number", "legend", "date_line", "ends_sentence", "is_running_text", "letter_counts"):
        plain = getattr(module, name)
        monkeypatch.setattr(module, name, lambda text, name=name, plain=plain: (calls.append(name), plain(text))[1])
    found = line("1. 항로의 배경")
    for _ in range(3):
        assert (found.bullet, found.legend, found.date, found.ends_sentence, found.is_running_text) == (
            None,
            None,
            None,
            False,
            False,
        )
        assert found.enumeration and found.width > 5
    assert len(calls) == len(set(calls)) == 7


def test_what_was_found_makes_no_difference_between_lines() -> None:
    one, other = line("■ 배경"), line("■ 배경")
    assert one.bullet and one == other and hash(one) == hash(other)
