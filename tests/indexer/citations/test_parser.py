"""What a note cites, form by form. All notes are invented."""

from dataclasses import fields
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.citing.outlets import builtin
from indexer.citations.parser import find_citations
from tests.counting import growth

NEWS_RU = {"title": "Порт на севере готов", "outlet": "РБК", "date": "2024-11-01", "language": "ru"}
NEWS_KO = {"title": "겨울 항로 열린다", "outlet": "연합뉴스", "date": "2023-09-17", "language": "ko"}


def read(note):
    """The filled fields of each citation, offsets apart."""
    return [
        {
            f.name: value
            for f in fields(c)
            if f.name not in ("start", "end") and (value := getattr(c, f.name)) is not None
        }
        for c in find_citations(note, builtin())
    ]


SINGLE = {
    "따옴표, 날짜 괄호": ("“Порт на севере готов”(2024. 11. 1), РБК.", NEWS_RU),
    "낫표, 날짜 괄호": ("「겨울 항로 열린다」(2023. 9. 17), 『연합뉴스』.", NEWS_KO),
    "따옴표, 쉼표": ("“겨울 항로 열린다”, 연합뉴스, 2023. 9. 17.", NEWS_KO),
    "매체와 날짜 한 괄호": ("“겨울 항로 열린다”(연합뉴스, 2023. 9. 17).", NEWS_KO),
    "매체 먼저": ("연합뉴스, “겨울 항로 열린다”, 2023. 9. 17.", NEWS_KO),
    "쉼표 없는 매체": ("“겨울 항로 열린다” 연합뉴스 2023. 9. 17.", NEWS_KO),
    "겹낫표 안 빈칸": ("「겨울 항로 열린다」(2023. 9. 17),『 연합뉴스』.", NEWS_KO),
    "남는 닫는 따옴표": ("「겨울 항로 열린다」”(2023. 9. 17), 『연합뉴스』.", NEWS_KO),
    "빠진 닫는 따옴표": ("“Порт на севере готов(2024. 11. 1), РБК.", NEWS_RU),
    "빠진 여는 따옴표": ("Порт на севере готов”(2024. 11. 1), РБК.", NEWS_RU),
    "곧은 따옴표": ('"겨울 항로 열린다", 연합뉴스, 2023. 9. 17.', NEWS_KO),
    "표시 없는 제목": ("Порт на севере готов, РБК, 2024. 11. 1.", NEWS_RU),
    "쉼표 없는 날짜": ("Порт на севере готов, РБК 2024. 11. 1.", NEWS_RU),
    "см.": ("Подробнее об этом см.: Порт на севере готов, РБК, 2024. 11. 1.", NEWS_RU),
    "참조": ("이에 대해서는 “겨울 항로 열린다”, 『연합뉴스』, 2023. 9. 17. 참조.", NEWS_KO),
    "따옴표 안 따옴표": (
        "“김 선장 “얼음이 얇다””, 한겨레, 2025. 2. 9.",
        {"title": "김 선장 “얼음이 얇다”", "outlet": "한겨레", "date": "2025-02-09", "language": "ko"},
    ),
    "짝 잃은 안 따옴표": (
        "“항만청, 회의서 선사 비판...”얼음 핑계”, VOA 2025. 2. 19.",
        {"title": "항만청, 회의서 선사 비판...”얼음 핑계", "outlet": "VOA", "date": "2025-02-19", "language": "ko"},
    ),
    "옮긴 제목": (
        "“Порт на севере готов” [The Port in the North, Ready], RBC, April 30, 2024.",
        {"title": "Порт на севере готов", "outlet": "RBC", "date": "2024-04-30", "language": "ru"},
    ),
    "모르는 곳의 출판사": (
        "Jane Specimen, Winter Harbours: Ships without Ice (Sampletown: Example Press, 2025), 12.",
        {
            "author": "Jane Specimen",
            "title": "Winter Harbours: Ships without Ice",
            "place": "Sampletown",
            "outlet": "Example Press",
            "date": "2025",
            "pages": "12",
            "language": "en",
        },
    ),
    "쉼표 든 제목": (
        "Суда пойдут на север, заявил капитан, РИА Новости, 2024. 12. 23.",
        {
            "title": "Суда пойдут на север, заявил капитан",
            "outlet": "РИА Новости",
            "date": "2024-12-23",
            "language": "ru",
        },
    ),
    "점 든 제목": (
        "Лёд тает. Капитан пояснил, чего ждет порт, Российской газеты, 2025. 2. 9.",
        {
            "title": "Лёд тает. Капитан пояснил, чего ждет порт",
            "outlet": "Российской газеты",
            "date": "2025-02-09",
            "language": "ru",
        },
    ),
    "해 든 제목": (
        "Порты севера: итоги 2024 года, ТАСС, 2025. 1. 3.",
        {"title": "Порты севера: итоги 2024 года", "outlet": "ТАСС", "date": "2025-01-03", "language": "ru"},
    ),
    "장소와 검색일": (
        "Речь капитана на «дне порта» в Думе, Москва, 19 февраля 2025 года, "
        "https://example.org/a/ (검색일 2025년 2월 23일)",
        {
            "title": "Речь капитана на «дне порта» в Думе",
            "place": "Москва",
            "date": "2025-02-19",
            "url": "https://example.org/a/",
            "accessed": "2025-02-23",
            "language": "ru",
        },
    ),
    "보도자료": (
        "항만청, “북쪽 항구 개항 확인”, 통일부 보도자료, 2024. 10. 18.",
        {
            "author": "항만청",
            "title": "북쪽 항구 개항 확인",
            "outlet": "통일부 보도자료",
            "date": "2024-10-18",
            "language": "ko",
        },
    ),
    "저자와 긴 제목": (
        "Olena Park, Winter’s Harbour: ports and railways amid the thaw, October 2024, p. 12.",
        {
            "author": "Olena Park",
            "title": "Winter’s Harbour: ports and railways amid the thaw",
            "date": "2024-10",
            "pages": "12",
            "language": "en",
        },
    ),
    "홑화살괄호 주소": (
        "Ann Lee, Bo Lee, and Cy Park, “Thin Ice: Ships at Port”, Open Source Centre, November 22, 2024. "
        "<https://example.org/ice/> (검색일 2025년 2월 25일)",
        {
            "author": "Ann Lee, Bo Lee, and Cy Park",
            "title": "Thin Ice: Ships at Port",
            "outlet": "Open Source Centre",
            "date": "2024-11-22",
            "url": "https://example.org/ice/",
            "accessed": "2025-02-25",
            "language": "en",
        },
    ),
    "연구기관식": (
        "홍길동, 성춘향(2023), 「북쪽 항구의 물동량」, 『오늘의 항구』, Vol. 22, No. 6, pp. 6~13.",
        {
            "author": "홍길동, 성춘향",
            "date": "2023",
            "title": "북쪽 항구의 물동량",
            "outlet": "오늘의 항구",
            "number": "Vol. 22, No. 6",
            "pages": "6~13",
            "language": "ko",
        },
    ),
    "총서 번호": (
        "항만연구원(2015), 「북쪽 항구」, 『항구 나침반』, 15-05, pp. 70~73.",
        {
            "author": "항만연구원",
            "date": "2015",
            "title": "북쪽 항구",
            "outlet": "항구 나침반",
            "number": "15-05",
            "pages": "70~73",
            "language": "ko",
        },
    ),
    "낫표식": (
        "홍길동, 「북쪽 항구」, 『항구연구』 제38권 제2호 (2023), 12쪽.",
        {
            "author": "홍길동",
            "title": "북쪽 항구",
            "outlet": "항구연구",
            "number": "제38권 제2호",
            "date": "2023",
            "pages": "12",
            "language": "ko",
        },
    ),
    "더 정확한 날짜": (
        "홍길동(2025), “북쪽 항구,” 『항구브리프』 No. 2025-09, 2025. 3. 24., "
        "https://example.org/b(검색일: 2026. 11. 20.).",
        {
            "author": "홍길동",
            "title": "북쪽 항구",
            "outlet": "항구브리프",
            "number": "No. 2025-09",
            "date": "2025-03-24",
            "url": "https://example.org/b",
            "accessed": "2026-11-20",
            "language": "ko",
        },
    ),
    "책": (
        "홍길동, 『북쪽 항구』(서울: 한울, 2020), 33쪽.",
        {
            "author": "홍길동",
            "title": "북쪽 항구",
            "place": "서울",
            "outlet": "한울",
            "date": "2020",
            "pages": "33",
            "language": "ko",
        },
    ),
    "날짜 없는 누리집": (
        "「항구 통계」, 항구 온라인 지원도구 항만관리원.",
        {"title": "항구 통계", "outlet": "항구 온라인 지원도구 항만관리원", "language": "ko"},
    ),
    "신문과 날만": ("『로동신문』, 2023. 9. 13.", {"outlet": "로동신문", "date": "2023-09-13"}),
    "신문과 면": ("로동신문, 2023년 9월 13일, 3면.", {"outlet": "로동신문", "date": "2023-09-13", "pages": "3"}),
    "Chicago, journal": (
        "John Q. Park, “The Long Winter,” Foreign Affairs 99, no. 3 (2020): 12–15.",
        {
            "author": "John Q. Park",
            "title": "The Long Winter",
            "outlet": "Foreign Affairs",
            "number": "99, no. 3",
            "date": "2020",
            "pages": "12–15",
            "language": "en",
        },
    ),
    "Chicago, book": (
        "Olena Park, The Winter Road (New York: Example Press, 2020), 12–15.",
        {
            "author": "Olena Park",
            "title": "The Winter Road",
            "place": "New York",
            "outlet": "Example Press",
            "date": "2020",
            "pages": "12–15",
            "language": "en",
        },
    ),
    "ГОСТ": (
        "Иванов И. И., Петров П. П. Порт и его соседи // Международная жизнь. 2023. № 5. С. 12–20.",
        {
            "author": "Иванов И. И., Петров П. П.",
            "title": "Порт и его соседи",
            "outlet": "Международная жизнь",
            "date": "2023",
            "number": "№ 5",
            "pages": "12–20",
            "language": "ru",
        },
    ),
    "书名号": (
        "李明：《北方航道的未来》，《港口研究》2023年第5期，第12-20页。",
        {
            "author": "李明",
            "title": "北方航道的未来",
            "outlet": "港口研究",
            "date": "2023",
            "number": "第5期",
            "pages": "12-20",
            "language": "zh",
        },
    ),
    "낫표 속 중국어": (
        "「“北港会”的虚与实：港口解读」(2023. 9. 18), 『联合早报』.",
        {"title": "“北港会”的虚与实：港口解读", "outlet": "联合早报", "date": "2023-09-18", "language": "zh"},
    ),
    "불가능한 날짜": (
        "“겨울 항로”, 한겨레, 2024. 2. 30.",
        {"title": "겨울 항로", "outlet": "한겨레", "language": "ko"},
    ),
    "UN": (
        "UN Security Council, Resolution 9999, S/RES/9999 (22 December 2017), para. 8.",
        {
            "author": "UN Security Council",
            "title": "Resolution 9999",
            "number": "S/RES/9999",
            "date": "2017-12-22",
            "language": "en",
        },
    ),
}


