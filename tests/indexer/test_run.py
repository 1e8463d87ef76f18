"""Indexing reads what is new or changed, keeps what has vanished, and gives the same addresses everywhere."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.index import analysis
from archive.knowledge import Knowledge
from archive.open import Archive
from archive.search.search import Search, SearchOptions
from archive.store import Store
from archive.tokens import Streams
from indexer.readers import formats as readers
from indexer.run import Build, Report
from tests.benchmarks.briefs import write
from tests.indexer.readers.office.hangul_files import hwp, p

BRIEF = """주요 내용

북한과 러시아는 지난해 봄에 새로운 운송 협정을 맺었다.

두 나라는 항구를 함께 쓰기로 하였고, 하역 장비를 늘리기로 하였다.

세관의 전산망은 가을까지 이어 붙일 계획이다.
"""
OTHER = """배경

러시아 극동의 화물은 겨울에 크게 줄어든다.

철도 당국은 궤도를 고치는 동안 열차를 줄여 운행하였다.

협정의 이행을 살피는 위원회가 봄마다 열린다.
"""


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "one.txt").write_text(BRIEF, "utf-8")
    (folder / "two.txt").write_text(OTHER, "utf-8")
    return folder


def run(home: Path, *paths: Path, anew: bool = False) -> Report:
    store = Store.at(home)
    try:
        return Build(Archive(store, home)).run([str(path) for path in paths], anew=anew)
    finally:
        store.close()


def found(home: Path, query: str) -> list[tuple[str, str]]:
    """(address, source) of each hit."""
    store = Store.at(home)
    try:
        return sorted(
            (hit.address, hit.document.source)
            for hit in Search(store, home).search(SearchOptions(query, limit=100)).hits
        )
    finally:
        store.close()


def test_a_folder_is_read_and_searched(home: Path, briefs: Path) -> None:
    report = run(home, briefs)
    assert (len(report.new), report.failed) == (2, [])
    assert [source for _, source in found(home, "항구")] == ["one.txt"]


def test_nothing_changed_nothing_read(home: Path, briefs: Path) -> None:
    run(home, briefs)
    report = run(home, briefs)
    assert (report.new, report.changed, report.same, report.indexed) == ([], [], 2, 0)


def test_what_another_release_or_version_of_its_format_read_is_read_again(
    home: Path, briefs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (briefs / "three.md").write_text(f"# 셋째\n\n{OTHER.replace('겨울', '여름')}", "utf-8")
    (briefs / "four.txt").write_text(f"<html><body><p>{BRIEF.replace('항구', '창고')}</p></body></html>", "utf-8")
    run(home, briefs)
    with sqlite3.connect(home / "archive.sqlite") as database:
        database.execute("UPDATE files SET reader = 4")  # the version of all formats in release 0.1.0
    report = run(home, briefs)
    assert (report.same, report.new, report.changed, report.failed) == (0, [], [], [])
    assert run(home, briefs).same == 4
    monkeypatch.setitem(readers.ENDINGS, ".md", replace(readers.MARKDOWN, version=99))
    assert run(home, briefs).same == 3
    assert run(home, briefs).same == 4
    html = replace(readers.HTML, version=98)
    monkeypatch.setattr(readers, "FORMATS", (html, readers.MARKDOWN, readers.TEXT, readers.COLLECTION))
    assert run(home, briefs).same == 3  # a page in a text file is of the page's format
    assert run(home, briefs).same == 4


def test_an_ibid_that_an_earlier_rule_left_open_is_resolved_by_the_next_run(home: Path, tmp_path: Path) -> None:
    notes = "[^1]: 이보기, 「얼음길」, 『보기일보』, 2024. 3. 5.\n[^2]: 앞의 글.\n"
    (tmp_path / "one.md").write_text(f"뱃삯이 올랐다.[^1] 배가 끊겼다.[^2]\n\n{notes}", "utf-8")
    run(home, tmp_path / "one.md")
    with sqlite3.connect(home / "archive.sqlite") as database:
        same_as = "json_extract(value, '$.same_as')"
        assert database.execute(f"SELECT {same_as} FROM notes ORDER BY ordinal").fetchall() == [(None,), (0,)]
        database.execute("UPDATE notes SET value = json_remove(value, '$.same_as')")
        database.execute("UPDATE documents SET digest = ''")
        database.execute("DELETE FROM citations WHERE repeated")
        database.execute("UPDATE files SET reader = 88")  # of Markdown, when 앞의 글 went by another rule
    run(home, tmp_path / "one.md")
    store = Store.at(home)
    assert [(work.note, work.title) for work in store.citations.works()] == [(0, "얼음길"), (1, "얼음길")]
    store.close()


def test_one_file_changed_only_that_one_is_read(home: Path, briefs: Path) -> None:
    run(home, briefs)
    before = found(home, "협정")
    (briefs / "two.txt").write_text(OTHER.replace("궤도", "도로"), "utf-8")
    report = run(home, briefs)
    assert ([name.split()[1] for name in report.changed], report.same) == (["two.txt:"], 1)
    assert [source for _, source in found(home, "도로")] == ["two.txt"]
    assert found(home, "궤도") == []
    assert found(home, "협정") == before


def test_touched_but_the_same_is_not_a_change(home: Path, briefs: Path) -> None:
    run(home, briefs)
    os.utime(briefs / "one.txt", (1, 1))
    assert run(home, briefs).changed == []


def test_a_changed_side_file_changes_its_document_alone(home: Path, briefs: Path) -> None:
    run(home, briefs)
    (briefs / "one.toml").write_text('title = "운송 협정의 전망"\n', "utf-8")
    assert [name.split()[1] for name in run(home, briefs).changed] == ["one.txt:"]
    assert {source for _, source in found(home, "제목:전망")} == {"one.txt"}


@pytest.mark.parametrize(
    "name, content",
    [
        ("secret.toml", 'access = "restricted"\n'),
        ("_defaults.toml", 'access = "restricted"\n'),
        ("secret.md", "---\naccess: restricted\n---\n\n부두의 열쇠는 창고에 있다.\n"),
        ("secret.md", '---\n"access":\n  - restricted\n---\n\n부두의 열쇠는 창고에 있다.\n'),
        ("secret.jsonl", '{"id": "a", "text": "부두의 열쇠는 창고에 있다.", "Access": "restricted"}\n'),
    ],
    ids=["side file", "defaults", "front matter", "a key in quotes", "entry of a collection"],
)
def test_what_asks_for_a_restriction_is_not_found(home: Path, tmp_path: Path, name: str, content: str) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    if name.endswith(".toml"):
        (folder / "secret.txt").write_text("보안\n\n부두의 열쇠는 창고에 있다.\n", "utf-8")
    (folder / name).write_text(content, "utf-8")
    ((_, message),) = run(home, folder).failed
    assert (
        "access is not supported yet: every document in an archive is public; the document is not taken in" in message
    )
    assert found(home, "열쇠") == []


def test_what_has_vanished_is_reported_and_kept(home: Path, briefs: Path) -> None:
    run(home, briefs)
    (briefs / "one.txt").unlink()
    assert run(home, briefs).missing == [str(briefs / "one.txt")]
    assert [source for _, source in found(home, "항구")] == ["one.txt"]


def test_what_comes_back_is_no_longer_missing(home: Path, briefs: Path) -> None:
    run(home, briefs)
    (briefs / "one.txt").rename(briefs / "one.away")
    run(home, briefs)
    (briefs / "one.away").rename(briefs / "one.txt")
    assert run(home, briefs).missing == []
    store = Store.at(home)
    assert {record.state for record in store.files().values()} == {"read"}
    store.close()


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "picture.txt"),
        ("paper.txt", b"%PDF-1.7 ...", "as a PDF"),
        ("page.html", b"PK\x03\x04" + b"\0" * 50, "ZIP"),
    ],
    ids=["empty", "binary", "pdf", "zip"],
)
def test_a_broken_file_costs_itself_alone(home: Path, briefs: Path, name: str, content: bytes, said: str) -> None:
    (briefs / name).write_bytes(content)
    report = run(home, briefs)
    assert len(report.new) == 2
    ((path, message),) = report.failed
    assert Path(path).name == name
    assert said in message


def test_a_broken_file_keeps_what_was_read_from_it_before(home: Path, briefs: Path) -> None:
    run(home, briefs)
    (briefs / "one.txt").write_bytes(b"\0" * 100)
    assert len(run(home, briefs).failed) == 1
    assert [source for _, source in found(home, "항구")] == ["one.txt"]
    assert len(run(home, briefs).failed) == 1  # tried again, and said again until it is mended


def test_a_broken_file_that_is_gone_is_missing_if_something_was_read_from_it(home: Path, briefs: Path) -> None:
    run(home, briefs)
    (briefs / "one.txt").write_bytes(b"\0" * 100)
    (briefs / "never.txt").write_bytes(b"\0" * 100)
    assert len(run(home, briefs).failed) == 2
    (briefs / "one.txt").unlink()
    (briefs / "never.txt").unlink()
    report = run(home, briefs)
    assert ([Path(path).name for path in report.missing], report.failed) == (["one.txt"], [])


def test_addresses_are_the_same_after_a_rebuild_and_in_another_home(home: Path, briefs: Path, tmp_path: Path) -> None:
    run(home, briefs)
    first = found(home, "협정 OR 나라")
    run(home, briefs, anew=True)
    assert found(home, "협정 OR 나라") == first
    run(tmp_path / "elsewhere", briefs)
    assert found(tmp_path / "elsewhere", "협정 OR 나라") == first


def test_a_running_search_takes_the_new_index(home: Path, briefs: Path) -> None:
    run(home, briefs)
    store = Store.at(home)
    running = Search(store, home)
    assert running.search("공항").hits == ()
    (briefs / "three.txt").write_text("공항의 활주로가 길어졌다.\n", "utf-8")
    run(home, briefs)
    assert [hit.document.source for hit in running.search("공항").hits] == ["three.txt"]
    run(home, briefs, anew=True)
    assert [hit.document.source for hit in running.search("공항").hits] == ["three.txt"]
    store.close()


def test_a_run_killed_before_the_index_was_written_is_made_good(home: Path, briefs: Path) -> None:
    run(home, briefs)
    before = found(home, "북한")
    store = Store.at(home)
    store.queue.enqueue_all()  # as a killed run leaves it
    store.close()
    assert run(home, briefs).indexed > 0
    assert found(home, "북한") == before


def test_a_damaged_index_is_made_anew(home: Path, briefs: Path) -> None:
    run(home, briefs)
    before = found(home, "북한")
    for toc in home.glob("index-*/_MAIN_*.toc"):
        toc.unlink()
    run(home, briefs)
    assert found(home, "북한") == before


def test_a_collection_is_a_document_a_line(home: Path, tmp_path: Path) -> None:
    collection = tmp_path / "abstracts.jsonl"
    collection.write_text(
        '{"id": "a-1", "title": "항만", "text": "라진항의 하역 능력을 살폈다.", "language": "ko"}\n'
        "not json\n"
        '{"id": "a-2", "title": null, "text": "Россия строит мост.", "language": "ru"}\n',
        "utf-8",
    )
    report = run(home, collection)
    assert (len(report.new), len(report.failed)) == (2, 1)
    assert "line 2" in report.failed[0][1]
    assert [source for _, source in found(home, "мост")] == ["a-2"]


def test_originals_are_kept_byte_for_byte(home: Path, briefs: Path) -> None:
    data = BRIEF.encode("cp949")
    (briefs / "one.txt").write_bytes(data)
    run(home, briefs)
    store = Store.at(home)
    original = store.original(store.find("one").id)
    assert (original.data, original.encoding, original.name) == (data, "cp949", "one.txt")
    with pytest.raises(NotFound):
        store.original("22222")
    store.close()


def test_a_damaged_database_is_said_and_not_overwritten(home: Path) -> None:
    from archive.errors import StoreError

    home.mkdir()
    (home / "archive.sqlite").write_bytes(b"no database at all, but somebody's only copy" * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.at(home)
    assert (home / "archive.sqlite").read_bytes().startswith(b"no database")


def test_foreign_keys_and_write_ahead_logging_are_on(home: Path, briefs: Path) -> None:
    run(home, briefs)
    assert sqlite3.connect(home / "archive.sqlite").execute("PRAGMA journal_mode").fetchone() == ("wal",)
    store = Store.at(home)
    with store.read_transaction() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()


def test_a_renamed_file_is_the_same_document(home: Path, briefs: Path) -> None:
    run(home, briefs)
    before = found(home, "협정")
    (briefs / "one.txt").rename(briefs / "renamed.txt")
    report = run(home, briefs)
    assert (report.new, report.changed) == ([], [])
    assert sorted(a for a, _ in found(home, "협정")) == sorted(a for a, _ in before)


def test_a_copy_is_no_second_document(home: Path, briefs: Path) -> None:
    run(home, briefs)
    (briefs / "copy.txt").write_text(BRIEF.replace("\n\n", "\n \n"), "utf-8")
    report = run(home, briefs)
    assert (report.new, [name.split()[1] for name in report.copies]) == ([], ["copy.txt"])
    assert [source for _, source in found(home, "항구")] == ["one.txt"]


def test_what_shares_most_passages_is_another_document_while_the_first_is_there(home: Path, briefs: Path) -> None:
    run(home, briefs)
    revised = BRIEF.replace("가을", "겨울") + "\n새로운 문단이 하나 붙었다.\n"
    (briefs / "one v2.txt").write_text(revised, "utf-8")
    report = run(home, briefs)
    assert (len(report.new), len(report.alike), report.changed) == (1, 1, [])
    (briefs / "one.txt").unlink()
    (briefs / "one v3.txt").write_text(revised.replace("하나", "둘"), "utf-8")
    (briefs / "one v3.toml").write_text('replaces = "new"\n', "utf-8")
    assert len(run(home, briefs).new) == 1
    (briefs / "two.txt").rename(briefs / "two, revised.txt")
    (briefs / "two, revised.txt").write_text(OTHER.replace("위원회", "협의회"), "utf-8")
    report = run(home, briefs)
    assert (report.new, len(report.changed)) == ([], 1)


def test_a_side_file_that_replaces_an_unknown_document_is_an_error(home: Path, briefs: Path) -> None:
    (briefs / "one.toml").write_text('replaces = "22222"\n', "utf-8")
    report = run(home, briefs)
    assert len(report.new) == 1
    assert "22222" in report.failed[0][1]


def test_other_forms_of_a_brief_are_kept_beside_it(home: Path, briefs: Path) -> None:
    page = "<!DOCTYPE html><h1>하나</h1><p>부두가 열렸다.</p>"
    (briefs / "one.html").write_text(page, "utf-8")
    text = (briefs / "one.txt").read_bytes()
    report = run(home, briefs)
    assert (len(report.new), report.failed) == (2, [])
    store = Store.at(home)
    document = store.find("one.html")
    ((name, digest),) = store.forms(document.id)
    assert (name, store.form(document.id, digest).data) == ("one.txt", text)
    store.close()
    assert run(home, briefs).changed == []


def test_a_locked_file_does_not_hide_the_text_beside_it(home: Path, briefs: Path) -> None:
    (briefs / "one.hwp").write_bytes(hwp([p("강이 흐른다.")], flags=1 | 2))
    report = run(home, briefs)
    assert (len(report.new), [message for _, message in report.failed]) == (
        2, ["one.hwp is locked by a password: save it in Hangul without one"],
    )  # fmt: skip
    assert found(home, "하역 장비")[0][1] == "one.txt"
    again = run(home, briefs)
    assert (again.new, again.changed, again.failed, again.missing) == ([], [], report.failed, [])


def test_a_file_of_a_word_processor_is_read_before_the_text_beside_it(home: Path, briefs: Path) -> None:
    (briefs / "one.hwp").write_bytes(hwp([p(line) for line in BRIEF.split("\n\n")]))
    report = run(home, briefs)
    assert (len(report.new), report.failed) == (2, [])
    assert found(home, "하역 장비")[0][1] == "one.hwp"


def _numbered(words: dict[int, str]) -> str:
    lines = [
        f"{n}번 부두의 창고에는 소금 {n + 2}섬이 쌓여 있다고 {words.get(n, '장부')}에 적혀 있다." for n in range(60)
    ]
    return "배경\n\n" + "\n\n".join(lines) + "\n"


def test_of_a_changed_document_only_what_changed_is_analysed_and_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed: list[str] = []
    analyze = analysis.analyze

    def counted(texts: Iterable[str], knowledge: Knowledge) -> Iterator[Streams]:
        known = list(texts)
        analysed.extend(known)
        return analyze(known, knowledge)

    monkeypatch.setattr(analysis, "analyze", counted)
    folder, home = tmp_path / "briefs", tmp_path / "home"
    folder.mkdir()
    (folder / "one.txt").write_text(_numbered({}), "utf-8")
    run(home, folder)
    assert len(analysed) >= 60
    analysed.clear()
    (folder / "one.txt").write_text(_numbered({7: "일지"}), "utf-8")
    report = run(home, folder)
    assert (len(analysed), report.indexed) == (1, 2)  # one passage came, one went
    assert "일지" in analysed[0]
    assert [source for _, source in found(home, "일지")] == ["one.txt"]
    monkeypatch.setattr("indexer.run.fingerprint", lambda knowledge: "another analyzer")
    analysed.clear()
    (folder / "one.txt").write_text(_numbered({7: "일지", 8: "편지"}), "utf-8")
    run(home, folder)
    assert len(analysed) >= 60


def test_however_many_work_at_it_the_archive_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    write(tmp_path / "briefs", 9)
    (tmp_path / "briefs" / "empty.txt").write_bytes(b"")
    dumps = []
    for workers in (1, 4):
        store = Store.at(tmp_path / f"home-{workers}")
        report = Build(Archive(store, tmp_path / f"home-{workers}"), today="2024-05-01", workers=workers).run(
            [str(tmp_path / "briefs")]
        )
        store.close()
        assert (len(report.new), len(report.failed)) == (9, 1)
        with sqlite3.connect(tmp_path / f"home-{workers}" / "archive.sqlite") as database:
            said = database.iterdump()
            lines = [line for line in said if not line.startswith('INSERT INTO "facts"')]  # one is random
            instant = r"'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ',-?\d+"  # and the seal of a row that holds it
            dumps.append([re.sub(instant, "'an instant'", line) for line in lines])
        database.close()
    assert dumps[0] == dumps[1]


def test_a_run_that_is_broken_off_leaves_at_once_and_the_next_goes_on(home: Path, briefs: Path) -> None:
    def broken_off(what: str, done: int, of: int) -> None:
        raise KeyboardInterrupt

    store = Store.at(home)
    with pytest.raises(KeyboardInterrupt):
        Build(Archive(store, home), broken_off).run([str(briefs)])
    store.close()
    report = run(home, briefs)
    assert len(report.new) + report.same == 2 and not report.failed
    assert len(found(home, "협정")) == 2


def test_what_could_not_be_kept_for_a_passing_reason_is_tried_again(home: Path, briefs: Path) -> None:
    """Another form that may not be read, a document that its side file says replaces one that is not there yet."""
    (briefs / "one.html").write_text("<!DOCTYPE html><h1>하나</h1><p>부두가 열렸다.</p>", "utf-8")
    with (briefs / "one.pdf").open("wb") as file:
        file.truncate(129 * 2**20)  # takes no room on the disk
    (briefs / "two.toml").write_text('replaces = "22222"\n', "utf-8")
    first = run(home, briefs)
    assert sorted(Path(path).name for path, _ in first.failed) == ["one.pdf", "two.txt"]
    assert [message for _, message in run(home, briefs).failed] == [message for _, message in first.failed]
    (briefs / "one.pdf").write_bytes(b"%PDF-1.7\n")
    (briefs / "two.toml").unlink()
    assert run(home, briefs).failed == []


def test_lines_of_a_collection_that_are_no_documents_are_said_by_every_run(home: Path, tmp_path: Path) -> None:
    collection = tmp_path / "abstracts.jsonl"
    good = '{"id": "a-1", "text": "라진항의 하역 능력을 살폈다."}\n'
    collection.write_text(f"{good}not json\nnor this\n", "utf-8")
    assert len(run(home, collection).failed) == 2
    again = run(home, collection)
    ((path, message),) = again.failed
    assert again.same == 1 and path == str(collection)
    assert "line 2" in message and message.endswith("(and 1 more that could not be read)")
    collection.write_text(good, "utf-8")
    assert run(home, collection).failed == []
