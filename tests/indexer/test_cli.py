"""gakju index, as a person meets it: what it says, where it says it, and how it ends. All briefs are invented."""

import re
from pathlib import Path
from threading import Event, Thread

import click
import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from archive.cli.search import check
from archive.errors import StoreError
from archive.settings import Settings
from indexer.cli import index

ONE = "두 나라의 장관은 항구에서 만나 요금을 함께 정하였다.¹\n\n¹ 「요금의 셈」, 『보기일보』, 2024. 4. 1.\n"
TWO = "두 나라는 다리를 놓기로 하였고, 강은 겨울에 언다.²\n"


class World:
    """A home and a folder of briefs."""

    def __init__(self, folder: Path) -> None:
        self.home, self.briefs = folder / "home", folder / "briefs"
        self.briefs.mkdir()
        (self.briefs / "one.txt").write_text(ONE, "utf-8")
        (self.briefs / "two.txt").write_text(TWO, "utf-8")

    def index(self, *arguments: object) -> Result:
        return CliRunner().invoke(index, [str(argument) for argument in arguments], obj=Settings(home=self.home))

    def said(self, *arguments: object) -> list[str]:
        """Standard output, ids of documents taken out."""
        ran = self.index(*arguments)
        assert ran.exit_code == 0, ran.output
        return [re.sub(r"^(new|changed): \w{5} ", r"\1: ", line) for line in ran.stdout.splitlines()]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_first_run_names_what_is_new_and_counts_what_the_archive_holds(world: World) -> None:
    said = world.said(world.briefs)
    assert said[:3] == ["new: one.txt", "new: two.txt", "2 new, 0 changed, 0 files unchanged, 0 missing, 0 failed"]
    assert said[3].startswith("the archive holds 2 documents, ")
    assert "1 notes, 3 passages; note references: 1 bound, 1 open; 1 to check (gakju check)" in said[3]


def test_progress_is_said_on_standard_error(world: World) -> None:
    assert world.index(world.briefs).stderr.splitlines() == ["reading 2 of 2", "indexing 3 of 3"]


def test_without_paths_what_was_indexed_before_is_looked_through(world: World) -> None:
    world.index(world.briefs)
    (world.briefs / "two.txt").write_text(TWO.replace("겨울", "가을"), "utf-8")
    (world.briefs / "three.txt").write_text("배가 떠났다.\n", "utf-8")
    new, changed, counts, _ = world.said()
    assert (new, changed.split("; ")[0]) == (
        "new: three.txt",
        'changed: two.txt: a new edition, the same file says something else (replaces = "new" in its side file makes '
        "it another document)",
    )
    assert counts == "1 new, 1 changed, 1 files unchanged, 0 missing, 0 failed"


def test_a_file_that_has_vanished_is_said_and_kept(world: World) -> None:
    world.index(world.briefs)
    (world.briefs / "two.txt").unlink()
    ran = world.index()
    assert ran.stderr.splitlines()[0] == f"missing: {world.briefs / 'two.txt'} (what was read from it is kept)"
    assert "0 new, 0 changed, 1 files unchanged, 1 missing, 0 failed\nthe archive holds 2 documents" in ran.stdout


def test_a_file_that_cannot_be_read_ends_the_run_with_1_and_the_rest_is_read(world: World) -> None:
    (world.briefs / "bad.txt").write_bytes(b"%PDF-1.7\n")
    ran = world.index(world.briefs)
    assert ran.exit_code == 1
    assert [line for line in ran.stderr.splitlines() if line.startswith("failed:")] == [
        "failed: bad.txt cannot be read as a PDF: it may be damaged or cut off; save it again"
    ]
    assert "2 new, 0 changed, 0 files unchanged, 0 missing, 1 failed" in ran.stdout


def test_files_of_a_kind_that_is_not_read_are_said_by_kind_and_counted(world: World) -> None:
    for name in ("a.xlsx", "b.xls", "c.png"):
        (world.briefs / name).write_bytes(b"x")
    ran = world.index(world.briefs)
    assert [line for line in ran.stderr.splitlines() if line.startswith("not taken:")] == [
        "not taken: 2 spreadsheets (.xlsx 1, .xls 1), a.xlsx, b.xls: a table alone is no document: put it into one, or "
        "save it as a web page (.html)",
        "not taken: 1 images (.png 1), c.png: an image holds no text: have its text recognised (OCR), and save that",
    ]
    assert "0 missing, 0 failed, 3 not taken (gakju check names them)" in ran.stdout
    assert ran.exit_code == 0


MIXED = {
    "사진 {}.jpg": b"\xff\xd8\xff", "표 {}.xlsx": b"PK\x03\x04", "묶음 {}.zip": b"PK\x03\x04", "빈 글 {}.txt": b"",
    "옛글 {}.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "깨진 글 {}.md": bytes(range(256)) * 9,
    "짝 {}.toml": b'title = "a"',
    "빈 쪽 {}.html": b"<html><body></body></html>", "자료 {}": b"x", "~$글 {}.docx": b"x",
}  # fmt: skip


