"""What a passage is filed under, and by which fields of a query it is then found."""

from archive.citing import find_source
from archive.citing.outlets import builtin
from archive.engine import FACET, AllOf, AnyOf, Term
from archive.index.facets import answer_kinds, cited_sources, facet_plan, facets, split_facets
from archive.knowledge import builtin as knowledge
from archive.model import Metadata, PassageKind, drafts
from archive.model.document import Block, BlockKind, Citation, Document, Note, NoteRef
from tests.archive.literal import streams_of

DATA = Metadata(title="나루터 전망", date="2024-06", authors=("홍예시",), publisher="예시연구원", language="ko")


def test_a_paragraph_is_filed_under_what_its_document_says_of_itself() -> None:
    filed = facets(PassageKind.PARAGRAPH, DATA, None, streams_of("나루터 전망"), builtin())
    terms, values, date = split_facets(filed)
    assert {"in:body", "kind:paragraph", "author:홍예시", "publisher:예시연구원", "year:2024"} <= set(terms)
    assert {"title:나루터", "title:전망", "language:ko"} <= set(terms)
    assert values == {
        "kind": ("paragraph",),
        "in": ("body",),
        "author": ("홍예시",),
        "year": ("2024",),
        "publisher": ("예시연구원",),
        "language": ("ko",),
    }
    assert date == 20240600


def test_a_note_is_in_the_languages_of_what_it_cites() -> None:
    note = Note("1", "ТАСС, 2024.", (1, 1), citations=(Citation(0, 4, language="ru", outlet="ТАСС"),))
    terms, values, _ = split_facets(facets(PassageKind.NOTE, DATA, note, None, builtin()))
    assert {"in:note", "language:ru", "outlet:tass"} <= set(terms)
    assert (values["language"], "language:ko" in terms) == (("ru",), False)


def test_a_note_and_what_calls_it_are_filed_under_what_it_cites() -> None:
    first = Note("1", "이보기, 「얼음길」, 2024.", (3, 3), citations=(Citation(0, 14, title="얼음길", date="2024"),))
    document = Document(
        DATA,
        (
            Block(BlockKind.PARAGRAPH, "강이 얼었다.", (1, 1), refs=(NoteRef("2", 7, 1, "2"),)),
            Block(BlockKind.PARAGRAPH, "끝.", (2, 2)),
        ),
        (first, Note("2", "앞의 글, 3쪽.", (4, 4), same_as=0)),
        (),
    )
    units = drafts(document)
    (id_,) = {find_source(one, builtin()) for one in first.citations}
    cited = cited_sources(document, units, builtin())
    assert [(unit.text[:3], ids) for unit, ids in zip(units, cited, strict=True)] == [
        ("나루터", ()),
        ("강이 ", (id_,)),
        ("끝.", ()),
        ("이보기", (id_,)),
        ("앞의 ", (id_,)),
    ]
    terms, values, _ = split_facets(facets(PassageKind.PARAGRAPH, DATA, None, None, builtin(), (), cited[1]))
    assert (f"source:{id_}" in terms, values["source"]) == (True, (id_,))
    assert facet_plan("source", str(id_), knowledge()) == Term(FACET, f"source:{id_}")


def test_a_passage_is_filed_under_the_kinds_of_answer_it_holds() -> None:
    terms, _, _ = split_facets(facets(PassageKind.PARAGRAPH, DATA, None, None, builtin(), ("date", "people")))
    assert {"holds:date", "holds:people"} <= set(terms)


def test_the_dates_of_a_note_that_cites_are_those_of_its_sources() -> None:
    text = "ТАСС, 2024. 3. 5, 사공 12명."
    cites, explains = (Note("1", text, (1, 1), citations=made) for made in ((Citation(0, 4),), ()))
    assert answer_kinds(text, streams_of(text), explains) - answer_kinds(text, streams_of(text), cites) == {"date"}


def test_a_value_that_is_a_whole_name_is_not_looked_for_in_longer_ones() -> None:
    filed = {"publisher=예시연구원": 4}
    plans = [
        facet_plan("publisher", value, knowledge(), lambda facet: filed.get(facet, 0))
        for value in ("예시 연구원", "예시")
    ]
    assert plans == [Term(FACET, "publisher=예시연구원"), Term(FACET, "publisher:예시")]


def test_a_field_without_a_date_counts_as_none() -> None:
    assert split_facets(["in:body"]) == (("in:body",), {}, 0)


def test_years_are_asked_for_one_by_one() -> None:
    plan = facet_plan("year", "2023-2025", knowledge())
    assert plan == AnyOf(tuple(Term(FACET, f"year:{year}") for year in (2023, 2024, 2025)))


def test_a_title_is_found_by_all_its_words_or_whole() -> None:
    whole = Term(FACET, "title:나루터전망")
    words = AllOf((Term(FACET, "title:나루터"), Term(FACET, "title:전망")))
    assert facet_plan("title", "나루터 전망", knowledge()) == AnyOf((words, whole))


def test_an_outlet_is_found_by_any_of_its_names() -> None:
    assert facet_plan("outlet", "타스", knowledge()) == facet_plan("outlet", "TASS", knowledge())


def test_another_field_is_its_value() -> None:
    assert facet_plan("in", "note", knowledge()) == Term(FACET, "in:note")
