"""The list of sources keeps apart what different notes cite."""

from pathlib import Path

from click.testing import CliRunner

from archive.model.document import Citation, Document, Metadata, Note
from archive.settings import Settings
from archive.store import Store
from indexer.catalogue.cli import sources
from tests.webapp import world


def test_two_notes_of_one_label_cite_two_sources(tmp_path: Path) -> None:
    texts = ("예시신문, 3면.", "보기신문, 5면.")
    notes = tuple(
        Note("1", text, (n, n), citations=(Citation(0, 4, outlet=text[:4]),)) for n, text in enumerate(texts, 1)
    )
    store = Store.at(tmp_path)
    world.save(store, "two.txt", Document(Metadata(), (), notes, ()))
    store.close()
    printed = CliRunner().invoke(sources, obj=Settings(tmp_path)).output
    assert "2 sources, cited 2 times, in 2 outlets" in printed
