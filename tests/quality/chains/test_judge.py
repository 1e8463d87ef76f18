"""The judge of the bed, held to small cases by hand: each verdict at least once."""

import unicodedata

import pytest

from tests.quality.chains.judge import Today, Verdict, judge
from tests.quality.chains.sources import Locator, Source
from tests.quality.chains.traced import Traced, join, letters, letters_of
from tests.quality.chains.world import FAILED, Answer, Cited, Shown, Standing

BRIDGE = Traced.new("두만강 하구에는 오래된 철교가 하나 있고 열차가 그 위를 지나간다.")
PIER = Traced.new("나진항의 부두는 전기와 급수가 모자라 배가 오래 머무르지 못한다.")
TREATY = Traced.new("조약의 글귀는 맺은 날의 힘의 균형을 담고 있다고 알려져 있다.")
NEAR = Traced.new("압록강 하구에는 오래된 철교가 둘 있고 열차가 그 위를 지나간다.")


def standing(*texts: Traced, document: str = "aaaaa") -> list[Standing]:
    """Passages p0, p1 ... of one document."""
    return [
        Standing(document, f"p{i}", i, text.text, *letters(text), f"{document}-p{i}") for i, text in enumerate(texts)
    ]


def cited(text: Traced, *others: Traced, flawed: bool = False) -> Cited:
    """A passage that was cited while the others stood beside it."""
    known = frozenset(origin for one in (text, *others) for origin in one.origins)
    return Cited("aaaaa-p0", "aaaaa-p0@1", "aaaaa", text.text, *letters(text), known, flawed)


def said(status: str, *shown: Traced, was: Traced = BRIDGE, today: list[Standing], document: str = "aaaaa") -> Answer:
    places = {one.text: one for one in today if one.document == document}
    seen = tuple(Shown(document, places[one.text].passage if one.text in places else "zz", one.text) for one in shown)
    return Answer(status, was.text, seen)


def verdict(today: list[Standing], status: str, *shown: Traced, was: Traced = BRIDGE, flawed: bool = False) -> Verdict:
    answer = said(status, *shown, was=was, today=today)
    return judge(cited(was, BRIDGE, PIER, TREATY, flawed=flawed), answer, Today(today)).verdict


def test_the_same_words_are_the_same() -> None:
    today = standing(BRIDGE, PIER)
    assert verdict(today, "same", BRIDGE) is Verdict.RIGHT
    assert verdict(today, "revised", BRIDGE) is Verdict.LABEL
    assert verdict(today, "split", BRIDGE) is Verdict.LABEL
    assert verdict(today, "ambiguous", BRIDGE) is Verdict.AMBIGUOUS
    assert verdict(today, "gone") is Verdict.LOST


def test_another_passage_is_foreign_and_others_besides_are_extra() -> None:
    today = standing(BRIDGE, PIER, NEAR)
    assert verdict(today, "revised", PIER) is Verdict.FOREIGN
    assert verdict(today, "split", BRIDGE, PIER) is Verdict.FOREIGN
    assert verdict(today, "split", BRIDGE, NEAR) is Verdict.EXTRA


def test_a_near_copy_misleads() -> None:
    today = standing(PIER, NEAR)
    assert verdict(today, "revised", NEAR) is Verdict.MISLED
    assert verdict(today, "same", NEAR) is Verdict.MISLED
    assert verdict(today, "gone") is Verdict.RIGHT


def test_words_that_changed_are_revised() -> None:
    changed = BRIDGE[:9] + Traced.new("새로 놓인") + BRIDGE[13:]
    today = standing(changed, PIER)
    assert verdict(today, "revised", changed) is Verdict.RIGHT
    assert verdict(today, "same", changed) is Verdict.LABEL
    assert verdict(today, "split", changed) is Verdict.LABEL
    assert verdict(today, "gone") is Verdict.LOST
    assert verdict(today, "gone", flawed=True) is Verdict.RIGHT


def test_half_of_a_paragraph_still_stands() -> None:
    both = join(" ", [BRIDGE, PIER])
    today = standing(BRIDGE, TREATY)
    assert verdict(today, "revised", BRIDGE, was=both) is Verdict.RIGHT
    assert verdict(today, "gone", was=both) is Verdict.LOST


