"""Text becomes HTML: escaped first, then marked, and nothing is lost."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from webapp.snippets import Insert, excerpt, merged, shorten, weave, within

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
spans = st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=5)


def test_marks_bold_and_notes_nest() -> None:
    html = weave("[겨울] 뱃삯 <1>", [(1, 3), (5, 7)], [Insert(7, Markup("<sup>2</sup>"))], strong=4)
    assert html == "<b>[<mark>겨울</mark>]</b> <mark>뱃삯</mark><sup>2</sup> &lt;1&gt;"


def test_a_mark_across_the_edge_of_the_bold_part_becomes_two() -> None:
    assert weave("가나다라", [(1, 3)], strong=2) == "<b>가<mark>나</mark></b><mark>다</mark>라"


def test_an_insert_inside_a_mark_stays_inside() -> None:
    assert weave("화물", [(0, 2)], [Insert(1, Markup("<wbr>"))]) == "<mark>화<wbr>물</mark>"


@given(texts, spans, st.integers(0, 70))
def test_weaving_loses_no_letter_and_marks_what_was_asked(text: str, marks: list[tuple[int, int]], strong: int) -> None:
    woven = BeautifulSoup(f"<p>{weave(text, marks, strong=strong)}</p>", "html.parser")
    assert woven.get_text() == text
    marked = "".join(text[s:e] for s, e in merged(marks, len(text)))
    assert "".join(mark.get_text() for mark in woven.select("mark")) == marked


def test_a_dot_between_states_of_one_syllable_is_tied_to_the_next_and_no_other() -> None:
    tied = '<span class="tied">·</span>'
    assert weave("북·러와 정치·경제, 한·미·일") == f"북{tied}러와 정치·경제, 한{tied}미{tied}일"
    assert weave("북·러", [(0, 1)]) == f"<mark>북</mark>{tied}러"
    assert weave("북·러", [(0, 3)], strong=3) == f"<b><mark>북{tied}러</mark></b>"


@given(texts, st.lists(st.integers(-3, 70), max_size=5), spans)
def test_inserts_are_all_there_and_every_tag_is_closed(
    text: str, offsets: list[int], marks: list[tuple[int, int]]
) -> None:
    html = str(weave(text, marks, [Insert(offset, Markup("<sup></sup>")) for offset in offsets]))
    assert html.count("<sup></sup>") == len(offsets)
    assert html.count("<mark>") == html.count("</mark>")


@given(texts.map(lambda t: t * 20), spans)
def test_an_excerpt_is_a_part_of_the_text_that_shows_the_first_match_it_can(
    text: str, marks: list[tuple[int, int]]
) -> None:
    found = [(s, e) for s, e in merged(marks, len(text)) if e - s < 20]
    start, end = excerpt(text, found)
    assert 0 <= start <= end <= len(text)
    if found:
        assert within(found, start, end)


def test_a_shortened_text_ends_with_a_whole_word() -> None:
    assert shorten("나루터의 뱃사공은 다리를 탓한다", 12) == "나루터의 뱃사공은 …"
    assert shorten("나루터", 12) == "나루터"
