"""Raised brackets beside a mark are part of it; one behind a note's number is no text of the note."""

import pytest

from indexer.readers.office.flow import NoteAtMark, Part, Words
from indexer.readers.office.marks import with_signs, without_sign
from tests.indexer.readers.office.reading import bindings
from tests.indexer.readers.office.test_elements import para, read

NOTE = NoteAtMark("1", "1", (para("각주."),))


@pytest.mark.parametrize(
    ("parts", "printed", "text"),
    [
        ((Words("강"), NOTE, Words(")", "sup"), Words("이")), "1)", "강이"),
        ((Words("강"), Words("[", "sup"), NOTE, Words("]", "sup")), "[1]", "강"),
        ((Words("강("), NOTE, Words(")이")), "1", "강()이"),
        ((Words("10km"), Words("2", "sup"), NOTE), "1", "10km2"),
        ((NOTE, Words(" ", "sup"), Words(")", "sup")), "1", " )"),
    ],
    ids=["bracket", "brackets", "not raised", "a figure", "apart"],
)
def test_signs_beside_a_mark(parts: tuple[Part, ...], printed: str, text: str) -> None:
    joined = with_signs(parts)
    assert [part.printed for part in joined if isinstance(part, NoteAtMark)] == [printed]
    assert "".join(part.text for part in joined if isinstance(part, Words)) == text


@pytest.mark.parametrize(
    ("text", "kept"), [(") 각주.", "각주."), ("각주 1) 끝", "각주 1) 끝"), ("]각주", "각주"), ("", "")]
)
def test_the_bracket_behind_a_number_is_no_text_of_the_note(text: str, kept: str) -> None:
    assert without_sign(text) == kept


def test_marks_and_notes_are_read_with_their_signs() -> None:
    typed = NoteAtMark("1", "1", (para(") 각주."),))
    assert bindings(read(para("강", typed, Words(")", "sup"), "이 흐른다."))) == [("강이 흐른다.", 1, "1)", "각주.")]
