"""Words are quoted letter for letter, with their note numbers or without."""

from archive.citing.quoted_words import QuotedPassage, quoted_words
from archive.citing.styled import Look, text_of
from archive.model.document import NoteRef

TEXT = "배가 줄었다. 사공은 “다리” 탓을 한다."
REFS = (NoteRef("1", 7, 0, "1)"), NoteRef("2", 23, 1, "²"))
PASSAGE = QuotedPassage(TEXT, (0, len(TEXT)), REFS)


def test_note_numbers_are_left_out_or_kept() -> None:
    assert text_of(quoted_words([PASSAGE])) == f"“{TEXT}”"
    kept = quoted_words([PASSAGE], marks=True)
    assert text_of(kept) == "“배가 줄었다.1) 사공은 “다리” 탓을 한다.²”"
    assert [run.text for run in kept if run.look is Look.MARK] == ["1)", "²"]


def test_only_the_words_that_are_quoted_and_their_notes() -> None:
    assert text_of(quoted_words([QuotedPassage(TEXT, (0, 7), REFS)], marks=True)) == "“배가 줄었다.1)”"
    assert text_of(quoted_words([QuotedPassage(TEXT, (8, 11), REFS)], marks=True)) == "“사공은”"


def test_passages_follow_each_other_and_cells_are_parted() -> None:
    row = QuotedPassage("봄\t소금\n쌀", (0, 6))
    assert text_of(quoted_words([PASSAGE, row])) == f"“{TEXT} 봄 / 소금 쌀”"


def test_what_looks_like_a_slip_is_said_to_stand_so() -> None:
    assert text_of(quoted_words([QuotedPassage("베가", (0, 2))], as_printed="ko")) == "“베가 [원문대로]”"
    assert text_of(quoted_words([QuotedPassage("a boot", (0, 6))], as_printed="en")) == "“a boot [sic]”"
