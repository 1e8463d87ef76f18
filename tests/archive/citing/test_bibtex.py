"""What is written for LaTeX is read back by a parser of BibTeX."""

import bibtexparser
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.bibtex import bibtex
from archive.citing.reference import Reference
from archive.model.document import Metadata
from tests.archive.citing_world import ARTICLE, BARE, ENGLISH, HOST, NEWS, PRINTED, reference, source


def entries(*references: Reference) -> list[Entry]:
    library = bibtexparser.parse_string(bibtex(references))
    assert library.failed_blocks == []
    return library.entries


def fields(entry: Entry) -> dict[str, str]:
    return {field.key: field.value for field in entry.fields}


def test_a_passage_is_read_back_with_all_its_fields() -> None:
    (entry,) = entries(reference(place=PRINTED))
    assert (entry.entry_type, entry.key) == ("techreport", "gakju-7k4m2-93xch")
    assert fields(entry) == {
        "author": "{홍보기}",
        "title": "{두만강 “다리”의 앞날}",
        "title_en": "{The Future of a Bridge}",
        "author_latin": "{Hong Bogi}",
        "institution": "보기연구원",
        "institution_en": "Bogi Institute",
        "type": "보기브리프",
        "number": "2025-09",
        "pages": "7",
        "year": "2025",
        "month": "3",
        "date": "2025-03-24",
        "language": "ko",
        "url": f"{HOST}/p/7k4m2-93xch",
        "urldate": "2026-11-20",
        "note": "‘3) 나루터의 전망’ 둘째 문단; 성격: op-ed; 처음 실린 곳: 보기일보, 3월 1일",
    }


def test_a_list_is_read_back_in_order() -> None:
    found = entries(reference(BARE), reference(ENGLISH, key="9abcd@2"), source(NEWS), source(ARTICLE))
    assert [entry.entry_type for entry in found] == ["misc", "misc", "article", "article"]
    assert found[1].key == "gakju-9abcd-r2"
    assert fields(found[1])["author"] == "Bogi, Anna and {Ivan Sample}"
    assert (fields(found[2])["journal"], fields(found[3])["pages"]) == ("РБК", "5--27")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(str.strip))
def test_no_sign_in_a_title_breaks_an_entry(title: str) -> None:
    (entry,) = entries(reference(Metadata(title=title, language="ko")))
    assert {"title", "url", "urldate"} <= set(fields(entry))
