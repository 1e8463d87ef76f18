"""Kind 5: near-copies, which differ in what says which year, country or number; kind 6: half of a paragraph deleted."""

import re
from collections.abc import Callable
from random import Random

from tests.quality.chains.bench import Bench
from tests.quality.chains.detours import NAME, texts
from tests.quality.chains.drafts import Draft, Part, Writer, markdown, render, sentences
from tests.quality.chains.traced import Traced, join

COUNTRIES = ("러시아", "중국", "북한", "몽골", "일본", "베트남")
PEOPLE = ("홍예시", "표본희", "문가상", "임시안", "하예본")
FORMS = (
    "{year}년 {country}의 항만에서 부린 짐은 모두 {number}만 톤이었고, {person} 연구위원은 이를 {tail}",
    "{country}은 {year}년 상반기에 화물열차 {number}편을 보냈으며, 조사를 맡은 {person} 박사는 {tail}",
    "{person}의 {year}년 조사에 따르면 {country} 쪽 세관을 지난 화차는 {number}량이었다. {tail}",
)
MARKDOWN = "brief.md"
FIELDS = ("year", "country", "number", "person")


def near_copies(bench: Bench, random: Random) -> None:
    """The original goes and a near-copy stays, or comes, in another section."""
    for field in bench.some([*FIELDS, *FIELDS]):
        writer = Writer(random)
        both, without = (markdown(draft) for draft in _sections(writer, [_pair(writer, field) for _ in range(4)]))
        draft = _sections(writer, [_pair(writer, field) for _ in range(4)])[0]
        alone = markdown(tuple(part for part in draft if part.kind != "copy"))
        copy = markdown(tuple(part for part in draft if part.kind != "original"))
        for label, states in (
            ("the original goes", [both, without]),
            ("the original goes and returns", [both, without, both]),
            ("the original goes, the copy comes", [alone, copy]),
        ):
            bench.chain(f"another {field}: {label}", [{MARKDOWN: state} for state in states])
    for label, table in bench.some([("events", _events), ("figures", _figures)]):
        _months(bench, random, label, table)


def _pair(writer: Writer, field: str) -> tuple[str, str]:
    random = writer.random
    said = {
        "year": str(random.randrange(2012, 2025)),
        "country": random.choice(COUNTRIES),
        "number": writer.number(),
        "person": random.choice(PEOPLE),
        "tail": writer.sentence(),
    }
    other = {
        "year": str(int(said["year"]) + 1),
        "country": random.choice([c for c in COUNTRIES if c != said["country"]]),
        "number": writer.number(),
        "person": random.choice([p for p in PEOPLE if p != said["person"]]),
    }
    form = random.choice(FORMS)
    return form.format(**said), form.format(**said | {field: other[field]})


def _sections(writer: Writer, pairs: list[tuple[str, str]]) -> tuple[Draft, Draft]:
    """Originals in the second section and copies in the fourth; and the same without the originals."""
    draft = list(writer.brief(sections=5, rows=0, notes=0))
    heads = [i for i, part in enumerate(draft) if part.kind == "heading"]
    for at, kind, which in ((heads[3] + 2, "copy", 1), (heads[1] + 2, "original", 0)):
        draft[at:at] = [Part(kind, Traced.new(pair[which])) for pair in pairs]
    return tuple(draft), tuple(part for part in draft if part.kind != "original")


Table = Callable[[Writer, int], Part]


def _events(writer: Writer, month: int) -> Part:
    count, share = writer.number(2), writer.number(2)
    when = f"{2023 + month // 12}년 {month % 12 + 1}월"
    return Part("row", Traced.new(f"| {when} | 화물열차 {count}편, 짐을 실은 화차는 {share}량 |"))


def _figures(writer: Writer, month: int) -> Part:
    cells = [f"{2023 + month // 12}년 {month % 12 + 1}월", *(writer.number() for _ in range(3))]
    return Part("row", Traced.new(f"| {' | '.join(cells)} |"))


def _months(bench: Bench, random: Random, label: str, table: Table) -> None:
    """A table of the last eight months: each time a month comes, and the oldest goes."""
    writer = Writer(random)
    rows = [table(writer, month) for month in range(12)]
    draft = writer.brief(sections=3, rows=0, notes=0)
    heads = [
        Part("heading", Traced.new("표 1. 달마다 본 화물열차")),
        *(Part("row", Traced.new(line)) for line in _head(label)),
    ]
    middle = [i for i, part in enumerate(draft) if part.kind == "heading"][1] + 2
    states = [
        {MARKDOWN: markdown((*draft[:middle], *heads, *rows[first : first + 8], *draft[middle:]))} for first in range(5)
    ]
    bench.chain(f"months of {label}: one on", states[:2])
    bench.chain(f"months of {label}: four steps", states)
    bench.chain(f"months of {label}: four months at once", [states[0], states[-1]])


def _head(label: str) -> tuple[str, ...]:
    return (
        ("| 달 | 열차 | 화차 | 톤 |", "|---|--:|--:|--:|")
        if label == "figures"
        else ("| 시기 | 주요 내용 |", "|---|---|")
    )


def halves(bench: Bench, random: Random) -> None:
    """Half of some paragraphs goes, what stays stands word for word: shortened, not gone."""
    drafts = texts(random)
    for label, keep in bench.some([("first half", _first), ("second half", _second), ("half the words", _words)] * 2):
        title, draft = random.choice(drafts)
        places = [i for i, p in enumerate(draft) if p.kind == "paragraph" and len(sentences(p.text)) > 1]
        chosen = set(random.sample(places, min(6, len(places))))
        after = tuple(Part(p.kind, keep(p.text)) if i in chosen else p for i, p in enumerate(draft))
        bench.chain(f"{title}: {label}", [{NAME: render(draft)}, {NAME: render(after)}])


def _first(text: Traced) -> Traced:
    said = sentences(text)
    return join(" ", said[: (len(said) + 1) // 2])


def _second(text: Traced) -> Traced:
    said = sentences(text)
    return join(" ", said[len(said) // 2 :])


def _words(text: Traced) -> Traced:
    """Without the second half of its words, but with the end of the sentence."""
    spaces = [match.start() for match in re.finditer(" ", text.text)]
    return text[: spaces[len(spaces) // 2]] + "."
