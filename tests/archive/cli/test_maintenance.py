"""A backup on the command line, a document taken down and put back, and links that answer meanwhile."""

import json
from pathlib import Path

from click.testing import CliRunner

from archive.cli.maintenance import backup_archive, resolve_links, restore_archive, withdraw_document
from archive.settings import Settings
from tests.archive.store.diary import stored


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
