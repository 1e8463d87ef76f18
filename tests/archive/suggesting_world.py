"""A small archive to type in: a name in two scripts, a compound, a verb, a cited agency, a withdrawn document."""

from pathlib import Path

from archive.model.document import Block, BlockKind, Citation, Document, Line, Metadata, Note
from archive.open import Archive
from archive.store import Store
from archive.takedown import withdraw
from tests.webapp import world

TERM = "sergei-lavrov,person,세르게이 라브로프|라브로프,Lavrov,Лавров,,"
NOTE = "Лавров прибыл на переправу, ТАСС, 2024. 11. 1."
BRIEF = Document(
    Metadata(
        title="나루터와 다리의 경제",
        authors=("홍보기", "고보기"),
        authors_latin=("Hong Bogi",),
        date="2025-03-24",
        language="ko",
    ),
    (
        Block(BlockKind.TITLE, "나루터와 다리의 경제", (1, 1)),
        Block(BlockKind.PARAGRAPH, "라브로프 장관이 나루터를 찾았다. 라브로프 장관은 군사정찰위성을 말했다.", (2, 2)),
        Block(
            BlockKind.PARAGRAPH,
            "뱃사공은 나루터에 배를 세우고 라브로프를 기다렸다. 관광객은 아직 없다. 소금창고열쇠가 없다.",
            (3, 3),
        ),
    ),
    (Note("1", NOTE, (4, 4), citations=(Citation(0, len(NOTE), outlet="ТАСС", language="ru"),)),),
    (Line(1, "나루터와 다리의 경제"), Line(2, "라브로프"), Line(3, "뱃사공"), Line(4, NOTE)),
)
SECRET = Document(
    Metadata(title="나루터의 비밀 장부", authors=("홍비밀",), language="ko"),
    (Block(BlockKind.TITLE, "나루터의 비밀 장부", (1, 1)), Block(BlockKind.PARAGRAPH, "장부는 빈칸이다.", (2, 2))),
    (),
    (Line(1, "나루터의 비밀 장부"), Line(2, "장부는 빈칸이다.")),
)


def build(home: Path) -> None:
    """The archive of this module, at `home`."""
    world.build(home, {"brief.txt": BRIEF, "secret.txt": SECRET})
    store = Store.at(home)
    withdraw(store, store.find("secret.txt").number, "보기")
    Archive(store, home).catch_up()
    store.close()
