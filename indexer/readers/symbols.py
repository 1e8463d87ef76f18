"""Which sign does this private letter show? Fonts of Hangul and Word print bullets from letters no other font has.

Symbol and Wingdings are fonts of signs: U+F000 and the code of the sign. Hangul keeps signs of its own in a private
plane. A row where the sign is known; what no row knows stays as it is.
"""

import re
from collections.abc import Mapping

# Source: the code charts of Symbol and Wingdings (Unicode's L2/12-368 for the second).
SYMBOL = {0xB7: "•", 0xAE: "→", 0xAC: "←", 0xDE: "⇒", 0xA8: "♦", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷",
    0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xA5: "∞", 0x2D: "−"}  # fmt: skip
WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4E: "☠",
    0x52: "☼", 0x54: "❄", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆",
    0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○", 0xA3: "○",
    0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xB2: "☆",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x80 + at: chr(0x24EA if at == 0 else 0x245F + at) for at in range(11)},  # figures in circles, 0 to 10
    **{0x8B + at: chr(0x24FF if at == 0 else 0x2775 + at) for at in range(11)},  # figures in black circles
}  # fmt: skip
# Hangul draws these with Wingdings whatever the font is called; two it draws otherwise. Source: prints of Hangul 2022,
# as compared by the project rhwp.
_PRIVATE: Mapping[int, str] = {
    **{0xF000 + code: sign for code, sign in WINGDINGS.items()},
    0xF0A0: "·",
    0xF0B7: "•",
    0xF53A: "ᄒᆞᆫ",  # of 한글, the program's name; old Hangul of Hanyang's private letters
}
# Signs of Hangul's own plane. Source: the same comparisons.
HANGUL: Mapping[int, str] = {
    **{0xF02B1 + at: chr(0x2460 + at) for at in range(9)},  # figures in boxes
    **{0xF02CE + at: chr(0x2460 + at) for at in range(9)},  # the same, drawn otherwise
    **{0xF0289 + at: chr(0x2460 + at) for at in range(9)},  # figures in circles, drawn otherwise
    **{0xF03EF + at: letter for at, letter in enumerate("한글과컴퓨터")},
    0xF003B: "↓", 0xF0090: "✺", 0xF00DA: "▸", 0xF00E1: "(인)", 0xF012B: "(인)", 0xF0288: "⓪", 0xF02EC: "◇",
    0xF02EF: "·", 0xF02FB: "▸", 0xF02FC: "►", 0xF031C: "■", 0xF03A0: "↵", 0xF03A7: "⊟", 0xF03A8: "⊞",
    0xF03C5: "□", 0xF03DA: "□", 0xF03FF: "□", 0xF0806: "┌", 0xF0807: "┬", 0xF0808: "┐", 0xF080C: "└",
    0xF080E: "┘", 0xF080F: "━", 0xF0810: "│", 0xF081C: "┈", 0xF0827: "■", 0xF0832: "═", 0xF0848: "━",
    0xF0852: "“", 0xF0853: "”", 0xF0854: "《", 0xF0855: "》",
}  # fmt: skip
_WINGDINGS = re.compile(r"Wingdings(?:[-,]\w+)?", re.IGNORECASE)  # not Wingdings2 and 3, whose signs are others
_FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}
# A figure of two digits in a box is two letters, its halves: the tens and the ones from here on. Source: guidelines of
# an office of education and a report of a ministry, whose lists count 10 to 15 so.
TENS, ONES = 0xF02BA, 0xF02C3
_HALVES = re.compile(f"([{chr(TENS)}-{chr(TENS + 8)}])\\s?([{chr(ONES)}-{chr(ONES + 9)}])")
_LETTERS = re.compile("[\uf020-\uf0ff\uf53a\U000f0000-\U000ffffd]")


def bullet_sign(letter: str, font: str = "") -> str:
    """The sign that a list prints for this letter; a soft hyphen is a hyphen there."""
    return shown(letter, font).replace("\u00ad", "-").strip()


def shown(text: str, font: str = "") -> str:
    """The text with the signs that its private letters show; `font` is the one they are set in, if the file says so."""
    if not _LETTERS.search(text):
        return text
    known = _FONTS.get(font.lower(), {})
    text = _HALVES.sub(lambda found: _circled(10 * (ord(found[1]) - TENS + 1) + ord(found[2]) - ONES), text)

    def sign(found: re.Match[str]) -> str:
        code = ord(found[0])
        return known.get(code - 0xF000) or _PRIVATE.get(code) or HANGUL.get(code, found[0])

    return _LETTERS.sub(sign, text)


def drawn_sign(letter: str, typeface: str) -> str:
    """The sign that a print shows for this letter where its typeface is one of signs: files of Hangul say that the ● of
    Wingdings is an l. Letters of Symbol are Greek, and files say which."""
    if not _WINGDINGS.fullmatch(typeface):
        return letter
    code = 0x9F if letter == "Ÿ" else ord(letter)  # as Windows-1252 has it
    sign = _PRIVATE.get(0xF000 + code, letter) if code <= 0xFF else letter
    return sign if len(sign) == 1 else letter


def in_shape(text: str) -> str:
    """What letters show that are set in a drawn shape: a number its sign, ③, all others themselves."""
    printed = shown(text)
    return _circled(int(printed)) if printed.isascii() and printed.isdigit() and len(printed) <= 2 else printed


def _circled(number: int) -> str:
    """A number in a circle; in figures where Unicode has none."""
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= number <= last:
            return chr(ord(sign) + number - first)
    return str(number)
