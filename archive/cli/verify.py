"""gakju verify: is everything as it was written?"""

import click

from archive import soundness
from archive.open import Archive
from archive.settings import Settings
from archive.store import DamageReport

LOST = 'lost unless a backup holds it: "gakju restore" into a new home'


@click.command()
@click.option("--mend", is_flag=True, help="Put back what can be had from what is left; make a damaged index anew.")
@click.pass_context
def verify(ctx: click.Context, mend: bool) -> None:
    """Read all that the archive keeps, and name what is not as it was written.

    Exit code 0: all is; 1: something was damaged, whether it is mended or not.

    \b
    gakju verify --mend
    """
    settings: Settings = ctx.obj
    found = soundness.faults(Archive.open(settings), mend=mend)
    for fault in found:
        click.echo(_line(settings, fault, mend))
    mended = sum(fault.mended for fault in found)
    click.echo(f"{len(found):,} damaged" + (f", {mended:,} of them mended" if mend else ""), err=True)
    if found:
        ctx.exit(1)


def _line(settings: Settings, fault: DamageReport, mend: bool) -> str:
    of = f" of {fault.title or 'a document'} ({settings.permalink(fault.document)})" if fault.document else ""
    way = "mended" if fault.mended else LOST if mend else 'run "gakju verify --mend"'
    return f"damaged: {fault.what}{of}; {way}"
