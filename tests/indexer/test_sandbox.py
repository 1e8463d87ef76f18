"""A file that hangs, swells or kills its reader costs itself alone."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archive.errors import SourceError
from archive.knowledge import builtin
from archive.model.document import Line
from indexer.assembly import read_extract
from indexer.sandbox import SECONDS, Extractor, is_long
from tests.indexer.readers.pdf_files import PdfPage, pdf, prose

SMALL = "두만강 물류의 전망\n".encode()
LINES = (Line(1, "두만강 물류의 전망"),)
LARGE = ("두만강 하류에 다리를 놓는다.\n" * 350_000).encode()  # seconds of work
ROOT = Path(__file__).parents[2]


@pytest.fixture
def extractor() -> Iterator[Extractor]:
    with Extractor() as extractor:
        yield extractor


def test_one_worker_is_started_late_and_reused(extractor: Extractor) -> None:
    assert extractor.pid is None
    assert extractor.extract(SMALL, "a.txt").lines == LINES
    first = extractor.pid
    assert extractor.extract(b"<p>b</p>", "b.html").lines == (Line(1, "b"),)
    assert extractor.pid == first != os.getpid()


def test_a_refusal_is_the_files_own_and_the_worker_lives(extractor: Extractor) -> None:
    extractor.extract(SMALL, "a.txt")
    worker = extractor.pid
    with pytest.raises(SourceError, match=r"empty\.txt is empty"):
        extractor.extract(b"", "empty.txt")
    assert extractor.pid == worker


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Extractor(seconds=1) as extractor:
        with pytest.raises(SourceError, match=r"slow\.txt was given up after 1 s"):
            extractor.extract(LARGE, "slow.txt")
        assert extractor.pid is None
        extractor._seconds = SECONDS  # on a busy machine a worker may start for longer than that
        assert extractor.extract(SMALL, "next.txt").lines == LINES


def test_a_worker_killed_in_mid_file_costs_that_file(extractor: Extractor) -> None:
    extractor.extract(SMALL, "a.txt")
    worker = extractor.pid
    assert worker is not None
    threading.Timer(0.2, os.kill, (worker, signal.SIGKILL)).start()
    with pytest.raises(SourceError, match=r"large\.txt was given up: the process reading it was killed \(signal 9\)"):
        extractor.extract(LARGE, "large.txt")
    assert extractor.extract(SMALL, "next.txt").lines == LINES
    assert extractor.pid not in (None, worker)


def test_a_worker_killed_between_files_costs_none(extractor: Extractor) -> None:
    extractor.extract(SMALL, "a.txt")
    assert extractor.pid is not None
    os.kill(extractor.pid, signal.SIGKILL)
    time.sleep(0.2)
    assert extractor.extract(SMALL, "next.txt").lines == LINES


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space of a process")
def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    with Extractor(memory=120 * 2**20) as extractor:
        with pytest.raises(SourceError, match=r"large\.txt was given up"):
            extractor.extract(LARGE, "large.txt")
        assert extractor.extract(SMALL, "next.txt").lines == LINES


def test_threads_take_turns(extractor: Extractor) -> None:
    texts = [f"{n}번째 글" for n in range(40)]
    with ThreadPoolExecutor(8) as threads:
        found = threads.map(lambda text: extractor.extract(text.encode(), "a.txt").lines[0].text, texts)
    assert list(found) == texts


def test_a_closed_extractor_leaves_no_process(extractor: Extractor) -> None:
    extractor.extract(SMALL, "a.txt")
    worker = extractor.pid
    extractor.close()
    assert worker is not None and extractor.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


SCRIPT = """\
import sys
print("imported")
from indexer.assembly import read_extract
from indexer.sandbox import SECONDS, Extractor, is_long
from tests.indexer.readers.pdf_files import PdfPage, pdf, prose
with Extractor() as extractor:
    print(extractor.extract(b"text", "a.txt").lines[0].text)
"""


def test_it_works_under_a_script_without_a_guard(tmp_path: Path) -> None:
    (tmp_path / "script").write_text(SCRIPT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, tmp_path / "script"], capture_output=True, text=True, env=environment, check=True
    )
    assert ran.stdout == "imported\ntext\n" and not ran.stderr


def test_the_worker_ends_with_its_parent(tmp_path: Path) -> None:
    kill = "print(extractor.pid, flush=True); import os; os.kill(os.getpid(), 9)"
    (tmp_path / "script").write_text(f"{SCRIPT}    {kill}\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, tmp_path / "script"], capture_output=True, text=True, env=environment, check=False
    )
    worker = int(ran.stdout.split()[-1])
    for _ in range(50):
        if not _runs(worker):
            return
        time.sleep(0.1)
    pytest.fail("the worker outlived its parent")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_what_the_worker_imports_knows_no_morphology() -> None:
    code = (
        "import sys, indexer.sandbox, indexer.readers.webpage; print(*{name.partition('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not {"kiwipiepy", "numpy", "whoosh", "sqlalchemy", "flask"} & set(ran.stdout.split())


def test_a_pdf_is_read_without_morphology(tmp_path: Path) -> None:
    page = PdfPage()
    for y, text in ((80, "이슈브리프 제3호"), (110, "부두의 앞날"), (140, "장부를 견줌")):
        page.text(text, 200, y)
    prose(page, ("남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵다고 한다.",) * 3)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([page]))
    code = (
        "import sys, pathlib; from indexer.readers import extract\n"
        "print(len(extract(pathlib.Path(sys.argv[1]).read_bytes(), 'a.pdf').lines), 'kiwipiepy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.split() == ["6", "False"]


def test_a_long_file_is_put_together_in_the_worker(extractor: Extractor) -> None:
    read = extractor.extract(("두만강 하류에 다리를 놓는다.\n\n" * 3_000).encode(), "a.txt")
    assert is_long(read) and not is_long(extractor.extract(SMALL, "b.txt"))
    worker = extractor.pid
    document = extractor.assemble(read, "a.txt", builtin().outlets)
    assert document == read_extract(read, builtin().outlets) and len(document.blocks) == 3_000
    assert extractor.pid == worker
    assert extractor.extract(SMALL, "b.txt").lines == LINES


def test_what_takes_too_long_to_put_together_is_given_up_and_the_next_is_read() -> None:
    with Extractor(assembly=0.2) as extractor:
        read = extractor.extract(("두만강 하류에 다리를 놓는다.\n" * 50_000).encode(), "a.txt")
        with pytest.raises(SourceError, match=r"a\.txt was given up after 0\.2 s: split it into several files"):
            extractor.assemble(read, "a.txt", builtin().outlets)
        assert extractor.extract(SMALL, "b.txt").lines == LINES
