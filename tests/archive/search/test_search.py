"""A query over the sample archive gives the passages that answer it, with marks for what matched, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from archive.engine.plan import Order
from archive.query import MAX_CLAUSES
from archive.search.planner import MatchMode
from archive.search.results import Hit, Reason, Results, SearchOptions
from archive.search.search import Search
from tests.archive.literal import Archive, archive, brief, marked
from tests.webapp import world as home_world

WORDS = (
    "북한",
    "러시아",
    "제재",
    "두만강",
    "철도",
    "교량",
    "훈련",
    "안보리",
    "Россия",
    "bridge",
    "2024",
    "협정",
    "없는낱말",
)
words = st.sampled_from(WORDS)
queries = st.recursive(
    st.one_of(words, words.map(lambda w: f'"{w}"'), st.tuples(words, words).map(" ".join)),
    lambda q: st.one_of(
        st.tuples(q, q).map(lambda p: f"({p[0]}) AND ({p[1]})"),
        st.tuples(q, q).map(lambda p: f"({p[0]}) OR ({p[1]})"),
        st.tuples(q, words).map(lambda p: f"({p[0]}) -{p[1]}"),
    ),
    max_leaves=4,
)


def all_marks(hit: Hit) -> list[object]:
    return [*hit.marks, *hit.heading_marks, *hit.title_marks]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries)
def test_every_hit_for_words_carries_a_mark_inside_its_text(sample_search: Search, query: str) -> None:
    for hit in sample_search.search(SearchOptions(query, limit=50)).hits:
        assert all_marks(hit), (query, hit.passage.text)
        assert all(0 <= m.start < m.end <= len(hit.passage.text) for m in hit.marks)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words, words)
def test_and_finds_what_both_find_and_not_what_one_finds_alone(sample_search: Search, one: str, two: str) -> None:
    def keys(query: str) -> set[int]:
        return {match.key for match in sample_search.rank(SearchOptions(query, limit=1000)).ranked}

    both, either, without = keys(f"{one} AND {two}"), keys(f"{one} OR {two}"), keys(f"({one}) NOT {two}")
    assert both == keys(f"({one})") & keys(f"({two})")
    assert either == keys(f"({one})") | keys(f"({two})")
    assert without == keys(f"({one})") - keys(f"({two})")


def test_a_filter_alone_finds_and_does_not_mark(sample_search: Search) -> None:
    results = sample_search.search(SearchOptions("in:note 언어:ko", limit=5))
    assert results.passages > 5
    assert all(hit.passage.kind == "note" and not all_marks(hit) for hit in results.hits)


def test_documents_and_passages_are_counted_beyond_the_limit(sample_search: Search) -> None:
    results = sample_search.search(SearchOptions("북한", limit=1))
    assert (len(results.hits), results.passages > 10, results.documents > 3) == (1, True, True)


def test_the_next_page_goes_on_where_the_first_ended(sample_search: Search) -> None:
    def keys(results: Results) -> list[int]:
        return [hit.passage.key for hit in results.hits]

    first, second = (
        sample_search.search(SearchOptions("북한", 5)),
        sample_search.search(SearchOptions("북한", 5, offset=5)),
    )
    assert keys(sample_search.search(SearchOptions("북한", 10))) == keys(first) + keys(second)


def test_a_missing_word_is_said(sample_search: Search) -> None:
    hit = sample_search.search(SearchOptions("두만강 착공 캥거루", 1, match=MatchMode.ANY)).hits[0]
    assert hit.missing[-1:] == ("캥거루",)


def test_every_word_can_be_demanded(sample_search: Search) -> None:
    assert sample_search.search(SearchOptions("두만강 가나다라마", match=MatchMode.ALL)).hits == ()


def test_any_word_can_be_enough(sample_search: Search) -> None:
    assert sample_search.search("두만강 캥거루 코알라").hits == ()
    assert sample_search.search(SearchOptions("두만강 캥거루 코알라", match=MatchMode.ANY)).hits


def test_words_that_stand_nowhere_are_not_lost_in_one_that_does(sample_search: Search) -> None:
    assert sample_search.search("두만강 가나다라마 바사아자차").hits == ()


@pytest.mark.parametrize("query", ["두만강", "두만강교량", '"두만강"', "sanctions", "제목:훈련"])
def test_found(sample_search: Search, query: str) -> None:
    assert sample_search.search(query).hits


@pytest.mark.parametrize(
    "query, told",
    [
        ("…", ["no-word"]),
        ("(", ["open-bracket", "no-word"]),
        ("의 AND -북한", []),
        ("-북한", ["only-not"]),
        ("", []),
    ],
)
def test_a_query_without_content_finds_nothing_and_says_why(sample_search: Search, query: str, told: list[str]) -> None:
    results = sample_search.search(query)
    assert (results.hits, results.passages, [hint.code for hint in results.query.hints]) == ((), 0, told)


def test_a_word_typed_on_the_wrong_layout_is_found_and_said(sample_search: Search) -> None:
    results = sample_search.search("enaksrkd")
    assert results.words == ("enaksrkd → 두만강",)
    assert results.hits[0].passage.text[results.hits[0].marks[0].start :].startswith("두만강")


OLD = brief(
    "나루터의 소금",
    "나루터에 페투시코프가 섰다.",
    "배가 나루터에 든다.",
    title="옛 나루터",
    publisher="보기연구원",
    date="2023",
    language="ko",
)
NEW = brief(
    "나루터에 Петушков가 왔다.",
    "나루터의 쌀",
    title="새 나루터",
    publisher="다른 연구원",
    date="2025-03-24",
    language="ko",
)
UNDATED = brief("나루터의 얼음", "나루터의 얼음", title="메모", language="ru")
SAME = brief(*["부두의 얼음이 녹는다."] * 7, title="얼음", date="2025-03-24")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("asked"), OLD, NEW, UNDATED, SAME) as made:
        yield made


def test_a_hit_says_by_what_other_form_it_was_found(world: Archive) -> None:
    hits = {hit.passage.text: hit for hit in world.ask("Petushkov").hits}
    assert {text: hit.reasons for text, hit in hits.items()} == {
        "나루터에 페투시코프가 섰다.": (Reason("Petushkov", "페투시코프", "name:페투시코프"),),
        "나루터에 Петушков가 왔다.": (Reason("Petushkov", "Петушков", "name:петушков"),),
    }
    answer = hits["나루터에 페투시코프가 섰다."].as_json("/p/x")
    assert answer["reasons"] == [{"typed": "Petushkov", "found": "페투시코프"}]
    assert answer["matches"] == [{"in": "text", "start": 5, "end": 10, "because": "Petushkov"}]


def test_newest_first_and_undated_last(world: Archive) -> None:
    dates = [hit.document.metadata.date for hit in world.ask("나루터", order=Order.DATE).hits]
    assert dates == ["2025-03-24"] * 2 + ["2023"] * 3 + [None] * 2


@pytest.mark.parametrize("order", Order)
def test_equal_hits_stand_in_one_order_on_every_page(world: Archive, order: Order) -> None:
    whole = [hit.passage.key for hit in world.ask("얼음", order=order).hits]
    paged = [
        hit.passage.key for offset in range(0, 12, 2) for hit in world.ask("얼음", 2, offset=offset, order=order).hits
    ]
    assert len(whole) == 9 and paged == whole == list(dict.fromkeys(whole))
    assert whole == [hit.passage.key for hit in world.ask("얼음", order=order).hits]


def test_hits_are_counted_by_facet_beyond_the_page(world: Archive) -> None:
    results = world.ask("나루터", 1, facet_counts=True)
    assert {name: dict(counts) for name, counts in results.counts.items()} == {
        "year": {"2023": 3, "2025": 2},
        "publisher": {"보기연구원": 3, "다른 연구원": 2},
        "language": {"ko": 5, "ru": 2},
        "kind": {"paragraph": 7},
        "in": {"body": 7},
    }
    assert (list(results.by_document.values()), results.passages, results.documents) == ([3, 2, 2], 7, 3)
    assert world.ask("나루터", 1).counts == {}


@pytest.mark.parametrize(
    "facet, count",
    [
        ("연도:2023", 3),
        ("연도:2024-", 2),
        ("연도:-2024", 3),
        ("발행처:보기연구원", 3),
        ("언어:러시아어", 2),
        ("종류:표", 0),
        ("-연도:2023", 4),
        ("제목:새", 2),
        ("(연도:2023 OR 언어:ru)", 5),
    ],
)
def test_a_facet_narrows_to_what_was_counted(world: Archive, facet: str, count: int) -> None:
    assert world.ask(f"나루터 {facet}").passages == count


def test_nothing_beyond_the_last_page(world: Archive) -> None:
    results = world.ask("나루터", 5, offset=100)
    assert (results.hits, results.passages) == ((), 7)
    assert world.ask("나루터", 0).hits == ()


def test_words_are_quoted_without_particles_and_signs(world: Archive) -> None:
    assert world.ask("나루터를, 컨테이너에서는!", match=MatchMode.ANY).hits[0].missing == ("컨테이너",)


def test_a_guarded_answer_says_so(world: Archive) -> None:
    results = world.ask("나루터 컨테이너 기중기 하역비")
    assert (results.hits, results.passages, results.guarded) == ((), 0, True)
    assert world.ask("컨테이너").guarded is False


def test_where_none_has_enough_the_best_of_what_has_some_stand_apart(world: Archive) -> None:
    results = world.ask("나루터 컨테이너 기중기 하역비")
    assert results.doubtful_hits and all(
        "나루터" in hit.passage.text + (hit.title or "") for hit in results.doubtful_hits
    )
    assert all(set(hit.missing) == {"컨테이너", "기중기", "하역비"} for hit in results.doubtful_hits)
    assert (world.ask("나루터").doubtful, world.ask("나루터 컨테이너 기중기 하역비", offset=10).doubtful) == ((), ())


def test_ranked_alone_reads_no_passage(world: Archive) -> None:
    results = world.search.rank(SearchOptions("나루터", 3))
    assert (results.hits, len(results.ranked), results.passages) == ((), 3, 7)
    assert [hit.passage.key for hit in world.search.hits(results, results.ranked)] == [m.key for m in results.ranked]


def test_no_word_is_called_missing_twice(world: Archive) -> None:
    missing = [hit.missing for hit in world.ask("나루터 쌀 쌀", match=MatchMode.ANY).hits]
    assert missing == [tuple(dict.fromkeys(words)) for words in missing]


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL that is run."""
    run: list[str] = []

    def add(connection: object, cursor: object, statement: str, *rest: object) -> None:
        run.append(statement)

    event.listen(sqlalchemy.Engine, "before_cursor_execute", add)
    yield run
    event.remove(sqlalchemy.Engine, "before_cursor_execute", add)


