"""Parts of a body become elements: lines are kept apart, marks stand at the ends of the words they follow."""

from indexer.markup import WRAP, ElementRole
from indexer.typeset.element_writer import ElementWriter
from indexer.typeset.footnotes import PrintedNote
from indexer.typeset.lines import keeps_spaces
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.roles import BodyPart
from tests.indexer.typeset.press import line


def paragraph(*lines: str) -> BodyPart:
    return BodyPart(PrintedParagraph([line(text, y=100 + 16 * n) for n, text in enumerate(lines)]))


def test_lines_are_parted_by_wraps_and_a_mark_at_the_head_of_one_belongs_to_the_line_above() -> None:
    notes = [PrintedNote("1", 1, [line("1) 김보기.")], 3)]
    found, note = ElementWriter(notes).write([paragraph("짐은 두 배로 ", "늘었다.", "¹그러나 배는")], {})
    assert found.text == f"짐은 두 배로\n늘었다.{WRAP}그러나 배는"
    assert [(mark.offset, mark.key) for mark in found.marks] == [(12, note.key)]
    assert (note.role, note.label, note.text) == (ElementRole.NOTE, "1", "김보기.")


def test_where_a_file_prints_every_space_the_lines_are_left_as_they_are() -> None:
    (found,) = ElementWriter([], kept=True).write([paragraph("짐은 두 배로 ", "늘었다.")], {})
    assert found.text == f"짐은 두 배로 {WRAP}늘었다."
    assert keeps_spaces([line("배를 ")] * 10) and not keeps_spaces([line("배를 ")] * 10 + [line("배를")])


def test_a_sign_at_the_head_makes_an_item_unless_the_words_say_otherwise() -> None:
    parts = [paragraph("- 짐이 늘었음"), paragraph("* 자료: 보기공사"), paragraph("* 본 글은 필자의 견해이다.")]
    found = ElementWriter([]).write(parts, {})
    assert [(one.role, one.marker) for one in found] == [
        (ElementRole.ITEM, "-"), (ElementRole.PARAGRAPH, None), (ElementRole.PARAGRAPH, None),
    ]  # fmt: skip


def test_running_heads_stand_before_what_begins_on_their_page() -> None:
    later = paragraph("둘째 쪽")
    later.lines[0].page = 2
    heads = {1: [line("동북아 연구")], 2: [line("동북아 연구")], 3: [line("끝")]}
    found = ElementWriter([]).write([paragraph("첫째 쪽"), later], heads)
    assert [one.text for one in found] == ["동북아 연구", "첫째 쪽", "동북아 연구", "둘째 쪽", "끝"]
