"""A reader sees how each word was taken, takes other forms away, and is told what to do where nothing was found."""

import pytest
from bs4 import BeautifulSoup, Tag

from tests.counting import statements
from tests.webapp.conftest import Ask
from tests.webapp.html import one, text


def forms(page: BeautifulSoup, off: bool = False) -> list[str]:
    return [text(bdi) for bdi in page.select(".also .chip.off bdi" if off else ".also .chip:not(.off) bdi")]


def link(page: BeautifulSoup | Tag, words: str) -> str:
    return str(next(a for a in page.select("a") if words in text(a))["href"])


def hits(page: BeautifulSoup) -> list[str]:
    return [text(hit) for hit in page.select(".hit .text, .hit .cells")]


def offers(page: BeautifulSoup) -> list[str]:
    return [text(p) for p in page.select(".nothing p:has(.offer)")]


# Other forms of the words


def test_a_name_is_found_in_every_script_and_each_hit_says_why(ask: Ask) -> None:
    page = ask("Petushkov")
    why = {text(one(hit, ".text"))[:5]: text(one(hit, ".why")) for hit in page.select(".hit")}
    assert why == {
        "페투시코프": "검색된 이유: Petushkov → 페투시코프",
        "Петуш": "검색된 이유: Petushkov → Петушков",
    }


def test_every_form_that_was_looked_for_is_named_with_its_kind(ask: Ask) -> None:
    page = ask("Petushkov")
    assert text(one(page, ".also summary")) == "함께 찾은 말 2개"
    assert text(one(page, ".also .typed")) == "Petushkov"
    assert sorted(text(a) for a in page.select(".also .chip")) == [
        "Петушков (이름) – 빼기 ×",
        "페투시코프 (이름) – 빼기 ×",
    ]
    assert {str(a["title"]) for a in page.select(".also .chip")} == {"이름"}
    assert {text(bdi): bdi["lang"] for bdi in page.select(".also .chip bdi")} == {"Петушков": "ru", "페투시코프": "ko"}


def test_a_form_is_taken_away_and_put_back_by_a_click(ask: Ask) -> None:
    page = ask("Petushkov", sort="date")
    without = ask(link(one(page, ".also"), "페투시코프"))
    assert (forms(without), forms(without, off=True)) == (["Петушков"], ["페투시코프"])
    assert [h[:8] for h in hits(without)] == ["Петушков"]
    assert one(without, "input[name=sort]")["value"] == "date"
    again = ask(link(one(without, ".also"), "페투시코프"))
    assert hits(again) == hits(page)


def test_all_forms_that_were_taken_away_are_put_back_at_once(ask: Ask) -> None:
    page = ask("Petushkov 나루터", drop=["name:페투시코프", "name:петушков"])
    assert forms(page) == []
    assert len(forms(page, off=True)) == 2
    assert len(forms(ask(link(page, "뺀 말 모두 되돌리기")))) == 2


def test_exactly_as_typed_and_back(ask: Ask) -> None:
    page = ask(link(ask("페투시코프"), "입력한 그대로 검색"))
    assert text(one(page, ".also")) == "입력한 그대로 검색한 결과입니다. 다른 표기와 언어도 함께 찾기"
    assert {h[:5] for h in hits(page)} == {"페투시코프"}
    assert one(page, "input[name=exact]")["value"] == "1"
    assert len(hits(ask(link(page, "다른 표기와 언어도")))) == 3


def test_korean_typed_on_the_other_keyboard_is_said_and_can_be_refused(ask: Ask) -> None:
    page = ask("Tjfao")
    assert [text(a) for a in page.select(".also .chip")] == ["썰매 (자판) – 빼기 ×"]
    assert text(one(page, ".hit .why")) == "검색된 이유: Tjfao → 썰매"
    refused = ask(link(one(page, ".also"), "썰매"))
    assert hits(refused) == []
    assert [text(li) for li in refused.select(".understood li")] == ["Tjfao"]
    assert offers(refused) == ["다른 표기와 언어도 함께 찾기 대목 1건"]


def test_a_query_whose_words_have_no_other_form_says_nothing_of_them(ask: Ask) -> None:
    assert ask("썰매").select(".also") == []


def test_ids_that_mean_nothing_here_do_no_harm(ask: Ask) -> None:
    page = ask("Petushkov", drop=["name:누구", "x", "", "name:", "<b>:1", "name:" + "가" * 500])
    assert len(forms(page)) == 2
    assert forms(page, off=True) == []


def test_forms_are_counted_in_english(ask: Ask) -> None:
    assert text(one(ask("Petushkov", lang="en"), ".also summary")) == "Also searched 2 forms"
    assert text(one(ask("페투시코프", lang="en"), ".also summary")) == "Also searched 1 form"


