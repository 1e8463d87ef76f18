"""Notes at the foot of a column are told by the rule above them or their size, and by what calls them."""

from collections.abc import Sequence

from indexer.typeset.columns import Column
from indexer.typeset.footnotes import NoteFinder
from indexer.typeset.note_heads import Calls
from indexer.typeset.page import Box, Rule
from indexer.typeset.tables import PrintedTable
from tests.indexer.typeset.press import line

TEXT = ("부두의 짐이 두 배로 늘었다고", "장부는 적었다.")


def read(
    *columns: Sequence[tuple[str, float]], called: Sequence[str] = ("1", "2"), rules: Sequence[Rule] = ()
) -> tuple[list[tuple[str, str]], list[str]]:
    """The notes, and the lines that are left. Lines are (text, size), 14 points apart."""
    finder = NoteFinder(10.0, Calls({1: set(called)}))
    left = []
    for lines in columns:
        column = Column(tuple(line(text, y=100 + 14 * n, size=size) for n, (text, size) in enumerate(lines)))
        left += [one.text.strip() for one in finder.take(column, rules).lines]
    notes = [
        (n.label, " ".join([n.lines[0].text[n.drop :], *(o.text for o in n.lines[1:])]).strip()) for n in finder.notes
    ]
    return notes, left


def body(size: float = 10.0) -> list[tuple[str, float]]:
    return [(text, size) for text in TEXT]


def test_small_lines_that_begin_with_a_called_mark_are_notes() -> None:
    notes, left = read([*body(), ("¹⁾ 김보기, 「부두」,", 8), ("2021, 7쪽.", 8), ("2) 이보기, 위의 글.", 8)])
    assert notes == [("1", "김보기, 「부두」, 2021, 7쪽."), ("2", "이보기, 위의 글.")]
    assert left == list(TEXT)


def test_a_note_goes_on_at_the_head_of_the_next_column_of_notes() -> None:
    notes, left = read([*body(), ("¹ 김보기의 글은 뒤에", 8)], [("책으로 묶여 나왔다.", 8), ("² 이보기.", 8)])
    assert notes == [("1", "김보기의 글은 뒤에 책으로 묶여 나왔다."), ("2", "이보기.")]
    assert left == list(TEXT)


def test_notes_as_large_as_the_text_stand_under_a_rule() -> None:
    rule = Rule(70, 116, 150, 116)
    lines = [*body(), ("¹ 김보기, 「부두」.", 10)]
    assert read(lines, rules=[rule])[0] == [("1", "김보기, 「부두」.")]
    assert read(lines)[0] == []


def test_numbered_items_that_nothing_calls_are_text() -> None:
    lines = [*body(), ("1) 장부를 견준다", 8), ("2) 서식을 맞춘다", 8)]
    assert read(lines, called=("5",)) == ([], [*TEXT, "1) 장부를 견준다", "2) 서식을 맞춘다"])
    assert read(lines, called=())[0] == []


def test_where_no_mark_is_raised_only_a_rule_tells_that_there_are_notes() -> None:
    lines = [*body(), ("1) 김보기, 「부두」.", 8), ("2) 이보기.", 8)]
    assert len(read(lines, called=(), rules=[Rule(70, 116, 150, 116)])[0]) == 2
    assert read(lines, called=(), rules=[Rule(70, 116, 220, 116)])[0] == []  # that of a table


def test_a_list_of_sources_and_the_notes_of_a_table_are_no_notes() -> None:
    assert read([*body(), ("[1] 김보기, 「부두」.", 8)], called=("3",))[0] == []
    assert read([*body(), ("주: 1) 톤", 8), ("자료: 보기공사", 8)])[0] == []


def test_a_date_in_a_hanging_note_begins_no_note() -> None:
    finder = NoteFinder(10.0, Calls({1: {"1"}}))
    lines = [
        line("¹ 김보기, 「부두」,", 70, 100, 8),
        line("보기통신, 2024.", 80, 112, 8),
        line("2 월 3일.", 80, 124, 8),
    ]
    finder.take(Column(tuple(lines)), ())
    assert [note.label for note in finder.notes] == ["1"]


def test_a_finished_note_takes_nothing_from_the_next_page() -> None:
    notes, left = read([*body(), ("¹ 김보기의 글.", 8)], [("표의 작은 글자", 8), ("또 다른 줄", 8)])
    assert notes == [("1", "김보기의 글.")] and left[2:] == ["표의 작은 글자", "또 다른 줄"]


def test_figures_at_the_head_of_a_cut_line_count_no_note() -> None:
    cut = [("1) 김보기의 글은 지난해 나온 부두 그리고", 8), ("창고 살림을 함께 다룬 지난해의 자료들의", 8)]
    notes, _ = read([*body(), *cut, ("2) 와 같다고 하였다고 한다.", 8)])
    assert [label for label, _ in notes] == ["1"]


