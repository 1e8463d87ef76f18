"""What do pages cost beside the search? `python -m tests.benchmarks.pages [PASSAGES|HOME...]` (2000).

Of each page: CPU of the first one and of the others (median, 95th percentile), statements, bytes as they are and as
they travel, and the CPU of "not modified". Then two servers, as processes: when each answers first, and what memory it
holds (Linux only). A number makes an archive of `corpus`; a home is only read.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time, sleep
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from flask.testing import FlaskClient

from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from indexer.run import Build
from tests.benchmarks import corpus
from tests.counting import statements
from webapp import create_app
from webapp.cli import warm
from webapp.site import EXTENSION

DOCUMENTS, LONG = 30, 280  # that are opened; passages asked for in the long ones: some 300 with headings and notes
TYPED = ("북", "북한", "러시아", "ㅂㅎ", "미사일", "rus", "경제 협", "나")
QUESTION = "/search?q=" + quote("북한과 러시아의 협력")
ENCODINGS = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def built(home: Path, folder: Path, passages: int) -> None:
    """An archive of so many passages, and a few long documents."""
    corpus.write(folder, passages)
    corpus.write(folder / "long", 3 * LONG, LONG)
    store = Store.at(home)
    Build(Archive(store, home)).run([str(folder)])
    store.close()


def addresses(store: Store) -> dict[str, list[str]]:
    """The addresses of each kind of page."""
    opened = [store.document(record.id) for record in store.documents()[-DOCUMENTS:]]
    most = max(len(one.passages) for one in opened)
    long = [f"/d/{one.record.id}" for one in opened if len(one.passages) == most]
    return {
        "home": ["/"] * DOCUMENTS,
        "passage": [f"/p/{one.passages[len(one.passages) // 2].address}" for one in opened],
        "document": [f"/d/{one.record.id}" for one in opened if len(one.passages) < most] or long,
        f"document of {most}": long * 5,
        "printed lines": [f"/d/{one.record.id}/lines" for one in opened],
        "history": [f"/d/{one.record.id}/history" for one in opened],
        "documents": ["/documents"] * DOCUMENTS,
        "problems": ["/problems"] * DOCUMENTS,
        "suggestions": [f"/api/suggest?q={quote(typed)}" for typed in TYPED] * 4,
        "style": ["/static/gakju.css"] * DOCUMENTS,
    }


def report(client: FlaskClient, name: str, urls: Sequence[str]) -> None:
    """A line of figures of a kind of page."""

    def spent(url: str, **headers: str) -> float:
        start = process_time()
        client.get(url, headers=headers)
        return 1_000 * (process_time() - start)

    first, times = spent(urls[0]), sorted(spent(url) for url in urls)
    tag = client.get(urls[0]).headers["ETag"]
    held = median(spent(urls[0], **{"If-None-Match": tag}) for _ in urls)
    with statements() as asked:
        plain = client.get(urls[0])
    sent = client.get(urls[0], headers=ENCODINGS)
    middle, high = median(times), times[int(len(times) * 0.95)]
    sizes = f"{len(plain.data):9,} {len(sent.data):8,}"
    print(f"  {name:18} {first:8.2f} {middle:8.2f} {high:8.2f} {len(asked):5} {sizes} {held:8.2f}", flush=True)


@contextmanager
def served(home: Path) -> Iterator[tuple[int, str]]:
    """A server of its own: its process, and its address."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    gakju = Path(sys.executable).with_name("gakju")
    process = subprocess.Popen([gakju, "--home", home, "serve", "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        yield process.pid, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def fetch(url: str, tries: int = 1_000) -> None:
    """Asks until the server answers."""
    for _ in range(tries):
        try:
            with urlopen(url) as answer:
                answer.read()
            return
        except URLError:
            sleep(0.02)
    raise TimeoutError(url)


def state(pid: int) -> str:
    """CPU and memory of a process."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    held = {line.split(":")[0]: int(line.split()[1]) // 1_024 for line in text.splitlines()[1:]}
    used = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    cpu = sum(map(int, used[11:13])) / os.sysconf("SC_CLK_TCK")
    return f"{cpu:.1f} s of CPU; {held['Rss']} MB, its share {held['Pss']}, mapped by others too {held['Shared_Clean']}"


def processes(home: Path) -> None:
    """Two servers of one archive, one after the other, and both when they have loaded everything."""
    with served(home) as first, served(home) as second:
        for pid, url in (first, second):
            fetch(url + "/help")
            print(f"  first page: {state(pid)}")
            fetch(url + QUESTION)
            print(f"  first answer: {state(pid)}", flush=True)
        sleep(3)
        for pid, _ in (first, second):
            print(f"  at rest: {state(pid)}")


def measured(home: Path) -> None:
    app = create_app(Settings(home))
    site, client = app.extensions[EXTENSION], app.test_client()
    warm(site)  # as `gakju serve` does
    print(f"{site.store.overview().passages:,} passages: {home}")
    print(f"  {'':18} {'first':>8} {'median':>8} {'95 %':>8} {'SQL':>5} {'bytes':>9} {'sent':>8} {'held':>8}")
    for name, urls in addresses(site.store).items():
        report(client, name, urls)
    site.store.close()
    processes(home)


if __name__ == "__main__":
    for argument in sys.argv[1:] or ("2000",):
        if not argument.isdigit():
            measured(Path(argument))
            continue
        with TemporaryDirectory() as place:
            home = Path(place) / "home"
            built(home, Path(place) / "documents", int(argument))
            measured(home)
