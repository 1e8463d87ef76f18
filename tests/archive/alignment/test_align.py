"""Which passage went where."""

from collections.abc import Sequence
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.alignment.align import AlignedUnit, Status, align, inherit
from archive.alignment.letters import common, fold_letters
from archive.model.passage import PassageKind

HARBOUR = "나진항의 셋째 부두는 러시아 자본이 고쳐 놓았으나, 지난 두 해 동안 드나든 배는 손에 꼽을 만큼 적었다."
BRIDGE = "두만강 다리의 기초 공사는 이듬해 봄에 시작되었고, 물이 불어나는 여름에는 석 달 동안 멈추었다."
GRAIN = "밀가루와 옥수수를 실은 열차는 하산역에서 궤간을 바꾸느라 이틀을 기다린 뒤에야 국경을 건넜다."
TEAM = "The monitoring team published its first report in May, and left the maritime chapter for the second one."
HEADING = "2. 항만의 동향"


def units(*texts: str, kind: PassageKind = PassageKind.PARAGRAPH) -> list[AlignedUnit]:
    return [AlignedUnit(kind, text, f"id{i}") for i, text in enumerate(texts)]


def rows(*texts: str) -> list[AlignedUnit]:
    return units(*texts, kind=PassageKind.ROW)


def notes(*texts: str) -> list[AlignedUnit]:
    return units(*texts, kind=PassageKind.NOTE)


def fates(old: Sequence[AlignedUnit], new: Sequence[AlignedUnit]) -> list[tuple[str, tuple[int, ...]]]:
    return [(fate.status.value, fate.to) for fate in align(old, new)]


@pytest.mark.parametrize(
    "printed",
    [
        HARBOUR.replace(" ", "  "),
        HARBOUR.replace(" ", ""),
        normalize("NFD", HARBOUR),
        HARBOUR.replace(",", "，").replace(".", "."),
        "“" + HARBOUR + "”",
        HARBOUR.replace("적었다.", "적었다.⁷"),
        HARBOUR.replace("적었다.", "적었다.7)"),
        "- " + HARBOUR,
    ],
    ids=["spaces", "no spaces", "NFD", "width", "quotes", "raised digit", "digit", "bullet"],
)
def test_only_words_count(printed: str) -> None:
    assert fates(units(BRIDGE, HARBOUR, GRAIN), units(BRIDGE, printed, GRAIN)) == [
        ("same", (0,)),
        ("same", (1,)),
        ("same", (2,)),
    ]


SIGNED = (
    "1. 북·중·러 ‘삼각’ 협력의 “현황”",
    "나진-하산 철도(2013~2024) 복구는 1월·2월에 걸쳐 이어졌고… 러시아 측은 ‘시험 운행’이라고 했다.",
    "3·1절\t12·13일\t(평양)",
    "통일부, 「남북교류 월보」, 『통계』 2023·5, p.7.",
)
DOTS, APOSTROPHES, QUOTES = "·ㆍ・‧･•∙⋅\u119e", "‘’'ʼʻ`´＇", '“”"„″＂「」『』《》〈〉'
DASHES, OTHERS = "-‐‑–—―−~∼〜～", "…⋯․，,、.．。()（）"


@pytest.mark.parametrize("signs", [DOTS, APOSTROPHES, QUOTES, DASHES, OTHERS])
def test_signs_exchanged_for_others_are_no_change(signs: str) -> None:
    for sign in signs:
        exchange = dict.fromkeys(map(ord, signs), sign)
        new = [text[:3] + text[3:].translate(exchange) for text in SIGNED]  # a label keeps its sign
        assert fates(units(*SIGNED), units(*new)) == [("same", (n,)) for n in range(4)], sign
        assert fates(units(*new), units(*SIGNED)) == [("same", (n,)) for n in range(4)], sign


def test_a_moved_passage_is_the_same() -> None:
    assert fates(units(BRIDGE, HARBOUR, GRAIN), units(GRAIN, BRIDGE, HARBOUR)) == [
        ("same", (1,)),
        ("same", (2,)),
        ("same", (0,)),
    ]


