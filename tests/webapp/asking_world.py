"""A small literal archive to ask: names in two scripts, three publishers' years, one undated document, many kinds."""

from pathlib import Path

from archive.model.document import Block, BlockKind, Citation, Document, Line, Metadata, Note, NoteRef, Row, Table
from tests.webapp import world

FERRY = Document(
    Metadata(
        title="나루터와 외교",
        authors=("홍보기",),
        publisher="보기연구원",
        publisher_en="Example Institute",
        date="2025-03-24",
        language="ko",
    ),
    (
        Block(BlockKind.TITLE, "나루터와 외교", (1, 1)),
        Block(BlockKind.PARAGRAPH, "페투시코프 장관이 나루터를 둘러보았다.", (2, 2), refs=(NoteRef("1", 21, 0, "1"),)),
        Block(BlockKind.PARAGRAPH, "나루터의 소금은 겨울에 팔린다.", (3, 3)),
        Block(BlockKind.PARAGRAPH, "소금 배는 두만강 나루터에 선다.", (4, 4)),
        Block(BlockKind.ITEM, "나루터 뱃삯은 소금 한 되이다.", (5, 5), marker="-", depth=1),
        Block(BlockKind.ITEM, "나루터에는 썰매도 선다.", (6, 6), marker="-", depth=1),
    ),
    (
        Note(
            "1",
            "Петушков посетил переправу, Пример, 2025. 3. 1.",
            (7, 7),
            citations=(
                Citation(0, 47, title="Петушков посетил переправу", outlet="Пример", date="2025-03-01", language="ru"),
            ),
        ),
    ),
    tuple(Line(n, "행") for n in range(1, 8)),
)

BRIDGE = Document(
    Metadata(title="다리의 셈", publisher="다른 연구원", date="2024-06-01", language="ko"),
    (
        Block(BlockKind.TITLE, "다리의 셈", (1, 1)),
        Block(BlockKind.PARAGRAPH, "페투시코프는 다리를 건너지 않았다.", (2, 2)),
        Block(BlockKind.TABLE, "소금\t열 섬", (3, 3), table=Table(("화물", "양"), (Row(("소금", "열 섬"), (3, 3)),))),
    ),
    (),
    tuple(Line(n, "행") for n in range(1, 4)),
)

MEMO = Document(
    Metadata(title="나루터 메모", language="ko"),
    (Block(BlockKind.TITLE, "나루터 메모", (1, 1)), Block(BlockKind.PARAGRAPH, "소금과 나루터를 적는다.", (2, 2))),
    (),
    (Line(1, "나루터 메모"), Line(2, "소금과 나루터를 적는다.")),
)

FILES = {"ferry.txt": FERRY, "bridge.txt": BRIDGE, "memo.txt": MEMO}


def build(home: Path) -> None:
    """The archive of this module, at `home`."""
    world.build(home, FILES)
