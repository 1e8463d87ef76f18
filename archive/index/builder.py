"""Is the search index in step with the store? Opens it, brings it up to date, makes it anew.

The index lies in a folder of the home whose name the store knows. A new one is built beside the old and takes its
place when it is whole, so that a running server never sees half an index.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from archive.analyzer import fingerprint
from archive.engine import FIELDS, IndexEntry, WhooshEngine
from archive.errors import StaleIndex
from archive.index.analysis import tokens_and_facets
from archive.index.facets import split_facets
from archive.knowledge import Knowledge
from archive.model import PassageKind
from archive.phonetics import fingerprint as sound_fingerprint
from archive.store import Indexed, Store
from archive.tokens import STREAMS

FOLDER = "index-{}"
BATCH = 2_000  # passages in memory at once

Progress = Callable[[int, int], None]


def open_index(store: Store, home: Path, knowledge: Knowledge) -> WhooshEngine:
    """The index that the store points to.

    Raises:
        StaleIndex: there is none yet, or another analyzer made it; the message says what to run.
    """
    name, made_with = store.setting("index"), store.setting("fingerprint")
    if name is None:
        raise StaleIndex('there is no search index yet: run "gakju index FOLDER"')
    if made_with != (today := _made_today(knowledge)):
        raise StaleIndex(f'the index was made with {made_with}, this is {today}: run "gakju index"')
    return WhooshEngine(home / name)


def _made_today(knowledge: Knowledge) -> str:
    """What an index and its lexicon are made with: the analyzer, and the sounds that words are filed under."""
    return f"{fingerprint(knowledge)}, {sound_fingerprint()}"


def begin(store: Store, knowledge: Knowledge) -> None:
    """Notes, in an archive without documents, which analyzer makes the tokens that are stored."""
    if not store.documents_ever():
        store.save_setting("tokens", fingerprint(knowledge))


def catch_up(store: Store, home: Path, knowledge: Knowledge, progress: Progress) -> int:
    """Brings the index up to date; rebuilds one that is missing, damaged or stale. Returns the passages written."""
    if store.setting("tokens") not in (None, fingerprint(knowledge)):  # an import brought some of another analyzer
        return rebuild(store, home, knowledge, progress)
    try:
        engine = open_index(store, home, knowledge)
    except StaleIndex:
        return rebuild(store, home, knowledge, progress)
    owed = store.queue.entries()
    if faults(store, engine):
        return rebuild(store, home, knowledge, progress)
    if not owed:
        return 0
    keys = [key for key, _, _ in owed]
    coming = [key for key, _, gone in owed if not gone]
    engine.update(_entries(store, coming, progress), removed=keys)
    store.queue.remove(keys)
    return len(owed)


def faults(store: Store, engine: WhooshEngine, deep: bool = True) -> list[str]:
    """What is wrong with an index: passages that are not in it, and where it is read `deep`, damaged files."""
    found = [f"{name} of the search index is damaged" for name in (engine.damaged() if deep else ())]
    held, due = engine.size(), store.queue.count_due()
    if due is not None and held != due:
        found.append(f"the search index holds {held:,} passages, the store {due:,}")
    return found


def rebuild(store: Store, home: Path, knowledge: Knowledge, progress: Progress, only: bool = False) -> int:
    """Makes the index and the lexicon anew from the stored tokens; those of another analyzer are made anew too.

    The one before is left, since a server may still be reading it, but where this shall be the `only` one: what was
    purged stands in it. A server that has it open keeps it until it takes the new one.
    """
    if store.setting("tokens") != fingerprint(knowledge):
        retokenize(store, knowledge)
        store.save_setting("tokens", fingerprint(knowledge))
    store.lexicon.clear()
    before = store.setting("index")
    number = int(before.rpartition("-")[2]) + 1 if before else 1
    name = FOLDER.format(number)
    shutil.rmtree(home / name, ignore_errors=True)
    store.queue.enqueue_all()
    owed = store.queue.entries()
    engine = WhooshEngine.create(home / name)
    coming = [key for key, _, gone in owed if not gone]
    engine.update(_entries(store, coming, progress), removed=())
    store.save_setting("index", name)
    store.save_setting("fingerprint", _made_today(knowledge))
    store.queue.remove([key for key, _, _ in owed])
    for old in home.glob(FOLDER.format("*")):
        if old.name != name and (only or old.name != before):
            shutil.rmtree(old, ignore_errors=True)
    return len(coming)


def retokenize(store: Store, knowledge: Knowledge) -> None:
    """Analyses and files every stored passage again: another analyzer, or an edited term base, gives other tokens."""
    for record in store.documents(withdrawn=True):
        passages = store.all_indexed(record.number)
        document = store.document(record.id).document
        ((streams, facets),) = tokens_and_facets([(document, [one.passage for one in passages])], knowledge)
        store.save_tokens(zip((one.passage for one in passages), streams, facets, strict=True))


def _entries(store: Store, keys: list[int], progress: Progress) -> Iterator[IndexEntry]:
    for start in range(0, len(keys), BATCH):
        found = store.indexed(keys[start : start + BATCH])
        records = {r.id: r.number for r in store.records_of({i.passage.document for i in found.values()})}
        places = {(records[i.passage.document], n) for i in found.values() for n in i.passage.context}
        contexts = store.contexts(sorted(places))
        store.lexicon.learn((i.passage, i.streams) for i in (*found.values(), *contexts.values()))
        for one in found.values():
            number = records[one.passage.document]
            yield entry(one, number, [contexts[number, n] for n in one.passage.context if (number, n) in contexts])
        progress(min(start + BATCH, len(keys)), len(keys))


def entry(indexed: Indexed, number: int, contexts: Iterable[Indexed]) -> IndexEntry:
    """A passage as engines take it."""
    fields: dict[str, Sequence[str]] = dict.fromkeys(FIELDS, ())
    above = [("title" if c.passage.kind is PassageKind.TITLE else "heading", c.streams) for c in contexts]
    for place, streams in [("text", indexed.streams), *above]:
        for stream in STREAMS:
            fields[f"{place}.{stream}"] = streams.terms(stream)
    terms, values, date = split_facets(indexed.facets)
    return IndexEntry(indexed.key, number, fields, (*terms, f"document:{indexed.passage.document}"), values, date)
