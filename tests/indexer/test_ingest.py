"""How does a file become documents? All files are invented."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from archive.citing.outlets import builtin
from archive.errors import SourceError
from archive.model.document import Block, BlockKind, Document, Line, Metadata, Problem
from archive.store import Bytes
from indexer.files import find_sources
from indexer.ingest import SourceDocument, read_source
from indexer.sandbox import Extractor


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor() as one:
        yield one


class Folder:
    """A folder of files, and what is read from the one that can be."""

    def __init__(self, path: Path, extractor: Extractor) -> None:
        self._path, self._extractor = path, extractor

    def read(self, **files: str) -> list[SourceDocument | SourceError]:
        """The documents of the one source among the files; `brief_txt="…"` is brief.txt."""
        for name, text in files.items():
            (self._path / ".".join(name.rsplit("_", 1))).write_text(text, "utf-8")
        (source,) = find_sources([self._path]).sources
        return list(read_source(source, Path(source.path).read_bytes(), self._extractor, builtin())[1])

    def one(self, **files: str) -> SourceDocument:
        """The one document of a file."""
        (piece,) = self.read(**files)
        assert isinstance(piece, SourceDocument)
        return piece


@pytest.fixture
def folder(tmp_path: Path, extractor: Extractor) -> Folder:
    return Folder(tmp_path, extractor)


BRIEF = "두 나라의 장관은 항구에서 만나 요금을 함께 정하였다.\n"
PAGE = "<html><head><title>전망</title></head><body><h2>배경</h2><p>배가 떠났다.</p></body></html>"


def texts(piece: SourceDocument) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in piece.document.blocks]


@pytest.mark.parametrize(
    ("name", "text", "blocks"),
    [
        ("brief_txt", BRIEF, [("paragraph", BRIEF.strip())]),
        ("brief_html", PAGE, [("heading", "배경"), ("paragraph", "배가 떠났다.")]),
        ("brief_md", "## 배경\n\n배가 떠났다.\n", [("heading", "배경"), ("paragraph", "배가 떠났다.")]),
    ],
    ids=["text", "web page", "Markdown"],
)
def test_a_file_is_one_document_named_after_it(
    folder: Folder, name: str, text: str, blocks: list[tuple[str, str]]
) -> None:
    piece = folder.one(**{name: text})
    assert (piece.entry, piece.source, piece.replaces) == ("", name.replace("_", "."), None)
    assert texts(piece) == blocks


def test_a_side_file_counts_before_the_print_and_says_what_the_document_replaces(folder: Folder) -> None:
    piece = folder.one(brief_html=PAGE, brief_toml='title = "고친 제목"\nreplaces = "abcde"\n')
    assert (piece.document.metadata.title, piece.replaces) == ("고친 제목", "abcde")


def test_a_folders_defaults_fill_in_what_the_print_lacks(folder: Folder) -> None:
    piece = folder.one(brief_html=PAGE, _defaults_toml='title = "기본 제목"\npublisher = "보기연구원"\n')
    assert (piece.document.metadata.title, piece.document.metadata.publisher) == ("전망", "보기연구원")


def test_what_the_bytes_lost_is_said_of_the_document(folder: Folder) -> None:
    piece = folder.one(brief_txt="두 나라의\x00 장관이 만났다.\n")
    assert piece.document.problems[0] == Problem("invalid-characters", (1, 1), ("1", "U+0000"))


def entries(*values: dict[str, str]) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def test_each_line_of_a_collection_is_a_document_of_one_block(folder: Folder) -> None:
    text = "두 나라는  다리를\n놓았다."
    line = entries({"id": "k-1", "title": "다리", "text": text, "language": "ko"})
    own = line.strip().encode()
    assert folder.read(mine_jsonl=line) == [
        SourceDocument(
            "k-1",
            "k-1",
            Document(
                Metadata(title="다리", language="ko"),
                (Block(BlockKind.PARAGRAPH, "두 나라는 다리를 놓았다.", (1, 1)),),
                (),
                (Line(1, text),),
            ),
            Bytes(sha256(own).hexdigest(), own, "application/json", "utf-8"),
        )
    ]


def test_a_line_that_is_no_document_costs_itself_alone(folder: Folder) -> None:
    first, error, last = folder.read(
        mine_jsonl=entries({"id": "a", "text": "배"}) + "{\n" + entries({"id": "b", "text": "짐"})
    )
    assert isinstance(first, SourceDocument) and isinstance(last, SourceDocument)
    assert (first.entry, last.entry) == ("a", "b")
    assert isinstance(error, SourceError) and "mine.jsonl, line 2," in str(error)


def test_a_collections_side_file_gives_its_documents_what_they_lack_but_no_title(folder: Folder) -> None:
    first, second = folder.read(
        mine_jsonl=entries({"id": "a", "title": "다리", "text": "배"}, {"id": "b", "text": "짐", "language": "ru"}),
        mine_toml='title = "모음"\npublisher = "보기연구원"\nlanguage = "ko"\n',
    )
    assert isinstance(first, SourceDocument) and isinstance(second, SourceDocument)
    assert first.document.metadata == Metadata(title="다리", publisher="보기연구원", language="ko")
    assert second.document.metadata == Metadata(publisher="보기연구원", language="ru")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"brief_txt": ""}, "brief.txt is empty"),
        ({"brief_txt": "%PDF-1.7\n"}, "brief.txt cannot be read as a PDF"),
        ({"brief_txt": BRIEF, "brief_toml": "titel = 'x'\n"}, "did you mean 'title'"),
        ({"brief_txt": BRIEF, "brief_toml": "title =\n"}, "brief.toml is not TOML"),
    ],
    ids=["empty", "no text", "an unknown key", "no TOML"],
)
def test_a_file_that_cannot_be_read_says_why(folder: Folder, files: dict[str, str], said: str) -> None:
    with pytest.raises(SourceError, match=said):
        folder.read(**files)
