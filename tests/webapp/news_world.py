"""An archive of five documents that programs follow: one revised, one withdrawn, one with a hostile title.

The instants of their changes are set, so that whole answers can be written down.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import update

from archive.model.document import Block, BlockKind, Document, Line, Metadata
from archive.open import Archive
from archive.store import Store
from archive.store.schema import documents
from archive.takedown import withdraw
from tests.webapp.world import save

ADDRESS = "https://archive.example.org/gakju"
FERRY, SALT, ICE, NAMELESS, HOSTILE = "ferry.txt", "salt.txt", "ice.txt", "nameless.txt", "hostile.txt"
CHANGED = {
    FERRY: "2025-04-01T09:00:00Z",
    SALT: "2025-04-02T09:00:00Z",  # its second revision
    ICE: "2025-04-03T09:00:00Z",  # withdrawn
    NAMELESS: "2025-04-03T09:00:00Z",  # in the same second
    HOSTILE: "2025-04-05T09:00:00Z",
}


def _document(metadata: Metadata, *paragraphs: str) -> Document:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, (n, n)) for n, text in enumerate(paragraphs, 1))
    return Document(metadata, blocks, (), tuple(Line(n, text) for n, text in enumerate(paragraphs, 1)))


FERRIES = Metadata(
    title="나루터와 다리",
    authors=("홍보기", "이나루"),
    publisher="보기연구원",
    series="보기 브리프",
    number="No. 2025-01",
    date="2025-03-24",
    language="ko",
    title_en="Ferries & Bridges",
    rights="출처를 밝히면 옮겨 실을 수 있음",
    url="https://example.org/brief",
)
DOCUMENTS = {
    FERRY: _document(FERRIES, "나루터의 화물이 올해 줄었다.", "뱃사공은 새 다리를 탓한다."),
    SALT: _document(Metadata(title="소금 배", language="ko"), "소금 배가 장날마다 열 척씩 들어온다."),
    ICE: _document(Metadata(title="얼음 창고", language="ko"), "얼음 창고는 강가의 언덕 아래에 있다."),
    NAMELESS: _document(Metadata(language="ko"), "이름이 적히지 않은 뱃노래가 전한다."),
    HOSTILE: _document(
        Metadata(
            title="]]><script>alert('제목')</script> & \x0b&lt;b&gt;",
            authors=('"><a href=x>',),
            url="javascript:alert(1)",
        ),
        "<p>위험한\x00 글</p> ]]> &amp; \ufffe 끝",
    ),
}
SALT_AGAIN = _document(Metadata(title="소금 배", language="ko"), "소금 배가 장날마다 스무 척씩 들어온다.")


def build(home: Path) -> None:
    """The archive, at `home`."""
    store = Store.at(home)
    for name, document in DOCUMENTS.items():
        save(store, name, document)
    save(store, SALT, SALT_AGAIN, b"second", day="2025-04-02")
    withdraw(store, store.find(ICE).number, "잘못 실음", "2025-04-03")
    Archive(store, home).catch_up()
    date(store, CHANGED)
    store.close()


def date(store: Store, instants: Mapping[str, str]) -> None:
    """Says of documents, by their sources, when they last changed."""
    with store.write_transaction() as connection:
        for source, at in instants.items():
            connection.execute(update(documents).where(documents.c.source == source).values(changed=at))
