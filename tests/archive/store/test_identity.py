"""Which document this is: known by its letters, its file or its passages, and by a side file before all."""

from pathlib import Path

import pytest

from archive.errors import LedgerError
from archive.model import drafts
from archive.store import MatchedBy, Origin
from archive.store.identity import identify, letters_digest
from tests.archive.literal import brief
from tests.archive.store.diary import FERRY, LATER, stored

OTHER = brief("강 건너 마을에서는 밀을 심는다.", title="밀밭")


@pytest.mark.parametrize(
    "path, replaces, document, number, why",
    [
        ("ferry.txt", None, FERRY, 1, MatchedBy.SAME_TEXT),
        ("elsewhere.txt", None, FERRY, 1, MatchedBy.SAME_TEXT),
        ("ferry.txt", None, LATER, 1, MatchedBy.SAME_FILE),
        ("other.txt", None, OTHER, None, MatchedBy.NEW),
        ("other.txt", "new", FERRY, None, MatchedBy.REPLACES),
    ],
    ids=["같은 글", "다른 이름", "같은 파일", "새 글", "새 글이라 함"],
)
def test_a_document_is_recognized(tmp_path: Path, path: str, replaces: str | None, document, number, why) -> None:  # type: ignore[no-untyped-def]
    origin = Origin(f"/보기/{path}", "", path, "0" * 64, 1, "2025-05-01", replaces)
    with stored(tmp_path) as store, store.read_transaction() as connection:
        found = identify(connection, origin, drafts(document), {1})
    assert (found.number, found.why) == (number, why)


def test_a_document_that_is_not_here_is_not_replaced(tmp_path: Path) -> None:
    origin = Origin("/보기/a.txt", "", "a.txt", "0" * 64, 1, "2025-05-01", "22222")
    with (
        stored(tmp_path) as store,
        store.read_transaction() as connection,
        pytest.raises(LedgerError, match='replaces "22222"'),
    ):
        identify(connection, origin, drafts(FERRY), {1})


def test_letters_are_the_same_however_they_are_spaced() -> None:
    assert letters_digest(drafts(brief("나루 터,\t다리"))) == letters_digest(drafts(brief("나루터 다리!")))
    assert letters_digest(drafts(FERRY)) != letters_digest(drafts(LATER))
