"""Files that nobody should have to read: each is read or refused, with what can be done, in its own process.

One table for HTML, Markdown, text and OpenDocument; what takes long or much memory costs itself alone (`test_sandbox`).
"""

import zlib

import pytest

from archive.citing.outlets import builtin
from archive.errors import SourceError
from archive.model.document import Document
from indexer.assembly import read_extract
from indexer.sandbox import Extractor
from tests.indexer.readers.office.hangul_files import zipped
from tests.indexer.readers.office.odt_files import SPACES, cell, fodt, listed, note, odt, para, row, table

SENTENCE = "강을 건너는 배는 봄에 다시 다닌다. "
PAGE = f"<html><body><h1>배</h1><p>{SENTENCE}<sup><a href='#n1'>1</a></sup></p><p id='n1'>1) 글이다.</p></body></html>"

ENTITIES = (
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    f"<office:document {SPACES}><office:body><office:text>{para('&b;')}</office:text></office:body></office:document>"
)
NESTED = NESTED_LISTS = NOTES = para(SENTENCE)
for _ in range(60):
    NESTED = table(row(cell(NESTED), "a"), row("b", "c"))
for _ in range(99):
    NESTED_LISTS = listed(NESTED_LISTS)
for _ in range(20):
    NOTES = para(SENTENCE, note(NOTES))
MANY_CELLS = cell(SENTENCE, 'table:number-columns-repeated="16384"')
MANY_ROWS = 'table:number-rows-repeated="1048576"'

# The name of a file, its bytes, and how what is said of it begins; "" where it is read.
REFUSED: dict[str, tuple[str, bytes, str]] = {
    "200,000 nested tags": ("a.html", b"<div>" * 200_000, "has 200,000 tags, the limit is 100,000"),
    "a line of 40 MB": ("a.txt", b"a" * 40_000_000, "has 40,000,000 bytes, the limit is"),
    "a line of 4 MB": ("a.txt", b"a" * 4_000_000, "line 1, has 4,000,000 characters"),
    "a line of 4 MB in Markdown": ("a.md", b"a" * 4_000_000, "line 1, has 4,000,000 characters"),
    "a paragraph of 4 MB": ("a.html", b"<p>" + b"a" * 4_000_000, "line 1, has 4,000,000 characters"),
    "nothing": ("a.html", b"", "is empty (0 bytes)"),
    "blanks": ("a.md", b" \n\t\n" * 99, "holds no letter and no digit"),
    "NULs": ("a.txt", b"\0" * 9_999, "holds no letter"),
    "a compressed stream": ("a.txt", zlib.compress(SENTENCE.encode() * 99) * 99, ""),
    "a page of scripts": ("a.html", b"<html><body><script>a()</script></body></html>", "shows no text"),
    "Markdown of front matter alone": ("a.md", b"---\ntitle: a\n---\n", "has no text"),
    "Markdown cut within a letter": ("a.md", f"# 배\n\n{SENTENCE}".strip().encode()[:-2], "is neither UTF-8"),
    "Markdown nested very deep": ("a.md", b">" * 90_000 + b"a", ""),
    "200,000 nested tags in a flat file": ("a.fodt", fodt("<text:section>" * 200_000), "is not well-formed"),
    "200,000 nested tags in a package": ("a.odt", odt("<text:span>" * 200_000), "content.xml unpacks to"),
    "a bomb of spaces": ("a.odt", odt(" " * 40_000_000), "unpacks to"),
    "a text of 60 MB": ("a.odt", odt(" " * 60_000_000), "unpacks to more than"),
    "an entity that is a file": ("a.odt", odt("", parts={"content.xml": ENTITIES}), "has a document type"),
    "an entity in a flat file": ("a.fodt", ENTITIES.encode(), "has a document type"),
    "half an archive": ("a.odt", odt(para(SENTENCE))[:-60], "is cut off or damaged"),
    "half a flat file": ("a.fodt", fodt(para(SENTENCE))[:-60], "is not well-formed"),
    "tables nested very deep": ("a.odt", odt(NESTED), "nests boxes and tables"),
    "another archive": ("a.odt", zipped({"a": "b"}), "holds no document"),
}  # fmt: skip

READ: dict[str, tuple[str, bytes]] = {
    "90,000 nested tags": ("a.html", b"<div>" * 90_000 + SENTENCE.encode()),
    "half a page": ("a.html", PAGE.encode()[:120]),
    "a page cut within a letter": ("a.html", PAGE.encode("cp949")[:-60]),
    "a page that never closes": ("a.html", PAGE.replace("</", "<").encode()),
    "a page of another encoding than it says": ("a.html", f"<meta charset='utf-8'>{PAGE}".encode("cp949")),
    "tags within tags": ("a.html", b"<p <p <p <b>" * 999 + SENTENCE.encode()),
    "a comment without an end": ("a.html", SENTENCE.encode() + b"<!-- " * 9_999),
    "marks that call each other": (
        "a.html",
        "".join(f"<p id='a{n}'>글<sup><a href='#a{(n + 1) % 99}'>{n}</a></sup></p>" for n in range(99)).encode(),
    ),
    "an id that everything bears": ("a.html", "<p id='a'>글<sup><a href='#a'>1</a></sup></p>".encode() * 999),
    "half of Markdown": ("a.md", f"# 배\n\n{SENTENCE}[^1]\n\n[^1]: 글이".encode()),
    "a fence without an end": ("a.md", f"```\n{SENTENCE}\n".encode()),
    "front matter without an end": ("a.md", f"---\ntitle: a\n{SENTENCE}\n".encode()),
    "a note within its own note": ("a.md", f"{SENTENCE}[^1]\n\n[^1]: 글[^1]이다.\n".encode()),
    "a table without rows": ("a.md", f"| a | b |\n|---|---|\n\n{SENTENCE}\n".encode()),
    "a text of numbers": ("a.txt", b"1) 2) 3) [1] [2] " * 999),
    "every letter on its own line": ("a.txt", "\n".join(SENTENCE * 99).encode()),
    "99 nested lists": ("a.odt", odt(NESTED_LISTS)),
    "a cell for 1,048,576 rows": ("a.odt", odt(para(SENTENCE) + table(row(MANY_CELLS, more=MANY_ROWS)))),
    "notes in notes": ("a.odt", odt(NOTES)),
    "carriage returns": ("a.txt", SENTENCE.encode() * 9 + b"\r" * 999),
}


@pytest.fixture(scope="module")
def extractor():  # type: ignore[no-untyped-def]
    with Extractor() as extractor:
        yield extractor


def read(extractor: Extractor, name: str, data: bytes) -> Document:
    return read_extract(extractor.extract(data, name), builtin())


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_by_name_with_the_way_out(extractor: Extractor, what: str) -> None:
    name, data, said = REFUSED[what]
    with pytest.raises(SourceError) as refused:
        extractor.extract(data, name)
    message = str(refused.value)
    assert message.startswith(name) and said in message and ": " in message


@pytest.mark.parametrize("what", READ)
def test_what_is_damaged_is_read_as_far_as_it_goes(extractor: Extractor, what: str) -> None:
    document = read(extractor, *READ[what])
    positions = {None, *range(len(document.notes))}
    assert document.blocks and all(ref.note in positions for block in document.blocks for ref in block.refs)
