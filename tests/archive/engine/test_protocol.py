"""What engines count alike: hits by the values of their facets."""

from archive.engine.protocol import counts


def test_values_are_counted_by_facet_the_most_frequent_first_and_equals_by_name() -> None:
    found = counts(
        [("year", "2024", 1), ("kind", "note", 1), ("year", "2025", 1), ("year", "2023", 1), ("year", "2025", 1)]
    )
    assert found == {"year": {"2025": 2, "2023": 1, "2024": 1}, "kind": {"note": 1}}
    assert list(found["year"]) == ["2025", "2023", "2024"]
    assert counts([]) == {}
