"""gakju mcp: the archive's tools for assistants, over standard input and output."""

from importlib.metadata import version

import click

from archive.errors import GakjuError
from archive.open import Archive
from archive.settings import Settings

MISSING = 'gakju mcp needs the package "mcp", which is not installed: pip install "gakju[mcp]"'


@click.command()
@click.pass_obj
def mcp(settings: Settings) -> None:
    """Offer search, read, cite, verify_quotation and resolve to an assistant (Model Context Protocol, stdio).

    Put into the configuration of the assistant's program:

    \b
    {"mcpServers": {"gakju": {"command": "gakju", "args": ["--home", "/path/to/gakju-home", "mcp"]}}}
    """
    try:
        from archive.assistants import Tools, make_server
    except ImportError as error:
        if not (error.name or "").startswith("mcp"):
            raise
        raise GakjuError(MISSING) from error
    archive = Archive.open(settings)
    try:
        make_server(Tools(archive, settings), version("gakju")).run("stdio")
    finally:
        archive.close()
