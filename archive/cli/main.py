"""Which commands are there? Gathers the commands of every package under one name, `gakju`.

Packages declare theirs in the entry-point group `gakju.commands`, a click command each, so that neither the indexer
nor the web app is imported here, and a command loads only what it needs. Errors of the library become exit codes:
1 failed, 2 misused.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

import click

from archive.errors import GakjuError, QueryError, SettingError
from archive.settings import Settings

GROUP = "gakju.commands"
STOPPED = 130  # Source: what shells say of a command that was ended by Ctrl+C


class Commands(click.Group):
    """Finds commands by entry points when asked for help or for one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(point.name for point in entry_points(group=GROUP))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        point = next(iter(entry_points(group=GROUP, name=name)), None)
        if point is None:
            return None
        gc.disable()  # what a command imports stays: there is nothing to collect (0.1 s)
        try:
            command: click.Command = point.load()
        finally:
            gc.enable()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            known = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"{error.format_message()}\nCommands: {known}.", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\ngakju: stopped; what was done until then is kept", err=True)
            ctx.exit(STOPPED)
        except BrokenPipeError:  # who reads us has enough
            _let_go(sys.stdout)
            ctx.exit(0)


@click.command(cls=Commands, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", metavar="DIR", help="Where the archive lives (GAKJU_HOME; ./gakju-home by default).")
@click.option("--config", metavar="FILE", help="Settings, in TOML (GAKJU_CONFIG; gakju.toml in the home by default).")
@click.version_option(version("gakju"), prog_name="gakju")
@click.pass_context
def gakju(ctx: click.Context, home: str | None, config: str | None) -> None:
    """각주: find a passage, read it with its footnotes, cite it by a link.

    \b
    gakju index briefs/           read a folder of documents
    gakju search "정찰위성 발사"    find passages
    gakju serve                   open the archive at http://127.0.0.1:8000
    """
    ctx.obj = Settings.read(home=home, config=config)
    os.umask(rights_taken(ctx.obj.home))


def rights_taken(home: Path) -> int:
    """The umask that gives files of an archive the rights of its home; a new home is its owner's alone."""
    try:
        return ~home.stat().st_mode & 0o777
    except OSError:
        return 0o077


def main(args: Sequence[str] | None = None) -> Any:
    """Runs the command line; a library error ends it with its message and no traceback."""
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # numpy multiplies no matrices here: starting threads takes 0.04 s
    for stream in (sys.stdout, sys.stderr):  # a terminal that cannot show a sign shows an escape, and goes on
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return gakju.main(args=args, prog_name="gakju")
    except GakjuError as error:
        click.echo(f"gakju: {error}", err=True)
        sys.exit(2 if isinstance(error, QueryError | SettingError) else 1)
    except OSError as error:  # a disk that is full, rights that are missing
        name = f"{error.filename}: " if error.filename else "reading or writing failed: "
        click.echo(f"gakju: {name}{error.strerror or error}; make room or change its rights", err=True)
        _let_go(sys.stdout)
        sys.exit(1)


def _let_go(stream: Any) -> None:
    """Has Python not try again, at its end, to write what nobody takes."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