def test_joined_paragraphs_are_merged() -> None:
    both = join(" ", [BRIDGE, PIER])
    today = standing(both, TREATY)
    assert verdict(today, "merged", both) is Verdict.RIGHT
    assert verdict(today, "revised", both) is Verdict.LABEL
    assert verdict(today, "same", both) is Verdict.LABEL
    assert verdict(today, "gone") is Verdict.LOST


def test_parted_paragraphs_are_split_and_all_of_them_are_shown() -> None:
    both = join(" ", [BRIDGE, PIER])
    today = standing(BRIDGE, PIER, TREATY)
    assert verdict(today, "split", BRIDGE, PIER, was=both) is Verdict.RIGHT
    assert verdict(today, "revised", BRIDGE, PIER, was=both) is Verdict.LABEL
    assert verdict(today, "revised", BRIDGE, was=both) is Verdict.LOST


def test_an_addition_is_a_revision_and_no_merger() -> None:
    longer = BRIDGE + Traced.new(" 곁에는 자동차가 다닐 다리도 놓이고 있다.")
    today = standing(longer, PIER)
    assert verdict(today, "revised", longer) is Verdict.RIGHT
    assert verdict(today, "merged", longer) is Verdict.LABEL


def test_words_that_stand_twice_may_be_ambiguous() -> None:
    twin = Traced.new(BRIDGE.text)
    today = [*standing(BRIDGE, PIER), *standing(twin, document="bbbbb")]
    both = Answer("ambiguous", BRIDGE.text, (Shown("aaaaa", "p0", BRIDGE.text), Shown("bbbbb", "p0", BRIDGE.text)))
    assert judge(cited(BRIDGE), both, Today(today)).verdict is Verdict.RIGHT
    other = Answer("same", BRIDGE.text, (Shown("bbbbb", "p0", BRIDGE.text),))
    assert judge(cited(BRIDGE), other, Today(today)).verdict is Verdict.MISLED


def test_words_in_another_document_have_moved() -> None:
    today = [*standing(PIER), *standing(BRIDGE, document="bbbbb")]
    there = (Shown("bbbbb", "p0", BRIDGE.text),)
    assert judge(cited(BRIDGE), Answer("moved", BRIDGE.text, there), Today(today)).verdict is Verdict.RIGHT
    assert judge(cited(BRIDGE), Answer("gone", BRIDGE.text, ()), Today(today)).verdict is Verdict.LOST
    here = standing(BRIDGE)
    moved = Answer("moved", BRIDGE.text, (Shown("aaaaa", "p0", BRIDGE.text),))
    assert judge(cited(BRIDGE), moved, Today(here)).verdict is Verdict.LABEL


def test_what_was_cited_is_shown_byte_for_byte() -> None:
    today = standing(BRIDGE)
    answer = Answer("same", BRIDGE.text.replace(" ", ""), (Shown("aaaaa", "p0", BRIDGE.text),))
    assert judge(cited(BRIDGE), answer, Today(today)).verdict is Verdict.BYTES
    failed = Answer(f"{FAILED}: no such address", None, ())
    assert judge(cited(BRIDGE), failed, Today(today)).verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("북·중·러", "북ㆍ중ㆍ러"),
        ("２０２４년, ‘길’", '2024년 "길"'),
        ("두만강", unicodedata.normalize("NFD", "두만강")),
        ("다.¹²", "다"),
    ],
)
def test_signs_and_forms_are_no_letters(one: str, other: str) -> None:
    assert letters_of(one) == letters_of(other)


def test_letters_keep_their_origin_through_edits() -> None:
    text = join(" ", [BRIDGE, PIER])
    second = text.split(r"(?<=[.]) ")[1]
    assert second == PIER
    assert text.respelled(lambda plain: plain.replace("하나", "하나·")).text.count("·") == 1
    with pytest.raises(ValueError, match="same letters"):
        text.respelled(lambda plain: plain.replace("하나", "둘"))


def test_passages_are_found_in_their_file_past_a_mark_in_the_middle() -> None:
    text = join("\n\n", [BRIDGE[:20] + "12)" + BRIDGE[20:], PIER, Traced.new("위의 책."), Traced.new("위의 책.")])
    locator = Locator(Source.of(text))
    assert locator.origins(letters(BRIDGE).text) == letters(BRIDGE).origins
    first, second = locator.origins("위의책"), locator.origins("위의책")
    assert not set(first) & set(second)
