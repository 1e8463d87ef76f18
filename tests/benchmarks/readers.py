"""Does a server stay as it is under readers all day? `python -m tests.benchmarks.readers [MINUTES [READERS [PAUSE]]]`.

Without arguments 100 readers, each a page every 10 s or so, for 10 minutes: they search, open documents and passages,
and type, over an archive of 2,000 passages. Every twelfth of the time: pages, faults, how long they took (median, 95th
percentile, worst), and what memory the server holds. Ends with 1 where an answer failed or memory grew by a tenth from
the second third to the last: the first fills what is kept on purpose. Asks this computer alone (Linux).
"""

import sys
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from archive.store import Store
from tests.benchmarks.pages import addresses, built, fetch, served
from tests.fuzzed import WORDS

PASSAGES, PARTS, GROWTH = 2_000, 12, 1.1
LONGEST = 20  # seconds that a reader waits


class Readers:
    """Readers at one server. What their pages took is taken away by whoever looks."""

    def __init__(self, server: str, pages: list[str], pause: float) -> None:
        self._server, self._pages, self._pause = server, pages, pause
        self._took: list[float] = []
        self._faults: list[str] = []
        self._lock = Lock()
        self.over = Event()

    def read(self, seed: int) -> None:
        random = Random(seed)
        while not self.over.wait(random.uniform(0, 2 * self._pause)):
            words = quote(" ".join(random.sample(WORDS, random.randint(1, 3))))
            page = random.choice((f"/search?q={words}", f"/api/suggest?q={words[:9]}", *random.sample(self._pages, 3)))
            began, fault = monotonic(), None
            try:
                with urlopen(self._server + page, timeout=LONGEST) as answer:
                    answer.read()
            except HTTPError as error:
                fault = f"{error.code} {page}" if error.code >= 500 else None
            except (URLError, OSError) as error:
                fault = f"{error} {page}"
            with self._lock:
                self._took.append(monotonic() - began)
                self._faults += [fault] if fault else []

    def taken(self) -> tuple[list[float], list[str]]:
        """The seconds of each page since this was asked last, ascending, and the faults."""
        with self._lock:
            took, faults = sorted(self._took), self._faults
            self._took, self._faults = [], []
        return took, faults


def memory(pid: int) -> int:
    """What a process holds for itself, in kB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    held = {line.split(":")[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
    return held["Private_Clean"] + held["Private_Dirty"]


def watched(pid: int, readers: Readers, minutes: float) -> int:
    """Looks on; the number of faults, and one more if memory grew."""
    held: list[int] = []
    many = 0
    print(f"  {'pages':>6} {'faults':>6} {'median':>8} {'95 %':>8} {'worst':>8} {'held':>8}")
    for _ in range(PARTS):
        readers.over.wait(minutes * 60 / PARTS)
        (took, faults), now = readers.taken(), memory(pid)
        held.append(now)
        many += len(faults)
        times = " ".join(f"{1_000 * t:5.0f} ms" for t in (median(took), took[int(len(took) * 0.95)], took[-1]))
        print(f"  {len(took):6} {len(faults):6} {times} {now / 1_024:5.0f} MB", *faults[:3], flush=True)
    third = PARTS // 3
    before, after = median(held[third:-third]), median(held[-third:])
    print(f"  from the second third to the last: {before / 1_024:.0f} to {after / 1_024:.0f} MB; {many} faults")
    return many + (after > GROWTH * before)


def main(minutes: float = 10, many: int = 100, pause: float = 10) -> int:
    with TemporaryDirectory() as place:
        home = Path(place) / "home"
        built(home, Path(place) / "documents", PASSAGES)
        store = Store.at(home)
        pages = [page for some in addresses(store).values() for page in some]
        store.close()
        with served(home) as (pid, server):
            fetch(server + "/search?q=" + quote("북한"))
            readers = Readers(server, pages, pause)
            threads = [Thread(target=readers.read, args=(n,), daemon=True) for n in range(many)]
            print(f"{many} readers, a page each {pause:g} s, {minutes:g} minutes", flush=True)
            for thread in threads:
                thread.start()
            try:
                return watched(pid, readers, minutes)
            finally:
                readers.over.set()
                for thread in threads:
                    thread.join()


if __name__ == "__main__":
    given = [float(one) for one in sys.argv[1:]]
    sys.exit(bool(main(*given[:1], *map(int, given[1:2]), *given[2:3])))
