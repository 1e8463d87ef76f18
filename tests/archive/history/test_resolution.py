"""What a permalink answers: the words that were cited, what became of them, and where they stand now."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.history.resolution import Resolution, resolve, stands_for
from archive.history.revisions import stored_at
from archive.model.permalink import Address
from archive.store import Store
from archive.takedown import withdraw
from tests.webapp import past_world as w

SPLIT = " ".join(w.SPLIT)
MERGED = " ".join(w.MERGED)


@dataclass(frozen=True)
class Diary:
    """The diary in its three revisions."""

    store: Store
    id: str

    def cited(self, words: str, revision: int = 1) -> str:
        """The address by which a paragraph was cited in a revision; of the first it names none."""
        found = next(p for p in stored_at(self.store, self.id, revision).passages if p.text == words)
        return str(Address(self.id, found.id, revision if revision > 1 else None))

    def ask(self, words: str, revision: int = 1) -> Resolution:
        return resolve(self.store, self.cited(words, revision))


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    store = w.build(tmp_path_factory.mktemp("diary"))
    yield Diary(store, store.documents()[0].id)
    store.close()


@pytest.mark.parametrize("revision, words, status, now, changed", [
    (1, w.STAYS, "same", [w.STAYS], None),
    (1, w.ALONE, "same", [w.ALONE], None),
    (1, w.TITLE, "same", [w.TITLE], None),
    (1, w.HEALED[0], "same", [w.HEALED[1]], None),
    (1, w.REVISED, "revised", [w.REVISED_2], 2),
    (2, w.REVISED_2, "same", [w.REVISED_2], None),
    (1, w.MISREAD[0], "revised", [w.MISREAD[1]], 3),
    (2, w.MISREAD[0], "revised", [w.MISREAD[1]], 3),
    (3, w.MISREAD[1], "same", [w.MISREAD[1]], None),
    (1, SPLIT, "split", list(w.SPLIT), 2),
    (1, w.MERGED[0], "merged", [MERGED], 2),
    (1, w.MERGED[1], "merged", [MERGED], 2),
    (1, w.TWICE, "ambiguous", [w.TWICE, w.TWICE], 2),
    (1, w.GONE, "gone", [], 2),
    (1, w.LOST, "gone", [], 2),
    (2, w.NEW, "same", [w.NEW], None),
], ids=[
    "그대로", "홀로", "제목", "이어진 낱말", "고침", "고친 뒤", "바로 읽음", "둘째에서", "셋째에서",
    "나뉨", "합침 앞", "합침 뒤", "두 벌", "빠짐", "끝에서 빠짐", "새것",
])  # fmt: skip
def test_a_link_is_answered_with_what_became_of_its_words(
    diary: Diary, revision: int, words: str, status: str, now: list[str], changed: int | None
) -> None:
    found = diary.ask(words, revision)
    assert (found.status, found.cited.text, found.cited.revision) == (status, words, revision)
    assert [one.text for one in found.current] == now
    if status != "same":
        assert found.changed is not None
        assert found.changed.number == changed


def test_what_was_cited_is_dated_by_its_state(diary: Diary) -> None:
    days = [diary.ask(w.STAYS, revision).cited.date for revision in (1, 2, 3)]
    assert days == ["2026-01-01", "2026-02-01", "2026-03-01"]


def test_the_state_at_which_it_changed_says_why(diary: Diary) -> None:
    edited, reread = diary.ask(w.REVISED).changed, diary.ask(w.MISREAD[0]).changed
    assert edited and reread
    assert [(s.number, s.since, s.cause) for s in (edited, reread)] == [
        (2, "2026-02-01", "edition"), (3, "2026-03-01", "reading"),
    ]  # fmt: skip


def test_what_is_gone_is_shown_between_its_neighbours_of_today(diary: Diary) -> None:
    found = diary.ask(w.LOST)
    assert ([one.text for one in found.before], [one.text for one in found.after]) == ([w.ALONE], ["봄\t소금 열 섬"])


def test_what_stands_is_shown_without_neighbours(diary: Diary) -> None:
    found = diary.ask(w.REVISED)
    assert (found.before, found.after, found.withdrawal) == ((), (), None)


def test_the_words_of_today_have_the_address_that_cites_them(diary: Diary) -> None:
    (now,) = diary.ask(w.REVISED).current
    assert (str(now.address).endswith("@2"), now.revision, now.document, now.kind) == (True, 3, diary.id, "paragraph")
    assert resolve(diary.store, str(now.address)).status == "same"


@pytest.mark.parametrize("pasted", ["{}에서", "{}).", "https://보기.example/gakju/p/{}?q=1#x", "/p/{}", " {} "])
def test_an_address_is_taken_as_people_paste_it(diary: Diary, pasted: str) -> None:
    address = diary.cited(w.STAYS)
    assert str(resolve(diary.store, pasted.format(address)).address) == address
    assert resolve(diary.store, pasted.format(address.upper())).status == "same"


def test_an_address_that_names_no_state_cites_the_first_words(diary: Diary) -> None:
    assert (diary.ask(w.REVISED).cited.revision, diary.ask(w.REVISED).cited.text) == (1, w.REVISED)


@pytest.mark.parametrize("address", ["7k4m2", "22222-22222", "나루터", ""])
def test_what_was_never_here_is_not_found(diary: Diary, address: str) -> None:
    with pytest.raises(NotFound):
        resolve(diary.store, address)


def test_a_state_that_never_was_or_in_which_a_passage_was_not_there_is_not_found(diary: Diary) -> None:
    new = next(p for p in stored_at(diary.store, diary.id, 2).passages if p.text == w.NEW)
    with pytest.raises(NotFound, match="names a revision in which the passage was not there"):
        resolve(diary.store, str(Address(diary.id, new.id, 1)))
    with pytest.raises(NotFound, match="names a revision in which the passage was not there"):
        resolve(diary.store, f"{diary.cited(w.STAYS)}@4")
    with pytest.raises(NotFound, match=f"the document {diary.id} has no revision 4"):
        resolve(diary.store, f"{diary.id}@4")


@pytest.mark.parametrize("tail, status, revision, date", [
    ("", "same", 1, "2026-01-01"), ("@1", "revised", 1, "2026-01-01"),
    ("@2", "revised", 2, "2026-02-01"), ("@3", "same", 3, "2026-03-01"),
])  # fmt: skip
def test_a_document_is_the_same_until_it_has_another_state(
    diary: Diary, tail: str, status: str, revision: int, date: str
) -> None:
    found = resolve(diary.store, diary.id + tail)
    assert (found.status, found.cited.kind, found.cited.text, found.cited.revision, found.cited.date) == (
        status, "document", None, revision, date,
    )  # fmt: skip
    assert (found.changed.number if found.changed else None) == (3 if status == "revised" else None)


def test_machines_get_the_same_answer(diary: Diary) -> None:
    found = diary.ask(w.REVISED)
    (now,) = found.current
    assert found.as_json("/p/a", lambda address: f"/p/{address}") == {
        "permalink": "/p/a", "status": "revised",
        "cited": {"text": w.REVISED, "document": diary.id, "revision": 1, "date": "2026-01-01"},
        "current": [
            {"text": w.REVISED_2, "permalink": f"/p/{now.address}", "document": diary.id, "revision": 3}
        ],
    }  # fmt: skip


def test_a_withdrawn_document_says_why_and_shows_no_word_of_it(tmp_path: Path) -> None:
    store = w.build(tmp_path)
    made = Diary(store, store.documents()[0].id)
    addresses = [made.cited(w.STAYS), f"{made.cited(w.STAYS)}@2", made.id, f"{made.id}@2"]
    withdraw(store, store.documents()[0].number, "저자의 요청", "2026-05-01")
    found = [resolve(store, address) for address in addresses]
    store.close()
    assert [(one.status, one.cited.text, one.current) for one in found] == [("withdrawn", None, ())] * 4
    assert found[1].as_json("/p/a", str) == {
        "permalink": "/p/a", "status": "withdrawn",
        "cited": {"text": None, "document": made.id, "revision": 2, "date": "2026-02-01"},
        "current": [], "reason": "저자의 요청", "since": "2026-05-01",
    }  # fmt: skip


def test_what_holds_none_of_the_cited_words_is_not_shown_but_of_few_words_little_need_be_left() -> None:
    assert not stands_for("하산역의 창고는 겨울에도 불을 끄지 않는다고 한다.", w.REVISED)
    assert stands_for(w.REVISED_2, w.REVISED)
    assert stands_for("표 2", "표 1")
