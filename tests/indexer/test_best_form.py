"""The best form of a brief that can be read is read, and those before it are told with their reasons."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.citing.outlets import builtin
from indexer.best_form import BestForm, read_best
from indexer.files import find_sources, forms
from indexer.sandbox import Extractors

TEXT = "두 나라의 장관은 항구에서 만나 요금을 함께 정하였다.\n"


@pytest.fixture(scope="module")
def extractors() -> Iterator[Extractors]:
    with Extractors(1) as some:
        yield some


def read(folder: Path, extractors: Extractors) -> BestForm:
    (one,) = forms(find_sources([str(folder)]).sources)
    return read_best(one, extractors, builtin())


def test_the_best_form_is_read(tmp_path: Path, extractors: Extractors) -> None:
    (tmp_path / "brief.txt").write_text(TEXT, "utf-8")
    found = read(tmp_path, extractors)
    assert found.content is not None and found.failed == ()
    assert found.content.data == TEXT.encode()
    (piece,) = found.content.pieces
    assert not isinstance(piece, Exception) and piece.document.blocks[0].text == TEXT.strip()


def test_a_form_that_cannot_be_read_does_not_hide_the_next(tmp_path: Path, extractors: Extractors) -> None:
    (tmp_path / "brief.txt").write_text(TEXT, "utf-8")
    (tmp_path / "brief.docx").write_bytes(b"no such file")
    found = read(tmp_path, extractors)
    assert found.content is not None and found.forms.primary.name == "brief.txt"
    assert [form.primary.name for form, _ in found.failed] == ["brief.docx"]


def test_where_none_can_be_read_all_are_told(tmp_path: Path, extractors: Extractors) -> None:
    (tmp_path / "brief.txt").write_bytes(b"")
    found = read(tmp_path, extractors)
    assert found.content is None
    assert [str(error).partition(" is empty")[0] for _, error in found.failed] == ["brief.txt"]
