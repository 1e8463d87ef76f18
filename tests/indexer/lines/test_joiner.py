"""How do printed lines become a text, and where were they joined? All lines are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.document import Line, Seam
from indexer.lines import TextLine, text_lines
from indexer.lines.hyphenation import SOFT_HYPHEN, LatinWords
from indexer.lines.joiner import JoinedText, LineJoiner, remove_spans
from indexer.lines.spacing import BreakClassifier

NO_WORDS = LatinWords(frozenset(), hyphenates=False)


class Spaces(BreakClassifier):
    """A space wherever the line above ends in one; remembers what it was shown."""

    def __init__(self) -> None:
        super().__init__([])
        self.shown: list[tuple[str, str]] = []

    def classify(self, left: str, right: str) -> tuple[str, str]:
        self.shown.append((left, right))
        return ("space" if left.endswith(" ") else "glue"), "trailing space"


def lines(*texts: str) -> tuple[TextLine, ...]:
    return text_lines([Line(i, text) for i, text in enumerate(texts, 1)])


def joined(*texts: str, drop: int = 0, words: LatinWords = NO_WORDS) -> JoinedText:
    return LineJoiner(Spaces(), words).join_lines(lines(*texts), drop)


def test_lines_are_joined_and_every_break_is_remembered() -> None:
    assert joined("두 나라의 장관은 항", "구에서 만나 ", "요금을  정하였다.") == JoinedText(
        "두 나라의 장관은 항구에서 만나 요금을 정하였다.",
        (Seam(11, 2, "glue", "trailing space"), Seam(18, 3, "space", "trailing space")),
    )


def test_the_mark_at_the_head_of_an_item_is_left_out() -> None:
    assert joined("■  배가 떠남 ", "돌아옴", drop=1) == JoinedText(
        "배가 떠남 돌아옴", (Seam(6, 2, "space", "trailing space"),)
    )


def test_a_blank_line_between_two_lines_is_no_break_of_its_own() -> None:
    assert joined("배가 ", "", "떠남") == JoinedText("배가 떠남", (Seam(3, 3, "space", "trailing space"),))


def test_one_line_has_no_seam() -> None:
    assert joined("  배가 떠남.  ") == JoinedText("배가 떠남.")


def test_an_item_whose_text_begins_on_the_next_line_begins_with_it() -> None:
    assert joined("■ ", "배가 떠남", drop=1) == JoinedText("배가 떠남", (Seam(0, 2, "space", "trailing space"),))


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        ("배가 떠났다.¹²", "배가 떠났다."),
        ("배가 떠났다.7", "배가 떠났다."),
        ("배가 떠남12)", "배가 떠남"),
        ("배가 떠남[^3] ", "배가 떠남 "),
        ("모두 12", "모두 12"),
        ("(8", "(8"),
        ("2023.", "2023."),
    ],
)
def test_a_note_reference_at_a_line_end_is_not_shown_to_what_joins_the_lines(left: str, shown: str) -> None:
    spaces = Spaces()
    LineJoiner(spaces, NO_WORDS).join_lines(lines(left, "그 뒤"))
    assert spaces.shown == [(shown, "그 뒤")]


@pytest.mark.parametrize(
    ("left", "right", "words", "text"),
    [
        ("the har-", "bour was", LatinWords(frozenset({"harbour"}), False), "the harbour was"),
        ("the har-", "bour was", LatinWords(frozenset(), True), "the harbour was"),
        ("the har-", "bour was", NO_WORDS, "the har-bour was"),
        ("a long-", "term plan", LatinWords(frozenset({"long-term"}), True), "a long-term plan"),
        ("a long-", "term plan", LatinWords(frozenset({"long-term", "longterm"}), False), "a longterm plan"),
        ("북한-", "러시아", LatinWords(frozenset(), True), "북한-러시아"),
        ("Korea-", "Russia", LatinWords(frozenset(), True), "Korea-Russia"),
        ("the har\u00ad", "bour was", NO_WORDS, "the harbour was"),
        ("항\u00ad", "구에서", NO_WORDS, "항구에서"),
    ],
    ids=[
        "printed whole elsewhere",
        "a document that cuts",
        "one that does not",
        "a hyphen of its own",
        "both are printed",
        "Hangul",
        "a capital",
        "soft hyphen",
        "soft hyphen in Hangul",
    ],
)
def test_a_hyphen_goes_only_where_the_document_cuts_words_so(
    left: str, right: str, words: LatinWords, text: str
) -> None:
    assert joined(left, right, words=words).text == text


def test_a_dropped_hyphen_says_why_the_lines_touch() -> None:
    found = joined("the har-", "bour", words=LatinWords(frozenset({"harbour"}), False))
    assert found == JoinedText("the harbour", (Seam(7, 2, "glue", "hyphen at the line end"),))


def test_a_soft_hyphen_at_the_very_end_is_dropped() -> None:
    assert joined(f"the har{SOFT_HYPHEN}").text == "the har"


@pytest.mark.parametrize(
    ("text", "spans", "left", "places"),
    [
        ("배가 떠났다.7) 돌아왔다.", [(7, 9)], "배가 떠났다. 돌아왔다.", (7,)),
        ("발언⁸이 알려졌다.", [(2, 3)], "발언이 알려졌다.", (2,)),
        ("배가 떠났다. ⁷ 돌아왔다.", [(8, 9)], "배가 떠났다. 돌아왔다.", (7,)),
        ("배가 떠났다 [7].", [(7, 10)], "배가 떠났다.", (6,)),
        ("배가 떠났다.⁷", [(7, 8)], "배가 떠났다.", (7,)),
        ("¹ 배가 떠났다.", [(0, 1)], "배가 떠났다.", (0,)),
        ("배¹와 항구²와 길³", [(1, 2), (6, 7), (10, 11)], "배와 항구와 길", (1, 5, 8)),
        ("배가 떠났다.", [], "배가 떠났다.", ()),
        ("배 . 길", [], "배 . 길", ()),
    ],
)
def test_marks_are_taken_out_and_their_places_kept(
    text: str, spans: list[tuple[int, int]], left: str, places: tuple[int, ...]
) -> None:
    assert remove_spans(JoinedText(text), spans) == (JoinedText(left), places)


def test_seams_move_with_the_text_behind_a_mark() -> None:
    before = JoinedText("배가 떠났다.7) 돌아왔다.", (Seam(3, 2, "space", "model"), Seam(10, 3, "space", "model")))
    after, places = remove_spans(before, [(7, 9)])
    assert (after.seams, places) == ((Seam(3, 2, "space", "model"), Seam(8, 3, "space", "model")), (7,))


PARTS = st.lists(st.text(alphabet="가나다abc .", max_size=6), min_size=1, max_size=5)


@settings(max_examples=100)
@given(PARTS)
def test_removing_marks_loses_no_letter_and_every_place_lies_in_the_text(parts: list[str]) -> None:
    spans, text = [], parts[0]
    for part in parts[1:]:
        spans.append((len(text), len(text) + 1))
        text += f"⁷{part}"
    after, places = remove_spans(JoinedText(text), spans)
    assert after.text.replace(" ", "") == "".join(parts).replace(" ", "")
    assert list(places) == sorted(places) and all(0 <= place <= len(after.text) for place in places)
    for place, (start, _) in zip(places, spans, strict=True):
        assert after.text[:place].replace(" ", "") == text[:start].replace("⁷", "").replace(" ", "")


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="가나다라 A7)", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=5))
def test_joining_loses_no_letter_and_seams_begin_their_lines(texts: list[str]) -> None:
    printed = lines(*texts)
    found = LineJoiner(Spaces(), NO_WORDS).join_lines(printed)
    assert found.text.replace(" ", "") == "".join(texts).replace(" ", "")
    assert [
        found.text[seam.offset :].startswith(line.text) for seam, line in zip(found.seams, printed[1:], strict=True)
    ] == [True] * (len(printed) - 1)
