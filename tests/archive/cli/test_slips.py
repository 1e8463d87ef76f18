"""Whatever a user may get wrong ends in a line with the way out and the right exit code, never in a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

GAKJU = str(Path(sys.executable).with_name("gakju"))
COMMANDS = {
    "check": [], "search": ["강"], "show": ["x"], "cite": ["x"], "resolve": ["7k4m2-93xch"], "export": ["--to", "out"],
    "backup": ["out.zip"], "serve": ["--port", "0"], "terms": [], "index": ["nowhere"],
}  # fmt: skip
BAD: dict[str, tuple[dict[str, str], int]] = {
    "public address": ({"GAKJU_BASE_URL": "http://["}, 2),
    "no database": ({"GAKJU_DATABASE_URL": "sqlite:"}, 2),
    "port of a database": ({"GAKJU_DATABASE_URL": "postgresql://u:secret@h:x/n"}, 2),
    "driver": ({"GAKJU_DATABASE_URL": "mysql://u:secret@h/n"}, 2),
    "no user": ({"GAKJU_HOME": "~nosuchuser"}, 2),
    "no home of a user": ({"GAKJU_HOME": "~/x", "HOME": "~nosuchuser"}, 2),
    "slip": ({"GAKJU_HOM": "x"}, 2),
    "no file of settings": ({"GAKJU_CONFIG": "/nowhere/gakju.toml"}, 2),
}


def run(tmp_path: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GAKJU_")}
    env = own | {"GAKJU_HOME": str(tmp_path / "home")} | environment
    return subprocess.run(
        [GAKJU, *args], env=env, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )


def is_said(ran: subprocess.CompletedProcess[str], code: int) -> None:
    assert (ran.returncode, ran.stdout) == (code, ""), ran.stderr
    assert ran.stderr.count("\n") == 1 and ran.stderr.startswith("gakju: "), ran.stderr
    assert "secret" not in ran.stderr


@pytest.mark.parametrize("name", BAD)
def test_a_bad_setting_is_one_line(name: str, tmp_path: Path) -> None:
    environment, code = BAD[name]
    is_said(run(tmp_path, "check", **environment), code)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["public address", "slip"])  # settings are read before a command is
@pytest.mark.parametrize("command", COMMANDS)
def test_so_it_is_of_every_command(command: str, name: str, tmp_path: Path) -> None:
    environment, code = BAD[name]
    is_said(run(tmp_path, command, *COMMANDS[command], **environment), code)


@pytest.mark.slow
@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("terms", "index")])
def test_no_command_but_index_makes_an_archive(command: str, tmp_path: Path) -> None:
    is_said(run(tmp_path, command, *COMMANDS[command]), 1)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("url, code, said", [
    ("postgresql+psycopg://u:secret@127.0.0.1:1/n", 1, "u:***@127.0.0.1:1/n cannot be opened"),
    ("postgresql+psycopg://u:secret@127.0.0.1:1/n?bogus=1", 1, "bogus"),
    ("postgresql+psycopg://127.0.0.1:1/n?user=u&password=secret", 1, "password=***"),
    ("postgresql+psycopg://u:secret@h:x/n", 2, "is no address of a database"),
    ("sqlite:////nowhere/a.sqlite", 1, "there is no archive"),
])  # fmt: skip
def test_a_database_that_does_not_answer_is_named_without_its_password(
    url: str, code: int, said: str, tmp_path: Path
) -> None:
    ran = run(tmp_path, "check", GAKJU_DATABASE_URL=url)
    assert said in ran.stderr
    is_said(ran, code)


def test_a_home_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x")
    is_said(ran := run(tmp_path, "check"), 1)
    assert "is a file, no folder" in ran.stderr
    (tmp_path / "a.txt").write_text("강이 흐른다.")
    is_said(run(tmp_path, "index", "a.txt"), 1)


def test_a_name_that_is_too_long_is_one_line(tmp_path: Path) -> None:
    is_said(run(tmp_path, "check", GAKJU_HOME="/tmp/" + "x" * 300), 1)


def test_a_slip_of_the_pen_makes_no_archive(tmp_path: Path) -> None:
    ran = run(tmp_path, "index", "nowhere")
    assert (ran.returncode, "nowhere is not there" in ran.stderr) == (2, True)
    assert not list(tmp_path.iterdir())


def test_who_reads_us_may_have_enough(sample_home: Path, tmp_path: Path) -> None:
    script = f"{GAKJU} --home {sample_home} check | head -1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.stdout.splitlines()[-1], "Traceback" in ran.stderr, "Exception" in ran.stderr) == ("0", False, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_disk_that_is_full_is_one_line(sample_home: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [GAKJU, "--home", str(sample_home), "cite", "--help"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert ran.returncode == 1
    assert ran.stderr == "gakju: reading or writing failed: No space left on device; make room or change its rights\n"


def test_ctrl_c_ends_a_server_quietly(sample_home: Path) -> None:
    server = subprocess.Popen(
        [GAKJU, "--home", str(sample_home), "serve", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout
    until = monotonic() + 30
    while "Stop with" not in server.stdout.readline() and monotonic() < until:
        sleep(0.01)
    server.send_signal(signal.SIGINT)
    _, said = server.communicate(timeout=30)
    assert "Traceback" not in said
    assert server.returncode in (0, 130)
