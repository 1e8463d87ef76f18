"""Whoever types what a catalogue knows finds documents: an author, a publisher, a title, a number."""

import pytest

from tests.webapp.conftest import Ask
from tests.webapp.html import one, text
from webapp.search.cards import SHOWN


def cards(page) -> list[str]:  # type: ignore[no-untyped-def]
    return [text(card) for card in page.select(".card a.title")]


def test_an_author_is_found_without_a_field_and_is_never_nowhere(ask: Ask) -> None:
    page = ask("홍보기 교수")
    assert cards(page)
    assert {text(why) for why in page.select(".because")} == {"저자: 홍보기"}
    said = text(one(page, "main"))
    assert "어느 대목에도 없습니다" not in said and "이 문서고에 없음" not in said
    assert "서지정보에만 있습니다" in said


def test_an_exact_title_comes_first_and_says_no_reason(ask: Ask) -> None:
    page = ask("나루터와 외교")
    assert cards(page)[0] == "나루터와 외교"
    assert not page.select(".card")[0].select(".because")


def test_part_of_a_publisher_s_name_finds_its_documents_where_no_passage_has_it(ask: Ask) -> None:
    page = ask("Example Institute")
    assert {text(why) for why in page.select(".because")} == {"발행처: Example Institute"}
    assert cards(ask("xample Inst"))


def test_words_of_no_name_have_no_cards(ask: Ask) -> None:
    for query in ("소금", "펭귄", "나루터 소금", "저자:홍보기"):
        assert cards(ask(query)) == []


def test_only_a_few_are_shown_and_all_are_listed(ask: Ask) -> None:
    page = ask("Example Institute")
    listed = ask("/documents?q=Example+Institute")
    count = int(text(one(listed, ".cards h2")).removeprefix("서지정보에서 찾은 문서 ").removesuffix("건"))
    assert len(cards(listed)) == count
    assert len(cards(page)) == min(SHOWN, count)
    assert bool(page.select(".cards .all")) is (count > SHOWN)


def test_cards_stand_on_the_first_page_only(ask: Ask) -> None:
    assert cards(ask("Example Institute", page="2")) == []


@pytest.mark.parametrize("query", ["물개 동물원", "%", '""'])
def test_a_list_of_nothing_says_so(ask: Ask, query: str) -> None:
    page = ask("/documents?q=" + query.replace("%", "%25"))
    assert "없습니다" in text(one(page, "main .notice"))
    assert one(page, "#listed")["value"] == query


def test_a_card_opens_its_document_with_what_is_sought(ask: Ask) -> None:
    (card, *_) = ask("Example Institute").select(".card a.title")
    assert str(card["href"]).startswith("/d/") and str(card["href"]).endswith("?q=Example+Institute")
    assert one(ask(str(card["href"])), "#find")["value"] == "Example Institute"