# Words that are missing


def test_a_hit_names_the_words_it_lacks(ask: Ask) -> None:
    page = ask("썰매 다리")
    assert {text(one(hit, ".missing")) for hit in page.select(".hit")} == {"빠진 말: 썰매", "빠진 말: 다리"}


# Nothing found


def test_nothing_found_says_what_was_understood_and_offers_only_what_finds_something(ask: Ask) -> None:
    page = ask("소금 펭귄 남극")
    assert text(one(page, ".nothing .tally")) == (
        "검색 결과가 없습니다. 일부 낱말만 있는 대목은 있지만, 검색어에 충분히 맞는 대목은 없습니다."
    )
    assert offers(page) == ["한 낱말이라도 포함된 대목 보기 대목 5건"]
    assert [text(li) for li in page.select(".understood li")][1:] == ["펭귄 이 문서고에 없음", "남극 이 문서고에 없음"]
    assert text(page.select(".understood li")[0]).endswith("대목 5건")
    assert len(hits(ask(str(one(page, ".offer")["href"])))) == 5
    assert len(hits(ask(str(page.select(".understood a")[0]["href"])))) == 5


def test_words_that_stand_nowhere_are_said_to(ask: Ask) -> None:
    page = ask("남극 펭귄 탐험", lang="en")
    assert text(one(page, ".nothing .tally")) == (
        "No results. No passage has all three words. None of these words occurs in this archive."
    )
    assert offers(page) == []
    assert (
        text(one(ask("펭귄", lang="ko"), ".nothing .tally"))
        == "검색 결과가 없습니다. 이 말은 이 문서고의 어느 대목에도 없습니다."
    )


def test_all_words_asked_for_and_not_found_can_be_given_up_step_by_step(ask: Ask) -> None:
    page = ask("썰매 다리", match="all")
    assert text(one(page, ".nothing .tally")) == "검색 결과가 없습니다. 두 낱말을 모두 포함한 대목이 없습니다."
    assert offers(page)[0] == "일부 낱말이 빠진 대목도 보기 대목 3건"


def test_filters_that_leave_nothing_can_be_given_up(ask: Ask) -> None:
    page = ask("썰매 연도:1999")
    assert text(one(page, ".nothing .tally")) == "검색 결과가 없습니다. 이 조건에 맞는 대목이 없습니다."
    assert offers(page) == ["조건 없이 찾기 대목 1건"]
    assert text(one(page, ".narrowed .chip bdi")) == "발행 연도: 1999"


def test_words_that_no_filter_took_away_are_not_blamed_on_the_filters(ask: Ask) -> None:
    page = ask("펭귄 연도:2025")
    assert text(one(page, ".nothing .tally")) == "검색 결과가 없습니다. 이 말은 이 문서고의 어느 대목에도 없습니다."


def test_a_quotation_that_stands_nowhere_can_be_opened(ask: Ask) -> None:
    page = ask('"소금 나루터"')
    assert [text(li) for li in page.select(".understood li")] == ["“소금 나루터”"]
    assert offers(page) == ["따옴표와 기호 없이 낱말로 찾기 대목 8건"]


@pytest.mark.parametrize("words, counted, most", [(3, True, 20), (7, False, 30), (40, False, 90)])
def test_a_page_without_results_makes_a_bounded_number_of_searches(
    ask: Ask, words: int, counted: bool, most: int
) -> None:
    query = " ".join(['"소금 나루터"', *(f"펭귄{n}마리" for n in range(words - 1)), "연도:1999"])
    ask(query)
    with statements() as asked:
        page = ask(query, match="all", exact="1")
    assert 0 < len(offers(page)) <= 3
    assert bool(page.select(".understood li > a, .understood li > .quiet")) is counted
    assert sum("FROM facts" in one for one in asked) <= 1 + 10  # a search asks once which index is in force
    assert len(asked) <= most


def test_a_slip_is_searched_with_what_it_nearly_is_and_offered_put_right(ask: Ask) -> None:
    page = ask("페투시고프 방문")
    assert text(one(page, ".suggested")) == "추천 검색어: 페투시코프 방문"
    assert one(page, "input[name=q]")["value"] == "페투시고프 방문"


@pytest.mark.parametrize(
    "query, suggested",
    [
        ('"페투시고프의 배" 페투시고프의 방문', '"페투시고프의 배" 페투시코프의 방문'),
        ("두 만\n강  나 루 터", "두만강 나루터"),
        ("-enaksrkd enaksrkd", "-enaksrkd 두만강"),
    ],
)
def test_a_word_is_put_right_where_it_was_typed(ask: Ask, query: str, suggested: str) -> None:
    assert text(one(ask(query), ".suggested")) == f"추천 검색어: {suggested}"
