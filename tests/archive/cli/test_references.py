"""References on the command line: in every form as the golden file has them, for people on a line each."""

import json
import tomllib
from pathlib import Path

from click.testing import CliRunner, Result

from archive.cli.references import FORMS, cite
from archive.errors import NotFound
from archive.history.quotation import quote
from archive.settings import Settings
from archive.store import Store
from tests.golden.references import DAY, HOST, KEPT, written

ROW = "3d3dx-42k5y"


def run(home: Path, *arguments: str, host: str | None = HOST) -> Result:
    return CliRunner().invoke(cite, ["--day", DAY, *arguments], obj=Settings(home, host))


def test_references_to_the_samples_are_written_as_before(sample_home: Path) -> None:
    kept = tomllib.loads(KEPT.read_text("utf-8"))
    assert tomllib.loads(written(sample_home)) == kept, "renew by python -m tests.golden.references, and read the diff"
    assert all(set(forms) == set(FORMS) for forms in kept.values())


def test_a_list_is_in_the_order_given_and_names_nothing_twice(sample_home: Path) -> None:
    ran = run(sample_home, ROW, "pkmkw", f"{HOST}/d/3d3dx", ROW, "--format", "csl-json")
    assert [item["id"] for item in json.loads(ran.stdout)] == [ROW, "pkmkw", "3d3dx"]


def test_words_stand_before_their_reference_and_remarks_after_it(sample_home: Path) -> None:
    lines = run(sample_home, "pkmkw-75m68", "--quote", "--as-printed").stdout.splitlines()
    assert lines[0].startswith("“") and " [원문대로]” 문가상, 「" in lines[0]
    assert lines[1:] == ["성격: op-ed", "처음 실린 곳: 예시신문, 9월 15일"]


def test_quoted_words_have_an_entry_and_an_address_of_their_own(sample_home: Path) -> None:
    store = Store.at(sample_home)
    (text,) = (one.text for one in store.document("pkmkw").passages if str(one.address) == "pkmkw-75m68")
    store.close()
    quoted = quote([text], 0, 9)
    (item,) = json.loads(run(sample_home, f"/p/pkmkw-75m68?q={quoted}", "--format", "csl-json").stdout)
    assert (item["id"], item["URL"]) == ("pkmkw-75m68-0-9", f"{HOST}/p/pkmkw-75m68?q={quoted}")
    assert run(sample_home, f"/p/pkmkw-75m68?q={quoted}", "--quote").stdout.startswith(f"“{text[:9]}” 문가상")


def test_what_was_never_here_cannot_be_cited(sample_home: Path) -> None:
    assert isinstance(run(sample_home, "22222").exception, NotFound)


def test_note_numbers_are_kept_if_they_are_to_be(sample_home: Path) -> None:
    plain, kept = (run(sample_home, "3d3dx-6ay26", "--quote", *more).stdout for more in ((), ("--note-numbers",)))
    assert len(kept) > len(plain)


def test_without_a_public_address_references_have_none_and_say_so(sample_home: Path) -> None:
    ran = run(sample_home, ROW, host=None)
    assert "http" not in ran.stdout and "검색일" not in ran.stdout
    assert "GAKJU_BASE_URL" in ran.stderr


def test_a_day_that_is_none_is_refused(sample_home: Path) -> None:
    ran = CliRunner().invoke(cite, [ROW, "--day", "어제"], obj=Settings(sample_home, HOST))
    assert (ran.exit_code, "2025-03-24" in ran.output) == (2, True)


def test_a_list_in_markdown_is_numbered(sample_home: Path) -> None:
    written = run(sample_home, "pkmkw-75m68", ROW, "--quote", "--markdown").stdout
    assert written.startswith("1. “") and "\n\n2. “" in written and f"<{HOST}/p/{ROW}>" in written
    assert run(sample_home, ROW, "--markdown", "--format", "ris").exit_code == 2
