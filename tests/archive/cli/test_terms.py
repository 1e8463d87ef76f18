"""The term base goes out as a table and as SKOS, and an edited table is looked through before it is used."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from archive.cli.terms import show_terms
from archive.errors import GakjuError
from archive.settings import Settings
from archive.terms import base as terms
from archive.terms.base import Concept, TermBase, TermError
from archive.terms.check import faults
from archive.terms.skos import turtle

HEAD = "id,kind,ko,en,ru,zh,abbr\n"
SMALL = TermBase(
    (
        Concept(
            "ferry", "thing", ("나룻배", "거룻배", "=배"), ("ferry",), ("паром",), ("渡船", "摆渡船"), ("FB", "ПМ")
        ),
        Concept('a"b/c', "odd kind", ("따옴표\\",)),
    )
)


def run(*arguments: str, base_url: str | None = None) -> Result:
    return CliRunner().invoke(show_terms, list(arguments), obj=Settings(base_url=base_url))


def messages(rows: str) -> list[str]:
    return [str(fault) for fault in faults(HEAD + rows, "table", SMALL)]


def test_a_table_that_was_written_is_read_as_the_same(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    assert run("--to", str(path)).exit_code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,kind,ko,en,ru,zh,abbr\n")
    assert terms.parse(path.read_text("utf-8-sig"), "table") == terms.builtin()


def test_without_options_concepts_are_counted_by_kind() -> None:
    result = run()
    counts = dict(line.split("\t") for line in result.stdout.splitlines())
    assert sum(map(int, counts.values())) == len(terms.builtin().rows)
    assert int(counts["state"]) > 100


@pytest.mark.parametrize(
    "rows, told",
    [
        ("pier,thing,잔교,pier,пирс,栈桥,\n", []),
        ("pier,thing,잔교,,,栈桥,\n", ["line 2: pier has no form in en, ru"]),
        ("pier,thing,잔교||부두,pier,пирс,栈桥,\n", ["line 2: pier: an empty form between bars in ko"]),
        ("\n,,,,,,\npier,thing,잔교,pier,пирс,栈桥,\n", []),
        (
            "pier,thing,잔,pier,пирс,栈桥,\n",
            ['line 2: pier: "잔" is one sign long and would be found everywhere; write =잔 if it is a state’s'],
        ),
        ("pier,thing,=잔|잔교,pier,пирс,栈桥,\n", []),
        ("pier,thing,거룻배,pier,пирс,栈桥,\n", ['line 2: "거룻배" stands in ferry, pier: it is found as all of them']),
        (
            "pier,thing,잔교,pier,пирс,栈桥,\npier,thing,부두,quay,причал,码头,\n",
            ['line 3: the id "pier" stands in line 2, too: one row a concept'],
        ),
        ("a b,thing,잔교,pier,пирс,栈桥,\n", ['line 2: the id "a b" has a space or one of |+@=‿ in it']),
        (",thing,잔교,pier,пирс,栈桥,\n", ["line 2: a row has forms and no id: give it one, without spaces"]),
        ("pier,thing,,,,,\n", ["line 2: pier has no form in any language"]),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_line(rows: str, told: list[str]) -> None:
    assert messages(rows) == told


def test_tables_of_other_spreadsheets_are_read() -> None:
    assert faults("id;kind;ko;en;ru;zh;abbr\r\npier;thing;잔교;pier;пирс;栈桥;\r\n", "table", SMALL) == []


def test_a_table_without_a_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TermError, match="no column abbr"):
        faults("id,kind,ko,en,ru,zh\n", "table", SMALL)


def test_a_table_that_cannot_be_used_fails_after_all_of_it_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text(HEAD + "pier,thing,잔교,pier,пирс,栈桥,\n" * 3, "utf-8")
    result = run("--check", str(path))
    assert isinstance(result.exception, GakjuError)
    assert [line[:7] for line in result.stdout.splitlines() if "stands in line 2" in line] == ["line 3:", "line 4:"]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.xlsx"
    path.write_bytes(b"PK\x03\x04\xff\xff")
    assert "save it as CSV in UTF-8" in str(run("--check", str(path)).exception)


def test_concepts_are_written_as_skos() -> None:
    assert (
        "\n".join(turtle(SMALL, "https://archive.example.org/gakju"))
        == """\
@base <https://archive.example.org/gakju/terms> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<#scheme/thing> a skos:ConceptScheme ;
    skos:prefLabel "thing"@en .

<#scheme/odd%20kind> a skos:ConceptScheme ;
    skos:prefLabel "odd kind"@en .

<#ferry> a skos:Concept ;
    skos:inScheme <#scheme/thing> ;
    skos:notation "ferry" ;
    skos:prefLabel "나룻배"@ko ;
    skos:altLabel "거룻배"@ko ;
    skos:prefLabel "ferry"@en ;
    skos:prefLabel "паром"@ru ;
    skos:prefLabel "渡船"@zh ;
    skos:altLabel "摆渡船"@zh ;
    skos:altLabel "FB"@en ;
    skos:altLabel "ПМ"@ru ;
    skos:hiddenLabel "배"@ko .

<#a%22b%2Fc> a skos:Concept ;
    skos:inScheme <#scheme/odd%20kind> ;
    skos:notation "a\\"b/c" ;
    skos:prefLabel "따옴표\\\\"@ko ."""
    )


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_every_form_stays_on_its_line(forms: list[str]) -> None:
    base = TermBase((Concept("one", "thing", tuple(forms)),))
    labels = [line for line in turtle(base, None) if "@ko" in line]
    assert all(line.isprintable() and line.count('"') - line.count('\\"') >= 1 for line in labels)


def test_a_written_file_says_where_it_cannot_be_written(tmp_path: Path) -> None:
    assert "cannot be written" in str(run("--skos", str(tmp_path / "none" / "terms.ttl")).exception)
