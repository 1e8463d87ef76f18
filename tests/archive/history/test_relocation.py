"""Where the words that a link quotes stand today: in the text of today, or else in the text as cited, or nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from archive.errors import NotFound
from archive.history.quotation import Quotation, quote
from archive.history.relocation import RelocatedQuotation, find_quoted
from archive.history.revisions import stored_at
from archive.model.permalink import Address
from archive.store import Store
from tests.webapp import past_world as w

SPLIT = " ".join(w.SPLIT)
MERGED = " ".join(w.MERGED)


@dataclass(frozen=True)
class Diary:
    """The diary in its three revisions."""

    store: Store
    id: str

    def passages(self, revision: int) -> dict[str, str]:
        """The texts of a revision with their ids."""
        return {p.text: p.id for p in stored_at(self.store, self.id, revision).passages}

    def found(self, words: str, *texts: str, revision: int = 1) -> tuple[int | None, list[str]] | None:
        """In which revision words that are quoted in these paragraphs of a revision stand, and what is marked there."""
        ids = self.passages(revision)
        start, end = _span("".join(texts), words, texts)
        to = Address(self.id, ids[texts[-1]]) if len(texts) > 1 else None
        address = Address(self.id, ids[texts[0]], revision if revision > 1 else None)
        quoted = find_quoted(self.store, address, quote(texts, start, end, to))
        return self.marked(quoted) if quoted else None

    def marked(self, quoted: RelocatedQuotation) -> tuple[int | None, list[str]]:
        texts = {p.id: p.text for p in stored_at(self.store, self.id, quoted.revision or 3).passages}
        return quoted.revision, [texts[id_][slice(*span)] for id_, span in quoted.spans]


def _span(joined: str, words: str, texts: tuple[str, ...]) -> tuple[int, int]:
    start = joined.index(words)
    return start, start + len(words) - len(joined) + len(texts[-1])


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    store = w.build(tmp_path_factory.mktemp("diary"))
    yield Diary(store, store.documents()[0].id)
    store.close()


@pytest.mark.parametrize("text, words, marked", [
    (w.STAYS, "뱃사공이 먼저", ["뱃사공이 먼저"]),
    (w.STAYS, w.STAYS, [w.STAYS]),
    (w.ALONE, "소문이 돌자", ["소문이 돌자"]),
    (w.REVISED, "나루터가 붐빈다", ["나루터가 붐빈다"]),  # the passage was revised, these words were not
    (w.HEALED[0], "터의 종을 멀리서도", ["터의 종을 멀리서도"]),
    (w.MISREAD[0], "기록에 없으나", ["기록에 없으나"]),
    (SPLIT, "밤배를 기다리는", ["밤배를 기다리는"]),
    (SPLIT, "모인다. 밤배의 삯은", ["모인다", "밤배의 삯은"]),
    (w.MERGED[1], "아이들이 즐겨", ["아이들이 즐겨"]),
], ids=[
    "그대로", "통째로", "홀로", "고친 대목", "이어진 낱말", "바로 읽음", "나뉜 한쪽", "나뉜 양쪽", "합친 것",
])  # fmt: skip
def test_words_that_still_stand_are_marked_in_the_text_of_today(
    diary: Diary, text: str, words: str, marked: list[str]
) -> None:
    assert diary.found(words, text) == (None, marked)


@pytest.mark.parametrize("text, words", [
    (w.REVISED, "열 척씩"), (w.MISREAD[0], "키가 컸다고"), (w.GONE, "둑을 고치는"), (w.LOST, "주막의 뒷방"),
    (w.REVISED, w.REVISED),
], ids=["고친 낱말", "잘못 읽은 낱말", "빠진 대목", "끝에서 빠진 대목", "통째로"])  # fmt: skip
def test_words_that_do_not_stand_any_more_are_marked_in_the_latest_text_that_had_them(
    diary: Diary, text: str, words: str
) -> None:
    assert diary.found(words, text) == (2 if text == w.MISREAD[0] else 1, [words])


def test_words_of_a_later_state_are_found_by_an_address_that_names_it(diary: Diary) -> None:
    assert diary.found("스무 척씩", w.REVISED_2, revision=2) == (None, ["스무 척씩"])
    assert diary.found("키가 컸다고", w.MISREAD[0], revision=2) == (2, ["키가 컸다고"])


def test_words_that_run_on_into_the_next_passage_are_marked_in_both(diary: Diary) -> None:
    texts = (w.STAYS, w.REVISED_2)
    assert diary.found("밧줄을 살핀다.장날에는 소금", *texts, revision=2) == (None, ["밧줄을 살핀다.", "장날에는 소금"])


def test_words_over_three_passages_take_the_middle_one_whole(diary: Diary) -> None:
    texts = (w.STAYS, w.REVISED_2, w.SPLIT[0])
    assert diary.found(f"살핀다.{w.REVISED_2}해가 지면", *texts, revision=2) == (
        None,
        ["살핀다.", w.REVISED_2, "해가 지면"],
    )


@pytest.mark.parametrize("quotation", [
    Quotation(0, 5, "22222"), Quotation(5, 0, "22222"), Quotation(0, 9_999, "22222"), Quotation(3, 3, "22222"),
], ids=["검사", "거꾸로", "너무 길게", "빈 구절"])  # fmt: skip
def test_a_quotation_that_no_wording_fits_marks_nothing(diary: Diary, quotation: Quotation) -> None:
    address = Address(diary.id, diary.passages(1)[w.STAYS])
    assert find_quoted(diary.store, address, quotation) is None


def test_a_quotation_that_ends_before_it_begins_marks_nothing(diary: Diary) -> None:
    ids = diary.passages(3)
    backwards = quote((w.STAYS,), 0, 5, Address(diary.id, ids[w.TITLE]))
    assert find_quoted(diary.store, Address(diary.id, ids[w.STAYS]), backwards) is None


def test_a_passage_that_was_never_there_marks_nothing(diary: Diary) -> None:
    assert find_quoted(diary.store, Address(diary.id, "2222"), quote((w.STAYS,), 0, 5)) is None


def test_a_document_that_was_never_there_is_not_found(diary: Diary) -> None:
    with pytest.raises(NotFound):
        find_quoted(diary.store, Address("22222", "2222"), quote((w.STAYS,), 0, 5))


def test_the_present_comes_first_whatever_state_an_address_names(diary: Diary) -> None:
    address = Address(diary.id, diary.passages(1)[w.STAYS], 1)
    assert find_quoted(diary.store, address, quote((w.STAYS,), 0, 3)) == RelocatedQuotation(
        None, ((address.passage or "", (0, 3)),)
    )


def test_every_word_of_every_state_is_found_somewhere(diary: Diary) -> None:
    for revision in (1, 2, 3):
        for text, id_ in diary.passages(revision).items():
            middle = len(text) // 2
            quoted = find_quoted(diary.store, Address(diary.id, id_, revision), quote((text,), middle - 1, middle + 1))
            assert quoted is not None, text
