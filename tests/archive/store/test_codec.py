"""What was stored comes back the same, and what an earlier release stored is read rightly."""

from archive.model.document import Block, BlockKind, Document, Metadata, Note, NoteRef
from archive.store.codec import bound_by_position, decode, encode

# A document as release 0.1.0 stored it: references, and what Ibid. means, name a note by its label.
OLD = {
    "metadata": {"title": "나루터"},
    "blocks": [
        {
            "kind": "paragraph",
            "text": "배가 떴다. 값이 올랐다.",
            "lines": [1, 1],
            "refs": [
                {"label": "1", "offset": 6, "note": "1", "printed": "¹"},
                {"label": "3", "offset": 13, "note": "3-2", "printed": "³"},
                {"label": "4", "offset": 13, "note": None, "printed": "⁴"},
                {"label": "5", "offset": 13, "note": "5", "printed": "⁵"},
            ],
        },
        {"kind": "paragraph", "text": "끝이다.", "lines": [2, 2]},
    ],
    "notes": [
        {"label": "5", "text": "하나.", "lines": [3, 3]},
        {"label": "1", "text": "둘.", "lines": [4, 4]},
        {"label": "3-2", "text": "위의 글.", "lines": [5, 5], "same_as": "1"},
        {"label": "5", "text": "다른 다섯.", "lines": [6, 6]},
    ],
    "lines": [],
}


def test_a_document_of_the_first_release_is_bound_by_position() -> None:
    document = decode(Document, bound_by_position(OLD))
    assert [ref.note for ref in document.blocks[0].refs] == [1, 2, None, None]  # two notes are called 5
    assert [note.same_as for note in document.notes] == [None, None, 1, None]
    assert bound_by_position(encode(document)) == encode(document)


def test_a_document_comes_back_the_same() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "배가 떴다.", (1, 1), refs=(NoteRef("1", 6, 0, "¹"), NoteRef("2", 6, None, "²"))),
    )
    notes = (Note("1", "글.", (2, 2)), Note("2", "위의 글.", (3, 3), same_as=0))
    document = Document(Metadata(), blocks, notes, ())
    assert decode(Document, bound_by_position(encode(document))) == document
