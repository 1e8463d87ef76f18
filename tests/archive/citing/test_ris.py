"""What is written for reference managers is read back by a parser of RIS."""

from typing import Any

import rispy
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.reference import Reference
from archive.citing.ris import ris
from archive.model.document import Metadata
from tests.archive.citing_world import ARTICLE, BARE, ENGLISH, HOST, NEWS, PRINTED, reference, source


def records(*references: Reference) -> list[dict[str, Any]]:
    return list(rispy.loads(ris(references)))


def test_a_passage_is_read_back_with_all_its_fields() -> None:
    assert records(reference(place=PRINTED)) == [
        {
            "type_of_reference": "RPRT",
            "id": "7k4m2-93xch",
            "title": "두만강 “다리”의 앞날",
            "translated_title": "The Future of a Bridge",
            "authors": ["홍보기"],
            "year": "2025",
            "date": "2025/03/24",
            "publisher": "보기연구원",
            "secondary_title": "보기브리프",
            "issn": "2025-09",  # the number of a report
            "start_page": "7",
            "language": "ko",
            "urls": [f"{HOST}/p/7k4m2-93xch"],
            "access_date": "2026/11/20",
            "notes": [
                "‘3) 나루터의 전망’ 둘째 문단; 성격: op-ed; 처음 실린 곳: 보기일보, 3월 1일",
                "Hong Bogi; Bogi Institute",
            ],
        }
    ]


def test_a_list_is_read_back_in_order() -> None:
    found = records(reference(BARE), reference(ENGLISH), source(NEWS), source(ARTICLE))
    assert [record["type_of_reference"] for record in found] == ["RPRT", "RPRT", "NEWS", "GEN"]
    assert found[1]["authors"] == ["Bogi, Anna", "Ivan Sample"]
    assert (found[2]["secondary_title"], found[3]["start_page"], found[3]["year"]) == ("РБК", "5-27", "2023")


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip))
def test_no_sign_in_a_title_breaks_a_record(title: str) -> None:
    (record,) = records(reference(Metadata(title=title, language="ko")))
    assert (record["id"], record["access_date"]) == ("7k4m2", "2026/11/20")
