"""Floors that only rise: the forms of Russian verbs meet, and words that only look like them don't."""

import pytest

pytestmark = pytest.mark.slow

# Of the half that was held back: what its first measuring gave, and without these paradigms.
MET = {
    "aspect": 0.75,  # 0
    "finite": 0.92,  # .874
    "gerund": 0.97,  # .572
    "participle, active": 0.96,  # 0
    "participle, passive": 0.97,  # 0
    "participle, short": 0.64,  # .117
    "reflexive": 0.87,  # 0
}


def test_verbs_meet_their_forms_and_nothing_else() -> None:
    from tests.quality.verbs import met, trapped  # their dictionary takes a second

    share = {kind: 1 - len(lost) / many for kind, (many, lost) in met(held=True).items()}
    assert {kind: share[kind] for kind, floor in MET.items() if share[kind] < floor} == {}
    assert [trapped(held)[1] for held in (False, True)] == [[], []]
