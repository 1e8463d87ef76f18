"""gakju metadata and gakju sources: the catalogue as a whole, and what its notes cite. All briefs are invented."""

import csv
import io
from pathlib import Path
from shutil import copytree

import click
import pytest
from click.testing import CliRunner, Result

from archive.cli.maintenance import withdraw_document
from archive.cli.references import cite
from archive.errors import GakjuError, NotFound, SourceError
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from archive.store.backup import backup, restore
from archive.store.merger import merge
from indexer.catalogue.cli import metadata, sources
from indexer.run import Build

BRIEFS = {
    "one.txt": """겨울 항로의 셈
홍보기 (보기대학교 교수)
2024. 5. 2.

두 나라의 장관은 항구에서 만나 요금을 함께 정하였다.¹

배는 봄에 다시 떠난다.²

¹ 김예시, 「요금의 셈」, 『보기일보』, 2024. 4. 1.
² 「배의 길」, 『연합뉴스』, 2024. 4. 2.
""",
    "two.txt": """두 나라는 다리를 놓기로 하였다.¹ 강은 겨울에 언다.²

¹ 김예시, 「요금의 셈」, 『보기일보』, 2024. 4. 1.
² “The Bridge Opens,” Yonhap News Agency, May 2, 2024.
""",
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the briefs indexed. Read only."""
    folder = tmp_path_factory.mktemp("catalogue")
    (folder / "briefs").mkdir()
    for name, text in BRIEFS.items():
        (folder / "briefs" / name).write_text(text, "utf-8")
    store = Store.at(folder / "home")
    assert Build(Archive(store, folder / "home")).run([str(folder / "briefs")]).failed == []
    store.close()
    return folder / "home"


@pytest.fixture
def home(indexed: Path, tmp_path: Path) -> Path:
    """A copy of it that may be written to."""
    return copytree(indexed, tmp_path / "home")


def run(command: click.Command, home: Path, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], obj=Settings(home=home))


def ids(home: Path) -> dict[str, str]:
    """The id of each file's document."""
    store = Store.at(home)
    found = {record.source: record.id for record in store.documents()}
    store.close()
    return found


def title(home: Path, source: str) -> str | None:
    store = Store.at(home)
    found = store.document(ids(home)[source]).document.metadata.title
    store.close()
    return found


def test_the_catalogue_is_written_a_row_a_document(indexed: Path, tmp_path: Path) -> None:
    ran = run(metadata, indexed, "--to", tmp_path / "c.csv")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", f"2 documents written to {tmp_path / 'c.csv'}\n")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"))))
    assert [(row["document"], row["source"], row["title"], row["authors"], row["date"]) for row in rows] == [
        (ids(indexed)["one.txt"], "one.txt", "겨울 항로의 셈", "홍보기", "2024-05-02"),
        (ids(indexed)["two.txt"], "two.txt", "", "", ""),
    ]


def test_what_was_written_comes_back_and_corrects_nothing(home: Path, tmp_path: Path) -> None:
    run(metadata, home, "--to", tmp_path / "c.csv")
    ran = run(metadata, home, "--from", tmp_path / "c.csv")
    assert (ran.exit_code, ran.stdout) == (0, "0 of 2 documents corrected\n")


def test_an_edited_catalogue_corrects_its_documents(home: Path, tmp_path: Path) -> None:
    run(metadata, home, "--to", tmp_path / "c.csv")
    sheet = (tmp_path / "c.csv").read_text("utf-8-sig").replace("겨울 항로의 셈", "봄 항로의 셈")
    (tmp_path / "c.csv").write_text(sheet, "utf-8-sig")
    assert run(metadata, home, "--from", tmp_path / "c.csv").stdout == "1 of 2 documents corrected\n"
    assert title(home, "one.txt") == "봄 항로의 셈"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "zzzzz,제목\n",
            ["c.csv: 1 mistake(s), nothing of it was taken", "row 3, document: there is no document 'zzzzz'"],
        ),
        (
            "zzzzz,제목\nyyyyy,제목\n",
            [
                "c.csv: 2 mistake(s), nothing of it was taken",
                "row 3, document: there is no document 'zzzzz'",
                "row 4, document: there is no document 'yyyyy'",
            ],
        ),
    ],
    ids=["one", "two"],
)
def test_a_row_for_no_document_is_named_and_nothing_is_taken(
    home: Path, tmp_path: Path, rows: str, said: list[str]
) -> None:
    (tmp_path / "c.csv").write_text(f"document,title\n{ids(home)['one.txt']},봄 항로의 셈\n{rows}", "utf-8")
    ran = run(metadata, home, "--from", tmp_path / "c.csv")
    assert isinstance(ran.exception, SourceError) and str(ran.exception).split("\n") == said
    assert title(home, "one.txt") == "겨울 항로의 셈"


