"""Concepts are found where their forms stand as words, the longest first, whatever the language, order and script."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from archive.analyzer import edges
from archive.knowledge import builtin
from archive.terms.base import parse
from archive.terms.matcher import Concepts
from archive.text import kiwi_analysis as korean
from archive.text.folding import fold
from tests.counting import growth

TERMS = """id,kind,ko,en,ru,zh,abbr
north-korea,state,북한|조선|=북|=조,North Korea,Северная Корея,朝鲜|朝鮮|=朝,DPRK
russia,state,러시아|=러,Russia|Russian,Россия|российский,俄罗斯|=俄,РФ
china,state,중국|=중,China|Chinese,Китай|китайский,中国|中國|=中,PRC
usa,state,미국|=미,United States|America,Соединённые Штаты,美国|美國|=美,US|USA
mali,state,말리,Mali,Мали,马里,
japan,state,일본|=일,Japan,Япония,日本|=日,
korea,state,한국|=한,South Korea,Южная Корея,韩国|=韩|=韓,ROK
un,body,유엔|국제연합,United Nations,ООН,联合国,UN
security-council,body,안전보장이사회|안보리,Security Council,Совет Безопасности,安全理事会|安理会,UNSC
un-security-council,body,유엔 안전보장이사회|유엔 안보리,UN Security Council,Совет Безопасности ООН,联合国安理会,
security,general,안보,security,безопасность,安全,
white-house,body,백악관,White House,Белый дом,白宫,
house,general,집,house,дом,房子,
satellite,weapon,위성,satellite,спутник,卫星,
spy-satellite,weapon,정찰위성,reconnaissance satellite,разведывательный спутник,侦察卫星,
import,trade,수입,import,импорт,进口,
important,general,중요하다,important,важный,重要,
sell,trade,팔다|판매,sell|sale,продавать,销售,
spring,general,봄,,весна,,
summer-flood,general,여름 홍수,summer flood,летнее наводнение,,
flood,general,홍수,flood,,,
bilateral,general,양자,bilateral,двусторонний,双边,
computer,general,컴퓨터,computer,компьютер,电脑,
quantum-computer,science,양자컴퓨터,quantum computer,квантовый компьютер,量子电脑,
bilateral-talks,general,양자회담,bilateral talks,двусторонние переговоры,双边会谈,
kostroma,city,코스트로마,Kostroma,Кострома,科斯特罗马,
chile,state,칠레,Chile,Чили|чилийский,智利,
railway-line,general,두만강 철도,Hasan line,Хасанская линия,,
tumen,feature,두만강,Tumen,Туманная,图们江,
"""


@cache
def literal() -> Concepts:
    return Concepts(parse(TERMS, "terms"))


def find(text: str, everything: bool = False) -> list[tuple[str, str]]:
    folded = fold(text)
    (morphemes,) = korean.morphemes([folded.text])
    found = literal().find(folded.text, edges(folded, morphemes), everything)
    return [(one.concept, text[slice(*folded.back(one.start, one.end))]) for one in found]


def ids(text: str, everything: bool = False) -> list[str]:
    return [concept for concept, _ in find(text, everything)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("북한은 러시아와", [("north-korea", "북한"), ("russia", "러시아")]),
        ("The Russians and their sanctions on North  Korea", [("russia", "Russians"), ("north-korea", "North  Korea")]),
        ("о Северной\nКореей", [("north-korea", "Северной\nКореей")]),
        ("朝鲜与俄罗斯", [("north-korea", "朝鲜"), ("russia", "俄罗斯")]),
        ("聯合國與朝鮮", [("un", "聯合國"), ("north-korea", "朝鮮")]),
        ("對朝制裁", [("north-korea", "對朝")]),
        ("안전보장 이사회", [("security-council", "안전보장 이사회")]),
        ("무기를 팔았다", [("sell", "팔")]),
        ("a security matter", [("security", "security")]),
    ],
)
def test_forms_of_any_language(text: str, found: list[object]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("유엔 안보리가 열렸다", ["security-council", "un", "un-security-council"]),
        ("the UN Security Council met", ["security", "security-council", "un", "un-security-council"]),
        ("Совет Безопасности ООН", ["security", "security-council", "un-security-council", "un"]),
        ("联合国安理会", ["un", "un-security-council", "security-council"]),
        ("the White House said", ["white-house"]),
        ("Белый дом", ["white-house"]),
        ("정찰위성 발사", ["spy-satellite", "satellite"]),
        ("a reconnaissance satellite", ["spy-satellite", "satellite"]),
        ("侦察卫星", ["spy-satellite", "satellite"]),
        ("летнее наводнение", ["summer-flood"]),
    ],
)
def test_a_shorter_form_counts_inside_a_longer_one_where_the_korean_forms_hold_each_other(
    text: str, found: list[str]
) -> None:
    assert sorted(ids(text)) == sorted(found)


@pytest.mark.parametrize(
    "text, found",
    [
        ("말리 정부는", ["mali"]), ("빨래를 말리던 노인", []), ("cups of china", []), ("cups from China", ["china"]),
        ("CHINA", ["china"]), ("грелись костром", []), ("жители Костромы", ["kostroma"]),
        ("чилийский посол", ["chile"]),
    ],
)  # fmt: skip
def test_a_name_is_no_common_word_of_the_same_letters(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_a_query_names_in_small_letters_too() -> None:
    assert ids("china", everything=True) == ["china"]


def test_a_query_is_given_every_shorter_form_too() -> None:
    assert ids("White House", everything=True) == ["white-house", "house"]
    assert ids("UN Security Council", everything=True) == ["un", "un-security-council", "security", "security-council"]


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize(
    "text, found",
    [
        ("양자컴퓨터 개발", ["quantum-computer", "computer"]),
        ("양자회담", ["bilateral-talks", "bilateral"]),
        ("두만강 철도", ["railway-line", "tumen"]),
    ],
)
def test_a_short_korean_form_that_is_another_word_inside_a_longer_one_is_not_read_there(
    text: str, found: list[str], everything: bool
) -> None:
    assert sorted(ids(text, everything)) == sorted(found)


@pytest.mark.parametrize(
    "text, found",
    [
        ("US and DPRK", ["usa", "north-korea"]),
        ("tell us", []),
        ("dprk", []),
        ("РФ и ООН", ["russia", "un"]),
        ("рф", []),
        ("UN의 결의", ["un"]),
        ("un deux", []),
    ],
)
def test_abbreviations_are_found_in_their_own_case(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("imports grew", ["import"]),
        ("it imported oil", ["import"]),
        ("an important step", ["important"]),
        ("importance", []),
    ],
)
def test_words_that_share_a_stem_are_told_apart(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("안보가", ["security"]),
        ("안보", ["security"]),
        ("대안보다 낫다", []),
        ("국제안보를", ["security"]),
        ("팔았다", ["sell"]),
        ("봄에는", ["spring"]),
        ("중국산 제품", ["china"]),
    ],
)
def test_a_korean_form_begins_and_ends_where_a_morpheme_does(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_a_form_does_not_begin_with_an_ending_inside_a_syllable() -> None:
    assert ids("바라봄") == []


@pytest.mark.parametrize("text", ["в Северной Корее", "Северную Корею", "Северной Кореи"])
def test_russian_names_are_found_in_every_case(text: str) -> None:
    assert ids(text) == ["north-korea"]


@pytest.mark.parametrize("text, found", [
    ("вывоз грузов из Грузии", {"cargo", "georgia-country"}), ("вывоз груза", {"cargo"}),
    ("в Грузию", {"georgia-country"}), ("портного", set()), ("an important port", {"important"}),
])  # fmt: skip
def test_words_of_one_stem_are_told_apart(text: str, found: set[str]) -> None:
    rows = (
        "cargo,trade,화물,cargo,груз,,",
        "georgia-country,state,조지아,Georgia,Грузия,,",
        "harbour,place,항구,,порт,,",
    )
    table = parse("\n".join((TERMS.strip(), *rows)), "terms")
    assert {one.concept for one in Concepts(table).find(text, edges(fold(text), []))} == found


def test_chinese_forms_are_found_inside_a_run() -> None:
    assert find("俄罗斯外长访问朝鲜并会见安理会成员") == [
        ("russia", "俄罗斯"),
        ("north-korea", "朝鲜"),
        ("security-council", "安理会"),
    ]


def test_a_sentence_s_end_parts_a_form() -> None:
    assert ids("여름! 홍수") == ["flood"]
    assert ids("in summer, floods") == ["flood"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "북러 유엔 ",
        "북",
        "북러",
        "유엔 ",
        "유엔 안전보장",
        "United Nations ",
        "朝俄",
        "Security ",
        "'",
        "북-",
        "정찰위성",
        "reconnaissance ",
    ],
    ids=repr,
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def finding(length: int) -> Callable[[], object]:
        text = piece * (length // len(piece))
        borders = edges(fold(text), [])
        return lambda: literal().find(text, borders, everything=True)

    assert growth(finding, 4_000) < 9


@pytest.mark.parametrize("text", ["в Северной Корее", "Северную Корею", "из Северной Кореи"])
def test_north_korea_in_russian_is_not_the_south(text: str) -> None:
    folded = fold(text)
    (morphemes,) = korean.morphemes([folded.text])
    found = {one.concept for one in builtin().concepts.find(folded.text, edges(folded, morphemes))}
    assert "north-korea" in found and not found & {"south-korea", "livestock"}


def test_the_program_s_own_table_reads_the_field_s_words() -> None:
    def found(text: str) -> set[str]:
        folded = fold(text)
        (morphemes,) = korean.morphemes([folded.text])
        return {one.concept for one in builtin().concepts.find(folded.text, edges(folded, morphemes))}

    for same in (("유엔 안보리", "UN Security Council", "Совет Безопасности ООН"), ("북러", "朝俄", "俄朝", "러·북")):
        first, *others = map(found, same)
        assert first and all(first <= other or other <= first for other in others), same


@pytest.mark.parametrize(
    "form, text",
    [
        ("Ёлка", "о елке"),
        ("ЁЛКА", "ёлки"),
        ("«Маяк» на мысе", "о Маяке на мысе"),
        ("Æon flood", "the æon floods"),
        ("ＡＢＣ net", "an abc net"),
        ("3호 나루", "3호 나루에서"),
    ],
)
def test_a_form_is_found_under_the_letter_that_it_begins_with_whatever_its_case_width_and_signs(
    form: str, text: str
) -> None:
    column = "ru" if any("\u0400" <= char <= "\u04ff" for char in form) else "en"
    table = parse(f"id,kind,ko,en,ru,zh,abbr\nthing,general,{'' if column == 'ru' else form},{form},{form},,", "terms")
    folded = fold(text)
    (morphemes,) = korean.morphemes([folded.text])
    assert [one.concept for one in Concepts(table).find(folded.text, edges(folded, morphemes))] == ["thing"]


def test_threads_that_ask_at_once_find_the_same() -> None:
    concepts, folded = Concepts(parse(TERMS, "terms")), fold("북한은 러시아와, 중국은 미국과 만났다")
    (morphemes,) = korean.morphemes([folded.text])
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: concepts.find(folded.text, edges(folded, morphemes)), range(64)))
    assert {tuple(one) for one in found} == {tuple(literal().find(folded.text, edges(folded, morphemes)))}
