"""What if a file makes its reader hang, swell or crash? It is read in a process of its own, which can be lost.

A worker process is spawned at the first file and reused; a file that overruns a limit costs itself alone, and the
next one gets a new worker. The process is started with an interpreter of its own, never forked (a process forked
after Kiwi has worked hangs) and not by `multiprocessing`, whose children import the parent's main module again: here
that would be the whole command line, or pytest. The worker imports `indexer.readers` and nothing of the morphology.

A request is a pickled (name, bytes), an answer a pickled `Extract` or a message. The worker ends when its standard
input does, so none outlives its parent.
"""

import os
import pickle
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Overrun
from contextlib import suppress
from queue import LifoQueue
from threading import Lock
from typing import NamedTuple, Self

from archive.errors import SourceError
from indexer.markup import Extract
from indexer.readers import extract, format_of

SECONDS = 30.0  # a file; the slowest honest one within the other limits (390,000 lines) took 9.5 s on a busy machine
MEMORY = 2**30  # bytes of address space; the most that a file within the other limits was seen to take is 0.37 GB
GRACE = 5  # seconds after which a worker whose parent has died in mid-file ends itself
START = "import sys; sys.path[:] = {path!r}; from indexer.sandbox import serve; serve({seconds!r}, {memory!r})"


class WorkerAnswer(NamedTuple):
    """What the worker says of a file. A worker that is not `fit` any more is replaced."""

    said: Extract | str
    fit: bool = True


class Extractor:
    """Reads files one at a time in a worker process. A context manager; threads may share one and take turns."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """Starts nothing yet. `seconds` of wall time a file; `memory` in bytes, where the system can limit it."""
        self._seconds, self._memory = seconds, memory
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
        with self._turn:
            answer = self._ask(data, name)
        if isinstance(answer.said, str):
            raise SourceError(answer.said)
        return answer.said

    def close(self) -> None:
        """Ends the worker. The next `extract` would start another."""
        with self._turn:
            self._end()

    def abandon(self) -> None:
        """Ends the worker in the middle of its file, which is given up; and starts no other."""
        self._abandoned = True
        if (worker := self._worker) is not None:
            worker.kill()

    def _ask(self, data: bytes, name: str) -> WorkerAnswer:
        if self._abandoned:
            return WorkerAnswer(f"{name} was not read: the run was broken off")
        worker, seconds = self._running(), self._seconds * format_of(name, data).patience
        awaited = self._talk.submit(_exchange, worker, (name, data))
        finished = False
        try:
            answer = awaited.result(seconds)
            finished = answer.fit
        except Overrun:
            return WorkerAnswer(f"{name} was given up after {seconds:g} s: simplify it, or save it as plain text")
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
            start = START.format(path=sys.path, seconds=self._seconds, memory=self._memory)
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
        one = self._free.get()
        try:
            return one.extract(data, name)
        finally:
            self._free.put(one)


def _exchange(worker: subprocess.Popen[bytes], request: tuple[str, bytes]) -> WorkerAnswer:
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


def serve(seconds: float, memory: int) -> None:
    """The worker: answers requests on standard input until it ends. Nothing it imports may print among the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    _limit(memory)
    while True:
        try:
            name, data = pickle.load(requests)
        except (EOFError, pickle.UnpicklingError):  # the parent has gone
            return
        _alarm(int(seconds) * format_of(name, data).patience + GRACE)
        pickle.dump(_answer(data, name, memory), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
        _alarm(0)


def _answer(data: bytes, name: str, memory: int) -> WorkerAnswer:
    try:
        return WorkerAnswer(extract(data, name))
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

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _alarm(seconds: int) -> None:
    """Ends this process after so many seconds, whatever it is at; 0 calls that off. Not on Windows."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
