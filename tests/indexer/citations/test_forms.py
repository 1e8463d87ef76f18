"""Which sources stand in a form that shows as a whole? All of them are invented."""

import pytest

from archive.citing.outlets import builtin
from archive.model import Citation
from indexer.citations import find_citations, unread_source
from indexer.citations.forms import FORMS, WholeForm, find_whole

Fields = dict[str, str | None]


def fields(found: Citation) -> Fields:
    names = ("author", "title", "outlet", "date", "number", "pages", "place", "url")
    return {name: getattr(found, name) for name in names if getattr(found, name)}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_reads_its_example(form: WholeForm) -> None:
    (found,) = find_whole(form.example)
    assert form.pattern.match(form.example) and (found.start, found.end) == (0, len(form.example.rstrip(".")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "박보기 (2021). 물길의 살림. 보기경제, 12(3), 45-67. https://doi.org/10.0000/a.2021.12",
            {"author": "박보기", "title": "물길의 살림", "outlet": "보기경제", "date": "2021", "number": "12(3)",
             "pages": "45-67", "url": "https://doi.org/10.0000/a.2021.12"},
        ),
        (
            "박보기·최보기(2021). 물길은 누구의 것인가? 보기경제, 12(3), 45~67.",
            {"author": "박보기·최보기", "title": "물길은 누구의 것인가?", "outlet": "보기경제", "date": "2021",
             "number": "12(3)", "pages": "45~67"},
        ),
        (
            "Park, B., & Choi, D. (2020). Wells of the plain. Journal of Samples, 7(1), 3–21. "
                "https://doi.org/10.0000/b",
            {"author": "Park, B., & Choi, D.", "title": "Wells of the plain", "outlet": "Journal of Samples",
             "date": "2020", "number": "7(1)", "pages": "3–21", "url": "https://doi.org/10.0000/b"},
        ),
        (
            "최보기 (2019). 우물의 깊이. 서울: 보기출판.",
            {"author": "최보기", "title": "우물의 깊이", "outlet": "보기출판", "date": "2019", "place": "서울"},
        ),
        (
            "Сидоров С. С. Колодцы равнины: очерки. СПб.: Образец, 2018. 96 с.",
            {"author": "Сидоров С. С.", "title": "Колодцы равнины: очерки", "outlet": "Образец", "date": "2018",
             "place": "СПб."},
        ),
        (
            "Сидоров С. С., Петрова А. Б. Колодцы / под ред. И. И. Образцова. – Москва : Образец, 2018. – 96 с.",
            {"author": "Сидоров С. С., Петрова А. Б.", "title": "Колодцы", "outlet": "Образец", "date": "2018",
             "place": "Москва"},
        ),
        ("박보기(2022), pp. 3~5.", {"author": "박보기", "date": "2022", "pages": "3~5"}),
        ("자세한 논의는 박보기·최보기(2021), 33쪽 참조.", {"author": "박보기·최보기", "date": "2021", "pages": "33"}),
        ("Park, B. (2020b, p. 12)", {"author": "Park, B.", "date": "2020", "pages": "12"}),
        ("대법원 2017. 3. 9. 선고 2016두00000 판결.",
         {"outlet": "대법원", "date": "2017-03-09", "number": "2016두00000"}),
        ("서울고등법원 2017. 3. 9. 선고 2016나00001, 00002 판결 참조.",
         {"outlet": "서울고등법원", "date": "2017-03-09", "number": "2016나00001, 00002"}),
        ("헌법재판소 2015. 2. 26. 2009헌바00 전원재판부 결정",
         {"outlet": "헌법재판소", "date": "2015-02-26", "number": "2009헌바00"}),
    ],
)  # fmt: skip
def test_the_fields_of_a_form(text: str, expected: Fields) -> None:
    (found,) = find_citations(text, builtin())
    assert fields(found) == expected


def test_several_forms_and_others_in_one_note() -> None:
    text = (
        "박보기 (2021). 물길의 살림. 보기경제, 12(3), 45-67; 최보기, 「우물」, 『보기학보』 제7권, 2021, "
        "9쪽; 대법원 2017. 3. 9. 선고 2016두00000 판결."
    )
    found = find_citations(text, builtin())
    assert [(one.outlet, one.title) for one in found] == [
        ("보기경제", "물길의 살림"),
        ("보기학보", "우물"),
        ("대법원", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "물길은 박보기(2021)가 말한 대로 길다. 우물은 깊고, 논은 35마지기, 밭은 7마지기이다.",
        "이 글은 2021년에 쓴 것을 고친 것이다.",
        "물길(2021)은 12쪽에 있고, 밭은 7마지기이다.",
        "물길은 박보기(2022) 3가구가 낸 것이다.",
        "박보기는 이를 물길이라 불렀다(2021). 그 뒤로 쓰이지 않는다.",
    ],
)
def test_prose_stands_in_no_form_and_is_no_doubt(text: str) -> None:
    assert list(find_whole(text)) == [] and not unread_source(text)


@pytest.mark.parametrize("text", ["박보기 엮음 물길 보기사 1998", "물길의 셈, 12쪽", "보기군청 고시 제2020호"])
def test_what_looks_like_a_source_and_was_not_read_is_a_doubt(text: str) -> None:
    assert find_citations(text, builtin()) == () and unread_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ibid., p. 3.",
        "위의 글, 3쪽.",
        "물길은 2020년에 넓혔다.",
        "덧붙인 말",
        "2023년 3월 말 기준 12개 군",
        "단, 2020년은 제외",
        "The wells were dug in May 2020.",
    ],
)
def test_what_refers_back_or_explains_is_none(text: str) -> None:
    assert not unread_source(text)
