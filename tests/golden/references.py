"""References to the samples in every form. To renew `references.toml`: `python -m tests.golden.references`.

Of each document the document itself, and a passage, a row or a note. Read the diff by eye before it is kept.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from archive.cli.references import FORMS, cite
from archive.settings import Settings

KEPT = Path(__file__).with_name("references.toml")
HOST, DAY = "https://archive.example.org", "2026-11-20"
ADDRESSES = (
    "3d3dx", "3d3dx-6ay26", "3d3dx-42k5y", "4hbab", "4hbab-wd86b", "4hbab-wxjbs", "c2d3y", "c2d3y-5dmb8", "c2d3y-ywt9w",
    "pkmkw", "pkmkw-75m68", "9s3dm", "9s3dm-jjm54", "9s3dm-82pd9",
)  # fmt: skip


def written(home: Path) -> str:
    """All forms of all addresses, and of the sources that notes among them cite."""
    settings = Settings(home, HOST)
    tables = [_table(settings, address) for address in ADDRESSES]
    return "\n".join([*tables, *(_table(settings, address, "--sources") for address in ("c2d3y-ywt9w", "9s3dm-82pd9"))])


def _table(settings: Settings, address: str, *options: str) -> str:
    lines = [f'["{" ".join((address, *options))}"]']
    for form in FORMS:
        ran = CliRunner().invoke(cite, [address, "--format", form, "--day", DAY, *options], obj=settings)
        assert ran.exit_code == 0, ran.output
        lines.append(f"{form} = '''\n{ran.stdout.replace(chr(13), '')}'''")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from archive.open import Archive
    from archive.store import Store
    from indexer.run import Build

    with TemporaryDirectory() as folder:
        store = Store.at(Path(folder))
        Build(Archive(store, Path(folder))).run([str(Path(__file__).parents[2] / "documents")])
        store.close()
        KEPT.write_text(written(Path(folder)), "utf-8", newline="\n")
    sys.stdout.write(f"{KEPT}\n")
