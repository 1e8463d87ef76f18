"""What is a document called that prints no title? All headings are invented."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.supplied_titles import supplied_title, title_of
from archive.model.document import Block, BlockKind, Document, Metadata, Problem, SuppliedTitle, TitleOrigin
from tests.archive.untitled_world import HELD_BACK, LATER, SEEN, Untitled

SAID = Metadata(language="ko")
FIRE = "p 소금 창고의 화재로 소금 창고가 탔다."


def block(line: str) -> Block:
    """A heading with its level, or a caption, a paragraph or a page head by its letter."""
    kind, _, text = line.partition(" ")
    kinds = {"c": BlockKind.CAPTION, "p": BlockKind.PARAGRAPH, "h": BlockKind.PAGE_HEAD}
    return Block(kinds.get(kind, BlockKind.HEADING), text, (1, 1), level=int(kind) if kind.isdigit() else None)


def document(*lines: str, metadata: Metadata = SAID, doubt: str = "") -> Document:
    return Document(metadata, tuple(map(block, lines)), (), (), (Problem(doubt),) if doubt else ())


@pytest.mark.parametrize("untitled", [*SEEN, *HELD_BACK, *LATER], ids=lambda one: one[1] or one[0][0])
def test_a_document_is_called_by_its_first_telling_heading_or_caption(untitled: Untitled) -> None:
    lines, right = untitled
    said = [f"p {right}. {right}."] if right else []  # what the text bears out
    found = supplied_title(document(*lines, *said))
    assert (found.text if found else None) == right


@pytest.mark.parametrize(
    ("lines", "metadata", "doubt", "expected"),
    [
        (("1 소금 창고의 화재",), replace(SAID, title="나루"), "", None),
        (("1 소금 창고의 화재", FIRE), SAID, "", SuppliedTitle("소금 창고의 화재", TitleOrigin.HEADING)),
        (
            ("c 표 1. 소금 창고의 화재", "1 결론", FIRE),
            SAID,
            "",
            SuppliedTitle("소금 창고의 화재", TitleOrigin.CAPTION),
        ),
        (
            ("1 결론",),
            replace(SAID, series="보기브리프", number="No. 3", date="2025"),
            "",
            SuppliedTitle("보기브리프 No. 3", TitleOrigin.PUBLICATION),
        ),
        (
            ("p 어느 날",),
            replace(SAID, publisher="보기연구원", date="2025-03-24"),
            "",
            SuppliedTitle("보기연구원, 2025. 3. 24.", TitleOrigin.PUBLICATION),
        ),
        (
            (),
            Metadata(publisher="Bogi Institute", date="2025-03-24", language="en"),
            "",
            SuppliedTitle("Bogi Institute, March 24, 2025", TitleOrigin.PUBLICATION),
        ),
        (("p 어느 날",), replace(SAID, publisher="보기연구원"), "", SuppliedTitle("어느 날", TitleOrigin.OPENING)),
        ((), replace(SAID, publisher="보기연구원"), "", SuppliedTitle("보기연구원", TitleOrigin.PUBLICATION)),
        (
            ("p 가나다 " + "라마바 " * 20,),
            SAID,
            "",
            SuppliedTitle("가나다" + " 라마바" * 9 + " …", TitleOrigin.OPENING),
        ),
        (("1 소금 창고의 화재", "p 어느 날"), SAID, "", SuppliedTitle("어느 날", TitleOrigin.OPENING)),  # not borne out
        (("1 소금 창고의 화재",), SAID, "doubtful-headings", None),  # what is taken for a heading may be none
        (("p 뷁뷁뷁",), SAID, "doubtful-encoding", None),
        (("h 소금 창고의 화재", "1 소금 창고의 화재"), SAID, "", None),  # a page head
        (("1 소금 창고의 화재",) * 3, SAID, "", None),
        (
            ("1 보기 전략 연구소",),
            replace(SAID, publisher="보기전략연구소"),
            "",
            SuppliedTitle("보기전략연구소", TitleOrigin.PUBLICATION),
        ),
        (
            ("1 제2장 나루의 권리", "p 제1조 나루는 모두의 것이다.", "p 제2조 배도 그렇다.", "p 제3조 끝."),
            SAID,
            "",
            SuppliedTitle("제1조 나루는 모두의 것이다.", TitleOrigin.OPENING),
        ),
    ],
)
def test_what_stands_for_a_title_and_how_it_came_about(
    lines: tuple[str, ...], metadata: Metadata, doubt: str, expected: SuppliedTitle | None
) -> None:
    assert supplied_title(document(*lines, metadata=metadata, doubt=doubt)) == expected


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        (Metadata("나루", supplied=SuppliedTitle("배", TitleOrigin.HEADING)), "나루"),
        (Metadata(supplied=SuppliedTitle("배", TitleOrigin.HEADING)), "[배]"),
        (Metadata(), "[제목 없음]"),
        (Metadata(language="ru"), "[Untitled]"),
    ],
)
def test_what_was_supplied_stands_in_brackets(metadata: Metadata, name: str) -> None:
    assert title_of(metadata) == name


TEXTS = st.text("나루 소금의창고 결론1.2Ⅱ가-□:[]<>()다를 salt River …\n", max_size=60) | st.text(max_size=120)
LINES = st.builds(Block, st.sampled_from(BlockKind), TEXTS, st.just((1, 1)), level=st.sampled_from((None, 1, 2)))
NAMES = st.none() | st.sampled_from(("보기연구원", "보기브리프"))


@given(st.lists(LINES, max_size=6), NAMES, NAMES, st.sampled_from((None, "2025", "2025-03-24")))
def test_what_is_supplied_is_said_in_the_document_and_never_empty(
    blocks: list[Block], publisher: str | None, series: str | None, date: str | None
) -> None:
    metadata = Metadata(publisher=publisher, series=series, date=date, language="ko")
    found = supplied_title(Document(metadata, tuple(blocks), (), ()))
    if found is None:
        assert not publisher and not series
        return
    assert found.text.strip() == found.text != ""
    assert "\n" not in found.text
    said = " ".join(" ".join(block.text.split()) for block in blocks)
    if found.origin is TitleOrigin.PUBLICATION:
        assert found.text.startswith((publisher or "-", series or "-"))
    else:
        assert found.text.removesuffix(" …") in said
    assert supplied_title(Document(replace(metadata, title="나루"), tuple(blocks), (), ())) is None