def test_the_vocabulary_is_asked_once_for_a_word_until_the_index_changes(home: Path) -> None:
    with archive(home, OLD) as made:
        query = "Petushkov 나루터 련방 金正恩"
        made.search.rank(SearchOptions(query))
        with statements() as run:
            made.search.rank(SearchOptions(query))
            made.search.rank(SearchOptions("나루터 Petushkov", match=MatchMode.ANY))
        assert len(run) == 2, run  # which index is in force
        home_world.save(made.store, "new.txt", brief("연방의 나루터에 Петушков가 왔다."))
        made.catch_up()
        assert {"name:петушков", "spelling:연방"} <= made.expansions(query)


def test_a_word_that_shares_only_its_stem_is_no_hit(tmp_path: Path) -> None:
    texts = "Вывоз грузов морем.", "Посол прибыл из Грузии.", "An important matter.", "The import of coal."
    with archive(tmp_path, brief(*texts)) as here:
        assert here.found("груз") == [texts[0]]
        assert here.found("Грузию") == [texts[1]]
        assert here.found("imports") == [texts[3]]


TITLED = (
    brief("나루터 소금 값의 결정은 배에 달렸다. 나루터와 소금.", title="값의 결정"),
    brief("봄의 일이다.", title="나루터 소금 값의 결정"),
    brief("썰매의 일이다.", title="왜 지금인가", title_en="Why Now"),
    brief("썰매의 소리다.", title="썰매 -겨울의 소리-"),
)


