"""The command line as a stranger uses it: data on stdout, the rest on stderr, exit codes that scripts can trust."""

import json
import shlex
from pathlib import Path

import pytest

from archive.cli.main import main


class Ran:
    """What a command did."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def gakju(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command line in this process."""
    monkeypatch.delenv("GAKJU_HOME", raising=False)

    def run(*args: str | Path) -> Ran:
        try:
            main([str(arg) for arg in args])
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


def test_search_answers_in_json(gakju, sample_home: Path) -> None:  # type: ignore[no-untyped-def]
    ran = gakju("--home", sample_home, "search", "두만강", "--limit", "2", "--json")
    answer = json.loads(ran.out)
    assert (ran.code, len(answer["results"])) == (0, 2)
    result = answer["results"][0]
    assert set(result) >= {"document", "source", "passage", "permalink", "kind", "text", "score", "matches"}
    match = next(m for m in result["matches"] if m["in"] == "text")
    assert result["text"][match["start"] : match["end"]] == "두만강"
    assert result["permalink"].endswith(f"/{result['document']}-{result['passage']}" + result["permalink"][-1])


def test_search_counts_what_it_finds(gakju, sample_home: Path) -> None:  # type: ignore[no-untyped-def]
    counted = json.loads(gakju("--home", sample_home, "search", "두만강", "--facets", "--json").out)
    assert sum(one["passages"] for one in counted["facets"]["in"]) == counted["passages"]
    assert "outlet: " in gakju("--home", sample_home, "search", "두만강 각주에서:", "--facets").out


