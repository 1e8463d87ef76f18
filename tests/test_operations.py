"""What .github/OPERATIONS.md tells whoever runs an archive: its commands and its configuration, as they stand there.

Only folders, ports and the certificate are others than on the page. nginx is asked where it is installed.
"""

import re
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import closing
from http.client import HTTPResponse, HTTPSConnection
from pathlib import Path
from time import monotonic, sleep

import pytest

pytestmark = pytest.mark.slow  # an archive is made, moved and served: 50 s of CPU

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / ".github" / "OPERATIONS.md").read_text("utf-8")
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
PUBLIC = "archive.example.org"


def block(kind: str, name: str) -> str:
    found = re.findall(rf"^```{kind} {re.escape(name)}\n(.*?)^```$", PAGE, re.M | re.S)
    assert len(found) == 1, name
    return str(found[0])


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        return int(one.getsockname()[1])


def installed(place: Path) -> Path:
    """A folder for /srv/gakju, with this very environment in it."""
    place.mkdir()
    (place / "venv" / "bin").mkdir(parents=True)
    gakju = place / "venv" / "bin" / "gakju"
    gakju.write_text(f"#!{sys.executable}\nfrom archive.cli.main import main\nmain()\n")
    gakju.chmod(0o755)
    return place


def run(name: str, place: Path) -> str:
    commands = block("sh", name).replace("/srv/gakju", str(place))
    made = subprocess.run(["bash", "-euc", commands], cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return made.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = installed(tmp_path_factory.mktemp("srv") / "gakju")
    run("fill", place)
    return place


def unit() -> ConfigParser:
    read = ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(block("ini", "gakju.service"))
    return read


def environment() -> dict[str, str]:
    """What the unit sets; an option may stand there several times."""
    return dict(re.findall(r"^Environment=(\w+)=(.*)$", block("ini", "gakju.service"), re.M))


@pytest.fixture(scope="module")
def server(place: Path) -> Iterator[int]:
    """The port of a server that is started as the unit starts it."""
    port = free_port()
    command = unit()["Service"]["ExecStart"].replace("/srv/gakju", str(place)).replace("8000", str(port)).split()
    env = {name: value.replace("/srv/gakju", str(place)) for name, value in environment().items()}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}/gakju/" in process.stdout.readline()
        try:
            yield port
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("ssl")
    names = ["-subj", f"/CN={PUBLIC}", "-addext", f"subjectAltName=DNS:{PUBLIC}"]
    made = folder / "archive.pem", folder / "archive.key"
    files = ["-out", str(made[0]), "-keyout", str(made[1])]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files],
        check=True,
        capture_output=True,
    )
    return made


class Proxy:
    """nginx as the page sets it up, before a server; asked as a browser asks."""

    def __init__(self, port: int, certificate: Path) -> None:
        self._port = port
        self._tls = ssl.create_default_context(cafile=certificate)

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, str]:
        with closing(HTTPSConnection(PUBLIC, context=self._tls, timeout=30)) as connection:
            plain = socket.create_connection(("127.0.0.1", self._port), timeout=30)
            connection.sock = self._tls.wrap_socket(plain, server_hostname=PUBLIC)
            connection.request("GET", path, headers={"Host": PUBLIC, "Accept-Language": "en", **headers})
            answer = connection.getresponse()
            return answer, answer.read().decode()


@pytest.fixture(scope="module")
def proxy(server: int, certificate: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    if NGINX is None:
        pytest.skip("nginx is not installed")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    said = block("nginx", "gakju.conf").replace("listen 443", f"listen 127.0.0.1:{port}").replace("8000", str(server))
    said = said.replace("/etc/ssl/archive.pem", str(certificate[0])).replace(
        "/etc/ssl/archive.key", str(certificate[1])
    )
    paths = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"pid {folder}/pid; daemon off; worker_processes 1; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{ access_log {folder}/access.log; {paths}\n{said} }}\n"
    )
    with subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.PIPE, text=True) as one:
        until = monotonic() + 10
        while monotonic() < until:
            assert one.poll() is None, one.stderr and one.stderr.read()
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.05)
        try:
            yield Proxy(port, certificate[0])
        finally:
            one.terminate()


def test_what_is_installed_is_there() -> None:
    named = re.findall(r"-r (\S+)", block("sh", "install"))
    assert named and all((ROOT / name).is_file() for name in named)


def test_the_archive_is_backed_up_and_moved_with_its_addresses(place: Path) -> None:
    run("back up", place)
    run("move", place)
    gakju = place / "venv" / "bin" / "gakju"
    found = [
        subprocess.check_output([gakju, "--home", place / home, "search", "두만강", "--json"])
        for home in ("home", "moved")
    ]
    assert found[0] == found[1] and b"permalink" in found[0]


def test_systemd_takes_the_unit(place: Path) -> None:
    assert unit()["Service"]["User"] == "gakju"
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    made = place / "gakju.service"
    made.write_text(block("ini", "gakju.service").replace("/srv/gakju", str(place)))
    said = subprocess.run(["systemd-analyze", "verify", made], capture_output=True, text=True)
    ours = [line for line in said.stderr.splitlines() if "gakju" in line]
    assert ours == []


def test_pages_answer_through_the_proxy_under_their_prefix(proxy: Proxy) -> None:
    answer, page = proxy.get("/gakju/search?q=%EB%91%90%EB%A7%8C%EA%B0%95")
    assert answer.status == 200 and "<mark" in page
    links = set(re.findall(r'(?:href|src|action)="(/[^"]*)"', page))
    assert links and all(link.startswith("/gakju/") for link in links)
    for link in sorted(link for link in links if "/static/" in link or "/d/" in link or "/p/" in link)[:8]:
        assert proxy.get(link.replace("&amp;", "&"))[0].status == 200, link


def test_links_to_be_copied_are_those_of_the_public_address(proxy: Proxy) -> None:
    _, feed = proxy.get("/gakju/feed.atom")
    links = re.findall(r'href="(http[^"]+)"', feed)
    assert links and all(link.startswith(f"https://{PUBLIC}/gakju/") for link in links)


def test_the_proxy_bounds_what_one_client_sends(proxy: Proxy) -> None:
    statuses = [proxy.get("/gakju/about")[0].status for _ in range(80)]
    assert set(statuses) == {200, 429} and statuses[0] == 200
