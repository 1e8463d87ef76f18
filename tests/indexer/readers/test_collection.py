"""Which documents does a collection hold? Each line is one, and a bad line costs itself alone."""

import codecs
import json

import pytest

from archive.errors import SourceError
from archive.model import Problem
from indexer.readers.collection import CollectionEntry, read_entries


def line(**values: object) -> bytes:
    return json.dumps(values).encode() + b"\n"


def test_each_line_of_a_collection_is_a_document() -> None:
    data = (
        line(id="k-1", title="다리", text="두만강에 다리가 선다.", language="ko") + b"\n" + line(id=2, text="No title.")
    )
    assert list(read_entries(codecs.BOM_UTF8 + data, "모음.jsonl")) == [
        CollectionEntry("k-1", "다리", "두만강에 다리가 선다.", "ko", 1, data.splitlines()[0], "utf-8"),
        CollectionEntry("2", None, "No title.", None, 3, data.splitlines()[2], "utf-8"),
    ]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"not json\n", "is not JSON"),
        (b"[1, 2]\n", "is no object"),
        (b"[" * 100_000 + b"\n", "is not JSON"),
        (b'{"id": 1' + b"0" * 5000 + b"}\n", "is not JSON"),
        (line(title="x"), "has no id"),
        (line(id="a", text=""), "has no text"),
        (line(id="a", text=["x"]), "has no text"),
        (line(id="a", text="x", language="kor"), "language 'kor'"),
        (line(id="good", text="x"), "has the id 'good' of line 1"),
        (b'{"id": "a", "text": "\xff\xff"}\n', "neither UTF-8"),
        (b'{"id": "a", "text": "' + b"x" * 2**20 + b'"}\n', "limit is 1,048,576"),
    ],
    ids=["no json", "array", "nested", "number", "no id", "empty", "list", "language", "twice", "bytes", "long"],
)
def test_a_bad_line_of_a_collection_costs_itself_alone(bad: bytes, said: str) -> None:
    first, error, last = read_entries(line(id="good", text="하나") + bad + line(id="last", text="둘"), "c.jsonl")
    assert isinstance(first, CollectionEntry) and isinstance(last, CollectionEntry) and last.line == 3
    assert isinstance(error, SourceError) and said in str(error) and "c.jsonl, line 2," in str(error)


def test_surrogates_in_a_collection_are_replaced_and_said() -> None:
    data = b'{"id": "a", "text": "\\ud800\\u0000x"}'
    (entry,) = read_entries(data, "c.jsonl")
    problems = (Problem("invalid-characters", (1, 1), ("2", "U+D800")),)
    assert entry == CollectionEntry("a", None, "\ufffd\ufffdx", None, 1, data, "utf-8", problems)


def test_json_over_many_lines_is_given_up_early() -> None:
    data = json.dumps([{"id": n, "text": "x"} for n in range(1000)], indent=1).encode()
    errors = list(read_entries(data, "c.jsonl"))
    assert len(errors) == 101 and "none of its first 100 lines is a document" in str(errors[-1])
