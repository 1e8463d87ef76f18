"""A small literal archive for page tests: a brief with everything a page must show, a bare one, and a hostile one."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from archive import knowledge
from archive.index.analysis import tokens_and_facets
from archive.model.document import (
    Block,
    BlockKind,
    Citation,
    Document,
    Line,
    Merge,
    Metadata,
    Note,
    NoteRef,
    Problem,
    Row,
    Seam,
    Table,
)
from archive.model.passage import drafts
from archive.open import Archive
from archive.store import Bytes, FileRecord, FileState, IncomingDocument, Origin, Store

CITED = "이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1."
OVERRIDE = "\u202e"  # turns the direction of writing

BRIEF = Document(
    Metadata(
        title="나루터와 다리의 경제",
        authors=("홍보기",),
        publisher="보기연구원",
        series="보기 브리프",
        number="No. 2025-01",
        date="2025-03-24",
        language="ko",
        sample=True,
        title_en="Ferries and Bridges",
        publisher_en="Example Institute",
        rights="출처를 밝히면 옮겨 실을 수 있음",
        url="https://example.org/brief",
    ),
    (
        Block(BlockKind.TITLE, "나루터와 다리의 경제", (1, 1)),
        Block(BlockKind.BYLINE, "홍보기 (보기연구원)", (2, 2)),
        Block(BlockKind.HEADING, "1. 나루터", (3, 3), level=1),
        Block(
            BlockKind.PARAGRAPH,
            "올해 나루터의 화물은 줄었다. 뱃사공은 다리를 탓한다.",
            (4, 5),
            heading=2,
            refs=(NoteRef("1", 16, 0, "¹"), NoteRef("2", 30, 1, "²")),
            seams=(Seam(9, 5, "glue", "model"),),
        ),
        Block(BlockKind.HEADING, "가. 뱃삯", (6, 6), heading=2, level=3),
        Block(BlockKind.ITEM, "[겨울] 뱃삯이 두 배로 올랐다.", (7, 7), heading=4, marker="-", depth=1, run_in=4),
        Block(
            BlockKind.ITEM,
            "얼음이 어는 날에는 배가 서지 않는다.",
            (8, 8),
            heading=4,
            marker="ㅇ",
            depth=2,
            refs=(NoteRef("1", 21, 0, "¹"),),
        ),
        Block(BlockKind.CAPTION, "표 1. 나루터의 화물", (9, 9), heading=4),
        Block(
            BlockKind.TABLE,
            "2024년\t봄\t소금 열 섬\n2024년\t가을\t쌀 스무 섬",
            (10, 12),
            heading=4,
            caption=7,
            refs=(NoteRef("2", 14, 1, "²"),),
            table=Table(
                ("해", "철", "화물"),
                (Row(("2024년", "봄", "소금 열 섬"), (11, 11)), Row(("2024년", "가을", "쌀 스무 섬"), (12, 12))),
                (Merge(0, 0, rows=2),),
            ),
        ),
        Block(BlockKind.SOURCE, "자료: 나루터 장부", (13, 13), heading=4, caption=7),
        Block(BlockKind.PAGE_HEAD, "보기 브리프 2025-01", (14, 14)),
        Block(BlockKind.PARAGRAPH, "다리가 놓이면 나루터는 역사가 된다.", (15, 15), heading=2),
        Block(BlockKind.HEADING, "주석", (15, 15), level=1),
    ),
    (
        Note(
            "1",
            CITED,
            (16, 16),
            citations=(
                Citation(
                    0,
                    len(CITED),
                    title="나루터의 하루",
                    outlet="보기일보",
                    author="이보기",
                    date="2024-11-01",
                    language="ko",
                ),
            ),
        ),
        Note("2", "앞의 글.", (17, 17), same_as=0),
    ),
    tuple(
        Line(n, text, 1 if n < 14 else 2)
        for n, text in enumerate(
            (
                "나루터와 다리의 경제",
                "홍보기 (보기연구원)",
                "1. 나루터",
                "올해 나루터의 화",
                "물은 줄었다.¹ 뱃사공은 다리를 탓한다.² ",
                "가. 뱃삯",
                " - [겨울] 뱃삯이 두 배로 올랐다.",
                "  ㅇ 얼음이 어는 날에는 배가 서지 않는다.¹",
                "표 1. 나루터의 화물",
                "해 철 화물",
                "2024년 봄 소금 열 섬",
                "2024년 가을 쌀 스무 섬",
                "자료: 나루터 장부",
                "보기 브리프 2025-01",
                "다리가 놓이면 나루터는 역사가 된다.",
                "1) 이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1.",
                "2) 앞의 글.",
            ),
            1,
        )
    ),
    (Problem("table-uneven", (12, 12), ("2024년 가을",)),),
)

BARE = Document(
    Metadata(language="ko", translation_of="brief.txt"),
    (Block(BlockKind.PARAGRAPH, "나루터에는 이름이 없다.", (1, 1), refs=(NoteRef("3", 13, None, "3"),)),),
    (),
    (Line(1, "나루터에는 이름이 없다.3"),),
    (Problem("ref-open", (1, 1), ("3",)),),
)

HOSTILE = Document(
    Metadata(
        title="<script>alert('제목')</script>",
        authors=('"><img src=x onerror=alert(1)>',),
        publisher=f"발행{OVERRIDE}처",
        url="javascript:alert(1)",
        language='ko" onload="x',
    ),
    (
        Block(BlockKind.HEADING, "</h2><script>alert(2)</script> 위험한 절", (1, 1), level=1),
        Block(
            BlockKind.PARAGRAPH,
            "</mark><script>alert(3)</script> 위험한 글 & “따옴표” \" ' 끝",
            (2, 2),
            heading=0,
            refs=(NoteRef('"><b>', 5, None, "*"),),
        ),
        Block(
            BlockKind.TABLE,
            "<i>위험</i>\t=cmd",
            (3, 3),
            heading=0,
            table=Table(("<u>머리</u>",), (Row(("<i>위험</i>", "=cmd"), (3, 3)),)),
        ),
    ),
    (
        Note(
            "<9>",
            "<script>alert(4)</script> 위험한 주",
            (4, 4),
            citations=(Citation(0, 10, title="<b>제목</b>", url="javascript:alert(5)"),),
        ),
    ),
    (Line(1, "<script>위험한 절"), Line(2, "위험한 글"), Line(3, "표"), Line(4, "주")),
    (Problem("text-cut", (2, 2), ('=HYPERLINK("http://x")',)), Problem("unheard-of", None, ("<b>",))),
)

FILES = {"brief.txt": BRIEF, "bare.txt": BARE, f'"><img src=x>{OVERRIDE}txt.exe': HOSTILE}


def save(
    store: Store, name: str, document: Document, data: bytes | None = None, day: str = "2025-04-01", reader: int = 1
) -> None:
    """Keeps a reading as if it had been read from a file of that name on that day."""
    bytes_ = data if data is not None else "\n".join(line.text for line in document.lines).encode()
    digest = sha256(bytes_).hexdigest()
    units = drafts(document)
    ((streams, filed),) = tokens_and_facets([(document, units)], knowledge.builtin())
    path = f"/보기/{name}"
    file = FileRecord(path, name, len(bytes_), 0, digest, "", 1, FileState.READ)
    store.save_files([file])
    origin, original = Origin(path, "", name, digest, reader, day), Bytes(digest, bytes_, "text/plain", "utf-8")
    store.save_document(IncomingDocument(origin, document, units, streams, filed, [original]))


def build(home: Path, files: Mapping[str, Document] = FILES, index: bool = True) -> None:
    """An archive of these documents, at `home`; of this module's, if no others are given."""
    store = Store.at(home)
    for name, document in files.items():
        save(store, name, document)
    if index:
        Archive(store, home).catch_up()
    store.close()
