"""What was stored comes back the same, and what an earlier release stored is read rightly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.document import Block, BlockKind, Document, Metadata, Note, NoteRef
from archive.store.codec import PACKED, bound_by_position, decode, encode, of_version_4, pack, unpack
from archive.tokens import Streams, Token

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


@st.composite
def streams(draw: st.DrawFn) -> tuple[str, Streams]:
    """A text, and tokens in it: what it says there, or another term."""
    text = draw(st.text(min_size=1, max_size=400, alphabet="가나다𝒳ab, "))

    def token() -> Token:
        start, end = sorted((draw(st.integers(0, len(text) - 1)), draw(st.integers(1, len(text)))))
        end = max(end, start + 1)
        return Token(draw(st.sampled_from((text[start:end], "=13000", "값"))) or "값", start, end)

    def tokens() -> list[Token]:
        return sorted((token() for _ in range(draw(st.integers(0, 4)))), key=lambda one: (one.start, one.end))

    return text, Streams(tokens(), tokens(), (), tokens())


@given(streams())
def test_tokens_come_back_the_same(made: tuple[str, Streams]) -> None:
    text, found = made
    kept = unpack(pack(found, text), text)
    assert {name: list(kept[name]) for name in PACKED} == {name: list(found[name]) for name in PACKED}
    assert [kept.spans(name) for name in PACKED] == [tuple(map(list, found.spans(name))) for name in PACKED]


@pytest.mark.parametrize("far", [10, 300, 70_000])
def test_tokens_of_a_long_text_take_wider_numbers(far: int) -> None:
    text = "가" * far + "나라"
    found = Streams([Token("나라", far, far + 2)], (), (), [Token("country", far, far + 2)])
    kept = unpack(pack(found, text), text)
    assert (list(kept.word), list(kept.concept), len(kept.compound)) == (found.word, found.concept, 0)


def test_what_the_text_says_is_not_kept_twice() -> None:
    text = "나라는 강을 건넜다"
    assert len(pack(Streams([Token("나라", 0, 2), Token("강", 4, 5)], (), ()), text)) == 1 + 3 + 4 + 1


def test_tokens_of_version_4_are_read() -> None:
    stored = {"word": ["나라 강", [0, 2, 4, 5]], "bigram": ["나라 라는", [0, 2, 1, 3]]}
    found = of_version_4(stored)
    assert (list(found.word), list(found.concept)) == ([Token("나라", 0, 2), Token("강", 4, 5)], [])
    assert unpack(pack(found, "나라는 강을"), "나라는 강을").terms("bigram") == ["나라", "라는", "는‿강", "강을"]
