"""Ibid. and its kin. All notes are invented."""

import pytest

from archive.citing.back_references import cited_sources, resolve_ibid
from archive.citing.outlets import builtin
from archive.model.document import Citation, Note
from indexer.citations.parser import find_citations

PORT = "홍길동, 「북쪽 항구」, 『항구연구』, 2020."
ROAD = "Olena Park, “Winter Roads,” 38 North, May 3, 2022."
NEWS = "“Порт на севере готов”(2024. 11. 1), РБК."


def notes(*texts):
    return tuple(
        Note(str(n), text, (n, n), citations=find_citations(text, builtin())) for n, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("texts", "same_as"),
    [
        ((PORT, "Ibid."), [None, 0]),
        ((PORT, "Ibid, p. 3."), [None, 0]),
        ((PORT, "위의 글, 3쪽."), [None, 0]),
        ((PORT, "위의 책."), [None, 0]),
        ((NEWS, "Там же."), [None, 0]),
        ((PORT, "Ibid.", "Ibid., p. 4."), [None, 0, 0]),
        ((PORT, ROAD, "홍길동, 앞의 글, 12쪽."), [None, None, 0]),
        ((PORT, ROAD, "홍길동, 앞의 글.", "위의 글."), [None, None, 0, 0]),
        ((PORT, ROAD, "「북쪽 항구」, 앞의 논문."), [None, None, 0]),
        ((ROAD, PORT, "Park, op. cit., p. 5."), [None, None, 0]),
        ((ROAD, "성춘향, 앞의 글."), [None, None]),
        (("Ibid.",), [None]),
        ((PORT, "항구는 다시 얼 것이다.", "Ibid."), [None, None, 0]),
        ((PORT, "앞의 글에서 말한 대로 항구는 얼었다."), [None, None]),
        ((PORT, f"{NEWS} 위의 글에서 보듯 그렇다."), [None, None]),
        ((PORT, f"{NEWS}; 홍길동, 앞의 글, 각주 1에서 재인용."), [None, 0]),
    ],
)
def test_a_back_reference_means_the_note_that_prints_the_source(texts, same_as):
    assert [note.same_as for note in resolve_ibid(notes(*texts))] == same_as


def test_ibid_means_the_last_of_several_sources_with_its_own_pages():
    read = resolve_ibid(notes(f"{PORT}; {ROAD}", "Ibid., p. 7."))
    assert read[1].citations == (Citation(0, 11, pages="7"),)
    (carried,) = cited_sources(read)[1]
    assert (carried.title, carried.pages, carried.start, carried.end) == ("Winter Roads", "7", 0, 11)
