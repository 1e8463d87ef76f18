"""A passage's neighbours in meaning share its rare words in whatever language; a copy is called one."""

from pathlib import Path

import pytest

from archive.model.document import Block, BlockKind, Document, Line, Metadata
from archive.model.passage import Passage
from archive.open import Archive
from archive.search.similar import Similar, similar
from archive.store import Store
from archive.takedown import withdraw
from tests.webapp.world import save

FILES = {
    "one.txt": ("정찰위성 발사를 두고 안보리가 회의를 열었다.", "나루터의 소금은 겨울에 팔린다."),
    "two.txt": ("안보리는 정찰위성 발사를 규탄하지 못했다.", "얼음이 녹으면 배가 다시 선다."),
    "three.txt": (
        "The Security Council met over the launch of a reconnaissance satellite.",
        "소금을 실은 배가 떠났다.",
    ),
    "four.txt": ("정찰위성 발사를 두고 안보리가 회의를 열었다!", "뱃사공은 말이 없었다."),
    "five.txt": ("자료: https://example.org/one/two", "자료: https://example.org/one/three"),
}


def document(*paragraphs: str) -> Document:
    return Document(
        Metadata(language="ko"),
        tuple(Block(BlockKind.PARAGRAPH, text, (n, n)) for n, text in enumerate(paragraphs, 1)),
        (),
        tuple(Line(n, text) for n, text in enumerate(paragraphs, 1)),
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.at(tmp_path)
    for name, paragraphs in FILES.items():
        save(store, name, document(*paragraphs))
    Archive(store, tmp_path).catch_up()
    return store


def passage(store: Store, source: str, at: int = 0) -> Passage:
    return store.document(store.find(source).id).passages[at]


def found(store: Store, home: Path, source: str, at: int = 0, limit: int = 5) -> list[Similar]:
    return list(similar(store, Archive(store, home).search.engine(), passage(store, source, at), limit))


def test_the_same_matter_is_found_in_other_words_and_languages(store: Store, tmp_path: Path) -> None:
    near = found(store, tmp_path, "one.txt")
    assert [one.document.source for one in near] == ["four.txt", "two.txt", "three.txt"]


def test_nearly_the_same_text_is_called_so(store: Store, tmp_path: Path) -> None:
    assert [one.document.source for one in found(store, tmp_path, "one.txt") if one.copy] == ["four.txt"]


def test_what_both_have_is_named_as_it_is_printed_here(store: Store, tmp_path: Path) -> None:
    (english,) = [one for one in found(store, tmp_path, "one.txt") if one.document.source == "three.txt"]
    assert {"정찰위성", "안보리"} <= set(english.common)


@pytest.mark.parametrize("source, at", [("two.txt", 1), ("four.txt", 1), ("one.txt", 1), ("five.txt", 0)])
def test_a_passage_that_shares_one_word_or_an_address_has_no_neighbours(
    store: Store, tmp_path: Path, source: str, at: int
) -> None:
    assert found(store, tmp_path, source, at) == []


def test_a_withdrawn_document_is_no_neighbour(store: Store, tmp_path: Path) -> None:
    withdraw(store, store.find("four.txt").number, "보기")
    assert "four.txt" not in [one.document.source for one in found(store, tmp_path, "one.txt")]
    Archive(store, tmp_path).catch_up()
    assert "four.txt" not in [one.document.source for one in found(store, tmp_path, "one.txt")]


def test_no_more_than_asked_for(store: Store, tmp_path: Path) -> None:
    assert [len(found(store, tmp_path, "one.txt", limit=n)) for n in (-1, 0, 1, 2)] == [0, 0, 1, 2]
