"""What the English forms share."""

import pytest

from archive.citing.english import article_title, day, english_place, listed, report_title
from archive.citing.locator import Coordinate, PageOrigin
from archive.citing.styled import Look, Styled, text_of
from archive.citing.works import Work, WorkKind
from archive.model.passage import PassageKind


@pytest.mark.parametrize("place, written", [
    (None, ""),
    (Coordinate(PassageKind.PARAGRAPH, 2, under="나루터"), "“나루터” section, para. 2"),
    (Coordinate(PassageKind.PARAGRAPH, 2, last=4), "paras. 2–4"),
    (Coordinate(PassageKind.ITEM, 1, under="가. “뱃삯”"), "“가. ‘뱃삯’” section, item 1"),
    (Coordinate(PassageKind.ROW, 3, under="<표 1. 화물>"), "“표 1. 화물,” row 3"),
    (Coordinate(PassageKind.CAPTION, 1, under="표 1. 화물"), "“표 1. 화물” caption"),
    (Coordinate(PassageKind.TITLE, 1), "title"),
    (Coordinate(PassageKind.NOTE, 1, "9", "나루터", "3"), "p. 9, note 3"),
    (Coordinate(PassageKind.ROW, 3, "9", page_origin=PageOrigin.COUNTED), "PDF p. 9"),
    (Coordinate(PassageKind.ROW, 3, "9", page_origin=PageOrigin.INFERRED), "row 3"),
])  # fmt: skip
def test_a_place_is_a_page_or_a_section(place: Coordinate | None, written: str) -> None:
    assert english_place(place, "“{}” section,") == written


def test_every_kind_of_passage_has_a_place() -> None:
    assert all(english_place(Coordinate(kind, 1, label="1"), "{}") for kind in PassageKind)


def test_titles_have_their_english_forms_behind_them() -> None:
    work = Work(WorkKind.REPORT, "나루터", title_en="Ferries")
    russian = Work(WorkKind.REPORT, "Паром", title_en="Ferries")
    assert [run.look for run in report_title(russian)] == [Look.ITALIC, Look.PLAIN, Look.PLAIN]
    assert (text_of(report_title(work)), text_of(article_title(work))) == ("나루터 [Ferries]", "“나루터”")
    assert text_of(report_title(Work(WorkKind.REPORT))) == "[Untitled]"


def test_names_are_listed() -> None:
    assert [listed("ABCD"[:n], "and", 3) for n in range(5)] == ["", "A", "A and B", "A, B, and C", "A et al."]
    assert day("2026-11-20") == Styled("November 20, 2026", Look.DAY_EN)