@pytest.mark.parametrize(
    "query, first",
    [
        ("나루터 소금 값의 결정", "봄의 일이다."),
        ("나루터 소금 값의 결정!", "봄의 일이다."),
        ("“나루터 소금 값의 결정”", "봄의 일이다."),
        ("왜 지금인가", "썰매의 일이다."),
        ("why now", "썰매의 일이다."),
        ("썰매 -겨울의 소리-", "썰매의 소리다."),
        ("썰매 -겨울의 소리", "썰매의 일이다."),
    ],
)
def test_an_exact_title_gives_its_document_first(tmp_path: Path, query: str, first: str) -> None:
    with archive(tmp_path, *TITLED) as made:
        assert made.found(query)[0] == first


def test_an_exact_title_is_held_by_the_fields_beside_it(tmp_path: Path) -> None:
    with archive(tmp_path, *TITLED) as made:
        assert made.found("왜 지금인가 종류:표") == []


def test_a_question_for_a_number_prefers_passages_that_hold_one(tmp_path: Path) -> None:
    texts = ("사공이 나루터를 떠났다. 나루터를 떠난 사공.", "가을에 나루터를 떠난 사공은 마을 사람들의 말로 12명이다.")
    with archive(tmp_path, brief(*texts)) as made:
        assert made.found("나루터를 떠난 사공은 몇 명")[0] == texts[1]
        assert made.found("나루터를 떠난 사공")[0] == texts[0]
        assert [term.printed for term in made.terms("나루터를 떠난 사공은 몇 명") if not term.ranks_only] == [
            term.printed for term in made.terms("나루터를 떠난 사공은")
        ]


