"""Bad readings of a good text: what extractors and careless hands make of it. Nothing an author means."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random

from tests.quality.chains.drafts import Draft, Part, joined, render
from tests.quality.chains.traced import DOTS, Traced, join

Reading = Callable[[Draft, Random], Traced]
COLUMN = 38  # letters of a printed line


def two_joined(draft: Draft, random: Random) -> Traced:
    return render(joined(draft, random.randrange(3, len(draft) - 1), 2))


def many_joined(draft: Draft, random: Random) -> Traced:
    """A third of all paragraphs run into the next."""
    for _ in range(len(draft) // 3):
        draft = joined(draft, random.randrange(len(draft) - 1), 2)
    return render(draft)


def all_joined(draft: Draft, random: Random) -> Traced:
    return join(" ", [part.text for part in draft])


def three_joined(draft: Draft, random: Random) -> Traced:
    return render(joined(draft, random.randrange(3, len(draft) - 2), 3))


def one_cut(draft: Draft, random: Random) -> Traced:
    return render(_cut(draft, random, 1))


def many_cut(draft: Draft, random: Random) -> Traced:
    return render(_cut(draft, random, len(draft) // 3))


def _cut(draft: Draft, random: Random, count: int) -> Draft:
    for _ in range(count):
        places = [i for i, part in enumerate(draft) if part.kind == "paragraph" and len(part.text) > 40]
        at = random.choice(places)
        text = draft[at].text
        spaces = [match.start() for match in re.finditer(" ", text.text)][1:-1] or [len(text) // 2]
        space = random.choice(spaces)
        draft = (*draft[:at], *(Part("paragraph", t) for t in (text[:space], text[space + 1 :])), *draft[at + 1 :])
    return draft


def notes_dropped(draft: Draft, random: Random) -> Traced:
    return render(tuple(part for part in draft if part.kind != "note"))


def columns_mixed(draft: Draft, random: Random) -> Traced:
    """Two columns read across: a line of the left, a line of the right."""
    lines = broken(draft, random).split("\n+")
    half = (len(lines) + 1) // 2
    pairs = [join("   ", [line, *lines[half + i : half + i + 1]]) for i, line in enumerate(lines[:half])]
    return join("\n", pairs)


def columns_swapped(draft: Draft, random: Random) -> Traced:
    """Page by page the right column before the left."""
    lines = broken(draft, random).split("\n")
    pages = [lines[i : i + 30] for i in range(0, len(lines), 30)]
    return join("\n", [line for page in pages for line in (*page[15:], *page[:15])])


def front_only(draft: Draft, random: Random) -> Traced:
    return render(draft[: len(draft) // 2])


def back_only(draft: Draft, random: Random) -> Traced:
    return render(draft[len(draft) // 2 :])


def nearly_empty(draft: Draft, random: Random) -> Traced:
    return draft[0].text + "\n\n1\n\n2\n\n3\n"


def letters_garbled(draft: Draft, random: Random) -> Traced:
    """A fifth of the letters are others."""
    return _garbled(render(draft), random, 0.2)


def paragraphs_garbled(draft: Draft, random: Random) -> Traced:
    """A fifth of the paragraphs are nonsense throughout."""
    return render(tuple(Part(p.kind, _garbled(p.text, random, 1)) if random.random() < 0.2 else p for p in draft))


def _garbled(text: Traced, random: Random, share: float) -> Traced:
    hit = [c.isalpha() and random.random() < share for c in text.text]
    signs = "".join(chr(random.randrange(0xAC00, 0xD7A3)) if yes else c for c, yes in zip(text.text, hit, strict=True))
    return Traced(signs, tuple(0 if yes else o for o, yes in zip(text.origins, hit, strict=True)))


def broken(draft: Draft, random: Random) -> Traced:
    """Printed lines, broken in the middle of words as Korean is, with empty lines between."""
    lines = [line for part in draft for line in _lines(part.text, COLUMN)]
    return join("\n\n", lines)


def hyphenated(draft: Draft, random: Random) -> Traced:
    """Printed lines with a hyphen where a word is broken."""
    paragraphs = []
    for part in draft:
        lines = _lines(part.text, COLUMN)
        for i, line in enumerate(lines[:-1]):
            inside = line.text[-1].isalpha() and lines[i + 1].text[0].isalpha()
            lines[i] = line + "-" if inside else line
        paragraphs.append(join("\n", lines))
    return join("\n\n", paragraphs)


def _lines(text: Traced, width: int) -> list[Traced]:
    return [text[i : i + width] for i in range(0, len(text), width)] or [text]


def heads_inside(draft: Draft, random: Random) -> Traced:
    """Page heads and numbers fall into the middle of paragraphs."""
    lines = [line for part in draft for line in (*_lines(part.text, COLUMN), Traced.noise(""))]
    made: list[Traced] = []
    for i, line in enumerate(lines):
        made.append(line)
        if i % 24 == 23:
            made += [Traced.noise("예시연구원 동북아 포커스"), Traced.noise(f"- {i // 24 + 1} -")]
    return join("\n", made)


def spaced_otherwise(draft: Draft, random: Random) -> Traced:
    """A third of the spaces are gone, others doubled, some words torn."""

    def space(match: re.Match[str]) -> str:
        return random.choice(("", " ", "  ")) if match[0] == " " else match[0]

    torn = render(draft).sub(r"(?<=[가-힣]) (?=[가-힣])", space)
    return torn.sub(r"(?<=[가-힣]{3})(?=[가-힣]{2})", lambda _: " " if random.random() < 0.1 else "")


DISTORTIONS: Mapping[str, Reading] = {
    reading.__name__: reading
    for reading in (
        two_joined,
        many_joined,
        all_joined,
        three_joined,
        one_cut,
        many_cut,
        notes_dropped,
        columns_mixed,
        columns_swapped,
        front_only,
        back_only,
        nearly_empty,
        letters_garbled,
        paragraphs_garbled,
        broken,
        hyphenated,
        heads_inside,
        spaced_otherwise,
    )
}


# Other signs for the same words: after each of these every address is the same.

QUOTES = str.maketrans("“”‘’「」『』", "\"\"''“”‘’")
DASHES = str.maketrans({"-": "–", "~": "∼", "—": "―", "–": "-", "∼": "~"})
WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F) if chr(c).isdigit() or chr(c) in "%,:;?!"}


def _dots(sign: str) -> Callable[[str], str]:
    return lambda text: re.sub(f"[{DOTS}]|(?<=[가-힣])·(?=[가-힣])", sign, text)


def _wide(text: str) -> str:
    """Full-width figures and signs inside lines; what may be a number of a heading or a note stays."""
    inside = r"(?m)(?<=^.{6})(?<![\d.])(\d+(?![\d.)])|[%,:;?!])"
    return re.sub(inside, lambda match: match[0].translate(WIDE), text)


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    **{f"dot U+{ord(dot):04X}": _dots(dot) for dot in DOTS},
    "quotes": lambda text: text.translate(QUOTES),
    "dashes": lambda text: text.translate(DASHES),
    "wide": _wide,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "composed": lambda text: unicodedata.normalize("NFC", text),
}
