"""A raised figure is a power by what stands before it."""

import pytest

from indexer.typeset.powers import POWERS, is_formula_typeface, is_power, may_be_power, raised


@pytest.mark.parametrize("row", POWERS, ids=lambda row: row.name)
def test_each_row_knows_its_example(row) -> None:  # type: ignore[no-untyped-def]
    plain = row.example.translate(str.maketrans("²³⁹", "239"))
    assert is_power(plain[:-1], plain[-1])


@pytest.mark.parametrize("before, printed", [("km", "2)"), ("창고", "2"), ("1910", "3"), ("R", "7"), ("item", "2")])
def test_what_may_call_a_note_is_surely_no_power(before: str, printed: str) -> None:
    assert not is_power(before, printed)


def test_a_figure_behind_a_figure_or_variable_may_be_one() -> None:
    assert [may_be_power(*said) for said in (("10", "3"), ("값 x", "2"), ("= dΩ", "2"), ("sin", "2"))] == [True] * 4
    assert [may_be_power(*said) for said in (("창고", "2"), ("10", "3)"), ("2019", "6"))] == [False, False, False]
    assert raised("12") == "¹²"


# What stands before a raised figure that is a power or an index where no note has its number, and what never does. All
# invented, and written before the rules.
POWERS_OR_INDICES = (
    ("E = mc", "2"), ("a + bc", "2"), ("y = ab", "3"), ("10", "3"), ("값 x", "2"), ("f(x)", "2"),
    ("9.8 m/s", "2"), ("3 kg/m", "3"), ("12 km", "2"), ("25 cm", "2"), ("5 GeV", "2"), ("50 Hz", "2"),
    ("sin", "2"), ("CO", "2"), ("α", "2"), ("x₁", "2"), ("= dx", "2"), ("1.8×10", "9"), ("R", "2"),
    ("− v", "2"), ("y = ax", "2"), ("≤ kn", "2"), ("p·q", "2"), ("z′", "2"), ("|v|", "2"), ("(a+b)", "3"),
    ("∂", "2"), ("∇", "2"), ("넓이 3 in", "2"), ("W/m", "2"), ("3 ms", "2"), ("mol/L", "2"), ("≈ rt", "4"),
    ("kN/m", "2"), ("1 + tx", "2"), ("100 ft", "3"), ("= − mc", "2"), ("m²c", "4"),
)  # fmt: skip
WORDS = (
    ("정책", "2"), ("Smith", "2"), ("NATO", "2"), ("IMF", "3"), ("GDP", "2"), ("회원국 UN", "1"), ("API", "2"),
    ("of the", "2"), ("a deal,", "1"), ("the end.", "1"), ("그렇다”", "1"), ("「부두」", "3"), ("2019", "6"),
    ("item", "2"), ("and/or", "2"), ("TCP/IP", "2"), ("톤", "2"), ("7 kg", "7"), ("3 ha", "1"), ("30%", "1"),
    ("천 원", "1"), ("which he believed in", "2"), ("Kim et al.", "2"), ("etc.", "2"), ("사과(홍옥", "1"),
    ("한·미", "2"), ("A형", "2"), ("B급", "1"), ("데이터베이스", "12"), ("the harbour in", "3"), ("LNG", "4"),
    ("KTX", "2"), ("von Humboldt", "2"), ("«порт", "2"), ("Hugo:", "2"), ("DNA", "3"), ("the sea at", "2"),
    ("사물인터넷(IoT", "2"), ("ASEAN", "2"),
)  # fmt: skip


@pytest.mark.parametrize("before, printed", POWERS_OR_INDICES)
def test_behind_units_variables_and_formulas_it_may_be_a_power(before: str, printed: str) -> None:
    assert is_power(before, printed) or may_be_power(before, printed)


@pytest.mark.parametrize("before, printed", WORDS)
def test_behind_words_and_acronyms_it_is_a_mark(before: str, printed: str) -> None:
    assert not is_power(before, printed) and not may_be_power(before, printed)


@pytest.mark.parametrize(
    "name",
    ["CMMI12", "CMSY8", "LatinModernMath-Regular", "Cambria Math", "HancomEQN", "STIXTwoMath", "newtxmi", "MSBM10"],
)
def test_typefaces_of_formulas(name: str) -> None:
    assert is_formula_typeface(name)


@pytest.mark.parametrize("name", ["CMR10", "LMRoman10-Italic", "Mathematica", "NanumMyeongjo", "Symbol", ""])
def test_typefaces_of_texts(name: str) -> None:
    assert not is_formula_typeface(name)
