"""Documents and sources as works."""

from dataclasses import replace

import pytest

from archive.citing import outlets
from archive.citing.works import Work, WorkKind, document_work, is_known, source_work, title_of_work
from archive.model.document import Citation, Metadata
from tests.archive.citing_world import DATA, NEWS


def test_a_document_is_a_report_with_all_that_the_catalogue_knows() -> None:
    work = document_work(DATA)
    assert (work.kind, work.title, work.title_en, work.number, work.status) == (
        WorkKind.REPORT, DATA.title, DATA.title_en, "2025-09", "op-ed",
    )  # fmt: skip
    assert document_work(Metadata(title="Ferries", title_en="Ferries")).title_en is None


@pytest.mark.parametrize("outlet, url, kind", [
    ("РБК", None, WorkKind.NEWS),
    ("알 수 없는 곳", None, WorkKind.DOCUMENT),
    (None, "https://example.org", WorkKind.WEBPAGE),
])  # fmt: skip
def test_the_outlet_says_what_a_source_is(outlet: str | None, url: str | None, kind: WorkKind) -> None:
    assert source_work(Citation(0, 1, "글", outlet, url=url), outlets.builtin()).kind is kind


def test_the_day_on_which_a_note_was_written_is_not_taken_over() -> None:
    assert "2025-01-03" not in repr(source_work(NEWS, outlets.builtin()))


def test_what_has_no_title_says_so_in_its_language() -> None:
    titles = [title_of_work(document_work(data)) for data in (DATA, Metadata(language="ko"), Metadata(language="ru"))]
    assert titles == [DATA.title, "[제목 없음]", "[Untitled]"]


def test_a_source_is_known_by_more_than_its_print() -> None:
    assert is_known(NEWS)
    assert not is_known(Citation(0, 9, pages="3"))


@pytest.mark.parametrize("work, korean", [
    (Work(WorkKind.REPORT, "나루터"), True),
    (Work(WorkKind.REPORT, "나루터", language="ru"), False),
    (Work(WorkKind.REPORT, "Ferries"), False),
    (Work(WorkKind.REPORT), False),
])  # fmt: skip
def test_a_work_is_korean_by_its_language_or_its_title(work: Work, korean: bool) -> None:
    assert work.korean is korean


def test_a_status_that_the_print_breaks_off_ends_in_dots() -> None:
    said = [document_work(replace(DATA, status=status)).status for status in ("필자의 뜻이며,", "논평", None)]
    assert said == ["필자의 뜻이며 …", "논평", None]
