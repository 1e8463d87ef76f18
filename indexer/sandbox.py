"""What if a file makes its reader hang, swell or crash? It is read in a process of its own, which can be lost.

There a long one is also put together: what its lines mean is found in a time that grows with their number, and may
still be too much. A short one is put together by whoever asked, where the morphology is at hand.

A worker process is spawned at the first file and reused; a file that overruns a limit costs itself alone, and the
next one gets a new worker. The process is started with an interpreter of its own, never forked (a process forked
after Kiwi has worked hangs) and not by `multiprocessing`, whose children import the parent's main module again: here
that would be the whole command line, or pytest. The worker imports `indexer.readers`, and the morphology with the first
long text that asks it.

A request is pickled: a name and bytes, or a name, an `Extract` and the outlets; an answer a pickled `Extract`, a
`Document` or a message. The worker ends when its standard
input does, so none outlives its parent.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Overrun
from contextlib import contextmanager, suppress
from queue import LifoQueue
from threading import Lock
from typing import Any, NamedTuple, Self

from archive.citing import Outlets
from archive.errors import SourceError
from archive.model import Document
from indexer.markup import Extract
from indexer.readers import extract, format_of

SECONDS = 30.0  # a file; the slowest honest one within the other limits (390,000 lines) took 9.5 s on a busy machine
ASSEMBLY_SECONDS = 600.0  # a long file that is put together; 400,000 lines of a printed book took 70
ASSEMBLY_MEMORY = 2**32  # bytes of address space for that: the morphology alone has 1 GB
LONG_LINES, LONG_LETTERS = 4_000, 400_000  # beyond these a file is put together in the worker
MEMORY = 2**30  # bytes of address space; the most that a file within the other limits was seen to take is 0.37 GB
GRACE = 5  # seconds after which a worker whose parent has died in mid-file ends itself
START = "import sys; sys.path[:] = {path!r}; from indexer.sandbox import serve; serve{limits!r}"


Request = tuple[str, bytes] | tuple[str, Extract, Outlets]


class WorkerAnswer(NamedTuple):
    """What the worker says of a file. A worker that is not `fit` any more is replaced."""

    said: Extract | Document | str
    fit: bool = True


class Extractor:
    """Reads files one at a time in a worker process. A context manager; threads may share one and take turns."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, assembly: float = ASSEMBLY_SECONDS) -> None:
        """Starts nothing yet. `seconds` of wall time to read a file, `assembly` to join it; `memory` in bytes."""
        self._seconds, self._memory, self._assembly = seconds, memory, assembly
        self._worker: subprocess.Popen[bytes] | None = None
        self._abandoned = False
        self._turn = Lock()
        self._talk = ThreadPoolExecutor(1, "extractor")  # pipes have no time limit of their own

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The worker's process id; None while there is no worker."""
        return self._worker.pid if self._worker else None

    def extract(self, data: bytes, name: str) -> Extract:
        """What `indexer.readers.formats.extract` makes of the bytes.

        Raises:
            SourceError: the file is refused, or the worker died or ran into a limit on it.
        """
        if len(data) > (limit := format_of(name, data).limit):
            raise SourceError(f"{name} has {len(data):,} bytes, the limit is {limit:,}: split it into several files")
        seconds = self._seconds * format_of(name, data).patience
        said = self._ask((name, data), name, seconds, "simplify it, or save it as plain text")
        assert isinstance(said, Extract)
        return said

    def assemble(self, extract: Extract, name: str, outlets: Outlets) -> Document:
        """What `indexer.assembly.read_extract` makes of the extract of a long file.

        Raises:
            SourceError: the worker died or ran into a limit on it.
        """
        said = self._ask((name, extract, outlets), name, self._assembly, "split it into several files")
        assert isinstance(said, Document)
        return said

    def close(self) -> None:
        """Ends the worker. The next `extract` would start another."""
        with self._turn:
            self._end()

    def abandon(self) -> None:
        """Ends the worker in the middle of its file, which is given up; and starts no other."""
        self._abandoned = True
        if (worker := self._worker) is not None:
            worker.kill()

    def _ask(self, request: Request, name: str, seconds: float, remedy: str) -> Extract | Document:
        with self._turn:
            answer = self._answer(request, name, seconds, remedy)
        if isinstance(answer.said, str):
            raise SourceError(answer.said)
        return answer.said

    def _answer(self, request: Request, name: str, seconds: float, remedy: str) -> WorkerAnswer:
        if self._abandoned:
            return WorkerAnswer(f"{name} was not read: the run was broken off")
        worker = self._running()
        awaited = self._talk.submit(_exchange, worker, request)
        finished = False
        try:
            answer = awaited.result(seconds)
            finished = answer.fit
        except Overrun:
            return WorkerAnswer(f"{name} was given up after {seconds:g} s: {remedy}")
        except (OSError, EOFError, pickle.UnpicklingError):
            died = _death(worker)
            return WorkerAnswer(
                f"{name} was given up: the process reading it {died}; the file may be damaged, save it again"
            )
        finally:
            if not finished:  # also on Ctrl-C: a late answer would be taken for the next file's
                self._end()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self._end()
            start = START.format(path=sys.path, limits=(self._seconds, self._memory, self._assembly))
            command = (sys.executable, "-I", "-c", start)  # -I: no PYTHON... variable changes how it reads
            self._worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._worker

    def _end(self) -> None:
        if (worker := self._worker) is None:
            return
        self._worker = None
        worker.kill()
        worker.wait()
        self._talk.submit(_hang_up, worker).result()  # after an exchange under way, which sees the pipe break


