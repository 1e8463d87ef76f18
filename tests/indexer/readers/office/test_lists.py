"""A list counts on through a document; a higher level begins the lower ones anew."""

from indexer.readers.office.lists import ListCounters, ListLevel, ListStyle

STYLE = ListStyle("a", {0: ListLevel("{1}."), 1: ListLevel("{1}.{2}"), 2: ListLevel("({3})", "HANGUL_SYLLABLE")})


def test_levels_count_and_begin_anew_under_a_higher_one() -> None:
    counters = ListCounters()
    printed = [counters.next(STYLE, level) for level in (0, 1, 1, 2, 0, 1, 2)]
    assert printed == ["1.", "1.1", "1.2", "(가)", "2.", "2.1", "(가)"]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    style = ListStyle("a", {0: ListLevel("{1}."), 1: ListLevel("{2})", restart=0)})
    counters = ListCounters()
    assert [counters.next(style, level) for level in (0, 1, 0, 1)] == ["1.", "1)", "2.", "2)"]


def test_styles_of_one_counter_count_together_and_one_may_start_over() -> None:
    counters, other = ListCounters(), ListStyle("a", {0: ListLevel("{1})", start=5)})
    assert (counters.next(STYLE, 0), counters.next(other, 0)) == ("1.", "2)")
    for _ in range(2):
        counters.start_over("other", "a", 0)
    assert (counters.next(other, 0), counters.next(other, 0)) == ("5)", "6)")


def test_a_level_that_was_skipped_stands_at_its_start() -> None:
    assert ListCounters().next(STYLE, 1) == "1.1"


def test_a_bullet_is_its_sign_and_an_unknown_level_nothing() -> None:
    style = ListStyle("a", {0: ListLevel("•", bullet=True), 1: ListLevel("{1}-{2}", "upperRoman", legal=True)})
    counters = ListCounters()
    assert [counters.next(style, level) for level in (0, 1, 7)] == ["•", "1-1", ""]
