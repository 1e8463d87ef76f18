"""How long may a request take? So long, then it is given up and the reader told: 503, and when to ask again."""

from contextlib import ExitStack

from flask import Flask, g

from archive.deadline import within


def bound_time(app: Flask, seconds: float) -> None:
    """Makes an app give up what takes longer."""

    @app.before_request
    def begin() -> None:
        g.bound = ExitStack()
        g.bound.enter_context(within(seconds))

    @app.teardown_request
    def end(_error: BaseException | None) -> None:
        if bound := g.pop("bound", None):
            bound.close()
