"""Kind 3: what happens to files. Names change hands, files are parted, merged, copied and removed."""

from random import Random

from tests.quality.chains.bench import Bench
from tests.quality.chains.detours import texts
from tests.quality.chains.drafts import Draft, Writer, render
from tests.quality.chains.edits import word_changed
from tests.quality.chains.traced import Traced
from tests.quality.chains.world import State

ONE, TWO, THREE = "one.txt", "two.txt", "three.txt"


def operations(bench: Bench, random: Random) -> None:
    """Each operation on texts of its own."""
    for operation in bench.some((swapped, swapped_and_back, overwritten, renamed, copied, parted, merged)):
        drafts = [draft for _, draft in texts(random)]
        first, second = random.sample(drafts, 2)
        for label, states in operation(first, second, Writer(random)):
            bench.chain(f"{operation.__name__}: {label}", states)


Chains = list[tuple[str, list[State]]]


def swapped(first: Draft, second: Draft, writer: Writer) -> Chains:
    one, two, one_after, two_after = _pairs(first, second, writer)
    begin = {ONE: one, TWO: two}
    return [
        ("as they are", [begin, {ONE: two, TWO: one}]),
        ("a word changed in each", [begin, {ONE: two_after, TWO: one_after}]),
    ]


def swapped_and_back(first: Draft, second: Draft, writer: Writer) -> Chains:
    one, two, one_after, two_after = _pairs(first, second, writer)
    begin = {ONE: one, TWO: two}
    return [("a word changed in each", [begin, {ONE: two_after, TWO: one_after}, begin])]


def overwritten(first: Draft, second: Draft, writer: Writer) -> Chains:
    """A file gets another text while its own moves to another name."""
    one, two, one_after, _ = _pairs(first, second, writer)
    return [
        ("by a new text", [{ONE: one}, {ONE: two, TWO: one}]),
        ("by a new text, a word changed", [{ONE: one}, {ONE: two, TWO: one_after}]),
        ("in a ring", [{ONE: one, TWO: two}, {TWO: one_after, THREE: two}, {THREE: one, ONE: two}]),
    ]


def renamed(first: Draft, second: Draft, writer: Writer) -> Chains:
    one, two, one_after, two_after = _pairs(first, second, writer)
    return [
        ("as it is", [{ONE: one, TWO: two}, {THREE: one, TWO: two}]),
        ("a word changed", [{ONE: one, TWO: two}, {THREE: one_after, TWO: two_after}]),
        ("twice", [{ONE: one}, {TWO: one_after}, {THREE: one}]),
    ]


def copied(first: Draft, second: Draft, writer: Writer) -> Chains:
    one, two, one_after, _ = _pairs(first, second, writer)
    return [
        ("then the first deleted", [{ONE: one, TWO: two}, {ONE: one, THREE: one, TWO: two}, {THREE: one, TWO: two}]),
        ("then changed", [{ONE: one}, {ONE: one, TWO: one}, {TWO: one_after}]),
    ]


def parted(first: Draft, second: Draft, writer: Writer) -> Chains:
    half = len(first) // 2
    whole, front, back = render(first), render(first[:half]), render((*first[:1], *first[half:]))
    third = (*first[: half // 2], *first[half:])
    return [
        ("both new", [{ONE: whole}, {TWO: front, THREE: back}]),
        ("the first keeps its half", [{ONE: whole}, {ONE: front, TWO: back}]),
        ("and back", [{ONE: whole}, {ONE: front, TWO: back}, {ONE: whole}]),
        ("a chapter leaves", [{ONE: whole}, {ONE: render(third), TWO: render(first[half // 2 : half])}]),
    ]


def merged(first: Draft, second: Draft, writer: Writer) -> Chains:
    one, two, both = render(first), render(second), render((*first, *second))
    return [
        ("both removed", [{ONE: one, TWO: two}, {THREE: both}]),
        ("the first takes the second in", [{ONE: one, TWO: two}, {ONE: both}]),
        ("and back", [{ONE: one, TWO: two}, {ONE: both}, {ONE: one, TWO: two}]),
    ]


def _pairs(first: Draft, second: Draft, writer: Writer) -> tuple[Traced, Traced, Traced, Traced]:
    return render(first), render(second), render(word_changed(first, writer)), render(word_changed(second, writer))
