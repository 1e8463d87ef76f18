"""The lines of a title page say who wrote and when; a name that nothing shows to be one is none. All are invented."""

import pytest

from archive.model import Metadata
from indexer.markup import ElementRole
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.bylines import find_bylines
from indexer.typeset.page import Box
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.tables import Cell, PrintedTable
from tests.indexer.typeset.press import line

PROSE = "부두의 짐이 두 배로 늘었다고 장부는 적었으나 배의 수는 그대로이며 그 까닭은 아직 밝혀지지 않았다고 한다. " * 2


def part(*texts: str, page: int = 1, role: ElementRole = ElementRole.PARAGRAPH) -> BodyPart:
    lines = [line(text, y=100 + 16 * n) for n, text in enumerate(texts)]
    for one in lines:
        one.page = page
    return BodyPart(PrintedParagraph(lines), role)


TITLE = "부두의 앞날"


def read(*parts: BodyPart | str, named: tuple[str, ...] = ()) -> Metadata:
    bodies = [one if isinstance(one, BodyPart) else part(one) for one in parts]
    return find_bylines([part(TITLE, role=ElementRole.TITLE), *bodies, part(PROSE)], named)


def test_a_title_page_names_series_author_and_date() -> None:
    bodies = [part("이슈브리프"), part("No. 2025-09"), part(TITLE, role=ElementRole.TITLE), part("김보기"),
        part("보기대학교 교수"), part("2025-03-24"), part(PROSE)]  # fmt: skip
    found = find_bylines(bodies)
    assert (found.series, found.number, found.authors, found.date) == (
        "이슈브리프",
        "2025-09",
        ("김보기",),
        "2025-03-24",
    )
    series, byline = ElementRole.SERIES, ElementRole.BYLINE
    assert [body.role for body in bodies] == [
        series, series, ElementRole.TITLE, byline, byline, ElementRole.DATE, ElementRole.PARAGRAPH,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines, authors",
    [
        (("홍길동 (한빛연구원 연구위원)",), ("홍길동",)),
        (("홍길동*",), ("홍길동",)),
        (("홍길동·김보기",), ("홍길동", "김보기")),
        (("홍 길 동", "한빛대학교 항만학과"), ("홍길동",)),
        (("홍길동", "(Kil-dong Hong)"), ("홍길동",)),
        (("연구책임자: 홍길동(한빛대)",), ("홍길동",)),
        (("Jane Doe*, John Q. Sample†", "School of Harbours, Sample University"), ("Jane Doe", "John Q. Sample")),
        (("Jane Doe, John Sample, and Ann Other", "Sample City", "{jane, john}@sample.org"),
            ("Jane Doe", "John Sample", "Ann Other")),
        (("홍길동",), ()),
        (("제안서", "한빛연구원"), ()),
        (("Tagged Harbours",), ()),
        (("National Science and Trade Council",), ()),
        (("Sample National University",), ()),
        (("지도교수 홍 길 동", "한빛대학교 항만학과"), ()),
        (("위 원 장 홍길동 (인)",), ()),
        (("한빛대학교 항만학과",), ()),
    ],
)  # fmt: skip
def test_a_name_needs_something_beside_it_that_shows_it(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert read(*lines).authors == authors


def test_a_name_that_the_file_gives_as_its_authors_is_one_where_it_is_printed() -> None:
    assert read("Jane Doe", named=("Jane Doe",)).authors == ("Jane Doe",)
    assert read("2025. 3.", named=("Jane Doe",)).authors == ()


def test_covers_further_on_name_nobody_new() -> None:
    repeat = part("Kildong Hong", page=2), part("Sample University", page=2)
    assert read("홍길동", "한빛대학교 항만학과", *repeat).authors == ("홍길동",)


def test_where_labels_stand_in_a_column_of_their_own_no_name_is_known() -> None:
    assert read("연구책임자:", "연구보조자:", part("홍 길 동", "(한빛대학교)")).authors == ()


@pytest.mark.parametrize(
    "text, date",
    [("2025. 3.", "2025-03"), ("(2025. 3. 24.)", "2025-03-24"), ("2025년 3월호", "2025-03"), ("('24.4)", None)],
)
def test_dates_of_a_title_page(text: str, date: str | None) -> None:
    assert read(text).date == date


def test_the_form_of_a_press_release_says_its_day_in_a_line_or_in_cells() -> None:
    assert read("보도시점 2025. 9. 19.(금) 11:00 배포 2025. 9. 18.(목) 08:00").date == "2025-09-19"
    cells = [Cell(0, n, 1, 1, [line(text)]) for n, text in enumerate(("보도 일시", "2025. 9. 19.(금) 12:00"))]
    table = BodyPart(PrintedTable(Box(0, 0, 9, 9), 1, cells, ()), ElementRole.TABLE)
    assert read(table).date == "2025-09-19"


def form(*rows: tuple[str, ...], size: float = 10.0) -> BodyPart:
    """A form whose first row goes over all its columns, its letters of that size."""
    wide = max(map(len, rows))
    cells = [
        Cell(n, m, 1, wide if len(row) == 1 else 1, [line(text, y=100 + 16 * n, size=10.0 if n else size)])
        for n, row in enumerate(rows)
        for m, text in enumerate(row)
    ]
    return BodyPart(PrintedTable(Box(0, 0, 9, 9), 1, cells, tuple(map(float, range(wide + 1)))), ElementRole.TABLE)


def test_the_form_of_a_cover_names_title_authors_and_day() -> None:
    rows = ("부두의 앞날",), ("작성자", "20240315 홍길동"), ("제출일", "2024. 6. 19.")
    found = find_bylines([form(*rows, size=14), part(PROSE)])
    assert (found.title, found.authors, found.date) == ("부두의 앞날", ("홍길동",), "2024-06-19")
    assert find_bylines([form(*rows), part(PROSE)]).title is None
    assert find_bylines([part(TITLE, role=ElementRole.TITLE), form(*rows, size=14), part(PROSE)]).title is None


def test_names_in_latin_letters_below_korean_ones_are_the_same_persons() -> None:
    assert read("홍길동", "한빛대학교", "Kil-dong Hong", "Sample University").authors == ("홍길동",)


@pytest.mark.parametrize("text, date", [("제출일: 2021-6-6", "2021-06-06"), ("'21. 3. 16.", "2021-03-16")])
def test_labelled_and_short_days_of_a_cover(text: str, date: str) -> None:
    assert read(text).date == date


def test_a_name_alone_right_below_the_title_is_that_of_its_author_unless_it_comes_again() -> None:
    assert read("김민준").authors == ("김민준",)
    assert read("전문성").authors == ()
    assert read("김민준", "김민준은 부두에 있다").authors == ()
    assert read("부두의 그림", "김민준").authors == ()
