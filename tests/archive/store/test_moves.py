"""Passages that left their document for another are followed there, and documents that stand in others lead there."""

from pathlib import Path
from random import Random

import pytest

from archive import takedown
from archive.alignment import holds_some
from archive.errors import LedgerError
from archive.history import resolve
from archive.open import Archive
from archive.store import Store, backup, restore
from archive.store.moves import NEARLY_ALL
from indexer.run import Build, Report
from tests.indexer.test_file_operations import Folder, changed, text

LONG = "이 주보는 극동의 물류와 수산에 관한 지난 한 주의 소식을 지역 신문에서 추려 모아 옮긴 것이다."


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def answers(folder: Folder, document: str) -> dict[str, tuple[str, list[str]]]:
    found = {address: resolve(folder.store, address) for address in folder.cited[document]}
    return {a: (one.status, [current.text for current in one.current]) for a, one in found.items()}


def test_the_part_that_left_is_answered_from_its_new_document(folder: Folder) -> None:
    folder.index({"a.txt": text(1)})
    (whole,) = folder.cited
    report = folder.index({"a.txt": text(1)[:5], "b.txt": text(1)[5:]})
    assert folder.lost() == []
    moved = [address for address, (status, _) in answers(folder, whole).items() if status == "moved"]
    assert len(moved) == 3
    found = resolve(folder.store, moved[0])
    (there,) = found.current
    assert (found.cited.document, found.address.document, there.document == whole) == (whole, whole, False)
    assert found.changed and found.changed.number == 2
    assert len(report.moved) == 1 and "3 passages" in report.moved[0]


def test_of_a_document_that_lost_half_it_is_said_only_if_it_stands_nowhere_else(folder: Folder) -> None:
    folder.index({"a.txt": text(1)})
    assert folder.index({"a.txt": text(1)[:3], "b.txt": text(1)[3:]}).warnings == []
    (warning,) = folder.index({"a.txt": text(1)[:1], "b.txt": text(1)[3:]}).warnings
    assert "2 of its 3 passages are gone" in warning


def test_what_moved_is_followed_through_what_happens_to_it_there(folder: Folder) -> None:
    folder.index({"a.txt": text(1)})
    (whole,) = folder.cited
    folder.index({"a.txt": text(1)[:5], "b.txt": text(1)[5:]})
    folder.index({"a.txt": text(1)[:5], "b.txt": [*text(2), *changed(text(1))[5:]], "c.txt": text(3)})
    assert {status for status, _ in answers(folder, whole).values()} == {"same", "moved"}
    folder.index({"a.txt": text(1)[:5], "b.txt": text(2), "c.txt": [*text(3), *text(1)[5:]]})
    assert folder.lost() == []
    folder.index({"a.txt": text(1), "b.txt": text(2), "c.txt": text(3)})
    assert {status for status, _ in answers(folder, whole).values()} == {"same"}


def test_words_that_stood_elsewhere_before_are_a_hint_and_no_answer(folder: Folder) -> None:
    folder.index({"a.txt": [LONG, *text(1)], "b.txt": [LONG, *text(2)]})
    address = next(a for addresses in folder.cited.values() for a, words in addresses.items() if words == LONG)
    folder.index({"a.txt": text(1), "b.txt": [LONG, *text(2)]})
    found = resolve(folder.store, address)
    assert (found.status, found.current) == ("gone", ())
    assert [one.text for one in found.similar] == [LONG]
    assert found.similar[0].document != found.address.document


def test_two_documents_that_became_one_lead_there_and_return_with_their_files(folder: Folder) -> None:
    folder.index({"a.txt": text(1), "b.txt": text(2)})
    one, two = folder.cited
    report = folder.index({"c.txt": text(1) + text(2)})
    assert folder.lost() == []
    assert (folder.sources(), report.missing) == (["c.txt"], [str(folder.files / n) for n in ("a.txt", "b.txt")])
    assert {status for status, _ in answers(folder, two).values()} == {"moved"}
    assert (resolve(folder.store, one).status, resolve(folder.store, two).status) == ("same", "moved")
    assert folder.index({"c.txt": text(1) + text(2)}).missing == [str(folder.files / "a.txt")]
    folder.index({"a.txt": text(1), "b.txt": text(2), "c.txt": text(3)})
    assert folder.lost() == []
    assert {status for status, _ in (answers(folder, one) | answers(folder, two)).values()} == {"same"}