def test_what_is_missing_is_listed_document_by_document_and_counted(indexed: Path) -> None:
    ran = run(metadata, indexed, "--missing")
    assert ran.stdout.splitlines() == [
        f"{ids(indexed)['one.txt']} one.txt: no publisher",
        f"{ids(indexed)['two.txt']} two.txt: no title, authors, publisher, date",
    ]
    assert ran.stderr == "missing in 2 documents: title 1, authors 1, publisher 2, date 1, language 0\n"


@pytest.mark.parametrize("arguments", [[], ["--to", "a.csv", "--missing"], ["--from", __file__, "--missing"]])
def test_one_thing_is_done_at_a_time(indexed: Path, arguments: list[str]) -> None:
    ran = run(metadata, indexed, *arguments)
    assert (ran.exit_code, "give one of --to FILE, --from FILE and --missing" in ran.stderr) == (2, True)


def test_a_file_that_cannot_be_written_is_named(indexed: Path, tmp_path: Path) -> None:
    ran = run(metadata, indexed, "--to", tmp_path / "nowhere" / "c.csv")
    assert isinstance(ran.exception, GakjuError)
    assert str(ran.exception) == f"{tmp_path / 'nowhere' / 'c.csv'} cannot be written: No such file or directory"


def set_(home: Path, *arguments: str) -> Result:
    return run(metadata, home, "set", *arguments)


