"""A published address answers for ever: through new readings, new editions, renamings, other homes and databases."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import LedgerError, NotFound, StoreError
from archive.history.resolution import Resolution, resolve
from archive.open import Archive
from archive.search.search import Search
from archive.store import Store, backup, merge, restore
from archive.takedown import purge, purge_again, put_back, withdraw
from indexer.run import Build

FIRST = """배경

북한과 러시아는 지난해 봄에 새로운 운송 협정을 맺었다. 협정은 두 나라의 항구를 함께 쓰는 일을 다룬다.

세관의 전산망은 가을까지 이어 붙일 계획이다. 통관에 드는 시간은 절반으로 줄어든다.

전력 사정이 나빠 냉동 화물은 당분간 받지 못한다.

두 나라는 해마다 봄에 위원회를 열어 협정이 지켜지는지 살핀다.

위원회의 의장은 두 나라가 번갈아 맡는다.
"""
LINES = [line for line in FIRST.splitlines() if line]


class World:
    """A home, a folder of briefs, and what a person does with them."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.home, self.briefs = folder / "home", folder / "briefs"
        self.briefs.mkdir(parents=True)
        self.store = Store.at(self.home, url)

    def index(self, text: str, name: str = "brief.txt", day: str = "2026-01-01", anew: bool = False) -> None:
        path = self.briefs / name
        old = path.stat().st_mtime_ns if path.exists() else 0
        path.write_text(text, "utf-8")
        os.utime(path, ns=(old + 10**9, old + 10**9))
        assert Build(Archive(self.store, self.home), today=day).run([str(self.briefs)], anew).failed == []

    def address(self, words: str) -> str:
        hits = Search(self.store, self.home).search(f'"{words}"').hits
        assert len(hits) == 1, words
        return hits[0].address

    def ask(self, address: str) -> Resolution:
        return resolve(self.store, address)


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    url = None
    if request.param == "postgresql":
        url = fresh_postgres()
    made = World(tmp_path / "world", url)
    yield made
    made.store.close()


def fresh_postgres() -> str:
    """The test server's database, emptied."""
    from sqlalchemy import create_engine

    from archive.store.schema import tables

    url = os.environ.get("GAKJU_TEST_POSTGRESQL")
    if not url:
        pytest.skip("no PostgreSQL: set GAKJU_TEST_POSTGRESQL to the address of an empty test database")
    engine = create_engine(url)
    tables.drop_all(engine)
    engine.dispose()
    return url


def test_the_same(world: World) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    found = world.ask(address)
    assert (found.status, found.cited.text, found.cited.date) == ("same", LINES[2], "2026-01-01")
    assert [one.text for one in found.current] == [LINES[2]]


@pytest.mark.parametrize(
    "changed",
    [
        FIRST.replace("\n\n", "\r\n\r\n"),
        FIRST.replace(" ", "  "),
        __import__("unicodedata").normalize("NFD", FIRST),
        "주요 내용\n\n새로 붙은 문단이 하나 있다.\n\n" + FIRST,
        FIRST.replace(LINES[1] + "\n\n", ""),
        "\n\n".join([LINES[0], *reversed(LINES[1:])]) + "\n",
    ],
    ids=["crlf", "spaces", "nfd", "inserted", "removed", "reordered"],
)
def test_a_passage_that_says_the_same_is_the_same(world: World, changed: str) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    world.index(changed, day="2026-02-01")
    found = world.ask(address)
    assert found.status == "same"
    assert [str(one.address) for one in found.current] == [address]


def test_revised_shows_both_and_when(world: World) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    world.index(FIRST.replace("절반으로", "삼분의 일로"), day="2026-02-01")
    found = world.ask(address)
    assert (found.status, found.cited.text) == ("revised", LINES[2])
    assert [one.text for one in found.current] == [LINES[2].replace("절반으로", "삼분의 일로")]
    assert found.changed is not None
    assert (found.changed.since, found.changed.cause) == ("2026-02-01", "edition")
    assert world.address("통관에 드는 시간") == f"{address}@2"
    assert world.ask(f"{address}@2").status == "same"


