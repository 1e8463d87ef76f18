"""An edited table is looked through before it is used: what a spreadsheet hides is said with its line."""

import pytest

from archive.terms.base import Concept, TermBase, TermError
from archive.terms.check import Fault, faults

HEAD = "id,kind,ko,en,ru,zh,abbr\n"
PIER, QUAY = "pier,thing,잔교,pier,пирс,栈桥,\n", "quay,thing,부두,quay,причал,码头,\n"
SMALL = TermBase((Concept("ferry", "thing", ("나룻배", "거룻배", "=배"), ("ferry",), ("паром",), ("渡船",), ("FB",)),))


def messages(rows: str) -> list[str]:
    return [str(fault) for fault in faults(HEAD + rows, "table", SMALL)]


@pytest.mark.parametrize("rows, told", [
    ("pier,thing,잔교,pier,пирс,栈桥,\n", []),
    ("pier,thing,잔교,,,栈桥,\n", ["line 2: pier has no form in en, ru"]),
    ("pier,thing,잔교||부두,pier,пирс,栈桥,\n", ["line 2: pier: an empty form between bars in ko"]),
    ("\n,,,,,,\npier,thing,잔교,pier,пирс,栈桥,\n", []),
    ("pier,thing,잔,pier,пирс,栈桥,\n",
     ['line 2: pier: "잔" is one sign long and would be found everywhere; write =잔 if it is a state’s']),
    ("pier,thing,=잔|잔교,pier,пирс,栈桥,\n", []),
    ("pier,thing,거룻배,pier,пирс,栈桥,\n", ['line 2: "거룻배" stands in ferry, pier: it is found as all of them']),
    ("pier,thing,잔교,pier,пирс,栈桥,\npier,thing,부두,quay,причал,码头,\n",
     ['line 3: the id "pier" stands in line 2, too: one row a concept']),
    ("a b,thing,잔교,pier,пирс,栈桥,\n", ['line 2: the id "a b" has a space or one of |+@=‿ in it']),
    (",thing,잔교,pier,пирс,栈桥,\n", ["line 2: a row has forms and no id: give it one, without spaces"]),
    ("pier,thing,,,,,\n", ["line 2: pier has no form in any language"]),
])  # fmt: skip
def test_what_is_wrong_with_a_row_is_said_with_its_line(rows: str, told: list[str]) -> None:
    assert messages(rows) == told


def test_tables_of_other_spreadsheets_are_read() -> None:
    assert faults("id;kind;ko;en;ru;zh;abbr\r\npier;thing;잔교;pier;пирс;栈桥;\r\n", "table", SMALL) == []


def test_a_table_without_a_column_is_refused() -> None:
    with pytest.raises(TermError, match="no column abbr"):
        faults("id,kind,ko,en,ru,zh\n", "table", SMALL)


@pytest.mark.parametrize("rows, told", [
    (PIER + QUAY + "pier,thing,선창,wharf,пристань,埠头,\n" + PIER, [
        'line 4: the id "pier" stands in line 2, too: one row a concept',
        'line 5: the id "pier" stands in line 2, too: one row a concept',
    ]),
    ("pier,thing,잔교,pier,пирс,栈桥,\nquay,thing,잔교,quay,причал,码头,\n",
     ['line 2: "잔교" stands in pier, quay: it is found as all of them']),
    ("pier,thing,잔교,Ferry,пирс,栈桥,\n", ['line 2: "ferry" stands in ferry, pier: it is found as all of them']),
    ("ferry,thing,나룻배,ferry,паром,渡船,\n", []),  # the program's own row, laid over it
    ("ferry,thing,-거룻배,,,,-\n", []),
    ("ferry,thing,-도선,,,,\n", ['line 2: ferry: "-도선" takes nothing away: the program has no such form']),
    ("pier,thing,-,,,,\n", ['line 2: pier: "-" takes nothing away: the program has no such form']),
    ("pier,thing,잔교,p,пирс,栈桥,\n",
     ['line 2: pier: "p" is one sign long and would be found everywhere; write =p if it is a state’s']),
    ("pier,thing,잔교,pier,п,桥,\n", []),  # one Chinese character is a word; a Cyrillic letter is not asked about
    ("pier,thing,잔교,pier,пирс,栈桥,P|\n", ["line 2: pier: an empty form between bars in abbr",
     'line 2: pier: "P" is one sign long and would be found everywhere; write =P if it is a state’s']),
    (",thing,,pier,,,\n", ["line 2: a row has forms and no id: give it one, without spaces"]),
    ("a|b,thing,잔교,pier,пирс,栈桥,\n", ['line 2: the id "a|b" has a space or one of |+@=‿ in it']),
    ("pier,thing,,,,,PR\n", ["line 2: pier has no form in ko, en, ru, zh"]),
    ('"pier",thing,"잔교\n|선창",pier,пирс,栈桥,\n' + QUAY.replace("부두", "부"), [
        'line 4: quay: "부" is one sign long and would be found everywhere; write =부 if it is a state’s',
    ]),
], ids=[
    "셋째도", "한 표 안", "대소문자", "같은 행", "빼기", "없는 것", "없는 행", "한 글자", "한자 하나", "약어",
    "이름 없음", "막대", "약어만", "두 줄 칸",
])  # fmt: skip
def test_every_line_has_its_own(rows: str, told: list[str]) -> None:
    assert messages(rows) == told


def test_forms_of_several_concepts_are_looked_for_once_the_table_can_be_read() -> None:
    rows = "pier,thing,거룻배,pier,пирс,栈桥,\n"
    assert messages(rows + rows) == ['line 3: the id "pier" stands in line 2, too: one row a concept']


def test_what_makes_a_table_unreadable_is_fatal_and_what_is_to_be_considered_is_not() -> None:
    found = faults(HEAD + "pier,thing,잔,,пирс,栈桥,\n" + PIER, "table", SMALL)
    assert [(fault.line, fault.fatal) for fault in found] == [(2, False), (2, False), (3, True)]


def test_a_fault_says_its_line_where_it_has_one() -> None:
    assert (str(Fault(7, "보기")), str(Fault(None, "보기"))) == ("line 7: 보기", "보기")


def test_an_empty_table_has_no_faults() -> None:
    assert messages("") == messages("\n,,,,,,\n") == []


@pytest.mark.parametrize(
    "head", ["id;kind;ko;en;ru;zh;abbr", "id\tkind\tko\ten\tru\tzh\tabbr", " id , kind , ko , en , ru , zh , abbr "]
)
def test_the_sign_between_cells_is_that_of_the_first_line(head: str) -> None:
    between = next(sign for sign in ";\t," if sign in head)
    row = between.join(("pier", "thing", "잔교", "", "пирс", "栈桥", ""))
    assert [str(fault) for fault in faults(f"{head}\n{row}\n", "table", SMALL)] == ["line 2: pier has no form in en"]
