"""Where is what we measure on? The evaluation's folder, and an archive of the five briefs made once."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from archive.export.json import export
from archive.open import Archive
from archive.search.results import SearchOptions
from archive.search.search import Search
from archive.store import Store
from indexer.run import Build


def evaluation() -> Path | None:
    """The folder that GAKJU_EVAL names, with `briefs/` and `eval/` in it; None where it is not set."""
    named = os.environ.get("GAKJU_EVAL")
    return Path(named).resolve() if named and (Path(named) / "eval").is_dir() else None


@cache
def briefs() -> Path:
    """A home with the five briefs indexed."""
    root = evaluation()
    assert root is not None
    home = Path(mkdtemp(prefix="gakju-quality-"))
    store = Store.at(home)
    assert Build(Archive(store, home)).run([str(root / "briefs")]).failed == []
    store.close()
    return home


def exported(folder: Path) -> None:
    """The exports of the briefs, as `gakju export` writes them."""
    store = Store.at(briefs())
    for record in store.documents():
        stored = store.document(record.id)
        text = json.dumps(export(stored.document, id=record.id), ensure_ascii=False)
        (folder / f"{Path(record.source).stem}.json").write_text(text, "utf-8")
    store.close()


def answers(queries: Path, limit: int = 10) -> list[dict[str, object]]:
    """The results of a file of queries, as `gakju search --batch` prints them."""
    store = Store.at(briefs())
    search = Search(store, briefs())
    lines = [json.loads(line) for line in queries.read_text("utf-8").splitlines() if line.strip()]
    found = [
        {
            "id": query["id"],
            "results": [hit.as_json(hit.address) for hit in search.search(SearchOptions(query["text"], limit)).hits],
        }
        for query in lines
    ]
    store.close()
    return found


def run(script: Path, *args: str | Path) -> str:
    """What a scorer of the evaluation prints."""
    done = subprocess.run([sys.executable, script, *args], capture_output=True, text=True, check=True)
    return done.stdout