def test_what_was_cited_never_changes(world: World) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    for day, words in (("2026-02-01", "삼분의 일로"), ("2026-03-01", "사분의 일로")):
        world.index(FIRST.replace("절반으로", words), day=day)
    assert [world.ask(f"{address}@{revision}").cited.text for revision in (1, 2, 3)] == [
        LINES[2],
        LINES[2].replace("절반으로", "삼분의 일로"),
        LINES[2].replace("절반으로", "사분의 일로"),
    ]


def test_split_and_merged_say_which_part_goes_where(world: World) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    world.index(FIRST.replace("계획이다. 통관", "계획이다.\n\n통관"), day="2026-02-01")
    split = world.ask(address)
    assert split.status == "split"
    assert [one.text for one in split.current] == [
        "세관의 전산망은 가을까지 이어 붙일 계획이다.",
        "통관에 드는 시간은 절반으로 줄어든다.",
    ]
    halves = [str(one.address) for one in split.current]
    world.index(FIRST, day="2026-03-01")
    assert {world.ask(f"{half}@2").current[0].text for half in halves} == {LINES[2]}
    assert "merged" in {world.ask(f"{half}@2").status for half in halves}


def test_gone_says_so_and_shows_the_neighbours(world: World) -> None:
    world.index(FIRST)
    address = world.address("냉동 화물")
    world.index(FIRST.replace(LINES[3] + "\n\n", ""), day="2026-02-01")
    found = world.ask(address)
    assert (found.status, found.cited.text, found.current) == ("gone", LINES[3], ())
    assert [one.text for one in (*found.before, *found.after)] == [LINES[2], LINES[4]]
    assert found.changed is not None
    assert found.changed.since == "2026-02-01"


def test_what_comes_back_has_its_old_address(world: World) -> None:
    world.index(FIRST)
    address = world.address("냉동 화물")
    world.index(FIRST.replace(LINES[3] + "\n\n", ""), day="2026-02-01")
    world.index(FIRST, day="2026-03-01")
    assert world.ask(address).status == "same"
    assert world.address("냉동 화물") == address


def test_a_renamed_and_revised_file_keeps_its_links(world: World) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    (world.briefs / "brief.txt").unlink()
    world.index(FIRST.replace("냉동", "냉장"), name="renamed.txt", day="2026-02-01")
    assert world.ask(address).status == "same"


@pytest.mark.parametrize("pasted", ["{}에서", "{}).", "https://old.example.org/gakju/p/{}?lang=en#x", "/p/{}", "{}는"])
def test_an_address_is_found_in_what_people_paste(world: World, pasted: str) -> None:
    world.index(FIRST)
    address = world.address("냉동 화물")
    assert str(world.ask(pasted.format(address)).address) == address


def test_what_was_never_an_address_is_not_found(world: World) -> None:
    world.index(FIRST)
    for never in ("22222-22222", world.address("냉동 화물") + "@7", "북한"):
        with pytest.raises(NotFound):
            world.ask(never)


def test_withdrawn_is_out_of_search_and_says_why(world: World) -> None:
    world.index(FIRST)
    address = world.address("냉동 화물")
    (record,) = world.store.documents()
    withdraw(world.store, record.number, "저자의 요청", "2026-05-01")
    Archive(world.store, world.home).catch_up()
    found = world.ask(address)
    assert found.withdrawal is not None
    assert (found.status, found.cited.text, found.withdrawal.reason) == ("withdrawn", None, "저자의 요청")
    assert Search(world.store, world.home).search("화물").hits == ()
    assert world.store.documents() == []
    world.index(FIRST.replace("봄", "여름"), day="2026-06-01")
    Archive(world.store, world.home).rebuild()
    assert Search(world.store, world.home).search("화물").hits == ()
    put_back(world.store, record.number)
    Archive(world.store, world.home).catch_up()
    assert world.ask(address).status == "same"
    assert world.address("냉동 화물") == address


