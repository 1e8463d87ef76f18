"""What a facet counts is what a field of the query with its value finds: of certain answers and of doubtful ones."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.citing import find_source
from archive.citing.outlets import builtin
from archive.model.document import Block, BlockKind, Citation, Document, Line, Metadata, Note, NoteRef
from archive.query import parse, with_field
from archive.search.results import Results
from archive.text import bare
from tests.archive.literal import Archive, archive, brief

WORDS = ("나루터", "소금", "뱃사공", "하역비", "기중기", "컨테이너", "ferry", "2024")
FIELDS = (
    "연도:2024",
    "발행처:보기",
    "저자:홍예시",
    "각주에서:",
    "본문에서:",
    "언어:ru",
    "매체:타스",
    "발행처:보기연구원",
    f"출처:{find_source(Citation(0, 1, outlet='타스', date='2024'), builtin())}",
)


def noted(*notes: tuple[str, tuple[str, ...]], **metadata: object) -> Document:
    """A document of one paragraph and notes, each with the outlets that it cites."""
    made = tuple(
        Note(
            str(n),
            text,
            (n + 1, n + 1),
            citations=tuple(Citation(0, 1, None, one, date="2024", language="ru") for one in outlets),
        )
        for n, (text, outlets) in enumerate(notes, 1)
    )
    lines = tuple(Line(n, text) for n, text in enumerate(("나루터 소금", *(text for text, _ in notes)), 1))
    refs = tuple(NoteRef(note.label, 12, n, note.label) for n, note in enumerate(made[:2]))
    data = Metadata(**metadata)  # type: ignore[arg-type]
    return Document(data, (Block(BlockKind.PARAGRAPH, "나루터에 소금이 왔다.", (1, 1), refs=refs),), made, lines)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Names that differ by signs, that stand in longer names, that are another document's series."""
    documents = (
        brief(
            "나루터의 소금.",
            "소금 12되.",
            title="소금",
            publisher="보기 연구원",
            authors=("홍예시",),
            date="2024",
        ),
        brief(
            "소금과 나루터.", title="나루터 소금", publisher="보기연구원", authors=("홍 예시", "홍예시"), date="2024-05"
        ),
        brief("나루터 ferry", title="ferry", publisher="보기연구원 북부센터", authors=("홍예시 외",), language="en"),
        brief("하역비와 소금", "컨테이너", title="하역비", publisher="보기", series="보기연구원", authors=("김보기",)),
        noted(
            ("소금 값, 타스.", ("타스", "ТАСС", "Тасс")),
            ("나루터 소식, 나루신문.", ("나루신문", "나루 신문")),
            ("뱃사공 소식.", ("나루 신문",)),
            publisher="보기 연구원",
            date="2023",
        ),
    )
    with archive(tmp_path_factory.mktemp("counted"), *documents) as made:
        yield made


def brute(world: Archive, found: Results) -> tuple[int, Counter[str], Counter[int]]:
    """How many passages there are, their kinds, and their documents, one by one."""
    hits = found.hits or found.doubtful_hits
    return len(hits), Counter(hit.passage.kind.value for hit in hits), Counter(hit.document.number for hit in hits)


queries = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True).map(" ".join)
narrowed = st.tuples(queries, st.lists(st.sampled_from(FIELDS), max_size=2, unique=True)).map(
    lambda pair: " ".join((pair[0], *pair[1]))
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(narrowed)
def test_a_value_counts_what_a_click_on_it_shows(world: Archive, query: str) -> None:
    found = world.ask(query, facet_counts=True)
    for name, values in world.search.facets(found).items():
        assert len({bare(str(one["value"])) for one in values}) == len(values)
        for one in values:
            clicked = world.ask(str(with_field(parse(query), name, str(one["value"]))))
            assert (name, one["value"], clicked.counted, clicked.guarded) == (*one_of(name, one), found.guarded)


def one_of(name: str, value: dict[str, object]) -> tuple[object, ...]:
    return name, value["value"], value["passages"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(narrowed)
def test_facets_count_the_passages_that_are_shown(world: Archive, query: str) -> None:
    found = world.ask(query, facet_counts=True)
    many, kinds, documents = brute(world, found)
    if found.doubtful_passages <= len(found.doubtful_hits):  # all of them are shown
        assert (found.counted, found.counts.get("kind", {}), dict(found.by_document)) == (many, kinds, documents)


def test_spellings_of_a_name_are_one_value_and_longer_names_another(world: Archive) -> None:
    found = world.ask("소금 OR 나루터 OR ferry", facet_counts=True)
    assert dict(found.counts["publisher"]) == {"보기 연구원": 6, "보기": 1, "보기연구원 북부센터": 1}
    assert dict(found.counts["author"]) == {"홍예시": 3, "김보기": 1, "홍예시 외": 1}


def test_outlets_are_counted_by_their_table_or_as_printed(world: Archive) -> None:
    found = world.ask("소금 OR 나루터 OR 뱃사공", facet_counts=True)
    assert (dict(found.counts["outlet"]), found.counts["in"]["note"]) == ({"나루 신문": 2, "tass": 1}, 3)


def test_sources_are_counted_of_notes_and_of_what_calls_them(world: Archive) -> None:
    found = world.ask("소금 OR 나루터 OR 뱃사공", facet_counts=True)
    tass, paper = (find_source(Citation(0, 1, outlet=name, date="2024"), builtin()) for name in ("ТАСС", "나루신문"))
    assert dict(found.counts["source"]) == {paper: 3, tass: 2}
    assert world.ask(f"뱃사공 출처:{paper}").passages == 1


def test_doubtful_passages_are_counted_too(world: Archive) -> None:
    found = world.ask("소금 방파제 준설선 등부표", facet_counts=True)
    assert (found.guarded, found.passages) == (True, 0)
    assert sum(found.counts["in"].values()) == found.counted == found.doubtful_passages > 0
