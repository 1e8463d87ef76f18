"""The catalogue as a spreadsheet: what is written is read back, what is wrong is said with its row."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import SourceError
from archive.model.document import Metadata
from indexer.catalogue.spreadsheet import COLUMNS, CatalogueCorrection, Catalogued, cell, names, read_csv, write_csv

BRIEF = Catalogued(
    "tumen-1",
    "brief.txt",
    Metadata(title="두만강 물류의 전망", authors=("김보기", "Kim; Co"), number="2025-09", date="2024-10", sample=True),
)


def test_what_is_written_is_read_back() -> None:
    (row,) = read_csv(write_csv([BRIEF]), "c.csv")
    given_ = {name: value for name, value in row.fields.items() if value not in (None, (), False)}
    assert (row.document, row.row) == ("tumen-1", 2)
    assert given_ == {
        "title": "두만강 물류의 전망",
        "authors": ("김보기", "Kim; Co"),
        "number": "2025-09",
        "date": "2024-10",
        "sample": True,
    }
    assert set(row.fields) == set(COLUMNS) - {"document", "source"}


def test_a_spreadsheet_opens_it_as_korean_and_runs_nothing() -> None:
    sheet = write_csv(
        [Catalogued("a", "=cmd|' /C calc'!A0.txt", Metadata(title="=1+1", publisher="@SUM(A1)", series="-x"))]
    )
    assert sheet.startswith(b"\xef\xbb\xbf") and sheet.endswith(b"\r\n")
    cells = list(csv.reader(io.StringIO(sheet.decode("utf-8-sig"))))[1]
    assert [text for text in cells if text] == ["a", "'=cmd|' /C calc'!A0.txt", "'=1+1", "'@SUM(A1)", "'-x"]
    assert read_csv(sheet, "c.csv")[0].fields["title"] == "=1+1"


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1)).map(tuple))
def test_names_in_a_cell_are_parted_as_they_were_joined(people: tuple[str, ...]) -> None:
    assert names(cell(people)) == people


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_sheet_is_read_as_spreadsheets_save_it(encoding: str, delimiter: str) -> None:
    text = (
        delimiter.join(("document", "authors", "date"))
        + "\r\n"
        + delimiter.join(("a", "김보기; 이예시", "2025"))
        + "\r\n"
    )
    assert read_csv(text.encode(encoding), "c.csv") == (
        CatalogueCorrection("a", 2, {"authors": ("김보기", "이예시"), "date": "2025"}),
    )


def test_a_column_left_out_says_nothing_and_an_empty_cell_says_none() -> None:
    (row,) = read_csv(b"document,title\n,\na,\n", "c.csv")
    assert row == CatalogueCorrection("a", 3, {"title": None})


def test_all_mistakes_are_said_with_their_rows_and_nothing_is_taken() -> None:
    sheet = 'document,date,language,number\na,Oct-24,ko,Sep-25\n\nb,2025,kr,7\n,2025,,\na,,,\nc,2025,ko,"x",y\n'
    with pytest.raises(SourceError) as refused:
        read_csv(sheet.encode(), "c.csv")
    said = str(refused.value).split("\n")
    assert said[0] == "c.csv: 6 mistake(s), nothing of it was taken"
    assert [line.split(" is ")[0].split(":")[0] for line in said[1:]] == [
        "row 2, date = 'Oct-24'",
        "row 2, number = 'Sep-25'",
        "row 4, language = 'kr'",
        "row 5, document",
        "row 6, document",
        "row 7",
    ]
    assert "a spreadsheet seems to have rewritten it" in said[1] and "row 2 too" in said[5]


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"", "is empty"),
        (b"title\nx\n", "no column 'document'"),
        (b"document,titel\n", "there is no field 'titel'; did you mean 'title'?"),
        (
            b"document,access\na,restricted\n",
            "row 1: access is not supported yet: every document in an archive is public",
        ),
        (b"document,title,title\n", "column 'title' stands 2 times"),
        (b'document,title\na,"x\n', "is not CSV"),
        (b"PK\x03\x04 xlsx", "is a ZIP archive"),
    ],
    ids=["empty", "no key", "unknown", "unsupported", "twice", "quote", "xlsx"],
)
def test_what_is_no_catalogue_is_refused(sheet: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=r"c\.csv") as refused:
        read_csv(sheet, "c.csv")
    assert said in str(refused.value)


def test_another_table_is_refused_in_few_words() -> None:
    with pytest.raises(SourceError, match="20,001 columns, the limit is 500: it is another table"):
        read_csv(("document" + ",title" * 20_000).encode(), "a.csv")
    with pytest.raises(SourceError, match="60,000 mistake") as refused:
        read_csv(("document,title\n" + ",x\n" * 60_000).encode(), "a.csv")
    assert "… and 59,800 more" in str(refused.value) and len(str(refused.value).splitlines()) == 202