def test_a_passage_of_another_kind_is_the_same() -> None:
    new = [AlignedUnit(PassageKind.ITEM, BRIDGE), AlignedUnit(PassageKind.PARAGRAPH, HARBOUR)]
    assert fates(units(BRIDGE, HARBOUR), new) == [("same", (0,)), ("same", (1,))]


def test_some_words_changed_is_a_revision() -> None:
    new = units(BRIDGE, HARBOUR.replace("손에 꼽을 만큼 적었다", "한 손에 꼽힌다"), GRAIN)
    assert fates(units(BRIDGE, HARBOUR, GRAIN), new)[1] == ("revised", (1,))


def test_less_than_four_fifths_is_gone() -> None:
    new = units(BRIDGE, HARBOUR[:30] + " 위성 사진에는 새 기중기 두 대와 석탄 더미가 보이지만 움직임은 없다.", GRAIN)
    assert fates(units(BRIDGE, HARBOUR, GRAIN), new)[1] == ("gone", ())


TWO = f"{HARBOUR} {GRAIN}"


@pytest.mark.parametrize("rest", [HARBOUR, GRAIN, HARBOUR[:22] + GRAIN[-26:], f"{HARBOUR[:30]} {GRAIN[:24]}"])
def test_half_of_it_taken_out_is_a_revision(rest: str) -> None:
    assert fates(units(BRIDGE, TWO, TEAM), units(BRIDGE, rest, TEAM))[1] == ("revised", (1,))
    assert fates(units(BRIDGE, TWO, TEAM), units(TEAM, BRIDGE))[1] == ("gone", ())


@pytest.mark.parametrize("was, rest", [
    ("2024년 5월\t경제공동위원회 회의(평양)\t대표단 열두 사람이 참석", "2024년 5월\t경제공동위원회 회의(평양)"),
    ("3. 나루터와 다리의 앞날", "3. 다리의 앞날"),
    ("Ⅲ. 배경", "III 배경"),
    ("1. 배경", "제1장. 배경"),
    ("통일부, 『남북교류 월보』, 2023년 5월호; 예시신문, 2023.6.2.", "통일부, 『남북교류 월보』, 2023년 5월호"),
])  # fmt: skip
def test_short_texts_shortened_between_their_neighbours_are_followed(was: str, rest: str) -> None:
    assert fates(rows(BRIDGE, was, TEAM), rows(BRIDGE, rest, TEAM))[1] == ("revised", (1,))
    assert fates(rows(BRIDGE, was, TEAM, GRAIN), rows(BRIDGE, TEAM, GRAIN, rest))[1] == ("gone", ())


def test_a_long_rest_is_known_where_it_moved_to() -> None:
    long = f"{COMMISSION} {HARBOUR} {GRAIN}"
    assert fates(units(long, BRIDGE, TEAM, HEADING), units(BRIDGE, TEAM, COMMISSION, HEADING))[0] == ("revised", (2,))


@pytest.mark.parametrize("now", [
    f"{HARBOUR} 위성 사진에는 새 기중기 두 대와 석탄 더미가 보이지만 움직임은 없다.",
    "셋째 부두는 지난 두 해 동안 고쳐 놓았으나 옥수수를 실은 배는 이틀을 기다렸다.",
    BRIDGE[:12] + "물이 불어나는 여름이다.",
])  # fmt: skip
def test_what_was_written_anew_around_some_of_its_words_is_gone(now: str) -> None:
    assert fates(units(BRIDGE, TWO, TEAM), units(BRIDGE, now, TEAM))[1] == ("gone", ())


def test_the_rest_of_a_row_among_its_like_is_not_that_of_another() -> None:
    old = rows(
        "2024년 5월\t경제공동위원회 회의(평양)\t대표단 참석", "2024년 6월\t경제공동위원회 회의(하산)\t대표단 참석"
    )
    assert fates(old, rows("2024년 6월\t경제공동위원회 회의(하산)"))[0] == ("gone", ())
    other = [*units(HARBOUR), *old[:1], *units(BRIDGE)]
    assert fates(other, [other[0], *rows("2024년 7월\t경제공동위원회 회의(평양)"), other[2]])[1] == ("gone", ())


def test_a_heading_replaced_by_another_is_gone() -> None:
    for other in ("2. 철도의 동향", "2. 전망", "나. 항구"):
        assert fates(units(GRAIN, HEADING, HARBOUR), units(GRAIN, other, HARBOUR))[1] == ("gone", ()), other


