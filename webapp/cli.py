"""gakju serve: how is the archive opened to browsers?"""

import ctypes
import gc
import socket
import sys
from contextlib import suppress
from ipaddress import ip_address
from threading import Thread

import click
from flask import Flask

from archive.analyzer import analyze
from archive.errors import GakjuError
from archive.settings import Settings
from webapp import BODY, create_app
from webapp.middleware import answer_only_to, own_names
from webapp.server import Server, stopped_by_signals
from webapp.site import EXTENSION, Site
from webapp.urls import prefix

LOADED = 30.0  # seconds; the model takes two
M_ARENA_MAX, M_MMAP_THRESHOLD = -8, -3  # Source: malloc.h of the GNU C library


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
    hold_little()
    gc.disable()  # until everything is loaded: what is made until then stays
    app = create_app(settings)
    try:
        _serve(app, settings, host, port)
    finally:
        gc.enable()
        app.extensions[EXTENSION].store.close()


def _serve(app: Flask, settings: Settings, host: str, port: int) -> None:
    loopback = is_loopback(host)
    if loopback:  # no page of another site may read the archive through a name that leads here
        answer_only_to(app, own_names(settings))
    listening = _listen(host, port)
    server = Server(app, listening, BODY)
    warming = Thread(target=warm, args=(app.extensions[EXTENSION],), daemon=True)
    with stopped_by_signals(server.stop):  # from here on: whoever reads how to stop it may do so at once
        _say_where(settings, host, listening, loopback)
        warming.start()
        server.run()
    warming.join(LOADED)  # Python must not end in the midst of what another library loads


def _say_where(settings: Settings, host: str, listening: socket.socket, loopback: bool) -> None:
    port = listening.getsockname()[1]
    click.echo(f"각주 Gakju: http://{_named(host)}:{port}{prefix(settings.base_url)}/")
    click.echo("There is no login: whoever reaches this address reads everything.")
    if settings.base_url:
        click.echo(f"Public address: {settings.base_url}")
    if not loopback:
        warning = f"Warning: listening on {host}: other computers can reach this archive and read everything in it."
        click.echo(warning, err=True)
    click.echo("Stop with Ctrl+C.")
    sys.stdout.flush()


def warm(site: Site) -> None:
    """Loads what the first search would wait for, and tells Python that it stays.

    What is loaded is some hundred thousand small objects: looking through them for garbage would hold up searches.
    """
    try:
        list(analyze(["각주"], site.search.knowledge))  # the model loads with the first text, not when it is made
    finally:
        gc.freeze()
        gc.enable()
        give_back()


def hold_little() -> None:
    """Has the GNU C library keep less for itself than its rule for many threads: a tenth of all after some searches."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 1 << 20)


def give_back() -> None:
    """Gives memory back that loading needed for a moment, a tenth of all: the GNU C library keeps it otherwise."""
    with suppress(OSError, AttributeError, TypeError):  # another system, another library: nothing to be done
        ctypes.CDLL(None).malloc_trim(0)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family)
    except OSError as error:
        raise GakjuError(
            f"cannot listen on {host}, port {port}: {error.strerror or error}; "
            "another program may use it: choose another with --port"
        ) from error


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach that address."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _named(host: str) -> str:
    return f"[{host.strip('[]')}]" if ":" in host else host


commands = [serve]
