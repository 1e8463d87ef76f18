"""What a stored value says of itself beside its columns."""

from dataclasses import replace

import pytest

from archive.model import Metadata
from archive.model.passage import Passage, PassageKind
from archive.store import Indexed
from archive.store.records import DocumentRecord, slug_of

RECORD = DocumentRecord(1, "7k4m2", "/보기/ferry.v2.txt", "", "ferry.v2.txt", "0" * 64, Metadata(title="나루터의 하루"))


@pytest.mark.parametrize(
    "record, slug",
    [(RECORD, "나루터의-하루"), (replace(RECORD, metadata=Metadata()), slug_of("ferry.v2", ""))],
    ids=["title", "source"],
)
def test_a_document_is_named_by_its_title_or_else_by_its_file(record: DocumentRecord, slug: str) -> None:
    assert record.slug == slug


def test_only_a_passage_of_today_is_indexed() -> None:
    passage = Passage(5, "3", "7k4m2", 1, PassageKind.PARAGRAPH, "소금")
    assert Indexed(passage, {}, (), True).key == 5
    with pytest.raises(AssertionError, match="passages of today"):
        assert Indexed(replace(passage, key=None), {}, (), True).key