@pytest.mark.parametrize(
    ("document", "given", "said"),
    [
        ("one.txt", ["title", "봄 항로의 셈"], "title: 겨울 항로의 셈 → 봄 항로의 셈"),
        ("two", ["title", "다리"], "title: [두 나라는 다리를 놓기로 하였다. 강은 겨울에 언다.] → 다리"),
        ("one", ["title", "--clear"], "title: 겨울 항로의 셈 → [두 나라의 장관은 항구에서 만나 요금을 함께 정하였다.]"),
        ("one", ["authors", "홍보기", "Kim, Bogi"], "authors: 홍보기 → 홍보기; Kim, Bogi"),
        ("one", ["authors", "--clear"], "authors: 홍보기 → none"),
        ("one", ["date", "2025-03"], "date: 2024-05-02 → 2025-03"),
        ("one", ["date", "2024-05-02"], "date: 2024-05-02 → 2024-05-02"),
        ("one", ["sample", "true"], "sample: none → true"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else given,
)
def test_one_field_of_one_document_is_set_or_cleared(home: Path, document: str, given: list[str], said: str) -> None:
    ran = set_(home, document, *given)
    assert (ran.exit_code, ran.stdout, ran.stderr.split()[1][:3]) == (0, f"{said}\n", document[:3])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["titel", "봄"], "there is no field 'titel' to set; did you mean 'title'? these exist: title, authors, "),
        (["supplied", "봄"], "there is no field 'supplied' to set; these exist: title, "),
        (["replaces", "new"], "there is no field 'replaces' to set"),
        (["access", "restricted"], "access is not supported yet: every document in an archive is public"),
        (["date", "2024-13"], "date = '2024-13' is not accepted: give a date as 2025, 2025-03 or 2025-03-24"),
        (["language", "kr"], "language = 'kr' is not accepted"),
        (["title", "봄", "항로"], "title has one value: put it in quotes, as '두만강 물류의 전망'"),
        (["title"], "give a value of title, as '두만강 물류의 전망', or --clear"),
        (["title", "봄", "--clear"], "give a value of title, as '두만강 물류의 전망', or --clear"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_what_cannot_be_set_is_named_with_what_can(indexed: Path, given: list[str], said: str) -> None:
    ran = set_(indexed, "one.txt", *given)
    assert ran.exit_code == 2
    assert said in ran.stderr


def test_set_stands_alone_and_sets_no_document_that_is_not_there(indexed: Path) -> None:
    assert run(metadata, indexed, "--missing", "set", "one.txt", "title", "봄").exit_code == 2
    assert isinstance(set_(indexed, "nowhere", "title", "봄").exception, NotFound)


def test_a_withdrawn_document_is_not_set(home: Path) -> None:
    assert run(withdraw_document, home, "one.txt", "--reason", "보기").exit_code == 0
    ran = set_(home, "one.txt", "title", "봄")
    assert isinstance(ran.exception, GakjuError)
    assert "is withdrawn: put it back first" in str(ran.exception)


def test_a_title_that_was_set_is_cited_and_found_at_once_and_outlives_reading_backup_and_import(
    tmp_path: Path,
) -> None:
    home, folder = tmp_path / "home", tmp_path / "briefs"
    folder.mkdir()
    (folder / "two.txt").write_text(BRIEFS["two.txt"], "utf-8")
    store = Store.at(home)
    Build(Archive(store, home)).run([str(folder)])
    store.close()
    document = ids(home)["two.txt"]
    assert set_(home, "two.txt", "title", "얼음 위의 다리").exit_code == 0
    assert "「얼음 위의 다리」" in run(cite, home, document).stdout
    archive = Archive.open(Settings(home=home))
    assert {hit.title for hit in archive.search.search("제목:얼음").hits} == {"얼음 위의 다리"}
    (folder / "two.txt").write_text(BRIEFS["two.txt"].replace("겨울에", "겨울마다"), "utf-8")
    assert len(Build(archive).run([str(folder)]).changed) == 1
    assert title(home, "two.txt") == "얼음 위의 다리"
    (folder / "sub").mkdir()
    (folder / "two.txt").rename(folder / "sub" / "two.txt")
    Build(archive).run([str(folder)])
    assert title(home, "two.txt") == "얼음 위의 다리"
    backup(archive.store, tmp_path / "backup.zip")
    for name, take in (("restored", restore), ("merged", merge)):
        other = Store.at(tmp_path / name)
        take(other, tmp_path / "backup.zip")
        Build(Archive(other, tmp_path / name)).run([str(folder)])
        assert other.find(document).metadata.title == "얼음 위의 다리"
        assert len(other.corrections()) == 1
        other.close()
    archive.store.close()


def test_sources_are_counted_over_documents_and_outlets_over_their_spellings(indexed: Path) -> None:
    assert run(sources, indexed).stdout.splitlines() == [
        "   2 요금의 셈, 보기일보, 2024-04-01  [one 1; two 1]",
        "   1 The Bridge Opens, Yonhap News Agency, 2024-05-02  [two 2]",
        "   1 배의 길, 연합뉴스, 2024-04-02  [one 2]",
        "3 sources, cited 4 times, in 2 outlets:",
        "   2 보기일보  [보기일보]",
        "   2 연합뉴스 / Yonhap News Agency  [연합뉴스; Yonhap News Agency]",
    ]


def test_the_sources_of_one_document_are_its_own(indexed: Path) -> None:
    assert run(sources, indexed, ids(indexed)["two.txt"]).stdout.splitlines()[:3] == [
        "   1 The Bridge Opens, Yonhap News Agency, 2024-05-02  [two 2]",
        "   1 요금의 셈, 보기일보, 2024-04-01  [two 1]",
        "2 sources, cited 2 times, in 2 outlets:",
    ]


def test_sources_of_a_document_that_is_not_there_are_refused(indexed: Path) -> None:
    ran = run(sources, indexed, "nowhere")
    assert isinstance(ran.exception, NotFound)


def test_names_that_nearly_share_their_letters_are_said_to_be_doubtful(tmp_path: Path) -> None:
    notes = "¹ 「가」, 『보기해운신문』, 2024. 4. 1.\n² 「나」, 『보기해운신보』, 2024. 4. 2.\n"
    text = f"배가 떠났다.¹ 짐이 늘었다.²\n\n{notes}"
    (tmp_path / "brief.txt").write_text(text, "utf-8")
    store = Store.at(tmp_path / "home")
    Build(Archive(store, tmp_path / "home")).run([str(tmp_path / "brief.txt")])
    store.close()
    assert run(sources, tmp_path / "home").stdout.splitlines()[-1] == (
        "doubtful: 보기해운신문 or 보기해운신보: nearly the same letters"
    )