def test_a_split_says_which_part_goes_where() -> None:
    [fate] = align(units(f"{HARBOUR} {BRIDGE}"), units(HARBOUR, BRIDGE))
    assert (fate.status, fate.to, fate.score) == (Status.SPLIT, (0, 1), 1.0)
    text = f"{HARBOUR} {BRIDGE}"
    assert [text[slice(*part.old)] for part in fate.parts] == [HARBOUR[:-1], BRIDGE[:-1]]


def test_a_merge_says_which_part_came_from_where() -> None:
    new = units(f"{HARBOUR} {BRIDGE}")
    found = align(units(HARBOUR, BRIDGE), new)
    assert [(fate.status, fate.to) for fate in found] == [(Status.MERGED, (0,))] * 2
    assert [new[0].text[slice(*fate.parts[0].new)] for fate in found] == [HARBOUR[:-1], BRIDGE[:-1]]


def test_an_addition_is_a_revision_not_a_merge() -> None:
    assert fates(units(HARBOUR), units(f"{HARBOUR} {BRIDGE}")) == [("revised", (0,))]


def test_a_deleted_passage_is_gone_though_its_like_stays() -> None:
    old = rows("2022년 5월\t경제공동위원회 회의(평양)", "2022년 6월\t경제공동위원회 회의(평양)")
    assert fates(old, old[1:]) == [("gone", ()), ("same", (0,))]
    assert fates(old, old[:1]) == [("same", (0,)), ("gone", ())]


def test_a_row_among_its_like_is_another_with_another_number() -> None:
    old = rows("2022년 5월\t경제공동위원회 회의(평양)", "2022년 6월\t경제공동위원회 회의(평양)")
    new = rows("2022년 7월\t경제공동위원회 회의(평양)", "2022년 6월\t경제공동위원회 회의(평양)")
    assert fates(old, new) == [("gone", ()), ("same", (1,))]


def test_a_number_corrected_in_place_is_a_revision_where_no_like_stands() -> None:
    old = [*units(BRIDGE), *rows("2022년 5월\t경제공동위원회 회의(평양)"), *units(GRAIN)]
    new = [*units(BRIDGE), *rows("2022년 6월\t경제공동위원회 회의(평양)"), *units(GRAIN)]
    assert fates(old, new)[1] == ("revised", (1,))


def test_a_short_row_with_another_number_elsewhere_is_other_text() -> None:
    old = [*rows("2022년 5월\t경제공동위원회 회의(평양)"), *units(BRIDGE, HARBOUR, GRAIN)]
    new = [*units(BRIDGE, HARBOUR), *rows("2022년 6월\t경제공동위원회 회의(평양)"), *units(GRAIN)]
    assert fates(old, new)[0] == ("gone", ())


COMMISSION = "북한과 러시아는 2023년 5월 평양에서 경제공동위원회를 열고 나진항을 거치는 석탄 수송의 재개를 논의하였다."


@pytest.mark.parametrize("was, now", [
    ("2023년", "2024년"), ("5월", "11월"), ("러시아는", "중국은"), ("북한과", "남한과"), ("평양에서", "모스크바에서"),
    ("나진항을", "청진항을"), ("2023년 5월 평양", "2019년 4월 하산"),
])  # fmt: skip
def test_what_says_nearly_the_same_of_something_else_elsewhere_is_other_text(was: str, now: str) -> None:
    near = COMMISSION.replace(was, now)
    old = units(HEADING, COMMISSION, HARBOUR, "3. 다리의 건설", BRIDGE, GRAIN)
    new = units(HEADING, HARBOUR, "3. 다리의 건설", BRIDGE, near, GRAIN)
    [fate] = align(old, new)[1:2]
    assert (fate.status, fate.to, fate.similar) == (Status.GONE, (), (4,))
    stays = units(HEADING, near, HARBOUR, "3. 다리의 건설", BRIDGE, GRAIN)
    assert fates(old, stays)[1] == ("revised", (1,))
    assert fates(old, units(HEADING, COMMISSION, HARBOUR, "3. 다리의 건설", BRIDGE, near, GRAIN))[1] == ("same", (1,))


