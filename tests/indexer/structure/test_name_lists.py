"""Names are read where a text holds names and what goes with them, and nothing else. All are invented."""

import pytest

from indexer.structure.name_lists import (
    author_names,
    has_note_sign,
    listed_names,
    lone_name,
    numbered_names,
    spaced_names,
    team_names,
)


@pytest.mark.parametrize(
    "text, names",
    [
        ("홍길동*, 김보기**", ("홍길동", "김보기")),
        ("*홍 길 동, **김 보 기", ("홍길동", "김보기")),
        ("홍길동O 김보기 이예시", ("홍길동", "김보기", "이예시")),
        ("홍길동* 김보기**", ("홍길동", "김보기")),
        ("홍길동 김보기", ()),
        ("홍 길 동", ("홍길동",)),
        ("홍길동 (Kil-dong Hong)", ("홍길동",)),
        ("Jane Doe∗†, John Q. Sample$", ("Jane Doe", "John Q. Sample")),
        ("Jane Doe¹,²∗ , John Q. Sample¹ , Ann Other", ("Jane Doe", "John Q. Sample", "Ann Other")),
        ("Sample University", ()),
        ("부두의 앞날", ()),
    ],
)
def test_names_stand_alone_but_for_signs_of_notes(text: str, names: tuple[str, ...]) -> None:
    assert author_names(text) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("김보기 이예시 박견본", ("김보기", "이예시", "박견본")),
        ("홍길동 김보기 이예시 서본보", ("홍길동", "김보기", "이예시", "서본보")),
        ("김보기 이예시", ()),
        ("안전한 지능형 도시로", ()),
        ("한국어 문서의 표지", ()),
    ],
)
def test_spaces_alone_part_names_only_where_three_words_look_like_names(text: str, names: tuple[str, ...]) -> None:
    assert spaced_names(text) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("홍길동", ("홍길동",)),
        ("정 보기", ("정보기",)),
        ("홍길동 (팀장)", ("홍길동",)),
        ("홍길동, 김보기/이예시", ("홍길동", "김보기", "이예시")),
        ("3명(홍길동, 김보기, 이예시)", ("홍길동", "김보기", "이예시")),
        ("20240315 홍길동\n20240316 김보기", ("홍길동", "김보기")),
        ("항만공학과 20240315 홍길동", ("홍길동",)),
        ("홍길동 (인) (학번:2024031528)", ("홍길동",)),
        ("Jane Doe", ("Jane Doe",)),
        ("부두의 앞날", ()),
        ("홍길동과 그 벗들", ()),
        ("", ()),
    ],
)
def test_beside_a_label_only_names_and_what_goes_with_them_are_read(text: str, names: tuple[str, ...]) -> None:
    assert listed_names(text) == names


def test_any_single_word_of_hangul_may_be_a_name_where_a_label_says_so() -> None:
    assert listed_names("응우옌", foreign=True) == ("응우옌",)
    assert listed_names("응우옌") == ()


@pytest.mark.parametrize(
    "text, names",
    [
        ("20240315 홍길동, 20240316 김보기", ("홍길동", "김보기")),
        ("-B240315 홍길동, B240316 김보기", ("홍길동", "김보기")),
        ("항만·해양공학부 2024-25005 홍길동", ("홍길동",)),
        ("1514 홍길동 1714 김보기", ("홍길동", "김보기")),
        ("2024 홍길동", ()),
        ("1514 홍길동", ()),
        ("12345 서울", ()),
        ("010-1234-5678 홍길동", ()),
        ("20240315 부두의 앞날", ()),
    ],
)
def test_the_number_of_a_student_shows_a_name(text: str, names: tuple[str, ...]) -> None:
    assert numbered_names(text) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("7조 홍길동 김보기 이예시", ("홍길동", "김보기", "이예시")),
        ("1팀(홍길동, 김보기)", ("홍길동", "김보기")),
        ("Team 3: 홍길동, 김보기", ("홍길동", "김보기")),
        ("7조 홍길동", ()),
        ("7조 부두의 앞날", ()),
    ],
)
def test_the_number_of_a_team_shows_its_names(text: str, names: tuple[str, ...]) -> None:
    assert team_names(text) == names


def test_a_sign_of_a_note_stands_behind_a_word() -> None:
    assert has_note_sign("홍길동*") and not has_note_sign("* 홍길동")


@pytest.mark.parametrize(
    "text, names",
    [
        ("김민준", ("김민준",)), ("이 서 윤", ("이서윤",)), ("홍길동", ()), ("전문성", ()), ("연구원", ()),
        ("제안서", ()), ("서울", ()), ("김민준 외", ()),
    ],
)  # fmt: skip
def test_a_name_alone_is_one_where_hardly_any_word_ends_so(text: str, names: tuple[str, ...]) -> None:
    assert lone_name(text) == names
