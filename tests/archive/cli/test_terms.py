"""The term base goes out as a table and as SKOS, and an edited table is looked through before it is used."""

from pathlib import Path

from click.testing import CliRunner, Result

from archive.cli.terms import show_terms
from archive.errors import GakjuError
from archive.settings import Settings
from archive.terms import base as terms

HEAD = "id,kind,ko,en,ru,zh,abbr\n"


def run(*arguments: str, base_url: str | None = None) -> Result:
    return CliRunner().invoke(show_terms, list(arguments), obj=Settings(base_url=base_url))


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


def test_a_written_file_says_where_it_cannot_be_written(tmp_path: Path) -> None:
    assert "cannot be written" in str(run("--skos", str(tmp_path / "none" / "terms.ttl")).exception)
