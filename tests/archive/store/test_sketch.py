"""The smallest hashes of a text's n-grams are shared as far as its letters are."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from archive.model import drafts
from archive.store import Store
from archive.store.schema import VERSION, sketches
from archive.store.sketch import SHINGLE, SKETCH, sketch
from tests.archive.literal import brief
from tests.archive.store.diary import BRIDGE, FERRY, stored

RANDOM = Random(11)
SENTENCES = ["".join(chr(0xAC00 + RANDOM.randrange(11_172)) for _ in range(40)) for _ in range(60)]


def of(*texts: str) -> list[int]:
    return sketch(drafts(brief(*texts)))


def test_a_sketch_is_small_ascending_and_fits_into_a_column() -> None:
    made = of(*SENTENCES)
    assert (len(made), made) == (SKETCH, sorted(set(made)))
    assert all(0 <= value < 1 << 63 for value in made)


@pytest.mark.parametrize("kept", [60, 48, 36])
def test_texts_share_of_their_sketches_what_they_share_of_their_letters(kept: int) -> None:
    other = [*SENTENCES[:kept], *(text[::-1] for text in SENTENCES[kept:])]
    shared = len(set(of(*SENTENCES)) & set(of(*other)))
    assert shared == pytest.approx(SKETCH * kept / 60, abs=SKETCH / 4)


def test_texts_of_other_letters_share_nothing() -> None:
    assert set(of(*SENTENCES[:30])).isdisjoint(of(*SENTENCES[30:]))


def test_spaces_signs_and_the_order_of_passages_count_nothing_and_no_ngram_goes_on_into_the_next() -> None:
    first, second = SENTENCES[0], SENTENCES[1]
    assert of(first, second) == of(f"{second[:9]} {second[9:]}.", first)
    one = of(first + second)
    assert len(set(one) - set(of(first, second))) < SHINGLE


@pytest.mark.parametrize("text", ["나루", "나루터다리강가에"])
def test_a_short_text_is_one_ngram(text: str) -> None:
    assert len(of(text)) == 1
    assert of(text) == of(text, text)
    assert set(of(text)) < set(of(text, "강 건너 마을"))


def test_half_a_pair_is_a_letter_as_any() -> None:
    assert len(of("나루 \ud800")) == 1


def test_a_store_of_version_5_gets_its_sketches_anew(tmp_path: Path) -> None:
    with stored(tmp_path):
        pass
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        sql.execute("UPDATE sketches SET value = rowid")
        sql.execute("UPDATE facts SET value = '5' WHERE name = 'schema'")
    sql.close()
    store = Store.at(tmp_path)
    with store.read_transaction() as connection:
        kept = connection.execute(sketches.select().order_by(*sketches.c)).all()
    expected = [(number, value) for number, one in ((1, FERRY), (2, BRIDGE)) for value in sketch(drafts(one))]
    assert (store.setting("schema"), [tuple(row) for row in kept]) == (str(VERSION), expected)
    store.close()
