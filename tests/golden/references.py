"""References to the samples in every form. To renew `references.toml`: `python -m tests.golden.references`.

Of each document the document itself, and a passage, a row or a note; and a document that prints no title, by what
stands for it. Read the diff by eye before it is kept.
"""

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from archive.citing import ReferenceForm, refer, supplied_title
from archive.citing.styled import text_of
from archive.cli.references import FORMS, cite
from archive.model import Block, BlockKind, Document, Metadata
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
    sources = (_table(settings, address, "--sources") for address in ("c2d3y-ywt9w", "9s3dm-82pd9"))
    return "\n".join([*tables, *sources, *(_untitled(language) for language in ("ko", "en"))])


def _untitled(language: str) -> str:
    """A document that is called by a heading of it."""
    heading = {"ko": "2. 소금 창고의 화재와 보험", "en": "2. Fires of salt stores and their insurance"}[language]
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    data = Metadata(authors=("홍보기",), publisher="보기연구원", date="2025-03-24", language=language)
    document = Document(data, tuple(Block(kind, heading, (1, 1)) for kind in kinds), (), ())
    reference = refer("7k4m2", replace(data, supplied=supplied_title(document)), f"{HOST}/d/7k4m2", DAY)
    lines = [f'["untitled, {language}"]']
    for name, form in FORMS.items():
        said = text_of(form.write(reference)) + "\n" if isinstance(form, ReferenceForm) else form.write([reference])
        lines.append(f"{name} = '''\n{said.replace(chr(13), '')}'''")
    return "\n".join(lines) + "\n"


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
