"""Numbers start anew in a second section: its marks open its own notes, on every page and in the export."""

from pathlib import Path

from archive.export.json import export
from archive.model.document import Block, BlockKind, Document, Metadata, Note, NoteRef
from archive.model.margins import Margins, part_of
from archive.model.passage import drafts
from archive.settings import Settings
from archive.store import Store
from tests.webapp import world
from tests.webapp.html import one, soup, text
from webapp import create_app

SECTIONS = Document(
    Metadata(title="두 절"),
    (
        Block(BlockKind.HEADING, "첫째 절", (1, 1), level=1),
        Block(BlockKind.PARAGRAPH, "소금이 왔다.", (2, 2), heading=0, refs=(NoteRef("1", 7, 0, "1)"),)),
        Block(BlockKind.HEADING, "둘째 절", (4, 4), level=1),
        Block(BlockKind.PARAGRAPH, "배추가 갔다.", (5, 5), heading=2, refs=(NoteRef("1", 7, 1, "1)"),)),
        Block(BlockKind.PARAGRAPH, "장부는 없다.", (6, 6), heading=2, refs=(NoteRef("1", 7, None, "1)"),)),
    ),
    (Note("1", "소금 장부.", (3, 3)), Note("1", "배추 장부.", (7, 7)), Note("2", "위의 글.", (8, 8), same_as=1)),
    (),
)


def test_every_reader_of_a_reference_opens_the_note_it_means(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    world.save(store, "sections.txt", SECTIONS)
    stored = store.document(store.find("sections").id)
    margins = Margins(part_of(stored.document, stored.passages))
    beside = {passage.text: margins.of(passage) for passage in stored.passages}
    assert [caller.text for caller in beside["배추 장부."].callers] == ["배추가 갔다."]
    store.close()

    client = create_app(Settings(tmp_path)).test_client()
    page = soup(client.get(f"/d/{stored.record.id}"))
    first, second = page.select("a[role=doc-noteref]")
    notes = [text(one(page, f"li[id='{str(mark['href'])[1:]}'] .note-text > p")) for mark in (first, second)]
    assert notes == ["소금 장부.", "배추 장부."]
    assert text(one(page, "sup.open .unseen")) == "각주 1, 번호가 거듭 쓰여 어느 각주인지 알 수 없음"
    assert page.select(".endnotes .notice") == []

    passage = next(p for p in stored.passages if p.text == "배추가 갔다.")
    page = soup(client.get(f"/p/{passage.address}"))
    assert [text(note) for note in page.select(".note-text > p")] == ["배추 장부."]


def test_the_export_gives_label_and_position_and_a_note_stands_under_the_heading_that_calls_it() -> None:
    exported = export(SECTIONS, id="x")
    refs = [(ref["note"], ref["note_position"]) for block in exported["blocks"] for ref in block["refs"]]
    assert refs == [("1", 0), ("1", 1), (None, None)]
    same = [(note["same_as"], note["same_as_position"]) for note in exported["notes"]]
    assert same == [(None, None), (None, None), ("1", 1)]
    units = drafts(SECTIONS)
    above = {unit.text: units[unit.context[-1]].text for unit in units if unit.note is not None}
    assert above == {"소금 장부.": "첫째 절", "배추 장부.": "둘째 절", "위의 글.": "두 절"}
