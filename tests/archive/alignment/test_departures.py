"""What left a document is known by its words; what says little, by what moved beside it."""

from archive.alignment import AlignedUnit
from archive.alignment.departures import departures, holds_some, known_letters
from archive.model import PassageKind

LONG = "나진항의 세 번째 부두에서는 지난해 가을부터 석탄을 싣는 기중기 두 대가 쉬지 않고 움직였다."
OTHER = "하산역의 창고는 궤간이 다른 두 나라의 화차가 만나는 자리여서 겨울에도 불을 끄지 않는다."
THIRD = "두만강의 나무다리는 봄마다 얼음에 밀려 기둥을 새로 박아야 했다고 마을의 장부가 전한다."
EDITED = OTHER.replace("겨울에도", "한겨울에도")


def units(*texts: str) -> list[AlignedUnit]:
    return [AlignedUnit(PassageKind.PARAGRAPH, text, str(n)) for n, text in enumerate(texts)]


def test_words_that_say_enough_are_known_wherever_they_stand() -> None:
    assert departures(units(LONG), units(THIRD, LONG)) == {0: (1,)}
    assert departures(units(LONG), units(THIRD, OTHER)) == {}
    assert (known_letters("3. 결론"), bool(known_letters(LONG))) == ("", True)


def test_what_says_little_moved_if_what_stood_beside_it_did() -> None:
    assert departures(units("3. 결론", LONG), units("3. 결론", LONG)) == {0: (0,), 1: (1,)}
    assert departures(units("3. 결론"), units("3. 결론", LONG)) == {}
    far = units("3. 결론", *(f"{n}번째 {THIRD}" for n in range(6)), LONG)
    assert departures(units("3. 결론", LONG), far) == {1: (7,)}


def test_an_edited_passage_is_followed_beside_a_known_one_only() -> None:
    assert departures(units(LONG, OTHER), units(LONG, EDITED)) == {0: (0,), 1: (1,)}
    assert departures(units(OTHER), units(THIRD, EDITED)) == {}
    assert departures(units(OTHER), units(THIRD, EDITED), alike=True) == {0: (1,)}


def test_a_passage_that_is_two_there_is_followed_into_both() -> None:
    assert departures(units(f"{LONG} {OTHER}"), units(LONG, OTHER)) == {0: (0, 1)}


def test_a_passage_that_stands_whole_inside_a_longer_one_there_is_followed_into_it() -> None:
    assert departures(units(LONG, "3. 결론", OTHER), units(THIRD, f"{LONG} 3. 결론 {OTHER}")) == {
        0: (1,),
        1: (1,),
        2: (1,),
    }
    assert departures(units(LONG), units(THIRD, f"{LONG[:-8]} {OTHER}")) == {}


def test_a_text_holds_some_of_what_was_cited_or_nothing() -> None:
    assert holds_some(f"{LONG} {OTHER}", LONG)
    assert holds_some(LONG, f"{OTHER} {LONG} {THIRD}")
    assert not holds_some(OTHER, LONG)
    assert (holds_some("Ibid.", "Ibid."), holds_some("표 1", "Ibid.")) == (True, False)