class Extractors:
    """Reads as many files at once as it has extractors, each by one of them. A context manager."""

    def __init__(self, workers: int) -> None:
        self._all = tuple(Extractor() for _ in range(workers))
        self._free: LifoQueue[Extractor] = LifoQueue()  # who was given back last has its process: few files start few
        for one in reversed(self._all):
            self._free.put(one)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for one in self._all:
            one.abandon()  # a file that is being read is not waited for
        for one in self._all:
            one.close()

    def extract(self, data: bytes, name: str) -> Extract:
        """What `Extractor.extract` says, as soon as one of them is free."""
        with self._one() as one:
            return one.extract(data, name)

    def assemble(self, extract: Extract, name: str, outlets: Outlets) -> Document:
        """What `Extractor.assemble` says, as soon as one of them is free."""
        with self._one() as one:
            return one.assemble(extract, name, outlets)

    @contextmanager
    def _one(self) -> Iterator[Extractor]:
        one = self._free.get()
        try:
            yield one
        finally:
            self._free.put(one)


def is_long(extract: Extract) -> bool:
    """Whether a file is put together in the worker."""
    return len(extract.lines) > LONG_LINES or sum(len(line.text) for line in extract.lines) > LONG_LETTERS


def _exchange(worker: subprocess.Popen[bytes], request: Request) -> WorkerAnswer:
    assert worker.stdin is not None and worker.stdout is not None
    pickle.dump(request, worker.stdin, pickle.HIGHEST_PROTOCOL)
    worker.stdin.flush()
    answer = pickle.load(worker.stdout)
    assert isinstance(answer, WorkerAnswer)
    return answer


def _hang_up(worker: subprocess.Popen[bytes]) -> None:
    for pipe in (worker.stdin, worker.stdout):
        with suppress(BrokenPipeError):  # what was still to be written has no reader any more
            if pipe is not None:
                pipe.close()


def _death(worker: subprocess.Popen[bytes]) -> str:
    try:
        code = worker.wait(1)
    except subprocess.TimeoutExpired:
        return "stopped answering"
    return f"was killed (signal {-code})" if code < 0 else f"ended (exit code {code})"


def serve(seconds: float, memory: int, assembly: float) -> None:
    """The worker: answers requests on standard input until it ends. Nothing it imports may print among the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    _limit(memory)
    while True:
        try:
            name, *given = pickle.load(requests)
        except (EOFError, pickle.UnpicklingError):  # the parent has gone
            return
        assembled = len(given) == 2
        if assembled:
            memory = ASSEMBLY_MEMORY
            _limit(memory)  # from now on: the morphology stays
        _alarm(int(assembly if assembled else seconds * format_of(name, *given).patience) + GRACE)
        pickle.dump(_made(name, given, memory), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
        _alarm(0)


def _made(name: str, given: Sequence[Any], memory: int) -> WorkerAnswer:
    try:
        if len(given) == 1:
            return WorkerAnswer(extract(given[0], name))
        from indexer.assembly import read_extract  # 0.5 s, for long files alone

        return WorkerAnswer(read_extract(*given))
    except SourceError as error:
        return WorkerAnswer(str(error))
    except MemoryError:
        return WorkerAnswer(
            f"{name} was given up: reading it takes more than {memory / 2**20:,.0f} MiB; split it", fit=False
        )
    except Exception as error:  # a fault of ours or a library's on this one file; the others are read
        return WorkerAnswer(f"{name} cannot be read ({type(error).__name__}: {error}): please report it", fit=False)


def _limit(memory: int) -> None:
    """Limits the address space, where the system can (Linux; not macOS, not Windows)."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if most < 0 else min(memory, most), most))


def _alarm(seconds: int) -> None:
    """Ends this process after so many seconds, whatever it is at; 0 calls that off. Not on Windows."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
