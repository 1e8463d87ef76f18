"""Private letters of the programs' fonts become the signs that they show."""

import pytest

from indexer.readers.symbols import bullet_sign, drawn_sign, in_shape, shown


@pytest.mark.parametrize(
    ("text", "font", "sign"),
    [
        ("\uf06c 강", "", "● 강"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0ae", "Symbol", "→"),
        ("\uf0b7", "Symbol", "•"),
        ("\U000f02b2 다리", "", "② 다리"),
        ("\U000f02d0 다리", "", "③ 다리"),
        ("\U000f02ba\U000f02c3 다리", "", "⑩ 다리"),
        ("\U000f02ba\U000f02c8 다리", "", "⑮ 다리"),
        ("\U000f02bb \U000f02c4 다리", "", "㉑ 다리"),
        ("\U000f02bd\U000f02cc 다리", "", "㊾ 다리"),
        ("\U000f02c2\U000f02cc 다리", "", "99 다리"),
        ("\U000f02ba 다리", "", "\U000f02ba 다리"),
        ("\U000f0852강\U000f0853", "", "“강”"),
        ("\U000f02ef", "", "·"),
        ("\uf53a글", "", "ᄒᆞᆫ글"),
        ("\uf021 강", "", "\uf021 강"),
        ("\U000f1234", "", "\U000f1234"),
        ("강과 다리", "Wingdings", "강과 다리"),
    ],
)
def test_a_private_letter_is_the_sign_it_shows_and_an_unknown_one_stays(text: str, font: str, sign: str) -> None:
    assert shown(text, font) == sign


def test_a_soft_hyphen_before_an_item_is_a_hyphen() -> None:
    assert [bullet_sign(letter) for letter in ("\u00ad", "\uf06c", "ㅇ ")] == ["-", "●", "ㅇ"]


def test_a_number_set_in_a_shape_is_its_sign() -> None:
    assert [in_shape(text) for text in ("3", "50", "99", "100", "원", "\U000f02ba\U000f02c4")] == [
        "③", "㊿", "99", "100", "원", "⑪",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("letter", "typeface", "sign"),
    [
        ("l", "Wingdings-Regular", "●"),
        ("£", "Wingdings", "○"),
        ("Ÿ", "Wingdings-Regular", "•"),
        ("\u00a0", "Wingdings-Regular", "·"),
        ("n", "Wingdings2", "n"),
        ("l", "HCRDotum", "l"),
        ("α", "Symbol", "α"),
        ("➢", "Wingdings-Regular", "➢"),
    ],
)
def test_a_letter_printed_in_a_typeface_of_signs_is_its_sign(letter: str, typeface: str, sign: str) -> None:
    assert drawn_sign(letter, typeface) == sign
