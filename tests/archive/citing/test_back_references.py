"""Ibid. and its kin. All notes are invented."""

import pytest

from archive.citing.back_references import cited_by, meant_sources, resolve_ibid
from archive.citing.outlets import builtin
from archive.model.document import Citation, Note
from indexer.citations.parser import find_citations
from tests.archive.citing.meant_sources import HELD, TUNED

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


def test_a_source_is_carried_with_the_pages_and_the_place_printed_here():
    read = resolve_ibid(notes(PORT, "Ibid., p. 7."))
    assert read[1].citations == (Citation(0, 11, pages="7"),)
    (carried,) = cited_by(dict(enumerate(read)), 1)
    assert (carried.title, carried.pages, carried.start, carried.end) == ("북쪽 항구", "7", 0, 11)
    assert cited_by({1: read[1]}, 1) == ()


@pytest.mark.parametrize(("before", "note", "sure", "possible"), (*TUNED, *HELD))
def test_of_several_sources_the_one_named_is_meant_else_it_may_be_any(before, note, sure, possible):
    read = dict(enumerate(resolve_ibid(notes(*before, note))))
    found = [
        [one.title.split()[0].strip("“«") for one in find(read, len(before))] for find in (cited_by, meant_sources)
    ]
    assert found == [list(sure), list(possible)]


def test_a_note_cites_what_can_be_found_again():
    assert cited_by({0: Note("1", "…", (1, 1), citations=(Citation(10, 12, author="이보기"),))}, 0) == ()
