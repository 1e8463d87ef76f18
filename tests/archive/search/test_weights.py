"""What weighs how much, in one value."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from archive.engine.protocol import PASSAGE_FIELDS
from archive.search.weights import Weights


def test_of_the_places_that_engines_know_the_title_weighs_most() -> None:
    weighed = replace(Weights(), title=5.0)
    assert {place: weighed.place(place) for place in PASSAGE_FIELDS} == {"text": 1.0, "heading": 1.0, "title": 5.0}


def test_a_weight_is_changed_in_a_copy_so_that_what_it_brings_can_be_measured() -> None:
    usual, without = Weights(), replace(Weights(), bigram=0.0)
    assert (usual.bigram > 0, without.bigram, replace(without, bigram=usual.bigram) == usual) == (True, 0.0, True)
    with pytest.raises(FrozenInstanceError):
        usual.bigram = 0.0  # type: ignore[misc]


def test_no_weight_is_below_nothing() -> None:
    weights = {field.name: getattr(Weights(), field.name) for field in fields(Weights) if field.name != "kinds"}
    assert [name for name, weight in weights.items() if weight < 0] == []


def test_more_is_asked_of_an_answer_than_of_a_hit() -> None:
    ranking = Weights()
    assert ranking.enough < ranking.answer <= 1
