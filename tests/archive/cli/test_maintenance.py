"""A backup on the command line, a document taken down and put back, and links that answer meanwhile."""

import json
from pathlib import Path

from click.testing import CliRunner

from archive.analyzer import fingerprint
from archive.cli.maintenance import (
    backup_archive,
    import_archive,
    merge_documents,
    resolve_links,
    restore_archive,
    withdraw_document,
)
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from tests.archive.literal import brief
from tests.archive.store.diary import stored
from tests.webapp.world import save


def test_a_link_answers_before_during_and_after_a_withdrawal_and_from_a_backup(tmp_path: Path) -> None:
    with stored(tmp_path / "home") as store:
        address = str(store.all_indexed(1)[-1].passage.address)
    here, moved, run = Settings(tmp_path / "home"), Settings(tmp_path / "moved"), CliRunner().invoke

    def status(settings: Settings) -> str:
        answer = json.loads(run(resolve_links, [address, "--json"], obj=settings).stdout)
        return str(answer["status"])

    assert status(here) == "same"
    assert run(withdraw_document, ["ferry", "--reason", "보기"], obj=here).exit_code == 0
    assert status(here) == "withdrawn"
    assert run(withdraw_document, ["ferry", "--undo"], obj=here).exit_code == 0
    assert run(backup_archive, [str(tmp_path / "all.gakju")], obj=here).stdout.startswith("2 documents")
    assert run(restore_archive, [str(tmp_path / "all.gakju")], obj=moved).stdout == "2 documents restored\n"
    assert status(here) == status(moved) == "same"
    assert run(resolve_links, ["22222"], obj=here).exit_code == 1


def test_two_documents_that_are_one_are_put_together_and_it_is_said_where_their_addresses_lead(tmp_path: Path) -> None:
    words = "나루터에는 소금 배가 봄마다 열 척씩 들어와 이레를 머물다가 강을 거슬러 올라간다고 한다."
    store = Store.at(tmp_path)
    save(store, "ferry.txt", brief(words, title="나루터"))
    save(store, "boats.txt", brief(words.replace("이레", "열흘"), "장날에는 배가 더 많다.", title="나루터"))
    address = next(str(p.address) for p in store.document(store.find("ferry.txt").id).passages if p.text == words)
    store.close()
    here, run = Settings(tmp_path), CliRunner().invoke
    said = run(merge_documents, ["ferry", "boats"], obj=here)
    assert (said.exit_code, "stands in" in said.stdout, "2 passages lead there" in said.stdout) == (0, True, True)
    found = run(resolve_links, [address, address.split("-")[0]], obj=here).stdout
    assert (": revised" in found, "열흘" in found, "its document stands in" in found) == (True, True, True)
    again = run(merge_documents, ["ferry", "boats"], obj=here)
    assert (type(again.exception).__name__, "one document already" in str(again.exception)) == ("LedgerError", True)


def test_tokens_of_another_analyzer_are_made_anew_after_an_import(tmp_path: Path) -> None:
    for name in ("one", "two"):
        store = Store.at(tmp_path / name)
        store.save_setting("tokens", f"analyzer {name}")
        save(store, f"{name}.txt", brief(f"{name} 나루터의 소금 배", title=name))
        store.close()
    run = CliRunner().invoke
    run(backup_archive, [str(tmp_path / "two.gakju")], obj=Settings(tmp_path / "two"))
    assert run(import_archive, [str(tmp_path / "two.gakju")], obj=Settings(tmp_path / "one")).exit_code == 0
    store = Store.at(tmp_path / "one")
    assert store.setting("tokens") == fingerprint(Archive(store, tmp_path / "one").knowledge)
    store.close()
