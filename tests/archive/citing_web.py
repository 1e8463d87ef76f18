"""Six briefs that cite each other's sources: what each note cites, written down before any of it was read by program.

A note is its text and the sources that a person finds cited there, each by a name of its own (the same for the same
work, however it is spelt) with the words that print it. What cannot be known by more than an outlet has the name "?".
`SEEN` could be looked at while the program was written, `HELD_BACK` not.
"""

from typing import NamedTuple

from archive.citing import resolve_ibid
from archive.citing.outlets import builtin
from archive.model import Block, BlockKind, Document, Metadata, Note, NoteRef, Row, Table
from indexer.citations import find_citations


class CitingNote(NamedTuple):
    """The text of a note, and (source, printed words) of what it cites, in order."""

    text: str
    cited: tuple[tuple[str, str], ...] = ()


def cite(text: str, *cited: tuple[str, str]) -> CitingNote:
    return CitingNote(text, cited)


def whole(source: str, text: str) -> CitingNote:
    """A note that is one source and nothing else."""
    return CitingNote(text, ((source, text.rstrip(" .")),))


SEEN = {
    "ferry": (
        whole("ferry", "홍보기, 「나루터의 새벽」, 『보기북방연구』, 2021."),
        whole("ice-rbc", "“Лед на реке пошёл раньше срока”(2024. 3. 11), РБК."),
        cite("앞의 글, 3쪽.", ("ice-rbc", "앞의 글, 3쪽")),
        cite("홍보기, 앞의 글, 12쪽.", ("ferry", "홍보기, 앞의 글, 12쪽")),
        cite("배는 얼음이 풀려야 뜬다."),
        cite(
            "“Паром не пришёл”(2024. 3. 12), ТАСС; “Паром не пришёл”(2024. 3. 12), Коммерсантъ.",
            ("late-tass", "“Паром не пришёл”(2024. 3. 12), ТАСС"),
            ("late-kommersant", "“Паром не пришёл”(2024. 3. 12), Коммерсантъ"),
        ),
        whole("link", "https://example.org/reka/led?god=2024"),
    ),
    "bridge": (
        whole("ice-rbc", "Лёд на реке пошел раньше срока, RBC, 2024. 3. 11."),
        whole("ferry", "홍보기, “나루터의 새벽,” 『보기 북방 연구』(2021), 7쪽."),
        whole("tolls", "홍보기, 「다리의 통행료」, 『보기북방연구』, 2023."),
        cite("Ibid., p. 4.", ("tolls", "Ibid., p. 4")),
        whole("late-tass", "«Паром не пришел», tass.ru, 12 марта 2024 года."),
        cite("성춘향, 앞의 글, 9쪽."),
    ),
    "cargo": (
        whole("salt", "Olena Park, “Salt and Sail,” Example Review, May 3, 2022."),
        cite("Park, op. cit., p. 5.", ("salt", "Park, op. cit., p. 5")),
        whole("late-kommersant", "«Паром не пришёл», Коммерсант, 12.03.2024."),
        cite("위의 글.", ("late-kommersant", "위의 글")),
        whole("link", "http://example.org/reka/led?god=2024"),
    ),
}

HELD_BACK = {
    "tariff": (
        whole("customs", "《口岸的清晨》，新华社，2024年5月6日。"),
        cite("同上，第2页。", ("customs", "同上，第2页")),
        whole("tolls", "홍보기(2023), 「다리의 통행료」, 『보기북방연구』."),
        whole("salt", "Olena Park, \"Salt and sail\", Example Review, 3 May 2022."),
    ),
    "weather": (
        whole("frost-may", "“Сводка о погоде”(2024. 5. 1), Интерфакс."),
        whole("frost-june", "“Сводка о погоде”(2024. 6. 1), Интерфакс."),
        cite("Там же.", ("frost-june", "Там же")),
        cite(
            "홍보기, 「나루터의 새벽」, 『보기북방연구』, 2021; "
            "Olena Park, “Salt and Sail,” Example Review, May 3, 2022.",
            ("ferry", "홍보기, 「나루터의 새벽」, 『보기북방연구』, 2021"),
            ("salt", "Olena Park, “Salt and Sail,” Example Review, May 3, 2022"),
        ),
        cite("홍보기, 앞의 글, 2쪽.", ("ferry", "홍보기, 앞의 글, 2쪽")),
    ),
    "people": (
        whole("late-tass", "“Паром не пришёл”, ИТАР-ТАСС, 2024. 3. 12."),
        whole("diary", "이보기, 「사공의 일기」, 『보기일보』, 2020. 1. 2."),
        cite("이보기, 앞의 글.", ("diary", "이보기, 앞의 글")),
        whole("diary", "이보기, “사공의 일기”, 보기일보, 2020년 1월 2일."),
        cite("사공의 말은 면담에서 들었다(2024. 4. 2)."),
        whole("customs", "“口岸的清晨”，新华社，2024-05-06。"),
    ),
}  # fmt: skip

TITLES = {
    "ferry": ("나루터의 한 해", ("홍보기",), "2024-05-01"),
    "bridge": ("다리가 놓이기까지", ("성보기", "Kim Bogi"), "2024-08-01"),
    "cargo": ("What the Boats Carry", ("Park Bogi",), "2023-02-01"),
    "tariff": ("세관의 아침", ("이보기",), "2025-01-01"),
    "weather": ("Погода на реке", ("Анна Примерова",), "2025-02-01"),
    "people": (None, (), None),
}


def brief(name: str, notes: tuple[CitingNote, ...]) -> Document:
    """A document with these notes, read as the indexer reads them; each is called from a paragraph of its own, but the
    last from the row of a table."""
    read = [
        Note(str(n), note.text, (n, n), citations=find_citations(note.text, builtin()))
        for n, note in enumerate(notes, 1)
    ]
    title, authors, date = TITLES[name]
    blocks = [
        Block(
            BlockKind.PARAGRAPH,
            f"{name}: {note.label}번째 말이다.",
            note.lines,
            refs=(NoteRef(note.label, 5, n, note.label),),
        )
        for n, note in enumerate(read[:-1])
    ]
    row, calls = Row(("배", "열 척"), (90, 90)), (NoteRef(read[-1].label, 2, len(notes) - 1, "*"),)
    blocks.append(Block(BlockKind.TABLE, row.text, (90, 90), refs=calls, table=Table((), (row,))))
    return Document(Metadata(title=title, authors=authors, date=date), tuple(blocks), resolve_ibid(read), ())


def briefs() -> dict[str, Document]:
    """All six, by the names of their files."""
    return {f"{name}.txt": brief(name, notes) for name, notes in (SEEN | HELD_BACK).items()}
