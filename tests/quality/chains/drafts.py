"""The texts of the bed: the project's samples, with lines healed, and briefs recombined from their words by a seed."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.quality.chains.traced import Traced, join

SAMPLES = Path(__file__).parents[3] / "documents"
END = re.compile(r"[.?!다][”’\"')\d¹²³⁰⁴-⁹]*\s*$")
NOTE = re.compile(r"^(- )?[¹²³⁰⁴-⁹]+ |^\d{1,2}\) ?(?=.*(\d{4}|\d쪽|Ibid|위의|앞의))")
BULLET = re.compile(r"^\s*([▶■ㅇ※*<-]|\d{1,2}[.)]|[가-하]\.|[ⅠⅡⅢⅣ]\.|제?\d+조|첫째|둘째|자료|주:)")
SENTENCE = r"(?<=[.?!]) +(?=\S)"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading, row or note, as an author thinks of it."""

    kind: str
    text: Traced


Draft = tuple[Part, ...]


def render(draft: Draft) -> Traced:
    """Parts as paragraphs with an empty line between; rows of a table line by line."""
    text = Traced.noise("")
    for before, part in zip((None, *draft), draft, strict=False):
        between = "" if before is None else "\n" if before.kind == part.kind == "row" else "\n\n"
        text = text + between + part.text
    return text + "\n"


def markdown(draft: Draft) -> Traced:
    """The same as a Markdown file, whose structure no reader has to guess."""
    signs = {"title": "# ", "heading": "## "}
    return render(tuple(Part(p.kind, Traced.noise(signs.get(p.kind, "")) + p.text) for p in draft))


def sentences(text: Traced) -> list[Traced]:
    return text.split(SENTENCE)


@cache
def samples() -> tuple[tuple[str, Draft], ...]:
    """(name, draft) of each plain sample of the project, and of each brief where GAKJU_EVAL names a folder of them."""
    return tuple((path.stem, draft_of(path)) for path in [*sorted(SAMPLES.glob("*.txt")), *briefs()])


def briefs() -> list[Path]:
    folder = os.environ.get("GAKJU_EVAL")
    return sorted((Path(folder) / "briefs").glob("*.txt")) if folder else []


def draft_of(path: Path) -> Draft:
    return tuple(_part(line) for line in _healed(decoded(path)) if line)


def decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp949")


def _healed(text: str) -> Iterator[str]:
    """Paragraphs of printed lines: a full line that ends no sentence goes on in the next."""
    lines = [line for line in text.replace("\f", "\n").split("\n") if line.strip()]
    held = ""
    for line in lines:
        if held and BULLET.match(line):
            yield held.strip()
            held = ""
        held += line.lstrip()
        if len(line.strip()) < 30 or END.search(line):
            yield held.strip()
            held = ""
    yield held.strip()


def _part(line: str) -> Part:
    kind = "note" if NOTE.match(line) else "paragraph" if END.search(line) and len(line) > 40 else "heading"
    return Part(kind, Traced.new(line))


class Writer:
    """Writes new Korean sentences out of the clauses and words of the samples."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._sentences, self._words = _material()

    def word(self) -> str:
        return self.random.choice(self._words)

    def sentence(self) -> str:
        """The first clause of one sentence and the last of another, with some words and figures changed."""
        one, other = self.random.choice(self._sentences), self.random.choice(self._sentences)
        clauses = [*one.split(", ")[:-1][:1], other.split(", ")[-1]]
        words = ", ".join(clauses).split()
        for _ in range(2):
            words[self.random.randrange(max(1, len(words) - 1))] = self.word()
        return re.sub(r"\d+", lambda match: self.number(len(match[0])), " ".join(words))

    def number(self, digits: int = 3) -> str:
        return str(self.random.randrange(10 ** (digits - 1), 10**digits))

    def paragraph(self, count: int | None = None) -> str:
        return " ".join(self.sentence() for _ in range(count or self.random.randint(2, 5)))

    def heading(self) -> str:
        return f"{self.word()} {self.word()} {self.random.choice(('전망', '과제', '흐름', '쟁점', '평가'))}"

    def note(self) -> str:
        who = self.random.choice(("홍예시", "표본희", "문가상", "임시안", "하예본"))
        title, issue, page = f"{self.word()} {self.word()}의 {self.word()}", self.number(2), self.number(2)
        return f"{who}, 「{title}」, 『예시연구』, 제{issue}호, {page}쪽."

    def brief(self, sections: int = 4, rows: int = 6, notes: int = 8) -> Draft:
        """A brief of its own: title, author, day, sections of paragraphs, a table of events, notes."""
        parts = [
            Part("title", Traced.new(f"{self.heading()}: {self.heading()}")),
            Part("byline", Traced.new("홍예시")),
            Part("byline", Traced.new(f"2025-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}")),
        ]
        for number in range(1, sections + 1):
            parts.append(Part("heading", Traced.new(f"{number}. {self.heading()}")))
            parts += [Part("paragraph", Traced.new(self.paragraph())) for _ in range(self.random.randint(2, 4))]
            if number == 2 and rows:
                parts += self.table(rows)
        return self.with_notes(tuple(parts), notes)

    def table(self, rows: int) -> list[Part]:
        years = sorted(self.random.randrange(2015, 2026) for _ in range(rows))
        return [
            Part("heading", Traced.new(f"표 1. {self.heading()}의 경과")),
            Part("heading", Traced.new("시기 주요 내용")),
            *(Part("row", Traced.new(f"{year}년 {self.random.randint(1, 12)}월 {self.event()}")) for year in years),
        ]

    def event(self) -> str:
        return " ".join([*(self.word() for _ in range(4)), self.number(3) + "건", "발표"])

    def with_notes(self, draft: Draft, count: int) -> Draft:
        """Marks at the ends of paragraphs, and their notes at the end."""
        parts = list(draft)
        places = [i for i, part in enumerate(parts) if part.kind == "paragraph"]
        for number, at in enumerate(sorted(self.random.sample(places, min(count, len(places)))), 1):
            parts[at] = Part("paragraph", parts[at].text + raised(number))
            parts.append(Part("note", Traced.noise(f"{raised(number)} ") + Traced.new(self.note())))
        return tuple(parts)


def raised(number: int) -> str:
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


@cache
def _material() -> tuple[Sequence[str], Sequence[str]]:
    paragraphs = [
        part.text.text
        for path in sorted(SAMPLES.glob("*.txt"))
        if not path.stem.endswith("-en")
        for part in draft_of(path)
        if part.kind == "paragraph"
    ]
    found = [re.sub(r"[¹²³⁰⁴-⁹]|(?<=[.다])\d+\)?", "", s) for p in paragraphs for s in re.split(SENTENCE, p)]
    kept = [s for s in found if 25 < len(s) < 140 and s.endswith("다.")]
    words = sorted({w for s in kept for w in re.findall(r"(?<![가-힣])[가-힣]{2,6}(?=[ ,])", s)})
    return kept, words


def joined(draft: Draft, first: int, count: int) -> Draft:
    """Parts `first` and the `count - 1` after it as one."""
    made = join(" ", [part.text for part in draft[first : first + count]])
    return (*draft[:first], Part(draft[first].kind, made), *draft[first + count :])