@pytest.mark.parametrize(("note", "cited"), SINGLE.values(), ids=SINGLE.keys())
def test_a_form_of_reference_is_read_into_its_fields(note, cited):
    assert read(note) == [cited]


def test_sources_parted_by_a_semicolon_are_two():
    note = "“Порт на севере готов”(2024. 11. 1), РБК;  「겨울 항로 열린다」(2023. 9. 17), 『연합뉴스』."
    assert read(note) == [NEWS_RU, NEWS_KO]


def test_sources_between_korean_sentences_are_found_without_the_sentences():
    note = (
        "2024년 11월 말 선장은 “내년에 항구가 열릴 것”이라고 말한 다음, “5월 9일에 오기를 바란다”라고 했다. "
        "Порт на севере готов, РБК, 2024. 11. 1. 또한 12월 23일 항만청은 2025년 5월 9일에 열 수 있다고 밝혔다. "
        "Суда пойдут на север, заявил капитан, РИА Новости, 2024. 12. 23."
    )
    assert [cited["outlet"] for cited in read(note)] == ["РБК", "РИА Новости"]
    assert [note[c.start : c.end] for c in find_citations(note, builtin())] == [
        "Порт на севере готов, РБК, 2024. 11. 1.",
        "Суда пойдут на север, заявил капитан, РИА Новости, 2024. 12. 23.",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "양국 간 물동량을 고려하면 다른 평가도 있다. 그러나 항구는 다시 얼 것이다.",
        "선장은 “우정의 항구”, “큰 바다” 등을 강조하였다.",
        "정부는 2024. 6. 19. 협정을 체결하였다.",
        "항구, 도로는 2024. 6. 19. 협정으로 이어졌다.",
        "The treaty entered into force in 1991.",
        "홍길동(2020), 김철수(2021) 참조.",
        "저자 작성.",
        "",
    ],
)
def test_prose_cites_nothing(note):
    assert read(note) == []


