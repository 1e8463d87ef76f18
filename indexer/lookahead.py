"""What can be made ready before it is asked for? Work for threads, whose results come in the order of the work."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2  # pieces of work a thread: one that it is at, and one that waits for it or for whom it is done
SECONDS = 2.0  # after which it is said that the work goes on


def ahead(
    work: Callable[[T], R], items: Iterable[T], threads: int, waiting: Callable[[], None] = lambda: None
) -> Generator[R]:
    """`work` of each item, in order; some of it is done before it is asked for, and never more than `AHEAD` a thread.

    The items are drawn by whoever asks. `waiting` is called while the next result is not there. An error of the work
    is raised where its result would come. Whoever stops asking closes this: work that is under way is not waited for.
    """
    pool = ThreadPoolExecutor(threads)
    due: deque[Future[R]] = deque()
    try:
        for item in items:
            due.append(pool.submit(work, item))
            if len(due) == AHEAD * threads:
                yield _awaited(due.popleft(), waiting)
        while due:
            yield _awaited(due.popleft(), waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _awaited(result: Future[R], waiting: Callable[[], None]) -> R:
    while not wait([result], SECONDS).done:
        waiting()
    return result.result()
