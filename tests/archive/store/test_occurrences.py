"""Which documents say the same, and since which run of the indexer."""

from pathlib import Path

from sqlalchemy import select

from archive.store import Store
from archive.store.occurrences import digest_of, holders, save_all_occurrences
from archive.store.schema import occurrences
from tests.archive.literal import brief
from tests.webapp.world import save

LONG = "나진항의 세 번째 부두에서는 지난해 가을부터 석탄을 싣는 기중기 두 대가 쉬지 않고 움직였다."
OTHER = "하산역의 창고는 궤간이 다른 두 나라의 화차가 만나는 자리여서 겨울에도 불을 끄지 않는다."


def runs(store: Store) -> dict[int, int]:
    with store.read_transaction() as connection:
        return {row.value: row.run for row in connection.execute(select(occurrences))}


def test_a_digest_is_of_letters_and_only_where_they_say_enough() -> None:
    assert digest_of(LONG) == digest_of(f"  {LONG.replace(' ', '')}!")
    assert digest_of(LONG) != digest_of(OTHER)
    assert (digest_of("Ibid."), digest_of(None)) == (None, None)


def test_what_stays_keeps_the_run_in_which_it_came(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    save(store, "a.txt", brief(LONG, title="가"))
    store.moves.follow("2026-01-01")
    save(store, "a.txt", brief(LONG, OTHER, title="가"))
    assert runs(store) == {digest_of(LONG): 1, digest_of(OTHER): 2}
    with store.write_transaction() as connection:
        save_all_occurrences(connection)
    assert set(runs(store)) == {digest_of(LONG), digest_of(OTHER)}
    store.close()


def test_the_document_that_holds_most_comes_first(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    save(store, "a.txt", brief(LONG, title="가"))
    save(store, "b.txt", brief(LONG, OTHER, title="나"))
    with store.read_transaction() as connection:
        values = [value for text in (LONG, OTHER) if (value := digest_of(text))]
        assert holders(connection, values) == [2, 1]
        assert holders(connection, []) == []
    store.close()
