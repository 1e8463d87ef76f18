"""What is typed in any script and spelling is found in the forms that stand in the archive, and in no others."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.archive.literal import Archive, archive, brief, marked, planned
from tests.quality.matches import faults

TEXTS = {
    "minister": "페투시코프 장관이 나루터를 둘러보았다.",
    "russian": "Петушков посетил переправу в Хасане.",
    "english": "Petushkov inspected the new landing stage.",
    "kim": "김보람 사공은 겨울에 노를 젓는다.",
    "others": "김치와 김밥, 김 양식장의 수출이 늘었다.",
    "hanja": "고려의 외교와 대외 무역을 살핀다.",
    "north": "로동자들은 력사의 나루배를 탔다.",
    "south": "노동자와 역사의 나룻배를 적는다.",
    "bridge": "두만강 다리의 통행료가 올랐다.",
    "council": "안보리는 결의를 채택하지 못했다.",
    "pier": "부두노동조합은 파업을 끝냈다.",
}
IDS = {text: name for name, text in TEXTS.items()}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("understood"), brief(*TEXTS.values())) as made:
        yield made


def found(world: Archive, query: str, **wanted: object) -> set[str]:
    return {IDS[text] for text in world.found(query, **wanted)}


@pytest.mark.parametrize("query", ["Petushkov", "Петушков", "Петушковым", "페투시코프", "petushkov"])
def test_a_name_in_one_script_finds_it_in_every_other(world: Archive, query: str) -> None:
    assert found(world, query) == {"minister", "russian", "english"}


def test_a_name_of_several_words_is_one_word_of_the_archive(world: Archive) -> None:
    assert found(world, "Kim Boram") == {"kim"}
    (term,) = world.terms("Kim Boram")
    assert (term.printed, [expansion.id for expansion in term.expansions]) == ("Kim Boram", ["name:김보람"])


def test_kim_does_not_find_every_word_that_begins_with_it(world: Archive) -> None:
    assert "others" not in found(world, "Kim Boram")
    assert not world.expansions("Kim") & {"name:김치", "name:김밥", "name:김보람"}


@pytest.mark.parametrize(
    "query, name, reading",
    [
        ("高麗 外交", "hanja", "hanja:외교"),
        ("歷史", "south", "hanja:역사"),
        ("貿易", "hanja", "hanja:무역"),
        ("對外貿易", "hanja", "hanja:대외무역"),
    ],
)
def test_chinese_characters_are_read_as_koreans_read_them(world: Archive, query: str, name: str, reading: str) -> None:
    assert name in found(world, query)
    ids = world.expansions(query)
    assert reading in ids or any(one.startswith("term:") for one in ids)


@pytest.mark.parametrize(
    "query, printed, meant", [("enaksrkd", "enaksrkd", "두만강"), ("xhdgodfy enaksrkd", "enaksrkd", "두만강")]
)
def test_korean_typed_on_latin_keys(world: Archive, query: str, printed: str, meant: str) -> None:
    assert found(world, query) == {"bridge"}
    term = world.terms(query)[-1]
    assert (term.printed, term.correction.form if term.correction else None, term.label) == (
        printed,
        meant,
        f"{printed} → {meant}",
    )
    assert world.found(query, dropped=frozenset({f"keyboard:{meant}", "keyboard:통행료"})) == []


@pytest.mark.parametrize(
    "query, read",
    [
        ("enaksrkd dlf xhdgodfy?", ["두만강", "일", "통행료?"]),  # 일 stands nowhere
        ("enaksrkd skw", ["두만강", "낮"]),
        ("enaksrkd go Petushkov", ["두만강", None, None]),
        ("skw qka", [None, None]),
    ],
)
def test_where_most_is_typed_on_latin_keys_all_is(world: Archive, query: str, read: list[str | None]) -> None:
    assert [term.correction.form if term.correction else None for term in world.terms(query)] == read


@pytest.mark.parametrize("typed, meant", [("셔ㅡ두", "tumen"), ("nevfyyfz", "туманная")])
def test_words_typed_on_other_keys_are_read_where_they_are_known(typed: str, meant: str) -> None:
    found, _ = planned(typed, "река Туманная, Tumen")
    assert [term.correction.form if term.correction else None for term in found.terms] == [meant]


def test_words_that_are_known_are_left_as_they_are() -> None:
    found, _ = planned("genby", "genby and путин")
    assert [term.correction for term in found.terms] == [None]


def test_letters_typed_one_by_one_are_closed_up(world: Archive) -> None:
    assert found(world, "두 만 강 다 리") >= {"bridge"}
    assert "".join(term.printed for term in world.terms("통 행 료 인 상")).replace(" ", "") == "통행료인상"
    assert world.found("통 행 료 인 상")[:1] == [TEXTS["bridge"]]


@pytest.mark.parametrize(
    "query",
    ["두만강 다리", "두만강다리", "두만강의 다리는", normalize("NFD", "두만강 다리"), "두만강  다리\n", "두 만강 다리"],
)
def test_spacing_endings_and_composition_cost_nothing(world: Archive, query: str) -> None:
    assert found(world, query) >= {"bridge"}
    assert world.found(query)[0] == TEXTS["bridge"]


@pytest.mark.parametrize("query", ["로동자", "노동자", "력사", "역사", "나루배", "나룻배"])
def test_spellings_of_the_north_and_the_south_find_each_other(world: Archive, query: str) -> None:
    assert found(world, query) >= {"north", "south"}


@pytest.mark.parametrize(
    "query", ["UN Security Council", "Security Council", "Совет Безопасности", "安理会", "안전보장이사회", "UNSC"]
)
def test_a_concept_is_found_in_every_language(world: Archive, query: str) -> None:
    assert "council" in found(world, query)


@pytest.mark.parametrize("query", ["Petushkov", "Kim Boram", "enaksrkd", "歷史", "력사", "UNSC", "두 만 강 다 리"])
def test_exactly_as_typed_no_other_form_is_looked_for(world: Archive, query: str) -> None:
    results = world.ask(query, exactly=True)
    assert all(term.expansions == () and term.correction is None for term in results.terms)
    assert {IDS[hit.passage.text] for hit in results.hits} <= {"english", "north", "bridge"}


def test_a_reading_that_is_taken_away_finds_nothing_and_marks_nothing(world: Archive) -> None:
    ids = world.expansions("Petushkov")
    assert ids == {"name:페투시코프", "name:петушков"}
    assert found(world, "Petushkov", dropped=frozenset({"name:페투시코프"})) == {"russian", "english"}
    results = world.ask("Petushkov", dropped=frozenset(ids))
    assert [(IDS[hit.passage.text], marked(hit), hit.reasons) for hit in results.hits] == [
        ("english", ["Petushkov"], ())
    ]


@pytest.mark.parametrize(
    "query, texts",
    [
        ("부두*", {"pier"}),
        ("부두노*", {"pier"}),
        ("페투*", {"minister"}),
        ("Петуш*", {"russian"}),
        ("petu*", {"english"}),
        ("김*", {"kim", "others"}),
        ("없는낱말*", set()),
        ("나루*", {"minister", "north"}),
    ],
)
def test_a_prefix_finds_the_words_of_the_archive_that_begin_so(world: Archive, query: str, texts: set[str]) -> None:
    assert found(world, query) == texts


def test_a_prefix_of_a_word_in_small_letters(world: Archive) -> None:
    assert found(world, "insp*") == {"english"}


def test_function_words_ask_for_nothing_beside_others(world: Archive) -> None:
    assert [term.printed for term in world.terms("what about the landing stage")] == ["landing", "stage"]
    assert [term.printed for term in world.terms("the")] == ["the"]


def test_a_reading_says_why(world: Archive) -> None:
    hits = {IDS[hit.passage.text]: hit for hit in world.ask("Petushkov").hits}
    assert {name: [(why.typed, why.found) for why in hit.reasons] for name, hit in hits.items()} == {
        "minister": [("Petushkov", "페투시코프")],
        "russian": [("Petushkov", "Петушков")],
        "english": [],
    }
    assert marked(hits["minister"]) == ["페투시코프"]


@pytest.mark.parametrize(
    "form", ["{}", "{} 나루터", "나루터 -{}", "겨울 OR {}", "{} AND 장관", "장관 NOT ({} OR 사공)"]
)
def test_marks_and_missing_words_are_the_ranking_s_own(world: Archive, form: str) -> None:
    words = (
        "Petushkov",
        "Петушковым",
        '"Kim Boram"',
        "歷史",
        "對外貿易",
        "enaksrkd",
        "력사",
        "나룻배",
        "UNSC",
        "UN Security Council",
        "부두*",
        "고려외교",
        "두 만 강 다 리",
        "Kim Boram",
    )
    assert faults(world.home, [form.format(word) for word in words]) == []


def test_bigrams_of_a_part_are_that_parts_own() -> None:
    (term,) = planned("KN-23방사포", "방사포의 소금")[0].terms
    assert [bool(term.bigrams_of(i)) for i in range(len(term.words))] == [False] * len(term.words)
    (term,) = planned("KN-23방사포", "소금")[0].terms
    found = {term.words[i][0]: [place[0] for place in term.bigrams_of(i)] for i in range(len(term.words))}
    assert {word: pairs[:1] for word, pairs in found.items() if pairs} == {"방사포": ["방사"]}


def test_signs_of_states_are_missing_where_neither_state_is_named(tmp_path: Path) -> None:
    texts = ("조중 무역이 늘었다.", "수사를 공조중이며 무역 서류를 보았다.", "북한과 중국의 무역이다.")
    with archive(tmp_path, brief(*texts)) as made:
        missing = {hit.passage.text: hit.missing for hit in made.ask("조중 무역", match="any").hits}
    assert missing == dict(zip(texts, ((), ("조중",), ()), strict=True))


def test_a_northern_word_with_its_suffix_is_respelt_as_a_whole(tmp_path: Path) -> None:
    with archive(tmp_path, brief("환율이 올랐다.", "환경이 바뀌었다.", "나루터가 열렸다.")) as made:
        assert made.found("환률") == ["환율이 올랐다."]
        assert set(made.found("환률 나루터", match="any")) == {"환율이 올랐다.", "나루터가 열렸다."}


def test_characters_that_are_no_known_word_are_found_together_or_nowhere(tmp_path: Path) -> None:
    notion, apart, together = (
        "나루를 함께 고치는 협력이 시작되었다.",
        "“桐雨记,” 『溪榴集』.",
        "“桐雨溪榴,” 『渡口』.",
    )
    with archive(tmp_path, brief(notion, apart, together)) as here:
        assert here.found("桐雨溪榴 협력") == [together, notion]
        assert [term.inseparable for term in here.terms("桐雨溪榴 협력")] == [True, False]


def test_signs_of_two_states_are_no_name_that_sounds_like_them(tmp_path: Path) -> None:
    with archive(tmp_path, brief("북한과 러시아는 다리를 놓았다.", "“旧俄侨的歌,” 『江城』.")) as here:
        assert here.expansions("俄朝") == {"term:north-korea", "term:russia"}


def test_signs_of_states_before_another_word_speak_of_the_states(tmp_path: Path) -> None:
    with archive(tmp_path, brief("중국과 러시아는 운임을 두고 다투었다.", "사이가 나쁘다.")) as here:
        assert {"term:china", "term:russia"} <= here.expansions("中俄关系")
