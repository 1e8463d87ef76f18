"""How does what a question costs grow? Draws `measured.csv` as a picture: `python -m tests.benchmarks.curves TO.svg`.

Both axes are logarithmic: passages to the right, milliseconds of CPU upwards, the median of each measurement.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from html import escape
from math import log10
from pathlib import Path

MEASURED = Path(__file__).with_name("measured.csv")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 360, 56, 240, 16, 40
SIZES, TIMES = (1_000, 1_000_000), (0.1, 100.0)
LINES = {  # what is drawn: how it is called, in which colour, dashed or not
    "question, page": ("a page of results, whole", "#b3261e", ""),
    "question, engine": ("our index, with facets", "#0b57d0", ""),
    "Tantivy, the same terms": ("Tantivy, the same terms", "#5f6368", "6 4"),
    "SQLite FTS5, words alone": ("SQLite FTS5, words alone", "#8a6d00", "2 3"),
    "Whoosh's searcher, words alone": ("Whoosh's searcher, words alone", "#146c2e", "8 3 2 3"),
}
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#444}.grid{stroke:#ddd}"
    "@media(prefers-color-scheme:dark){text{fill:#ccc}.grid{stroke:#444}}"
)

Point = tuple[int, float]


def points() -> dict[str, list[Point]]:
    """By what was measured: passages and milliseconds, in order."""
    found: dict[str, list[Point]] = {name: [] for name in LINES}
    with MEASURED.open(encoding="utf-8", newline="") as file:
        for size, name, half, _ in csv.reader(file):
            if name in found:
                found[name].append((int(size), float(half)))
    return {name: sorted(listed) for name, listed in found.items() if listed}


def place(size: float, time: float) -> tuple[float, float]:
    """Where a measurement stands in the picture."""
    across = (log10(size) - log10(SIZES[0])) / (log10(SIZES[1]) - log10(SIZES[0]))
    up = (log10(time) - log10(TIMES[0])) / (log10(TIMES[1]) - log10(TIMES[0]))
    return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)


def picture(measured: dict[str, list[Point]]) -> Iterator[str]:
    """The picture, element by element."""
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    yield f"<title>Milliseconds of CPU for a question of seven words</title><style>{STYLE}</style>"
    yield from _grid()
    for name, listed in measured.items():
        yield from _line(name, listed)
    yield from _names(measured)
    yield "</svg>"


def _grid() -> Iterator[str]:
    for time in (0.1, 1, 10, 100):
        _, y = place(SIZES[0], time)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{time:g} ms</text>'
    for size in (1_000, 10_000, 100_000, 1_000_000):
        x, _ = place(size, TIMES[0])
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{size:,}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">passages</text>'


def _line(name: str, listed: Sequence[Point]) -> Iterator[str]:
    _, colour, dashes = LINES[name]
    at = [place(size, time) for size, time in listed]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in at)


def _names(measured: dict[str, list[Point]]) -> Iterator[str]:
    """What the lines are, beside their ends, none over another."""
    ends = sorted((place(*listed[-1])[1], name) for name, listed in measured.items())
    last = float(TOP)
    for y, name in ends:
        last = max(y, last + 16)
        called, colour, _ = LINES[name]
        at = WIDTH - RIGHT + 10
        yield f'<circle cx="{at}" cy="{last - 4:.1f}" r="4" fill="{colour}"/>'
        yield f'<text x="{at + 10}" y="{last:.1f}">{escape(called)}</text>'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("\n".join(picture(points())) + "\n", encoding="utf-8")