def test_batch_answers_a_line_a_query_and_an_empty_one_finds_nothing(gakju, sample_home: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "q.jsonl").write_text('{"id": "a", "text": "두만강"}\n{"id": "b", "text": "(((("}\n', "utf-8")
    ran = gakju("--home", sample_home, "search", "--batch", tmp_path / "q.jsonl", "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [(line["id"], bool(line["results"])) for line in lines] == [("a", True), ("b", False)]
    assert (ran.code, "Traceback" in ran.err) == (0, False)


def test_every_result_is_one_unit_of_the_export(gakju, sample_home: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert gakju("--home", sample_home, "export", "--to", tmp_path).code == 0
    units: dict[str, set[str]] = {}
    for path in tmp_path.glob("*.json"):
        document = json.loads(path.read_text("utf-8"))
        units[document["id"]] = {text for b in document["blocks"] for text in (b["text"], *b.get("row_texts", ()))} | {
            note["text"] for note in document["notes"]
        }
    for query in ("북한", "제재 결의", "Россия", "표본", "port railway"):
        for result in json.loads(gakju("--home", sample_home, "search", query, "--limit", "40", "--json").out)[
            "results"
        ]:
            assert result["text"] in units[result["document"]]
            assert result["matches"]


@pytest.mark.parametrize(
    "args, code, said",
    [
        (["search", "(((("], 2, "no word to look for"),
        (["search", "NOT"], 2, "NOT had no word after it"),
        (["search", "--", "-북한"], 2, "only says what to leave out"),
        (["search", "*"], 2, "no word to look for"),
        (["search", "북" * 10_000], 0, "only its first 1,000 characters"),
        (["search", '"열린'], 0, "was not closed"),
        (["search", "a\0b\udc80"], 0, "passages in"),
        (["show", "없는문서"], 1, "no document"),
        (["show", "sample-"], 1, "fits"),
        (["resolve", "북한"], 1, "is not an address"),
        (["index", "/no/such/folder"], 2, "is not there"),
        (["index"], 2, "give a file or folder"),
        (["frobnicate"], 2, "Commands:"),
        (["search"], 2, "give a query"),
        (["metadata"], 2, "give one of"),
        (["withdraw", "maritime"], 2, "--reason"),
        (["restore", "/no/such/file"], 1, "cannot|no backup|holds documents"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_misuse_is_answered_with_a_way_out(gakju, sample_home: Path, args: list[str], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
    ran = gakju("--home", sample_home, *args)
    assert ran.code == code
    assert any(part in ran.out + ran.err for part in said.split("|"))
    assert "Traceback" not in ran.err


def test_before_anything_is_indexed_a_search_says_what_to_run(gakju, home: Path) -> None:  # type: ignore[no-untyped-def]
    ran = gakju("--home", home, "search", "북한")
    assert (ran.code, "gakju index" in ran.err) == (1, True)


def test_show_and_check(gakju, sample_home: Path) -> None:  # type: ignore[no-untyped-def]
    assert "두만강" in gakju("--home", sample_home, "show", "tumen-bridge").out
    ran = gakju("--home", sample_home, "check")
    assert (ran.code, "is called but not printed" in ran.out) == (0, True)


def test_check_begins_with_catalogue_data_that_is_missing(gakju, home: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "brief.txt").write_text("항구의 하역 능력을 살폈다.\n\n장비는 낡았다.\n", "utf-8")
    gakju("--home", home, "index", tmp_path / "brief.txt")
    ran = gakju("--home", home, "check")
    first, second, *_ = ran.out.splitlines()
    assert first.startswith("brief.txt: no title, called [항구의 하역 능력을 살폈다.]: gakju metadata set ")
    assert first.endswith(" title '항구의 하역 능력을 살폈다.'") and second.endswith(" authors AUTHOR")
    assert "; catalogue data is missing in 1 documents" in ran.err
    assert gakju("--home", home, *shlex.split(first.partition("gakju ")[2])).code == 0
    assert not gakju("--home", home, "check").out.startswith("brief.txt: no title")


def test_the_catalogue_goes_out_and_comes_back(gakju, home: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "brief.txt").write_text("항구의 하역 능력을 살폈다.\n\n장비는 낡았다.\n", "utf-8")
    gakju("--home", home, "index", tmp_path / "b")
    assert gakju("--home", home, "metadata", "--to", tmp_path / "c.csv").code == 0
    rows = (tmp_path / "c.csv").read_text("utf-8-sig").replace("brief.txt,,", "brief.txt,하역의 전망,")
    (tmp_path / "c.csv").write_text(rows, "utf-8")
    assert "1 of 1" in gakju("--home", home, "metadata", "--from", tmp_path / "c.csv").out
    assert json.loads(gakju("--home", home, "search", "제목:전망", "--json").out)["passages"] == 2
    gakju("--home", home, "index", "--rebuild")
    (tmp_path / "b" / "brief.txt").write_text("항구의 하역 능력을 살폈다.\n\n장비는 새것이다.\n", "utf-8")
    gakju("--home", home, "index")
    assert json.loads(gakju("--home", home, "search", "제목:전망 새것", "--json").out)["passages"] >= 1
    (tmp_path / "c.csv").write_text("document,date\n22222,2025\n", "utf-8")
    ran = gakju("--home", home, "metadata", "--from", tmp_path / "c.csv")
    assert (ran.code, "row 2" in ran.err) == (1, True)


def test_resolve_answers_in_json(gakju, sample_home: Path) -> None:  # type: ignore[no-untyped-def]
    link = json.loads(gakju("--home", sample_home, "search", "두만강", "--json").out)["results"][0]["permalink"]
    answer = json.loads(gakju("--home", sample_home, "resolve", link, "--json").out)
    assert answer["status"] == "same"
    assert set(answer["cited"]) == {"text", "document", "revision", "date"}
    assert [set(one) for one in answer["current"]] == [{"text", "permalink", "document", "revision"}]


def test_a_table_of_outlets_in_the_home_is_laid_over_the_program_s(gakju, home: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "brief.txt").write_text(
        "운송은 늘었다.1)\n\n1) 「하역의 전망」(2025. 3. 1), 『예시항만신문』.\n", "utf-8"
    )
    home.mkdir()
    (home / "outlets.toml").write_text(
        '[[outlet]]\nid = "sample-port"\nko = "예시항만일보"\nen = "Sample Port Daily"\n'
        'kind = "news"\nspellings = ["예시항만신문"]\n',
        "utf-8",
    )
    gakju("--home", home, "index", tmp_path / "brief.txt")
    assert "예시항만일보 / Sample Port Daily  [예시항만신문]" in gakju("--home", home, "sources").out
    assert json.loads(gakju("--home", home, "search", "매체:예시항만일보", "--json").out)["passages"] == 1
