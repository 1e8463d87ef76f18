"""Two archives become one: what both have is not doubled, and the links of both answer word for word."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import takedown
from archive.history import resolve
from archive.model import Document
from archive.store import Store, backup
from archive.store.merger import Merged, merge
from archive.store.schema import originals, wordings
from tests.archive.literal import brief
from tests.archive.store.diary import FERRY, LATER, stored
from tests.webapp.world import save


def test_what_is_new_comes_over_and_waits_for_the_index(tmp_path: Path) -> None:
    with stored(tmp_path / "other") as other:
        backup(other, tmp_path / "all.gakju")
    mine = Store.at(tmp_path / "mine")
    save(mine, "ferry.txt", FERRY)
    mine.queue.remove([one.key for one in mine.queue.entries()])
    assert merge(mine, tmp_path / "all.gakju") == Merged(new=1, known=1, aliases=0)
    assert [(one.document, one.gone) for one in mine.queue.entries()] == [(2, False)]
    assert merge(mine, tmp_path / "all.gakju") == Merged(new=0, known=2, aliases=0)
    mine.close()


def test_what_is_purged_here_does_not_come_back_with_its_other_revisions(tmp_path: Path) -> None:
    other = Store.at(tmp_path / "other")
    save(other, "ferry.txt", LATER)
    save(other, "ferry.txt", FERRY)
    backup(other, tmp_path / "all.gakju")
    other.close()
    mine = Store.at(tmp_path / "mine")
    save(mine, "ferry.txt", FERRY)
    takedown.purge(mine, tmp_path / "mine", mine.find("ferry.txt").number, "보기")
    assert merge(mine, tmp_path / "all.gakju").known == 1
    takedown.purge_again(mine, tmp_path / "mine")
    with mine.read_transaction() as connection:
        assert set(connection.execute(select(wordings.c.text)).scalars()) == {None}
        assert set(connection.execute(select(originals.c.data)).scalars()) == {b""}
    mine.close()


DAY = "2026-03-03"
A = "북한과 러시아는 두만강을 건너는 새 다리를 놓기로 하고 올해 봄에 공사를 시작했다."
B = "정부는 이 다리가 관광객의 왕래를 늘릴 것으로 보고 있으나 화물도 실을 수 있다."
C = "다리의 길이는 팔백오십 미터이며 내년 여름에 완공될 예정이라고 매체가 전했다."
D = "강 건너 마을에서는 다리가 서면 나루터의 배가 사라질 것이라고 걱정하는 이들이 많다."
FIRST, SECOND, THIRD = brief(A, B, title="다리"), brief(A, B, C, title="다리"), brief(A, C, D, title="다리")
ASIDE = brief(A, B, D, title="다리")


class Home:
    """A home that saw some texts one after the other; every address it ever gave is remembered with its words."""

    def __init__(self, root: Path, *texts: Document, name: str = "bridge.txt") -> None:
        self.root, self.name, self.store = root, name, Store.at(root)
        self.cited: dict[str, str] = {}
        for text in texts:
            self.see(text)

    def see(self, text: Document) -> None:
        save(self.store, self.name, text)
        for record in self.store.documents():
            for passage in self.store.document(record.id).passages:
                address = passage.address
                last = len(self.store.ledger.document(record.id).revisions)
                self.cited[str(address)] = self.cited[str(replace(address, revision=last))] = passage.text

    def take(self, other: "Home") -> Merged:
        backup(other.store, self.root / "all.gakju")
        merged = merge(self.store, self.root / "all.gakju", DAY)
        other.store.close()
        return merged

    def wrong(self, cited: dict[str, str]) -> list[str]:
        """The addresses that do not answer with what was cited, word for word."""
        return [a for a, words in cited.items() if resolve(self.store, a).cited.text != words]

    def sources(self) -> list[str]:
        return [record.source for record in self.store.documents()]


def test_a_document_of_which_the_other_saw_more_goes_on_with_it(tmp_path: Path) -> None:
    mine, other = Home(tmp_path / "mine", FIRST), Home(tmp_path / "other", FIRST, SECOND, THIRD)
    assert mine.take(other) == Merged(new=0, known=1, aliases=0)
    (record,) = mine.store.documents()
    past = [mine.store.ledger.document_at(record.id, revision) for revision in (1, 2, 3)]
    assert [one and [block.text for block in one.blocks][-1] for one in past] == [B, C, D]
    assert mine.wrong(mine.cited | other.cited) == []
    assert [p.text for p in mine.store.document(record.id).passages][-3:] == [A, C, D]
    mine.see(FIRST)
    assert {resolve(mine.store, a).status for a in list(mine.cited)[:1]} == {"same"}
    mine.store.close()


def test_of_a_document_of_which_we_saw_more_nothing_comes_over(tmp_path: Path) -> None:
    mine, other = Home(tmp_path / "mine", FIRST, SECOND), Home(tmp_path / "other", FIRST)
    assert mine.take(other) == Merged(new=0, known=1, aliases=0)
    assert (mine.sources(), mine.store.documents_ever(), mine.wrong(other.cited)) == (["bridge.txt"], 1, [])
    mine.store.close()


def test_a_document_that_went_on_differently_in_each_keeps_both_ledgers(tmp_path: Path) -> None:
    mine, other = Home(tmp_path / "mine", FIRST, SECOND), Home(tmp_path / "other", FIRST, ASIDE)
    assert mine.take(other).known == 1
    assert mine.sources() == ["bridge.txt"]
    theirs = next(a for a, words in other.cited.items() if words == D and "@" not in a)
    found = resolve(mine.store, theirs)
    assert (found.status, found.cited.text, resolve(mine.store, f"{theirs}@2").cited.text) == ("gone", D, D)
    assert mine.wrong(mine.cited) == []
    mine.store.close()


@pytest.mark.parametrize("into_the_older", [True, False])
def test_an_archive_that_saw_only_the_later_revision(tmp_path: Path, into_the_older: bool) -> None:
    older, younger = Home(tmp_path / "older", FIRST, SECOND), Home(tmp_path / "younger", SECOND, name="later.txt")
    into, other = (older, younger) if into_the_older else (younger, older)
    assert into.take(other).known == 1
    assert (into.sources(), into.store.documents_ever()) == ([into.name], 2)
    assert into.wrong(older.cited | younger.cited) == []
    again = merge(into.store, into.root / "all.gakju", DAY)
    assert (again.new, into.sources(), into.store.documents_ever()) == (0, [into.name], 2)
    standing = {a: words for a, words in (older.cited | younger.cited).items() if words in (A, B, C)}
    answers = {a: [one.text for one in resolve(into.store, a).current] for a in standing}
    assert answers == {a: [words] for a, words in standing.items()}
    into.see(THIRD)
    assert {resolve(into.store, a).status for a, words in standing.items() if words == A} == {"same"}
    assert into.sources() == [into.name]
    into.store.close()


def test_ours_is_put_into_theirs_where_theirs_went_on_from_it(tmp_path: Path) -> None:
    mine, other = Home(tmp_path / "mine", SECOND), Home(tmp_path / "other", FIRST, SECOND, THIRD)
    assert mine.take(other).known == 1
    (record,) = mine.store.documents()
    assert (record.id in {a.partition("-")[0] for a in other.cited}, record.source) == (True, "bridge.txt")
    assert mine.wrong(mine.cited | other.cited) == []
    mine.see(SECOND)
    assert mine.store.documents()[0].id == record.id
    mine.store.close()


@pytest.mark.parametrize("purged", [False, True])
def test_what_is_taken_down_here_is_taken_down_of_theirs(tmp_path: Path, purged: bool) -> None:
    mine, other = Home(tmp_path / "mine", SECOND), Home(tmp_path / "other", FIRST, SECOND, THIRD)
    number = mine.store.documents()[0].number
    if purged:
        takedown.purge(mine.store, tmp_path / "mine", number, "보기")
    else:
        takedown.withdraw(mine.store, number, "보기")
    mine.take(other)
    found = [resolve(mine.store, address) for address in other.cited]
    assert {(one.status, one.cited.text, one.withdrawal and one.withdrawal.reason) for one in found} == {
        ("withdrawn", None, "보기")
    }
    assert mine.sources() == []
    mine.store.close()


def test_a_later_backup_of_what_was_put_into_ours_brings_what_it_has_more(tmp_path: Path) -> None:
    mine, other = Home(tmp_path / "mine", FIRST, SECOND), Home(tmp_path / "other", SECOND, name="later.txt")
    mine.take(other)
    grown = Home(tmp_path / "other", name="later.txt")
    grown.see(ASIDE)
    mine.take(grown)
    assert (mine.sources(), mine.store.documents_ever()) == (["bridge.txt"], 2)
    assert mine.wrong(mine.cited | other.cited | grown.cited) == []
    now = {a: resolve(mine.store, a) for a, words in grown.cited.items() if words == A}
    assert [(one.status, one.current[0].document) for one in now.values()] == [
        ("same", mine.store.documents()[0].id)
    ] * len(now)
    mine.store.close()
