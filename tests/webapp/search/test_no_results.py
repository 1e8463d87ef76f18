"""Where nothing was found, what was understood is said, and only what finds something is offered."""

import pytest
from bs4 import BeautifulSoup

from archive.search.search import Search
from tests.webapp.conftest import Ask
from tests.webapp.html import one, text
from webapp.search.no_results import OFFERED, TRIED


def hits(page: BeautifulSoup) -> list[str]:
    return [text(hit) for hit in page.select(".hit .text, .hit .cells")]


def offers(page: BeautifulSoup) -> list[str]:
    return [text(p) for p in page.select(".nothing p:has(.offer)")]


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


def test_who_stands_only_in_the_catalogue_is_offered_as_a_field(ask: Ask) -> None:
    page = ask("홍보기 교수")
    assert offers(page) == ["저자: 홍보기 대목 6건"]
    assert one(ask(str(one(page, ".offer")["href"])), "input[name=q]")["value"] == "저자:홍보기"
    assert offers(ask("Example Institute 소금 펭귄 남극"))[0] == "발행처: Example Institute 대목 6건"


def test_a_quotation_that_stands_nowhere_can_be_opened(ask: Ask) -> None:
    page = ask('"소금 나루터"')
    assert [text(li) for li in page.select(".understood li")] == ["“소금 나루터”"]
    assert offers(page) == [
        "따옴표와 기호 없이 낱말로 찾기 대목 7건",
        "따옴표와 기호 없이, 한 낱말이라도 포함된 대목 보기 대목 8건",
    ]


@pytest.mark.parametrize("words, counted, searches", [(3, True, 9), (7, False, 6), (40, False, 6)])
def test_a_page_without_results_makes_a_bounded_number_of_searches(
    ask: Ask, words: int, counted: bool, searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    rank = Search.rank
    monkeypatch.setattr(Search, "rank", lambda *given: asked.append(given) or rank(*given))
    query = " ".join(['"소금 나루터"', *(f"펭귄{n}마리" for n in range(words - 1)), "연도:1999"])
    page = ask(query, match="all", exact="1")
    assert 0 < len(offers(page)) <= OFFERED
    assert bool(page.select(".understood li > a, .understood li > .quiet")) is counted
    assert len(asked) == searches <= 1 + TRIED


def test_where_no_passage_has_enough_the_best_of_the_others_stand_below_a_line(ask: Ask) -> None:
    page = ask("소금 펭귄 남극", lang="ko")
    doubtful = one(page, "section.doubtful")
    assert text(one(doubtful, "#doubtful")) == "확실하지 않은 결과"
    assert doubtful.select(".hit mark") and {text(word) for word in doubtful.select(".missing del")} == {"펭귄", "남극"}
    english = one(ask("소금 펭귄 남극", lang="en"), "section.doubtful > .quiet")
    assert text(english).partition(" ")[2].startswith("passages have only some of the words, and may not be")
    assert not ask("펭귄", lang="ko").select("section.doubtful") and not ask("소금", lang="ko").select(
        "section.doubtful"
    )


def test_other_words_of_the_same_letters_are_no_answer(ask: Ask) -> None:
    page = ask("SHIP")
    assert hits(page)
    page = ask("WHO")
    assert hits(page) == []
    assert text(one(page, ".nothing .tally")).startswith("검색 결과가 없습니다.")
