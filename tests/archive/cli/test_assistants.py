"""gakju mcp says how to install what it needs."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.cli.assistants import mcp
from archive.errors import GakjuError
from archive.settings import Settings


def test_without_the_sdk_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "mcp" or name.startswith("archive.assistants")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    monkeypatch.setitem(sys.modules, "mcp", None)
    ran = CliRunner().invoke(mcp, obj=Settings(tmp_path))
    assert isinstance(ran.exception, GakjuError)
    assert 'pip install "gakju[mcp]"' in str(ran.exception)
    assert list(tmp_path.iterdir()) == []  # no archive was made meanwhile


def test_its_help_shows_how_it_is_set_up() -> None:
    assert '"mcpServers"' in CliRunner().invoke(mcp, ["--help"]).output
