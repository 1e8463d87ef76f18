"""Other forms of a word are looked for only where the archive has them, and sound or are spelt like it."""

from pathlib import Path

import pytest

from archive.search.expansion import QueryUnit, maximal
from archive.search.term import ExpansionKind
from archive.tokens import Token
from tests.archive.literal import archive, brief, planned

TEXTS = (
    "페투시코프 장관이 나루터를 보았다.",
    "로동자들은 력사를 적는다.",
    "산사와 무역",
    "Петушков посетил",
    "埠頭의 배",
)


@pytest.mark.parametrize(
    "query, ids",
    [
        ("Petushkov", {"name:페투시코프", "name:петушков"}),
        ("山寺", {"hanja:산사"}),
        ("노동자", {"spelling:로동자"}),
        ("부두", {"hanja:埠頭"}),
        ("ㄴㄹㅌ", {"initials:나루터"}),
        ("ㄱㄴㄷ", set()),
        ("페투시코브", {"name:петушков", "spelling:페투시코프"}),  # a slip
        ("펭귄", set()),
    ],
)
def test_expansions(query: str, ids: set[str]) -> None:
    found, _ = planned(query, *TEXTS)
    ours = {one.id for term in found.terms for one in term.expansions if one.kind is not ExpansionKind.TERM}
    assert ours == ids


@pytest.mark.parametrize(
    "query, ids",
    [
        ("旅游", set()),  # 여유 is leeway
        ("旅遊", {"hanja:여유"}),  # Korean, it may be
        ("工业", {"hanja:공업"}),
        ("联合国", set()),  # not 연합
        ("战略伙伴关系", {"hanja:전략", "hanja:관계"}),  # not 약화
    ],
)
def test_chinese_words_that_are_known_are_read_in_korean_where_they_mean_the_same(query: str, ids: set[str]) -> None:
    texts = ("관광객은 여유가 있다.", "공업과 산업", "유엔 합동 연합 훈련", "전략적 동반자 관계의 약화")
    found, _ = planned(query, *texts)
    assert {one.id for term in found.terms for one in term.expansions if one.kind is ExpansionKind.HANJA} == ids


def test_a_unit_is_its_content_without_particles() -> None:
    words = (Token("정찰", 2, 4), Token("위성", 4, 6))
    assert QueryUnit("정찰위성의", "  정찰위성의", words, (), 2, 7).core == "정찰위성"
    assert QueryUnit("의", "의 ", (), (), 0, 2).core == "의"


def test_what_lies_inside_a_longer_token_is_not_maximal() -> None:
    long, inside, beside = Token("a", 0, 6), Token("b", 2, 4), Token("c", 5, 8)
    assert maximal([inside, long, beside]) == [long, beside]
    assert maximal([long, Token("d", 0, 6)]) == [long, Token("d", 0, 6)]


def test_characters_mixed_with_syllables_are_read_as_one_word() -> None:
    found, _ = planned("金正은", "김정은 위원장", "金正恩访俄")
    assert {one.id for one in found.terms[0].expansions} >= {"hanja:김정은", "term:kim-jong-un"}


@pytest.mark.parametrize(
    "query, found",
    [
        ("페시투코프", {"spelling:페투시코프"}),  # syllables exchanged
        ("페투ㅣㅅ코프", {"spelling:페투시코프"}),  # keys exchanged
        ("Petsuhikov", {"spelling:페투시코프"}),
        ("Петшуиков", {"spelling:페투시코프"}),
        ("회사", set()),  # a word: not 사회
        ("강남역", set()),
    ],
)
def test_a_name_with_two_neighbours_exchanged_is_what_was_meant(tmp_path: Path, query: str, found: set[str]) -> None:
    with archive(tmp_path, brief("페투시코프 장관이 사회를 보았다.", "역남강 나루터가 열렸다.")) as made:
        assert made.expansions(query) == found
        assert {one.slip for term in made.terms(query) for one in term.expansions} <= {True}


@pytest.mark.parametrize(
    "query, ids",
    [
        ("孩子被转移", set()),  # 被 says that it was done to them, and is read 피
        ("被", {"hanja:피"}),
        ("选举之际", set()),  # 之制 sounds like it
    ],
)
def test_a_single_character_of_a_sentence_and_homophones_in_other_characters_are_no_words(
    query: str, ids: set[str]
) -> None:
    found, _ = planned(query, "피가 흐른다.", "옛 之制를 따른다.", "최 씨")
    odd = {one.id for term in found.terms for one in term.expansions if one.kind is not ExpansionKind.TERM}
    assert odd == ids
