"""A slip is read as what was meant, and offered; what stands in the archive as it was typed is left alone."""

from collections.abc import Iterator

import pytest

from archive.search.corrections import placed
from tests.archive.literal import Archive, archive, brief

TEXTS = ("두만강 다리의 통행료가 올랐다.", "부두노동조합은 파업을 끝냈다.", "페투시코프 장관이 나루터를 둘러보았다.")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("corrected"), brief(*TEXTS)) as made:
        yield made


@pytest.mark.parametrize(
    "query, forms",
    [
        ("enaksrkd", ["두만강"]),
        ("두만강", [None]),
        ("EL 두만강", [None, None]),  # one syllable among words is no word
        ("qwerty", [None]),
    ],
)
def test_a_word_is_read_on_the_korean_keys_if_that_is_known(
    world: Archive, query: str, forms: list[str | None]
) -> None:
    corrections = [term.correction for term in world.terms(query)]
    assert [one.form if one else None for one in corrections] == forms


@pytest.mark.parametrize("query", ["enaksrkd", "두 만 강 다 리", "페투시코브"])
def test_what_is_taken_as_typed_is_not_corrected(world: Archive, query: str) -> None:
    assert all(term.correction is None for term in world.terms(query, exactly=True))


@pytest.mark.parametrize(
    "query, offered",
    [
        ("enaksrkd 다리", "두만강 다리"),
        ("페투시코브 장관", "페투시코프 장관"),
        ("페시투코프 장관", "페투시코프 장관"),
        ("두만강 다리", None),
        ("통행료", None),
        ("두 만 강 다 리", None),  # found as it stands
        ("부두 노동조합", None),
    ],
)
def test_the_query_with_its_slips_put_right_is_offered(world: Archive, query: str, offered: str | None) -> None:
    assert world.ask(query).suggested == offered


def test_where_the_answer_is_doubtful_the_nearest_word_is_offered(world: Archive) -> None:
    assert (world.ask("페투코프").suggested, world.ask("페투코프 장관").suggested) == ("페투시코프", "페투시코프 장관")
    assert world.ask("페투코프 갑문 등부표 준설선").suggested is None  # nor would that be answered
    assert world.ask("페투코프", exactly=True).suggested is None


def test_words_have_their_places_in_what_is_analysed() -> None:
    words = list(placed([("enaks", "두만", None, (0, 5)), ("강", "강", None, (6, 7))]))
    assert [(one.text, one.start, one.end, one.typed) for one in words] == [
        ("두만", 0, 2, (0, 5)),
        ("강", 3, 4, (6, 7)),
    ]


@pytest.mark.parametrize("letter", ["\ud7ed", "\u11db", "\ud7df", "\u1160"])
def test_half_syllables_that_the_model_writes_otherwise_are_left_as_typed(world: Archive, letter: str) -> None:
    terms = world.terms(f"년북러{letter}도")
    assert terms and all(term.correction is None for term in terms)