def test_a_missing_document_of_which_much_stands_nowhere_else_stays(folder: Folder) -> None:
    assert NEARLY_ALL > 6 / 8
    folder.index({"a.txt": text(1)})
    folder.index({"b.txt": text(1)[:3] + text(2), "c.txt": text(1)[3:6] + text(3)})
    assert (folder.sources(), folder.lost()) == (["a.txt", "b.txt", "c.txt"], [])


def test_a_run_that_was_killed_before_it_followed_is_gone_on_with(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.index({"a.txt": text(1)})
    with monkeypatch.context() as patched:
        patched.setattr(Build, "_follow_moves", lambda self: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            folder.index({"a.txt": text(1)[:5], "b.txt": text(1)[5:]})
    folder.index({"a.txt": text(1)[:5], "b.txt": text(1)[5:], "c.txt": text(2)})
    assert folder.lost() == []


@pytest.mark.parametrize("seed", range(5))
def test_whatever_happens_to_files_nothing_foreign_is_shown_and_what_returns_is_the_same(
    folder: Folder, seed: int
) -> None:
    random = Random(seed)
    words = text(1)

    def places() -> dict[str, list[str]]:
        names = random.sample(["a.txt", "b.txt", "c.txt"], random.randint(1, 3))
        return {name: random.sample(words, random.randint(2, 6)) for name in names}

    first = places()
    folder.index(first)
    begin = {address: said for addresses in folder.cited.values() for address, said in addresses.items()}
    for _ in range(3):
        folder.index(places())
    folder.index(first)
    for address, said in begin.items():
        assert [one.text for one in resolve(folder.store, address).current] == [said]
    for address, said in ((a, said) for addresses in folder.cited.values() for a, said in addresses.items()):
        found = resolve(folder.store, address)
        assert found.cited.text == said
        assert all(holds_some(one.text, said) for one in found.current)


def twins(folder: Folder) -> tuple[str, str]:
    folder.index({"a.txt": text(1), "b.txt": [words.replace("일꾼", "일손") for words in text(1)]})
    one, two = folder.store.find("a.txt").id, folder.store.find("b.txt").id
    return one, two


def merge(folder: Folder, one: str, two: str) -> int:
    return folder.store.moves.merge(folder.store.find(one).number, folder.store.find(two).number, "2026-02-02")


def test_two_that_are_one_are_put_together_for_good(folder: Folder) -> None:
    one, two = twins(folder)
    assert merge(folder, one, two) == 8
    assert folder.sources() == ["b.txt"]
    assert {(status, len(now)) for status, now in answers(folder, one).values()} == {("revised", 1)}
    report: Report = Build(Archive(folder.store, folder.home)).run([str(folder.files)])
    assert (report.new, report.changed, folder.sources()) == ([], [], ["b.txt"])
    folder.index({"b.txt": [words.replace("일꾼", "사람") for words in text(1)]})
    assert [status for status, _ in answers(folder, one).values()] == ["revised"] * 8
    assert folder.store.find("a.txt").id == one


@pytest.mark.parametrize("other", ["itself", "again", "withdrawn"])
def test_what_cannot_be_put_together_is_said(folder: Folder, other: str) -> None:
    one, two = twins(folder)
    if other == "again":
        merge(folder, one, two)
    if other == "withdrawn":
        takedown.withdraw(folder.store, folder.store.find(two).number, "보기")
    with pytest.raises(LedgerError):
        merge(folder, one, one if other == "itself" else two)


def test_a_purge_takes_along_what_stands_in_the_document(folder: Folder) -> None:
    one, two = twins(folder)
    merge(folder, one, two)
    takedown.purge(folder.store, folder.home, folder.store.find(two).number, "보기")
    assert {(status, tuple(now)) for status, now in answers(folder, one).values()} == {("withdrawn", ())}


def test_a_backup_carries_what_moved(folder: Folder, tmp_path: Path) -> None:
    folder.index({"a.txt": text(1)})
    folder.index({"a.txt": text(1)[:5], "b.txt": text(1)[5:]})
    backup(folder.store, tmp_path / "all.gakju")
    before, folder.store = folder.store, Store.at(tmp_path / "restored")
    restore(folder.store, tmp_path / "all.gakju")
    assert folder.lost() == []
    folder.store.close()
    before.close()
