"""The commands of every package stand under one name, and errors become exit codes."""

import pytest

from archive.cli.main import main


@pytest.mark.parametrize("args, code", [(["--help"], 0), (["frobnicate"], 2)])
def test_commands_are_listed_for_help_and_for_a_slip(
    args: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(args)
    captured = capsys.readouterr()
    assert end.value.code == code
    assert {"backup", "index", "search", "serve"} <= set((captured.out + captured.err).replace(",", " ").split())
