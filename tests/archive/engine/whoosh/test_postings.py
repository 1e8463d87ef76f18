"""Terms and phrases stand in the rows where they were written, as often as they were."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from archive.engine.evaluation import Postings
from archive.engine.whoosh.postings import StreamPostings, StreamWriter, phrase_postings
from tests.archive.engine.worlds import TERMS, places, terms

rows = st.lists(st.lists(terms, max_size=8), max_size=40)


def stream(rows: list[list[str]]) -> StreamPostings:
    writer = StreamWriter()
    for row in rows:
        writer.add(row)
    return StreamPostings(writer.arrays())


def pairs(found: Postings) -> list[tuple[int, int]]:
    return list(zip(found.rows.tolist(), found.counts.tolist(), strict=True))


def begins(row: list[str], phrase: tuple[tuple[str, ...], ...]) -> int:
    last = len(row) - len(phrase) + 1
    return sum(all(row[at + i] in place for i, place in enumerate(phrase)) for at in range(last))


@given(rows)
def test_a_term_stands_where_it_was_written(written: list[list[str]]) -> None:
    kept = stream(written)
    for term in (*TERMS, "없음"):
        assert pairs(kept.postings(term)) == [(n, row.count(term)) for n, row in enumerate(written) if term in row]
    assert kept.lengths.tolist() == [len(row) for row in written]


@given(rows, places)
def test_a_phrase_stands_where_its_places_follow_each_other(
    written: list[list[str]], phrase: tuple[tuple[str, ...], ...]
) -> None:
    truth = [(n, count) for n, row in enumerate(written) if (count := begins(row, phrase))]
    assert pairs(phrase_postings(stream(written), phrase)) == truth


def test_a_rare_place_is_looked_for_first_and_the_rest_beside_it() -> None:
    written = [["북한", "위성"]] * 300 + [["북한", "발사", "북한", "위성"]] + [["위성", "발사"]] * 300
    assert pairs(phrase_postings(stream(written), (("북한",), ("발사",)))) == [(300, 1)]


@given(rows)
def test_terms_are_listed_in_the_order_in_which_they_lie(written: list[list[str]]) -> None:
    kept = stream(written)
    assert {term.decode() for term in kept.terms()} == {term for row in written for term in row}
    assert [crc32(term) for term in kept.terms()] == kept.checksums.tolist() == sorted(kept.checksums.tolist())
