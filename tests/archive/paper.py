"""A small document with everything that a reader can find: what goes out of the archive is compared with it."""

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

CITED = "이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1."

PAPER = Document(
    Metadata(
        title="나루터의 물동량", authors=("홍보기", "고보기"), publisher="보기연구원", date="2025-03",
        language="ko", sample=True,
    ),
    (
        Block(BlockKind.TITLE, "나루터의 물동량", (1, 1), page=1),
        Block(BlockKind.HEADING, "1. 나루터", (2, 2), page=1, level=1),
        Block(
            BlockKind.PARAGRAPH, "올해 나루터의 물동량은 줄었다. 뱃사공은 다리를 탓한다.", (3, 5), page=1, heading=1,
            refs=(NoteRef("1", 17, 0, "¹"), NoteRef("4", 31, None, "4)")),
            seams=(Seam(9, 4, "glue", "model"), Seam(18, 5, "space", "trailing space")),
        ),
        Block(
            BlockKind.ITEM, "[겨울] 뱃삯이 두 배로 올랐다.", (6, 6), page=2, heading=1, marker="-", depth=1, run_in=4,
        ),
        Block(BlockKind.CAPTION, "표 1. 나루터의 화물", (7, 7), page=2, heading=1),
        Block(
            BlockKind.TABLE, "봄\t소금\n열 섬\n가을\t쌀 두 섬", (8, 11), page=2, heading=1, caption=4,
            table=Table(
                ("철", "화물"),
                (
                    Row(("봄", "소금\n열 섬"), (9, 9)),
                    Row(("가을", "쌀 두 섬"), (10, 11), ((), (Seam(2, 11, "space", "model"),))),
                ),
                (Merge(0, 0, rows=2),),
            ),
        ),
        Block(BlockKind.SOURCE, "자료: 장부", (12, 12), page=2, heading=1, caption=4),
    ),
    (
        Note("1", CITED, (13, 14), page=2, citations=(
            Citation(0, len(CITED), title="나루터의 하루", outlet="보기일보", author="이보기", date="2024-11-01"),
        ), seams=(Seam(5, 14, "space", "model"),)),
        Note("2", "앞의 글.", (15, 15), same_as=0),
    ),
    tuple(Line(n, f"{n}째 줄", 1 if n < 6 else 2) for n in range(1, 16)),
    (Problem("ref-open", (5, 5), ("4",)), Problem("unheard-of", None, ("보기",))),
)  # fmt: skip