@pytest.mark.parametrize("was, now", [
    ("논의하였다", "논의했다"), ("러시아는", "러시아가"), ("경제공동위원회", "경제공동워원회"),
    ("석탄 수송", "석탄과 곡물의 수송"),
])  # fmt: skip
def test_what_moved_and_was_reworded_is_revised(was: str, now: str) -> None:
    new = units(HEADING, HARBOUR, "3. 다리의 건설", BRIDGE, COMMISSION.replace(was, now), GRAIN)
    assert fates(units(HEADING, COMMISSION, HARBOUR, "3. 다리의 건설", BRIDGE, GRAIN), new)[1] == ("revised", (4,))


ROWS = (
    "{m}월\t1{m}2\t3{m}4",
    "2024년 {m}월\t경제공동위원회 회의(평양)\t{m}차",
    "2024년 {m}월\t세관이 밝힌 두 나라의 교역액은 한 해 전 같은 달보다 조금 늘었고, "
    "밀가루와 기름이 그 대부분을 차지하였다.\t{m}3.5",
)


@pytest.mark.parametrize("row", ROWS, ids=["figures", "short", "long"])
@pytest.mark.parametrize("many", [1, 2, 3, 6])
@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("revised", [False, True])
def test_a_table_whose_months_move_on_never_answers_with_the_next_month(
    row: str, many: int, newest_first: bool, revised: bool
) -> None:
    def table(first: int, last: str) -> list[AlignedUnit]:
        months = range(first, first + many)
        body = [row.format(m=m)[:-1] + (last if last else row.format(m=m)[-1]) for m in months]
        return [*units(HARBOUR), *rows("월\t수출\t수입", *body[:: -1 if newest_first else 1]), *units(BRIDGE)]

    old, new = table(2, ""), table(3, "9" if revised else "")
    found = align(old, new)
    at = {m: (many - i if newest_first else i + 1) + 1 for i, m in enumerate(range(2, 2 + many))}
    there = {m: (many - i if newest_first else i + 1) + 1 for i, m in enumerate(range(3, 3 + many))}
    if many > 1:
        assert found[at[2]].status is Status.GONE
    for m in range(3, 2 + many):
        assert found[at[m]].to in ((there[m],), *([()] if revised else [])), m


def test_equal_notes_are_told_apart_by_their_neighbours() -> None:
    old = notes(HARBOUR, "Ibid.", BRIDGE, "Ibid.", GRAIN)
    new = notes(HARBOUR, BRIDGE, "Ibid.", GRAIN)
    assert fates(old, new) == [("same", (0,)), ("gone", ()), ("same", (1,)), ("same", (2,)), ("same", (3,))]


def test_a_summary_repeated_in_the_body_is_told_apart() -> None:
    old = units("주요 내용", HARBOUR, "1. 배경", BRIDGE, HARBOUR, GRAIN)
    assert fates(old, old) == [("same", (i,)) for i in range(6)]
    assert fates(old, [*old[:1], *old[2:]])[1] == ("gone", ())
    assert fates(old, [*old[:4], *old[5:]])[4] == ("gone", ())


def test_a_tie_is_ambiguous_and_shows_all_candidates() -> None:
    old = notes(HARBOUR, "앞의 글, 12쪽.", "앞의 글, 12쪽.", GRAIN)
    assert fates(old, [old[0], old[1], old[3]])[1:3] == [("ambiguous", (1,)), ("ambiguous", (1,))]
    [_, one, _] = align(notes(HARBOUR, BRIDGE, GRAIN), notes(HARBOUR, BRIDGE, BRIDGE, GRAIN))
    assert (one.status, one.to) == (Status.AMBIGUOUS, (1, 2))


def test_what_stands_twice_is_not_found_in_the_other_copy() -> None:
    old = notes(HARBOUR, f"{BRIDGE} {GRAIN}", BRIDGE, TEAM)
    assert fates(old, [old[1], old[3]]) == [("gone", ()), ("same", (0,)), ("gone", ()), ("same", (1,))]


