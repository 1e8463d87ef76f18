"""Where does a sentence end, and which line leads on? All lines are invented."""

import pytest

from indexer.lines.sentences import ends_sentence, half_date, is_running_text


@pytest.mark.parametrize(
    "text",
    [
        "두 나라의 장관이 만났다.",
        "배는 왜 돌아왔는가?",
        "얼음이 갈라졌다!”",
        "그는 “떠난다.”",
        "항구를 열었다.」",
        "배가 떠났다.7",
        "배가 떠났다.12)",
        "배가 떠났다.[3]",
        "배가 떠났다.⁷",
        "배가 떠났다. 주3)",
        "말을 흐렸다…",
        "Суда ушли.",
        "船已离开。",
        "The ships left.  ",
        "보기일보, 2024. 11. 1.",
    ],
)
def test_a_sentence_ends_here(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "두 나라의 장관은",
        "보기일보, No.",
        "Example Review, pp.",
        "according to Mr.",
        "the U.S.",
        "Kim et al.",
        "배 7",
        "2024년 3월 1",
        "",
    ],
)
def test_a_sentence_goes_on_here(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(("following", "ends"), [("9. 14), 『보기일보』.", False), ("그 뒤 배는", True), ("", True)])
def test_the_next_line_shows_half_a_date_for_what_it_is(following: str, ends: bool) -> None:
    assert ends_sentence("「첫 배가 떠났다」(2023.", following) is ends


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("항구와 철도,", True),
        ("두 나라는", True),
        ("새 항로를", True),
        ("항구에서", True),
        ("철도 및", True),
        ("Prospects of the", True),
        ("이른바 “", True),
        ("배가 떠났다. 그 뒤의 일", True),
        ("The ships left. After that", True),
        ("항로의 배경", False),
        ("강가의 마을", False),
        ("항구의 가을", False),
        ("교역의 성과", False),
        ("Prospects for trade", False),
        ("Торговля и порты", False),
    ],
)
def test_a_line_that_leads_on_is_no_heading(text: str, open_: bool) -> None:
    assert is_running_text(text) is open_


def test_half_a_date_is_one_before_a_figure_only() -> None:
    assert half_date("항구(2023.", "9. 14)")
    assert not half_date("항구(2023.", "그 뒤") and not half_date("떠났다.", "9. 14")