def test_purged_text_is_gone_from_the_disk_and_from_a_restored_backup(world: World, tmp_path: Path) -> None:
    world.index(FIRST)
    address = world.address("냉동 화물")
    backup(world.store, tmp_path / "before.gakju")
    (record,) = world.store.documents()
    purge(world.store, world.home, record.number, "법원의 결정", "2026-05-01")
    Archive(world.store, world.home).clear_away()
    assert (world.ask(address).status, world.ask(address).cited.text) == ("withdrawn", None)
    secret = "냉동 화물은 당분간".encode()
    kept = [path for path in world.home.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert kept == []
    (world.home / "archive.sqlite").unlink(missing_ok=True)
    again = Store.at(world.home)
    restore(again, tmp_path / "before.gakju")
    assert purge_again(again, world.home) == 1
    assert resolve(again, address).status == "withdrawn"
    again.close()


def test_a_withdrawal_needs_a_reason(world: World) -> None:
    world.index(FIRST)
    (record,) = world.store.documents()
    with pytest.raises(LedgerError, match="reason"):
        withdraw(world.store, record.number, " ")


def test_a_backup_moves_to_another_home(world: World, tmp_path: Path) -> None:
    world.index(FIRST)
    address = world.address("통관에 드는 시간")
    world.index(FIRST.replace("절반으로", "삼분의 일로"), day="2026-02-01")
    assert backup(world.store, tmp_path / "all.gakju") == 1
    moved = Store.at(tmp_path / "moved")
    assert restore(moved, tmp_path / "all.gakju") == 1
    Archive(moved, tmp_path / "moved").rebuild()
    found = resolve(moved, address)
    assert (found.status, found.cited.text) == ("revised", LINES[2])
    assert [hit.address for hit in Search(moved, tmp_path / "moved").search("통관").hits] == [f"{address}@2"]
    with pytest.raises(StoreError, match="holds documents already"):
        restore(moved, tmp_path / "all.gakju")
    moved.close()


@pytest.mark.parametrize("damage", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18], ids=["empty", "other", "bare zip"])
def test_a_damaged_backup_writes_nothing(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "broken").write_bytes(damage)
    store = Store.at(tmp_path / "home")
    with pytest.raises(StoreError, match="no backup"):
        restore(store, tmp_path / "broken")
    assert store.documents_ever() == 0
    store.close()


def test_merging_two_archives_keeps_the_links_of_both(world: World, tmp_path: Path) -> None:
    """The other archive met the brief in an earlier edition, so its ids are others."""
    other = World(tmp_path / "other")
    other.index(FIRST.replace("봄에 새로운", "봄에"))
    early = [other.address(words) for words in ("통관에 드는 시간", "냉동 화물")]
    other.index(FIRST, day="2026-02-01")
    other.index(
        "러시아 극동의 화물은 겨울에 크게 줄어든다.\n\n철도 당국은 열차를 줄여 운행하였다.\n", name="second.txt"
    )
    second = other.address("철도 당국은")
    backup(other.store, tmp_path / "other.gakju")
    other.store.close()
    world.index(FIRST)
    mine = [world.address(words) for words in ("통관에 드는 시간", "냉동 화물")]
    assert {address.split("@")[0] for address in mine}.isdisjoint(early)
    merged = merge(world.store, tmp_path / "other.gakju")
    assert (merged.new, merged.known) == (1, 1)
    Archive(world.store, world.home).catch_up()
    assert [world.ask(address).status for address in (*mine, *early, second)] == ["same"] * 5
    assert [str(world.ask(address).current[0].address) for address in early] == mine
    assert world.ask(f"{early[0]}@2").status == "same"  # the other archive's revision 2
    assert world.address("철도 당국은") == second
    assert merge(world.store, tmp_path / "other.gakju").new == 0