def test_a_folder_of_some_hundred_mixed_files_is_said_in_a_few_lines_and_check_names_each(world: World) -> None:
    names = [form.format(n) for form in MIXED for n in range(30)]
    for name in names:
        (world.briefs / name).write_bytes(MIXED[re.sub(r"\d+", "{}", name)])
    ran = world.index(world.briefs)
    said = [line for line in ran.stderr.splitlines() if line.startswith(("not taken:", "failed:"))]
    assert ran.exit_code == 1 and len(said) == len(MIXED)
    assert "2 new, 0 changed, 0 files unchanged, 0 missing, 120 failed, 180 not taken" in ran.stdout
    assert (
        "failed: 30 files, 빈 글 0.txt, 빈 글 1.txt, 빈 글 10.txt and 27 more: is empty (0 bytes): save" in ran.stderr
    )
    checked = CliRunner().invoke(check, obj=Settings(home=world.home))
    listed, many = checked.stdout, checked.stderr.split(" to check")[0]
    doubts = [line for line in listed.splitlines() if "gakju metadata set" not in line]
    assert f"; {many} to check (gakju check)" in ran.stdout and many == f"{len(doubts)}"
    assert [name for name in names if f"/{name}: " not in listed] == []


def test_what_failed_is_tried_again_and_what_is_gone_is_forgotten(world: World) -> None:
    (world.briefs / "bad.txt").write_bytes(b"%PDF-1.7\n")
    (world.briefs / "a.png").write_bytes(b"x")
    (world.briefs / "b.toml").write_bytes(b"")
    first, again = world.index(world.briefs), world.index(world.briefs)
    assert "2 failed, 1 not taken" in first.stdout and "2 failed, 1 not taken" in again.stdout
    for name in ("bad.txt", "a.png", "b.toml"):
        (world.briefs / name).unlink()
    assert "0 missing, 0 failed\n" in world.index(world.briefs).stdout
    assert "png" not in (listed := CliRunner().invoke(check, obj=Settings(home=world.home)).stdout)
    assert "bad.txt" not in listed and "b.toml" not in listed


def test_the_same_brief_in_another_folder_is_another_file_of_it(world: World, tmp_path: Path) -> None:
    world.index(world.briefs)
    (tmp_path / "copy.txt").write_text(ONE, "utf-8")
    assert world.index(tmp_path / "copy.txt").stdout.startswith("another file of: ")


def test_of_many_documents_twenty_are_named(world: World, tmp_path: Path) -> None:
    lines = [f'{{"id": "k-{n}", "text": "항구 {n}호의 배가 {n}번째로 떠났다."}}\n' for n in range(23)]
    (tmp_path / "many.jsonl").write_text("".join(lines), "utf-8")
    said = world.said(tmp_path / "many.jsonl")
    assert [line for line in said if line.startswith("new:")][19:] == ["new: k-19", "new: … and 3 more"]


def test_a_rebuild_gives_every_passage_to_the_index_again(world: World) -> None:
    world.index(world.briefs)
    ran = world.index("--rebuild")
    assert (ran.exit_code, ran.stderr.splitlines()) == (0, ["indexing 3 of 3"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give a file or folder to index, as in: gakju index documents/"),
        (["nowhere"], "is not there: give a file or folder that exists"),
        (["--rebuilt"], "No such option"),
    ],
    ids=["nothing to read", "no such folder", "no such option"],
)
def test_misuse_ends_with_2_and_says_the_way_out(world: World, arguments: list[str], said: str) -> None:
    ran = world.index(*arguments)
    assert (ran.exit_code, said in ran.stderr, ran.stdout) == (2, True, "")


def test_a_folder_that_was_indexed_and_is_not_mounted_is_no_misuse(world: World) -> None:
    world.index(world.briefs)
    world.briefs.rename(world.briefs.with_name("away"))
    ran = world.index(world.briefs)
    assert ran.stdout.startswith("0 new, 0 changed, 0 files unchanged, 2 missing, ")


def hold(path: Path, held: Event, said: Event) -> None:
    """Another run: has the lock until the second one has said that it waits."""
    with FileLock(path):
        held.set()
        said.wait(60)


def test_a_second_run_says_that_it_waits_and_then_works(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.index(world.briefs)
    held, said = Event(), Event()
    other = Thread(target=hold, args=(world.home / "index.lock", held, said))
    other.start()
    held.wait(60)
    echo = click.echo

    def heard(message: str = "", **options: bool) -> None:
        echo(message, **options)
        said.set()

    monkeypatch.setattr("indexer.cli.click.echo", heard)
    ran = world.index()
    other.join()
    assert ran.stderr.splitlines()[0] == "another gakju index is at work on this archive; waiting for it to end"
    assert ran.exit_code == 0


def test_a_home_that_cannot_be_written_is_named(world: World) -> None:
    world.index(world.briefs)
    (world.home / "index.lock").unlink(missing_ok=True)
    (world.home / "index.lock").mkdir()
    ran = world.index()
    assert isinstance(ran.exception, StoreError) and f"{world.home} cannot be written to" in str(ran.exception)
