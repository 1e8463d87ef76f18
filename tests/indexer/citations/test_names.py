"""What can the texts between the fields of a note be? Judged by form alone; all names are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.citations import names


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("See also Jane Specimen", "Jane Specimen"),
        ("cf. Jane Specimen", "Jane Specimen"),
        ("см. также: Иванов", "Иванов"),
        ("Подробнее см.: Иванов", "Иванов"),
        ("자료: 홍보기", "홍보기"),
        ("※ 홍보기", "홍보기"),
        ("详见例文", "例文"),
        ("자세한 내용은 홍보기", "홍보기"),
        ("홍보기", "홍보기"),
        ("Seeberg, Anna", "Seeberg, Anna"),
        ("Andersen, Jane", "Andersen, Jane"),
        ("또한솔, 「항로」", "또한솔, 「항로」"),
        ("또한 홍보기", "홍보기"),
    ],
)
def test_words_that_lead_to_a_source_are_taken_off(text: str, rest: str) -> None:
    assert names.SIGNALS.sub("", text) == rest


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("홍보기,", "홍보기"),
        ("홍보기·김예시,", "홍보기·김예시"),
        ("홍보기, 김예시 및 이가상,", "홍보기, 김예시 및 이가상"),
        ("홍보기 외,", "홍보기 외"),
        ("홍보기 외 3인,", "홍보기 외 3인"),
        ("보기대학교 북방연구소,", "보기대학교 북방연구소"),
        ("이에 대해서는 홍보기,", "홍보기"),
        ("배의 수에 관한 분석은 홍보기,", "홍보기"),
        ("보기청에 따르면 홍보기,", "홍보기"),
        ("Jane Specimen,", "Jane Specimen"),
        ("Jane Specimen and John Example,", "Jane Specimen and John Example"),
        ("Ministry of Sample Affairs,", "Ministry of Sample Affairs"),
        ("Jan van der Beispiel,", "Jan van der Beispiel"),
        ("И. И. Примеров,", "И. И. Примеров"),
        ("Примеров И. И.,", "Примеров И. И."),
        ("Jane Specimen et al.,", "Jane Specimen et al."),
        ("Jane Specimen.", "Jane Specimen"),
        ("洪例文，", "洪例文"),
    ],
)
def test_an_author_before_a_title(text: str, author: str) -> None:
    assert names.author(text) == author


@pytest.mark.parametrize(
    "text",
    [
        "",
        " , ",
        "이 글은 두 나라의 배를",
        "두 나라의 장관이 만났다",
        "the ships of the river",
        "the",
        "홍" * 201,
        "겨울마다 배가 떠나는 길은 얼음으로 막힌 항구의 이야기에",
    ],
    ids=["nothing", "marks", "a phrase", "a sentence", "small letters", "an article", "too long", "many words"],
)
def test_what_has_no_names_form_is_no_author(text: str) -> None:
    assert names.author(text) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Olena Example", True),
        ("and John Q. Example", True),
        ("Примеров И. И.", True),
        ("И. И. Примеров", True),
        ("홍보기", True),
        ("남궁보기", True),
        ("Specimen", False),
        ("North Port", False),
        ("Joint Statement", False),
        ("Harbour 2024 Review", False),
        ("Порт Открыт", False),
        ("One Two Three Four Five", False),
        ("두 나라의 배", False),
        ("", False),
    ],
)
def test_a_person_by_form(text: str, person: bool) -> None:
    assert names.is_person(text) is person


@pytest.mark.parametrize(
    ("text", "short"), [("홍보기", True), ("보기", True), ("보기일보사", False), ("배", False), ("Kim", False)]
)
def test_two_to_four_syllables_are_a_name_and_too_little_for_a_title(text: str, short: bool) -> None:
    assert names.is_short_hangul(text) is short


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("두 나라의 장관이 만났다.", True),
        ("배가 떠났음", True),
        ("배는 왜 돌아왔을까", True),
        ("겨울 항로의 전망", False),
        ("The ships left.", False),
        ("", False),
    ],
)
def test_prose_ends_as_korean_sentences_end(text: str, prose: bool) -> None:
    assert names.is_prose(text) is prose


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("각주 1에서 재인용", True),
        ("para. 8", True),
        ("제3항", True),
        ("참조", True),
        ("홍보기 편", True),
        ("박사학위논문", True),
        ("PhD diss., Example University", True),
        ("2nd ed.", True),
        ("앞의 책", True),
        ("보기일보", False),
        ("Example Review", False),
    ],
)
def test_words_that_print_puts_beside_a_source(text: str, aside: bool) -> None:
    assert names.is_aside(text) is aside


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("보기일보", "보기일보"),
        ("보기일보 참조", "보기일보"),
        ("보기일보를 참조할 것.", "보기일보"),
        ("보기일보에서 재인용", "보기일보"),
        ("Example Review", "Example Review"),
        ("сайт Примерного ведомства", "сайт Примерного ведомства"),
        ("«Примерная газета»", "«Примерная газета»"),
        ("bogi.example", "bogi.example"),
        ("例刊", "例刊"),
        ("38 North Sample", "38 North Sample"),
    ],
)
def test_an_outlet_after_a_title_without_the_words_behind_it(text: str, outlet: str) -> None:
    assert names.outlet(text, known=False) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "",
        "참조",
        "para. 8",
        "서울",
        "Washington, D.C.",
        "두 나라의 장관이 만났다",
        "겨울마다 떠나는 배를",
        "which left",
        "(보기일보",
        "이른바 “보기일보",
        "보" * 91,
    ],
    ids=["none", "aside", "para", "place", "D.C.", "prose", "particle", "small", "bracket", "quote", "too long"],
)
def test_what_is_no_outlet(text: str) -> None:
    assert names.outlet(text, known=False) is None


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=40))
def test_a_known_outlet_is_taken_as_printed(text: str) -> None:
    assert names.outlet(text, known=True) == text


@pytest.mark.parametrize(
    ("text", "before", "place"),
    [
        ("서울", "", "서울"),
        ("Москва", "", "Москва"),
        ("М.", "", "М."),
        ("WASHINGTON DC", "", "WASHINGTON DC"),
        ("Ithaca", "", None),
        ("Ithaca", "(", "Ithaca"),
        ("보기일보", "", None),
    ],
)
def test_a_place_is_in_the_table_or_opens_a_bracket(text: str, before: str, place: str | None) -> None:
    assert names.place(text, before) == place


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Об этом см.: Порт готов", "Порт готов"),
        ("For the dues, see Jane Specimen", "Jane Specimen"),
        ("Порт готов", "Порт готов"),
    ],
)
def test_pointers_in_the_middle_of_a_line(text: str, rest: str) -> None:
    assert names.POINTERS.sub("", text) == rest
