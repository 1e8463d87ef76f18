"""A reader opens a link to words: exactly these are marked, in the text of today or in that of then, or none."""

import pytest
from bs4 import BeautifulSoup

from archive.history.quotation import quote
from archive.model.permalink import Address, parse_permalink
from tests.webapp import past_world as w
from tests.webapp.html import one, said, soup, text
from tests.webapp.past_world import Diary


def link(address: str, passage: str, words: str) -> str:
    start = passage.index(words)
    return f"/p/{address}?q={quote([passage], start, start + len(words))}"


def marks(page: BeautifulSoup, where: str = ".the-passage") -> list[str]:
    return [said(mark) for mark in page.select(f"{where} mark")]


def test_quoted_words_are_marked_and_the_page_is_cited_with_them(diary: Diary) -> None:
    path = link(diary.first(w.ALONE), w.ALONE, "뱃사공들은 모임을")
    response = diary.get(path)
    page = soup(response)
    assert marks(page) == ["뱃사공들은 모임을"]
    assert response.headers["Link"] == f'<http://localhost{path}>; rel="cite-as"'
    assert text(one(page, ".permalink")) == f"http://localhost{path}"
    assert one(page, "link[rel=canonical]")["href"] == f"http://localhost{path.split('?')[0]}"
    opened = diary.page(str(one(page, ".actions .offer")["href"]))
    assert marks(opened, ".body") == ["뱃사공들은 모임을"]
    assert text(one(page, ".cited-note")) == "인용한 구절을 표시했습니다. 대목 전체 보기"


def test_words_of_a_revised_passage_that_still_stand_are_marked_in_it(diary: Diary) -> None:
    page = diary.page(link(diary.first(w.REVISED), w.REVISED, "나루터가 붐빈다"))
    assert (marks(page), said(one(page, ".the-passage"))) == (["나루터가 붐빈다"], w.REVISED_2)
    assert [text(told) for told in page.select(".cited-note")] == [
        "인용한 구절을 표시했습니다. 대목 전체 보기",
        "인용 이후 이 대목이 수정되었습니다. 인용 당시와 비교",
    ]


@pytest.mark.parametrize("tail", ["", "@1"])
def test_words_that_were_revised_are_shown_as_cited(diary: Diary, tail: str) -> None:
    response = diary.get(link(diary.first(w.REVISED) + tail, w.REVISED, "열 척씩"))
    page = soup(response)
    assert response.status_code == 200
    assert (marks(page), said(one(page, ".the-passage"))) == (["열 척씩"], w.REVISED)
    assert text(one(page, ".cited-note")).startswith("인용한 구절은 현재 문서에 그대로 있지 않습니다.")
    opened = diary.page(str(one(page, ".actions .offer")["href"]))
    assert marks(opened, ".body") == ["열 척씩"]
    assert "1판" in text(one(opened, ".cited-note"))


def test_words_whose_spaces_were_mended_are_found_by_their_letters(diary: Diary) -> None:
    page = diary.page(link(diary.first(w.HEALED[0]), w.HEALED[0], "나루 터의 종"))
    assert (marks(page), said(one(page, ".the-passage"))) == (["나루터의 종"], w.HEALED[1])


def test_words_of_a_split_passage_are_marked_where_they_went(diary: Diary) -> None:
    whole = " ".join(w.SPLIT)
    assert marks(diary.page(link(diary.first(whole), whole, "비가 오면"))) == ["비가 오면"]
    across = diary.page(link(diary.first(whole), whole, "모인다. 밤배의 삯은"))
    assert marks(across) == ["모인다", "밤배의 삯은"]
    assert [said(p) for p in across.select(".the-passage .shown")] == list(w.SPLIT)


def test_words_of_a_passage_that_is_gone_are_shown_as_cited(diary: Diary) -> None:
    response = diary.get(link(diary.first(w.GONE), w.GONE, "두 마을이"))
    assert response.status_code == 410
    assert marks(soup(response)) == ["두 마을이"]


def test_a_quotation_over_several_passages_marks_each(diary: Diary) -> None:
    first, last = diary.first(w.STAYS), parse_permalink(diary.cited(w.REVISED_2, 2))
    quotation = quote([w.STAYS, w.REVISED_2], 14, 3, last)
    page = diary.page(f"/p/{first}?q={quotation}&to={last}에서")
    assert marks(page) == [w.STAYS[14:].strip(), w.REVISED_2[:3]]
    assert [said(one(p, "[data-at]")) for p in page.select(".shown")] == [
        w.STAYS.replace("이르다", "이르다1"),
        w.REVISED_2,
    ]


def test_over_several_passages_one_of_which_was_revised_it_is_shown_as_cited(diary: Diary) -> None:
    first, last = diary.first(w.STAYS), Address(diary.id, diary.first(w.REVISED)[6:10], 1)
    page = diary.page(f"/p/{first}?q={quote([w.STAYS, w.REVISED], 14, 18, last)}&to={last}")
    assert marks(page) == [w.STAYS[14:].strip(), w.REVISED[:18].strip()]
    assert "그대로 있지 않습니다" in text(one(page, ".cited-note"))


@pytest.mark.parametrize(
    "asked", ["1-5~22222", "x", "9999-99999~22222", "1-5~22222&to=hello", "1-5~22222&to=22222-22222"]
)
def test_words_that_cannot_be_verified_are_not_marked(diary: Diary, asked: str) -> None:
    page = diary.page(f"/p/{diary.first(w.ALONE)}?q={asked}")
    assert marks(page) == []
    assert said(one(page, ".the-passage")) == w.ALONE
    assert "확인할 수 없어" in text(page.select(".cited-note")[0])


def test_a_row_is_quoted_by_its_whole_text(diary: Diary) -> None:
    row = "가을\t쌀 스무 섬"
    page = diary.page(link(diary.first(row), row, "가을\t쌀"))
    assert marks(page) == ["가을", "쌀"]
    unit = next(tr for tr in diary.page(f"/d/{diary.id}").select("tr[data-row]") if "쌀" in text(tr))
    assert unit["data-row"] == row
    assert [(piece["data-at"], said(piece)) for piece in unit.select("[data-at]")] == [
        ("0", "가을"),
        ("3", "쌀 스무 섬"),
    ]
