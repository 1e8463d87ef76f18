"""gakju serve: how is the archive opened to browsers?"""

import sys
from ipaddress import ip_address
from threading import Thread
from urllib.parse import urlsplit

import click
import waitress  # type: ignore[import-untyped]

from archive.errors import GakjuError
from archive.korean import kiwi
from archive.settings import Settings
from webapp import create_app
from webapp.urls import prefix

THREADS = 8  # searches take some 10 ms each; more threads than that only wait for each other
LOCAL = ("localhost", "127.0.0.1", "[::1]")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.pass_obj
def serve(settings: Settings, host: str, port: int) -> None:
    """Opens the archive to browsers, by default on this computer only.

    There is no login: whoever reaches the address reads everything.

    \b
    gakju serve
    gakju serve --port 8080
    """
    app = create_app(settings)
    loopback = is_loopback(host)
    if loopback:  # no page of another site may read the archive through a name that leads here
        app.config["TRUSTED_HOSTS"] = trusted_hosts(settings)
    try:
        server = waitress.create_server(
            app,
            host=host,
            port=port,
            threads=THREADS,
            ident=None,
            max_request_body_size=65_536,
            clear_untrusted_proxy_headers=True,
        )
    except (OSError, ValueError) as error:
        raise GakjuError(
            f"cannot listen on {host}, port {port}: {getattr(error, 'strerror', None) or error}; "
            "another program may use it: choose another with --port"
        ) from error
    address = f"http://{_named(host)}:{server.effective_port}{prefix(settings.base_url)}/"
    click.echo(f"각주 Gakju: {address}")
    click.echo("There is no login: whoever reaches this address reads everything.")
    if not loopback:
        click.echo(
            f"Warning: listening on {host}: other computers can reach this archive and read everything in it.", err=True
        )
    if settings.base_url:
        click.echo(f"Public address: {settings.base_url}")
    click.echo("Stop with Ctrl+C.")
    sys.stdout.flush()
    Thread(target=kiwi, daemon=True).start()  # the first search need not wait for the model
    server.run()


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach that address."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def trusted_hosts(settings: Settings) -> list[str]:
    """The names under which a server on the loopback address answers."""
    public = urlsplit(settings.base_url).hostname if settings.base_url else None
    return [*LOCAL, *([public] if public else [])]


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


commands = [serve]