def test_a_unit_of_two_alike_does_not_take_the_place_of_one_of_them() -> None:
    old = notes(f"{BRIDGE} {BRIDGE.replace('여름', '가을')}", HARBOUR, BRIDGE, GRAIN)
    new = notes(BRIDGE.replace("여름", "가을"), HARBOUR, BRIDGE, GRAIN)
    assert fates(old, new)[1:] == [("same", (1,)), ("same", (2,)), ("same", (3,))]


def test_copies_in_a_row_keep_their_order() -> None:
    old = notes(HARBOUR, "Ibid.", "Ibid.", GRAIN)
    assert fates(old, notes(HARBOUR + " 가", "Ibid.", "Ibid.", GRAIN)) == [
        ("revised", (0,)),
        ("same", (1,)),
        ("same", (2,)),
        ("same", (3,)),
    ]


def test_a_short_text_without_its_neighbours_is_not_believed() -> None:
    assert fates(notes(HARBOUR, "Ibid.", BRIDGE), notes(GRAIN, "Ibid.", TEAM))[1] != ("same", (1,))


def test_a_heading_read_into_its_paragraph_is_merged() -> None:
    assert fates(units(GRAIN, HEADING, HARBOUR), units(GRAIN, f"{HEADING} {HARBOUR}")) == [
        ("same", (0,)),
        ("merged", (1,)),
        ("merged", (1,)),
    ]


def test_a_heading_numbered_anew_is_the_same() -> None:
    assert fates(units(GRAIN, HEADING, HARBOUR), units(GRAIN, BRIDGE, "3. 항만의 동향", HARBOUR))[1] == ("same", (2,))


def test_english_text_is_not_found_among_english_text() -> None:
    other = "The sanctions committee, however, has not met in public since, and no member asked it why."
    assert fates(units(TEAM), units(other)) == [("gone", ())]


def test_no_units() -> None:
    assert align([], units(BRIDGE)) == ()
    assert fates(units(BRIDGE), []) == [("gone", ())]


def test_text_without_letters() -> None:
    assert fates(rows("-\t-", HARBOUR), rows("-\t-", HARBOUR)) == [("same", (0,)), ("same", (1,))]
    assert fates([AlignedUnit(PassageKind.ROW, "", "id0")], rows(HARBOUR)) == [("gone", ())]


def test_ids_are_kept_by_the_largest_part() -> None:
    old, new = units(f"{BRIDGE} {HARBOUR} {GRAIN}", TEAM), units(BRIDGE, f"{HARBOUR} {GRAIN}", TEAM)
    assert inherit(old, new, align(old, new)) == (None, "id0", "id1")


def test_a_merged_unit_keeps_the_id_of_the_longer() -> None:
    old, new = units(HEADING, HARBOUR), units(f"{HEADING} {HARBOUR}", BRIDGE)
    assert inherit(old, new, align(old, new)) == ("id1", None)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_whatever_is_changed_ids_are_kept_once_and_spans_hold(seed: int) -> None:
    rng = Random(seed)
    old = units(*(rng.choice((HARBOUR, BRIDGE, GRAIN, TEAM, HEADING, "Ibid.")) for _ in range(rng.randint(0, 8))))
    joined = [f"{unit.text} {rng.choice((BRIDGE, 'Ibid.', ''))}"[rng.choice((0, 0, 12)) :] for unit in old]
    new = units(*rng.sample(joined, rng.randint(0, len(joined))))
    found = align(old, new)
    assert found == align(old, new)
    kept = [id for id in inherit(old, new, found) if id is not None]
    assert len(kept) == len(set(kept))
    for unit, fate in zip(old, found, strict=True):
        assert (fate.status is Status.GONE) == (not fate.to)
        for part in fate.parts:
            before, after = (
                fold_letters(text[slice(*span)]).text
                for text, span in ((unit.text, part.old), (new[part.to].text, part.new))
            )
            assert part.letters <= min(len(before), len(after))


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_common_letters_stand_in_order_in_both(old: str, new: str) -> None:
    runs = common(old, new)
    assert all(old[run.old : run.old + run.size] == new[run.new : run.new + run.size] for run in runs)
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            longest[i + 1][j + 1] = longest[i][j] + 1 if a == b else max(longest[i][j + 1], longest[i + 1][j])
    assert sum(run.size for run in runs) == longest[-1][-1]
