"""Items of CSL-JSON hold all that is known, and nothing else."""

import json

from archive.citing.csl import csl_item, csl_json, shown_page
from archive.model.document import Citation
from tests.archive.citing_world import ARTICLE, BARE, COUNTED, ENGLISH, NEWS, PARAGRAPH, PRINTED, reference, source


def test_a_passage_of_a_korean_brief() -> None:
    assert csl_item(reference(place=PRINTED)) == {
        "id": "7k4m2-93xch",
        "type": "report",
        "title": "두만강 “다리”의 앞날",
        "author": [{"literal": "홍보기"}],
        "issued": {"date-parts": [[2025, 3, 24]]},
        "publisher": "보기연구원",
        "collection-title": "보기브리프",
        "number": "2025-09",
        "page": "7",
        "language": "ko",
        "URL": "https://archive.example.org/p/7k4m2-93xch",
        "accessed": {"date-parts": [[2026, 11, 20]]},
        "note": "‘3) 나루터의 전망’ 둘째 문단; 성격: op-ed; 처음 실린 곳: 보기일보, 3월 1일",
        "custom": {
            "title_en": "The Future of a Bridge",
            "authors_latin": ["Hong Bogi"],
            "publisher_en": "Bogi Institute",
            "source_url": "https://example.org/brief",
        },
    }


def test_a_bare_document_says_only_what_is_known() -> None:
    assert set(csl_item(reference(BARE))) == {"id", "type", "language", "URL", "accessed"}


def test_names_have_parts_where_the_catalogue_gives_them() -> None:
    assert csl_item(reference(ENGLISH))["author"] == [{"family": "Bogi", "given": "Anna"}, {"literal": "Ivan Sample"}]
    assert csl_item(reference(ENGLISH, PARAGRAPH))["note"] == "“3) 나루터의 전망” para. 2"


def test_only_a_page_that_is_printed_is_one() -> None:
    assert [shown_page(reference(place=place)) for place in (PRINTED, COUNTED, PARAGRAPH, None)] == [
        "7", None, None, None,
    ]  # fmt: skip


def test_a_source_says_from_where_it_is_known() -> None:
    item = csl_item(source(NEWS))
    assert (item["type"], item["container-title"]) == ("article-newspaper", "РБК")
    assert item["note"].startswith("홍보기, 「두만강 “다리”의 앞날」, 『보기브리프』")
    assert "각주 3에서 재인용" in item["note"]
    assert "URL" not in item
    assert csl_item(source(ARTICLE))["page"] == "5-27"
    assert "cited in Anna Bogi and Ivan Sample" in csl_item(source(NEWS, ENGLISH))["note"]
    assert csl_item(source(Citation(0, 9, date="봄")))["issued"] == {"literal": "봄"}


def test_a_list_is_json() -> None:
    assert [item["id"] for item in json.loads(csl_json([reference(), reference(BARE, PARAGRAPH)]))] == [
        "7k4m2", "7k4m2-93xch",
    ]  # fmt: skip
