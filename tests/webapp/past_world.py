"""A diary in three revisions: first read, then a new edition in which everything happens to it, then a re-reading."""

from pathlib import Path

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive.history.revisions import stored_at
from archive.model.document import Block, BlockKind, Document, Line, Metadata, Note, NoteRef, Row, Table
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from tests.webapp.html import soup
from tests.webapp.world import save
from webapp import create_app
from webapp.site import EXTENSION

STAYS = "나루터의 아침은 이르다. 뱃사공이 먼저 나와 밧줄을 살핀다."
REVISED = "장날에는 소금 배가 열 척씩 들어와 나루터가 붐빈다고 장부에 적혀 있다."
REVISED_2 = "장날에는 소금 배가 스무 척씩 들어와 나루터가 붐빈다고 장부에 적혀 있다."
SPLIT = ("해가 지면 등불을 걸고 밤배를 기다리는 사람들이 모인다.", "밤배의 삯은 낮의 두 배이고 비가 오면 더 받는다.")
MERGED = ("겨울에는 얼음 위로 썰매가 다니고 배는 뭍에 올려 둔다.", "썰매의 삯은 뱃삯의 절반이라 아이들이 즐겨 탄다.")
GONE = "봄마다 둑을 고치는 부역에는 강가의 두 마을이 번갈아 나온다."
TWICE = "두 마을은 해마다 나루터의 몫을 정하는 모임을 열어 장부를 맞춘다."
ALONE = "다리가 놓인다는 소문이 돌자 뱃사공들은 모임을 열었다."
LOST = "모임의 장소는 주막의 뒷방으로 정하였다고 한다."
HEALED = ("강 건너 마을에서는 나루 터의 종을 멀리서도 듣는다.", "강 건너 마을에서는 나루터의 종을 멀리서도 듣는다.")
MISREAD = ("종지기의 이름은 기록에 없으나 키가 컸다고 전한다.", "종지기의 이름은 기록에 없으나 귀가 컸다고 전한다.")
NEW = "새로 놓인 다리에는 통행료를 받는 초소가 두 곳 생겼다."
TITLE, HEADING = "나루터 일지", "1. 나루터의 한 해"
CITED = "이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1."
ROWS = (("봄", "소금 열 섬"), ("가을", "쌀 스무 섬"))


def document(*paragraphs: str) -> Document:
    """The diary with these paragraphs; one of them calls a note, a table stands at the end."""
    blocks = [Block(BlockKind.TITLE, TITLE, (1, 1), page=1), Block(BlockKind.HEADING, HEADING, (2, 2), page=1, level=1)]
    for n, words in enumerate(paragraphs, 3):
        refs = (NoteRef("1", 12, 0, "¹"),) if words == STAYS else ()
        blocks.append(Block(BlockKind.PARAGRAPH, words, (n, n), page=1, heading=1, refs=refs))
    table = Table(("철", "화물"), tuple(Row(cells, (n, n)) for n, cells in enumerate(ROWS, 30)))
    blocks.append(
        Block(BlockKind.TABLE, "\n".join(row.text for row in table.rows), (30, 31), page=2, heading=1, table=table)
    )
    lines = tuple(Line(n, block.text.split("\n")[0], block.page) for n, block in enumerate(blocks, 1))
    return Document(
        Metadata(title=TITLE, language="ko", date="2024"), tuple(blocks), (Note("1", CITED, (40, 40)),), lines
    )


FIRST = (STAYS, REVISED, " ".join(SPLIT), *MERGED, GONE, TWICE, HEALED[0], MISREAD[0], ALONE, LOST)
SECOND = (TWICE, STAYS, REVISED_2, *SPLIT, " ".join(MERGED), MISREAD[0], NEW, ALONE, HEALED[0], TWICE)
THIRD = tuple({HEALED[0]: HEALED[1], MISREAD[0]: MISREAD[1]}.get(words, words) for words in SECOND)


def build(home: Path) -> Store:
    """The diary in its three revisions at `home`, indexed."""
    store = Store.at(home)
    save(store, "diary.txt", document(*FIRST), b"first", day="2026-01-01")
    save(store, "diary.txt", document(*SECOND), b"second", day="2026-02-01")
    save(store, "diary.txt", document(*THIRD), b"second", day="2026-03-01", reader=2)
    Archive(store, home).catch_up()
    return store


class Diary:
    """The diary that was built at `home`, served by a test client."""

    def __init__(self, home: Path) -> None:
        self.home, self.store = home, Store.at(home)
        self.app = create_app(Settings(home))
        self.id = self.store.documents()[0].id

    @property
    def client(self) -> FlaskClient:
        """A reader who comes for the first time: no cookie says which language was chosen."""
        return self.app.test_client()

    def close(self) -> None:
        self.store.close()
        self.app.extensions[EXTENSION].store.close()

    def first(self, words: str) -> str:
        """The address by which a passage of the first revision was cited then: it names no revision."""
        return self.cited(words, 1).split("@")[0]

    def cited(self, words: str, revision: int) -> str:
        passage = next(p for p in stored_at(self.store, self.id, revision).passages if p.text == words)
        return str(passage.address)

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def page(self, path: str) -> BeautifulSoup:
        return soup(self.get(path))