def test_a_back_reference_cites_only_what_it_prints():
    assert read("Ibid.") == []
    assert read("Ibid., p. 3.") == [{"pages": "3"}]
    assert read("홍길동, 앞의 글, 각주 1에서 재인용.") == [{"author": "홍길동"}]


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("北항구 “열린다”", "ko"),
        ("北方航道", "zh"),
        ("北の港", "ja"),
        ("Порт открыт", "ru"),
        ("Порт і місто України: її шлях", "uk"),
        ("The Port (항구)", "en"),
        ("Die Häfen und das Eis im Norden", "de"),
    ],
)
def test_the_script_tells_the_language_of_a_title(title, language):
    assert [cited["language"] for cited in read(f"「{title}」, 『항구연구』, 2020.")] == [language]


PRINT = st.text(st.sampled_from('“”「」『』«»‘’"()<>,;.:/ \t1920년월일ptp가나다AbПр항구РБК法'), max_size=200)


@settings(max_examples=150, deadline=None)
@given(PRINT)
def test_whatever_is_printed_citations_stand_in_order_and_hold_their_title(note):
    at = 0
    for cited in find_citations(note, builtin()):
        assert at <= cited.start < cited.end <= len(note)
        assert cited.title is None or cited.title in note[cited.start : cited.end]
        at = cited.end


HOSTILE = ["“", "”", "「", "『", '"', "«", "(", "“”", "1, ", "1-2, ", "2024. 1. 2., ", "“T”(2023. 9. 13), РБК, ", "A. "]


@pytest.mark.parametrize("marks", HOSTILE)
def test_hostile_marks_cost_linear_time(marks):
    assert growth(lambda length: partial(find_citations, marks * (length // len(marks)), builtin()), 4_000) < 9
