"""What another program gets to read: a document as JSON."""

import json
from dataclasses import replace

from archive.export.json import by_position, export
from archive.model.document import Metadata
from tests.archive.paper import CITED, PAPER

EMPTY: dict[str, object] = {
    "heading": None, "page": None, "level": None, "marker": None, "depth": None, "run_in": None, "caption": None,
    "refs": [], "seams": [],
}  # fmt: skip
NO_CITATION = {
    "title": None, "outlet": None, "author": None, "date": None, "pages": None, "number": None, "place": None,
    "language": None, "url": None, "accessed": None,
}  # fmt: skip


def test_a_document_is_its_metadata_blocks_notes_and_problems() -> None:
    found = export(PAPER, id="7k4m2")
    assert list(found) == ["id", "metadata", "page_labels", "blocks", "notes", "problems"]
    assert found["id"] == "7k4m2"


def test_a_field_that_the_print_does_not_show_is_null() -> None:
    assert export(PAPER, id="7k4m2")["metadata"] == {
        "title": "나루터의 물동량", "authors": ["홍보기", "고보기"], "affiliation": None, "publisher": "보기연구원",
        "series": None, "number": None, "date": "2025-03", "language": "ko", "status": None, "rights": None,
        "original": None, "url": None, "translation_of": None, "title_en": None, "authors_latin": [],
        "publisher_en": None, "sample": True, "supplied": None,
    }  # fmt: skip


def test_a_block_names_the_heading_above_and_the_caption_it_belongs_to() -> None:
    blocks = export(PAPER, id="7k4m2")["blocks"]
    assert blocks[0] == EMPTY | {"id": "b1", "kind": "title", "text": "나루터의 물동량", "lines": [1, 1], "page": 1}
    assert blocks[1] == EMPTY | {
        "id": "b2",
        "kind": "heading",
        "text": "1. 나루터",
        "lines": [2, 2],
        "page": 1,
        "level": 1,
    }
    assert blocks[2] == EMPTY | {
        "id": "b3", "kind": "paragraph", "text": "올해 나루터의 물동량은 줄었다. 뱃사공은 다리를 탓한다.",
        "lines": [3, 5], "page": 1, "heading": "1. 나루터",
        "refs": [
            {"label": "1", "offset": 17, "note": "1", "note_position": 0, "printed": "¹"},
            {"label": "4", "offset": 31, "note": None, "note_position": None, "printed": "4)"},
        ],
        "seams": [
            {"offset": 9, "line": 4, "join": "glue", "why": "model"},
            {"offset": 18, "line": 5, "join": "space", "why": "trailing space"},
        ],
    }  # fmt: skip
    assert blocks[3] == EMPTY | {
        "id": "b4", "kind": "item", "text": "[겨울] 뱃삯이 두 배로 올랐다.", "lines": [6, 6], "page": 2,
        "heading": "1. 나루터", "marker": "-", "depth": 1, "run_in": 4,
    }  # fmt: skip
    assert (blocks[6]["heading"], blocks[6]["caption"]) == ("1. 나루터", "b5")


def test_a_table_has_its_cells_and_the_text_that_is_cited() -> None:
    table = export(PAPER, id="7k4m2")["blocks"][5]
    assert {name: table[name] for name in ("columns", "rows", "row_texts", "row_lines", "merges", "caption")} == {
        "columns": ["철", "화물"], "rows": [["봄", "소금\n열 섬"], ["가을", "쌀 두 섬"]],
        "row_texts": ["봄\t소금\n열 섬", "가을\t쌀 두 섬"],
        "row_lines": [[9, 9], [10, 11]], "merges": [{"row": 0, "column": 0, "rows": 2, "columns": 1}], "caption": "b5",
    }  # fmt: skip


def test_what_is_no_table_has_no_rows() -> None:
    assert [block["id"] for block in export(PAPER, id="7k4m2")["blocks"] if "rows" in block] == ["b6"]


def test_a_note_has_its_citations() -> None:
    assert export(PAPER, id="7k4m2")["notes"] == [
        {
            "label": "1", "text": CITED, "lines": [13, 14], "page": 2, "same_as": None, "same_as_position": None,
            "citations": [NO_CITATION | {
                "start": 0, "end": len(CITED), "title": "나루터의 하루", "outlet": "보기일보", "author": "이보기",
                "date": "2024-11-01",
            }],
            "seams": [{"offset": 5, "line": 14, "join": "space", "why": "model"}],
        },
        {"label": "2", "text": "앞의 글.", "lines": [15, 15], "page": None, "same_as": "1", "same_as_position": 0,
         "citations": [], "seams": []},
    ]  # fmt: skip


def test_a_doubt_is_given_with_its_lines_and_values() -> None:
    assert export(PAPER, id="7k4m2")["problems"] == [
        {"code": "ref-open", "lines": [5, 5], "values": ["4"]},
        {"code": "unheard-of", "lines": None, "values": ["보기"]},
    ]  # fmt: skip


def test_blocks_are_named_by_who_keeps_them() -> None:
    blocks = export(PAPER, id="7k4m2", block_id=lambda position: f"7k4m2-{position}")["blocks"]
    assert [(block["id"], block["caption"]) for block in blocks][3:6] == [
        ("7k4m2-3", None),
        ("7k4m2-4", None),
        ("7k4m2-5", "7k4m2-4"),
    ]


def test_without_names_blocks_are_counted_from_one() -> None:
    assert [by_position(n) for n in (0, 1, 11)] == ["b1", "b2", "b12"]


def test_everything_is_plain_json() -> None:
    found = export(PAPER, id="7k4m2")
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_a_document_of_nothing_has_empty_lists() -> None:
    found = export(replace(PAPER, metadata=Metadata(), blocks=(), notes=(), problems=()), id="x")
    assert (found["blocks"], found["notes"], found["problems"]) == ([], [], [])