def test_chinese_words_written_as_one_find_what_has_a_part(tmp_path: Path) -> None:
    texts = "북한에 군사 기술을 넘겼다는 말이 있다.", "对朝制裁的效果有限。", "날씨가 맑았다."
    with archive(tmp_path, brief(*texts)) as here:
        assert here.found("对朝军事技术转让")[0] == texts[0]
        assert here.ask("对朝军事技术转让").hits[0].missing == ("转让",)
        assert "북한" in marked(here.ask("对朝军事技术转让").hits[0])
        assert here.found("대북 제재")[0] == texts[1]


def test_what_is_only_a_part_of_a_title_leads_nothing(tmp_path: Path) -> None:
    with archive(tmp_path, *TITLED) as made:
        assert made.ask("나루터 소금 값의 결정").hits[0].score > 1_000 > made.ask("나루터 소금 값").hits[0].score


def test_within_a_document_its_answers_stand_in_the_order_of_the_text(sample_search: Search) -> None:
    everywhere = sample_search.search(SearchOptions("두만강 교량", limit=200))
    document = everywhere.hits[0].document.id
    found = sample_search.within(document, SearchOptions("두만강 교량 문서:aaaaa", limit=1, order=Order.DATE))
    there = {hit.address: hit.marks for hit in everywhere.hits if hit.document.id == document}
    assert {hit.address: hit.marks for hit in found.hits} == there
    assert [hit.passage.ordinal for hit in found.hits] == sorted(hit.passage.ordinal for hit in found.hits)
    assert not found.few


def test_within_a_document_words_of_which_none_has_enough_are_said_to_be_few(sample_search: Search) -> None:
    document = sample_search.search(SearchOptions("두만강")).hits[0].document.id
    assert sample_search.within(document, SearchOptions("두만강 펭귄 남극 탐험 빙하")).few
    assert sample_search.within(document, SearchOptions("연도:2024")).hits == ()
    assert sample_search.within(document, SearchOptions("")).hits == ()


def test_a_passage_with_other_words_of_the_same_letters_is_no_hit(tmp_path: Path) -> None:
    texts = ("나루터 조례 4조에 뱃삯을 적었다.", "뱃삯은 2023년 4월에 올랐다.", "Let us carry salt by boat.")
    with archive(tmp_path, brief(*texts, title="소금 배", date="2023-05-01")) as made:
        article = made.ask("조례 4")
        assert [hit.passage.text for hit in article.hits] == [texts[0]]
        assert [hit.passage.text for hit in made.ask("us").hits] == [texts[2]]
        nowhere = made.ask("US")
        assert (nowhere.hits, nowhere.passages, nowhere.documents, nowhere.ranked) == ((), 0, 0, ())
        assert len(made.ask("US 연도:2023").hits) == 1  # a field may have found it


@pytest.mark.parametrize(
    "typed",
    [
        "".join(map(chr, range(0x4E00, 0x4E00 + 300))),  # no words, but three hundred characters
        "俄罗斯和朝鲜的铁路桥" * 30,
        "두만강다리를" * 100,
    ],
    ids=["characters", "Chinese words", "one long word"],
)
def test_of_one_word_that_is_hundreds_no_more_is_asked_than_of_many(sample_search: Search, typed: str) -> None:
    found = sample_search.search(typed)
    assert len(found.terms) <= MAX_CLAUSES
    assert "too-many" in {hint.code for hint in found.query.hints}


def test_a_sentence_pasted_without_its_spaces_is_read_whole(sample_search: Search) -> None:
    found = sample_search.search("두만강다리의통행료를올린까닭을밝히라고나루터주민들이요구하였다")
    assert "too-many" not in {hint.code for hint in found.query.hints}