def test_a_date_that_is_cut_in_its_brackets_begins_no_note() -> None:
    for begin, end, rest in (("1", "9.", "2), 항구신문."), ("1)", "9.", "2), 신문."), ("1", "", "2. 13), 항구신문.")):
        text = f"김보기, 「부두」(2021. {end}".strip()
        first, second = (f"{begin} {text}", 8), (f"{begin.replace('1', '2')} 이보기(2020), 「창고」.", 8)
        whole = [("1", f"{text} {rest}"), ("2", "이보기(2020), 「창고」.")]
        assert read([*body(), first, (rest, 8), second])[0] == whole
        assert read([*body(), first], [(rest, 8), second])[0] == whole


def test_heads_at_the_edge_of_hanging_notes_begin_notes_whatever_the_line_above_says() -> None:
    finder = NoteFinder(10.0, Calls({1: {"1", "2"}}))
    lines = [
        line("1) 김보기의 글은 널리", 70, 100, 8),
        line("읽혔다는 말이 전해 옴", 80, 112, 8),
        line("2) 이보기.", 70, 124, 8),
    ]
    finder.take(Column(tuple(lines)), ())
    assert [note.label for note in finder.notes] == ["1", "2"]


def test_a_short_line_that_is_the_longest_of_its_column_is_not_full() -> None:
    ends = ("1) 김보기.", "2) 보기는 뒤에", "3) 이보기.")
    notes, _ = read([(text, 8) for text in ends], called=("1", "2", "3"))
    assert [label for label, _ in notes] == ["1", "2", "3"]


def test_the_number_of_the_page_under_its_notes_is_none_of_their_words() -> None:
    finder = NoteFinder(10.0, Calls({1: {"1"}}))
    rest = finder.take(Column((line("1) 김보기.", 70, 100, 8), line("17", 290, 124, 8))), ())
    assert [one.text for one in finder.notes[0].lines] == ["1) 김보기."]
    assert [one.text for one in rest.lines] == ["17"]


def test_notes_behind_the_text_are_called_from_afar_if_several_are() -> None:
    def found(*labels: str) -> list[tuple[str, bool]]:
        finder = NoteFinder(10.0, Calls({-9: set(labels)}))
        finder.take(Column(tuple(line(f"{n}) 김보기.", 70, 100 + 12 * n, 8) for n in (1, 2, 3))), ())
        return [(note.label, note.far) for note in finder.notes]

    assert found("1", "2", "3") == [("1", True), ("2", True), ("3", True)]
    assert found("1") == []


def test_the_remarks_of_a_table_are_not_the_rest_of_a_note() -> None:
    finder = NoteFinder(10.0, Calls({1: {"1", "2"}}))
    finder.take(
        Column((line("1) 김보기의 글은 널리 읽혀", 70, 100, 8), line("부두의 살림을 말할 때마다", 70, 112, 8))), ()
    )
    table = PrintedTable(Box(70, 80, 170, 120), 1, [], (70, 170))
    remark, rest = line("* 잠정치이다", 70, 130, 8), line("쓰였다고 한다.", 70, 148, 8)
    body = line("창고의 장부를 보았다.", 70, 70, 10)
    left = finder.take(Column((body, table, remark, rest, line("2) 이보기.", 70, 160, 8))), ())
    assert left.lines == [body, remark]
    assert [len(note.lines) for note in finder.notes] == [3, 1]


def after(*columns: Sequence[str]) -> tuple[list[str], list[bool]]:
    """The labels of notes in small letters in columns on pages 5, 6 …, which marks on page 1 call, and whether they
    are called from afar; page 5 has the marks 3 and 4."""
    made = []
    for page, lines in enumerate(columns, start=5):
        parts = [line(text, y=100 + 14 * n, size=8) for n, text in enumerate(lines)]
        for part in parts:
            part.page = page
        made.append(Column(tuple(parts)))
    finder = NoteFinder(10.0, Calls({1: {"1", "2"}, 5: {"3", "4"}}), made)
    for column in made:
        finder.take(column, [])
    return [note.label for note in finder.notes], [note.far for note in finder.notes]


def test_the_first_note_of_a_list_may_stand_alone_on_its_page() -> None:
    assert after(["1) 김보기, 「부두」."], ["2) 이보기."])[0] == ["1", "2"]
    assert after(["1) 김보기, 「부두」."], ["7) 이보기."])[0] == []


def test_a_list_behind_the_text_is_one_though_marks_near_it_call_some_of_its_notes() -> None:
    assert after(["1) 김보기.", "2) 이보기.", "3) 박보기.", "4) 최보기."]) == (["1", "2", "3", "4"], [True] * 4)
