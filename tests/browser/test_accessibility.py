"""axe finds no fault on any kind of page, in either language, by day and by night, on a wide screen and a phone.

What a program can see of WCAG 2.2 AA, target sizes and contrast among it, and what axe calls best practice. Each kind
of page is opened twice, in ways that are opposite in language, theme and width, so that it is seen in each of the six;
which two ways goes round from kind to kind. A fault that takes two of them together to show may be missed on a page.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.every_page import Archives, Kind, every_page

pytestmark = pytest.mark.slow

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES, THEMES, WIDTHS = ("ko", "en"), ("light", "dark"), (1280, 390)
RUN = """async (tags) => {
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    [id, target.join(" "), html.slice(0, 200), failureSummary.split("\\n")[1].trim()].join(" | ")));
}"""


@pytest.fixture(scope="module")
def archives(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archives]:
    with every_page(sample_home, tmp_path_factory.mktemp("pages")) as archives:
        yield archives


# What is said to be hidden, and is seen: a rule of style that undoes the attribute.
SEEN = """() => [...document.querySelectorAll('[hidden]')].filter((one) => one.checkVisibility()).map((one) =>
  one.outerHTML.slice(0, 200))"""


def seen_so(archives: Archives, dark: int, narrow: int) -> Iterator[tuple[Kind, str]]:
    """The kinds that are opened in this theme and width, each with its language."""
    for n, kind in enumerate(archives.kinds):
        if n % 2 == dark ^ narrow:
            yield kind, LANGUAGES[dark ^ (n // 2 % 2)]


@pytest.mark.parametrize("narrow", [0, 1], ids=["1280", "390"])
@pytest.mark.parametrize("dark", [0, 1], ids=THEMES)
def test_axe_finds_no_fault(browser: Any, archives: Archives, dark: int, narrow: int) -> None:
    context = browser.new_context(
        viewport={"width": WIDTHS[narrow], "height": 900}, color_scheme=THEMES[dark], reduced_motion="reduce"
    )
    page, faults = context.new_page(), {}
    for kind, language in seen_so(archives, dark, narrow):
        archives.open(page, kind, language)
        page.evaluate(AXE_SCRIPT)
        if found := page.evaluate(RUN, TAGS) + page.evaluate(SEEN):
            faults[kind.name, language] = found
    context.close()
    assert faults == {}


def test_every_kind_is_seen_in_each_language_theme_and_width(archives: Archives) -> None:
    seen = [
        (kind.name, language, dark, narrow)
        for dark in (0, 1)
        for narrow in (0, 1)
        for kind, language in seen_so(archives, dark, narrow)
    ]
    for values in zip(*[iter(sorted(seen))] * 2, strict=True):
        assert all(len(set(both)) == 2 for both in list(zip(*values, strict=True))[1:]), values
