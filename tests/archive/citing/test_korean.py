"""The three forms that Korean readers use, as the rules of the house have them."""

import pytest

from archive.citing.korean import brackets, by_way_of, institute, quotation_marks, within_quotation_marks
from archive.citing.reference import Reference, refer
from archive.citing.styled import text_of
from archive.model.document import Metadata
from tests.archive.citing_world import (
    ARTICLE,
    BARE,
    COUNTED,
    ENGLISH,
    NEWS,
    NOTE,
    PARAGRAPH,
    PRINTED,
    reference,
    source,
)

FORMS = {"brackets": brackets, "quotation marks": quotation_marks, "institute": institute}
AT = "https://archive.example.org/p/7k4m2-93xch(검색일: 2026. 11. 20.)."


@pytest.mark.parametrize("form, written", [
    ("brackets", "이보기, 「강의 앞날」, 『이슈브리프』 No. 2025-09, 2025. 3. 24."),
    ("quotation marks", "이보기, “강의 앞날,” 『이슈브리프』 No. 2025-09 (2025)."),
    ("institute", "이보기(2025), 「강의 앞날」, 『이슈브리프』, No. 2025-09."),
])  # fmt: skip
def test_a_brief_without_publisher_and_address(form: str, written: str) -> None:
    data = Metadata("강의 앞날", ("이보기",), series="이슈브리프", number="2025-09", date="2025-03-24", language="ko")
    assert text_of(FORMS[form](refer("7k4m2", data))) == written


@pytest.mark.parametrize("form, of, written", [
    ("brackets", reference(place=PARAGRAPH),
     "홍보기, 「두만강 “다리”의 앞날」, 『보기브리프』 No. 2025-09, 보기연구원, 2025. 3. 24., "
     f"‘3) 나루터의 전망’ 둘째 문단, {AT}"),
    ("brackets", reference(place=PRINTED),
     f"홍보기, 「두만강 “다리”의 앞날」, 『보기브리프』 No. 2025-09, 보기연구원, 2025. 3. 24., 7쪽, {AT}"),
    ("brackets", reference(place=NOTE),
     f"홍보기, 「두만강 “다리”의 앞날」, 『보기브리프』 No. 2025-09, 보기연구원, 2025. 3. 24., 각주 3, {AT}"),
    ("quotation marks", reference(place=COUNTED),
     f"홍보기, “두만강 ‘다리’의 앞날,” 『보기브리프』 No. 2025-09 (보기연구원, 2025), PDF 7쪽, {AT}"),
    ("institute", reference(place=PRINTED),
     f"홍보기(2025), 「두만강 “다리”의 앞날」, 『보기브리프』, No. 2025-09, 보기연구원, p. 7, {AT}"),
    ("brackets", reference(BARE, PARAGRAPH), f"[제목 없음], ‘3) 나루터의 전망’ 둘째 문단, {AT}"),
    ("institute", reference(BARE, PARAGRAPH), f"[제목 없음], ‘3) 나루터의 전망’ 둘째 문단, {AT}"),
    ("quotation marks", reference(ENGLISH, PRINTED), f"Anna Bogi, Ivan Sample, “Reading the River” (2025), 7쪽, {AT}"),
    ("brackets", reference(ENGLISH, PRINTED), f"Anna Bogi, Ivan Sample, “Reading the River,” 2025. 8., 7쪽, {AT}"),
])  # fmt: skip
def test_a_passage_has_its_place_its_address_and_the_day(form: str, of: Reference, written: str) -> None:
    assert text_of(FORMS[form](of)) == written


@pytest.mark.parametrize("form, of, written", [
    ("brackets", source(NEWS), "Паром через Туманган, РБК, 2024. 11. 1.; 홍보기, 「"),
    ("quotation marks", source(NEWS), "“Паром через Туманган,” РБК, 2024. 11. 1.; 홍보기, “"),
    ("institute", source(NEWS), "“Паром через Туманган”(2024. 11. 1.), РБК; 홍보기(2025), 「"),
    ("brackets", source(ARTICLE), "이보기, 「나루터의 하루」, 『보기연구』, 제16권 제1호, 2023, 5~27쪽; 홍보기, 「"),
    ("institute", source(ARTICLE), "이보기(2023), 「나루터의 하루」, 『보기연구』, 제16권 제1호, pp. 5~27; 홍"),
])  # fmt: skip
def test_a_source_is_known_from_a_note(form: str, of: Reference, written: str) -> None:
    text = text_of(FORMS[form](of))
    assert text.startswith(written)
    assert text.endswith(f", 각주 3에서 재인용, {AT}")
    assert "2025. 1. 3." not in text  # the day on which the brief's author looked at it


def test_of_many_authors_the_first_stands_for_all() -> None:
    names = ("김하나", "이두리", "박세찬", "최네모")
    assert text_of(brackets(refer("a", Metadata("글", names)))) == "김하나 외, 「글」."
    assert text_of(brackets(refer("a", Metadata("글", names[:3])))) == "김하나·이두리·박세찬, 「글」."


def test_a_question_keeps_its_mark_and_takes_no_comma() -> None:
    data = Metadata("누가 건너는가?", series="보기브리프", language="ko")
    assert text_of(quotation_marks(refer("a", data))) == "“누가 건너는가?” 『보기브리프』."
    assert text_of(quotation_marks(refer("a", Metadata("누가 건너는가?", language="ko")))) == "“누가 건너는가?”"


def test_marks_within_marks_are_single() -> None:
    assert within_quotation_marks('그는 "온다"고 “말”했다') == "그는 ‘온다’고 ‘말’했다"
    assert within_quotation_marks('5" 포') == '5" 포'


def test_what_is_said_of_the_brief_stands_alone() -> None:
    assert text_of(by_way_of(reference(BARE, NOTE))) == f"[제목 없음], 각주 3에서 재인용, {AT.removesuffix('.')}"
