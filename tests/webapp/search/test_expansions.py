"""A reader sees how each word was taken, takes other forms away, and is told what to do where nothing was found."""

import pytest
from bs4 import BeautifulSoup, Tag

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


def test_a_slip_is_searched_with_what_it_nearly_is_and_offered_put_right(ask: Ask) -> None:
    page = ask("페투시고프 방문")
    assert text(one(page, ".suggested")) == "추천 검색어: 페투시코프 방문"
    assert one(page, "input[name=q]")["value"] == "페투시고프 방문"


@pytest.mark.parametrize(
    "query, suggested",
    [
        ('"페투시고프의 배" 페투시고프의 방문', '"페투시고프의 배" 페투시코프의 방문'),
        ("-enaksrkd enaksrkd", "-enaksrkd 두만강"),
    ],
)
def test_a_word_is_put_right_where_it_was_typed(ask: Ask, query: str, suggested: str) -> None:
    assert text(one(ask(query), ".suggested")) == f"추천 검색어: {suggested}"


def test_spaces_alone_are_no_other_query(ask: Ask) -> None:
    page = ask("두 만\n강  나 루 터")
    assert page.select(".hit") and not page.select(".suggested")


# In the reader's own language


@pytest.mark.parametrize(
    "query, lang, called",
    [
        ("мост", "en", ["bridge"]),
        ("мост", "ko", ["다리"]),
        ("bridges", "ko", ["다리"]),
        ("bridge", "en", ["다리"]),  # there is no other word of it
        ("다리", "ko", ["bridge", "foot"]),  # what it was taken for
    ],
)
def test_what_else_was_searched_is_called_as_the_reader_calls_it_unless_that_was_typed(
    ask: Ask, query: str, lang: str, called: list[str]
) -> None:
    assert forms(ask(query, lang=lang)) == called


def test_why_a_hit_matched_is_explained_where_the_reader_typed_another_word(ask: Ask) -> None:
    why = {text(one(hit, ".why")) for hit in ask("мост", lang="en").select(".hit")}
    assert why == {"Why this matched: мост → 다리 (bridge)"}
    assert {text(one(hit, ".why")) for hit in ask("bridges", lang="en").select(".hit")} == {
        "Why this matched: bridges → 다리"
    }


def test_every_form_of_a_concept_that_was_searched_can_be_seen(ask: Ask) -> None:
    spelt = one(ask("мост", lang="en"), ".spellings")
    assert text(one(spelt, "summary")) == "All forms searched"
    listed = {str(span["lang"]): text(span) for span in spelt.select("dd span")}
    assert {"ko", "en", "ru", "zh"} == set(listed) and "교량" in listed["ko"] and "桥梁" in listed["zh"]
    assert ask("Petushkov").select(".spellings") == []  # a name that sounds alike has but one form, its chip


def test_who_reads_no_korean_is_told_that_the_texts_are(ask: Ask) -> None:
    assert "Korean" in text(one(ask("мост", lang="en"), ".in-korean"))
    assert ask("мост", lang="ko").select(".in-korean") == []
