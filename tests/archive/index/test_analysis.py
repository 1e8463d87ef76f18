"""A document becomes what the store keeps in one way, whether it is read, corrected or analysed again."""

from dataclasses import replace
from pathlib import Path

from archive import knowledge
from archive.index import analyze_documents
from archive.index.analysis import tokens_and_facets
from archive.model import Document, drafts
from archive.store import Origin
from tests.archive.literal import Archive, brief

FERRY = brief("나루터의 소금이 북쪽으로 간다.", title="나루터 전망", date="2025-03-24")
ENGLISH = brief("The ferry carries salt to the north of the river.", title="A ferry")


def kept(*documents: Document) -> list[tuple[int, str | None, list[str]]]:
    """Of each document: how many passages have tokens, its language, and what the last passage is filed under."""
    origin = Origin("/보기/1.txt", "", "1.txt", "", 1, "2025-03-24")
    made = analyze_documents([(document, drafts(document), origin) for document in documents], knowledge.builtin())
    return [(len(one.streams), one.document.metadata.language, sorted(one.facets[-1])) for one in made]


def test_every_passage_has_its_tokens_and_facets_and_the_document_its_language() -> None:
    (ferry, english) = kept(FERRY, ENGLISH)
    assert (ferry[:2], english[:2]) == ((2, "ko"), (2, "en"))
    assert {"title:나루터", "year:2025", "language:ko", "kind:paragraph", "#year:2025", "in:body"} <= set(ferry[2])


def test_a_language_that_is_known_stays() -> None:
    spoken = replace(ENGLISH, metadata=replace(ENGLISH.metadata, language="ru"))
    assert [language for _, language, _ in kept(spoken)] == ["ru"]


def test_a_document_without_passages_is_kept_too() -> None:
    made = list(tokens_and_facets([(brief(), []), (FERRY, drafts(FERRY))], knowledge.builtin()))
    assert [(len(tokens), len(filed)) for tokens, filed in made] == [(0, 0), (2, 2)]


def test_stored_passages_are_filed_as_they_were_when_they_were_read(home: Path) -> None:
    made = Archive(home, FERRY)
    (record,) = made.store.documents()
    stored = made.store.all_indexed(record.number)
    document = made.store.document(record.id).document
    again = list(tokens_and_facets([(document, [one.passage for one in stored])], made.knowledge))
    made.close()
    assert again == [([one.streams for one in stored], [one.facets for one in stored])]
