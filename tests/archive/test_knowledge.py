"""What an archive knows beside its documents: the program's tables, with its home's over them."""

from pathlib import Path

import pytest

from archive.knowledge import Knowledge, builtin
from archive.terms.base import TermError


def test_a_home_without_tables_knows_what_the_program_does(tmp_path: Path) -> None:
    assert Knowledge.at(tmp_path) is builtin()


def test_a_home_s_table_lies_over_the_program_s(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("id,kind,ko,en,ru,zh,abbr\nraft-ferry,general,나룻배,ferry,,,\n", "utf-8")
    known = Knowledge.at(tmp_path)
    assert known.terms["raft-ferry"].ko == ("나룻배",)
    assert len(known.terms.rows) == len(builtin().terms.rows) + 1
    assert known.outlets == builtin().outlets
    assert known.fingerprint != builtin().fingerprint == Knowledge.at(tmp_path / "other").fingerprint


def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("id\n", "utf-8")
    with pytest.raises(TermError, match="no column kind"):
        Knowledge.at(tmp_path)
