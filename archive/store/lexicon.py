"""Which words does this archive have? Its own vocabulary, filed by sound, by beginning and by initial consonants.

Names are matched between scripts only against words that really stand in the archive: a rule that turns Lavrov into
several Hangul spellings need not know which is right. The lexicon is filled from the passages' stored tokens whenever
the index takes them in; a word whose passages are gone stays until the index is made anew, and is then found nowhere.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select

from archive.model import Passage
from archive.phonetics import keys
from archive.store.codec import unpack
from archive.store.connection import Database, chunks, insert_all
from archive.store.schema import passages, sounds, words
from archive.text import fold
from archive.tokens import Streams
from archive.vocabulary import LexiconWord, initials, words_in

BATCH = 500  # passages read at once
_WORD = (words.c.form, words.c.printed, words.c.script)
_keys = lru_cache(maxsize=100_000)(keys)


_KNOWN = select(*_WORD).where(words.c.form.in_(bindparam("values", expanding=True)))
_SOUNDING = (
    select(sounds.c.key, *_WORD)
    .join(sounds, sounds.c.form == words.c.form)
    .where(sounds.c.key.in_(bindparam("values", expanding=True)))
)
_BEGINNING = select(words.c.form).where(
    words.c.script == "cyrillic", words.c.form >= bindparam("first"), words.c.form < bindparam("after")
)


class Lexicon:
    """The vocabulary kept in a store. Every question is one or two queries of the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sounding(self, keys: Iterable[str], korean: bool | None = None) -> dict[str, list[LexiconWord]]:
        """The words filed under each of these keys of sound: all of them, only those in Hangul, or only the others."""
        found: dict[str, list[LexiconWord]] = {}
        query = _SOUNDING if korean is None else _SOUNDING.where((words.c.script == "hangul") == korean)
        for row in self._having(query, keys):
            found.setdefault(row.key, []).append(LexiconWord(row.form, row.printed, row.script))
        return found

    def known(self, forms: Iterable[str]) -> dict[str, LexiconWord]:
        """Those of these words that the archive has, by form."""
        return {row.form: LexiconWord(row.form, row.printed, row.script) for row in self._having(_KNOWN, forms)}

    def _having(self, query: Select[Any], values: Iterable[str]) -> list[Row[Any]]:
        with self._database.read_transaction() as connection:
            sought = chunks(sorted(set(values)))
            return [row for part in sought for row in connection.execute(query, {"values": part})]

    def beginning(self, prefixes: Iterable[str]) -> list[str]:
        """The forms of Cyrillic words that begin with any of these, in order."""
        with self._database.read_transaction() as connection:
            ranges = ({"first": one, "after": f"{one}\U0010ffff"} for one in sorted(prefixes))
            return sorted({form for one in ranges for form in connection.execute(_BEGINNING, one).scalars()})

    def starting(self, prefix: str, limit: int) -> list[LexiconWord]:
        """Words that begin so, the shortest first; initial consonants alone (ㄹㅂㄹ) stand for syllables."""
        consonants = all("\u3131" <= c <= "\u314e" for c in prefix)
        clean = prefix if consonants else fold(prefix).text.casefold()
        found = self._read(_between(clean, clean + "\U0010ffff", consonants)) if clean else []
        return sorted(found, key=lambda word: (len(word.form), word.form))[:limit]

    def between(self, first: str, after: str, by_initials: bool, limit: int) -> list[LexiconWord]:
        """The shortest words whose form, or initials, are not before `first` and before `after`."""
        query = _between(first, after, by_initials).order_by(func.length(words.c.form), words.c.form)
        return self._read(query.limit(limit))

    def _read(self, query: Select[tuple[str, str, str]]) -> list[LexiconWord]:
        with self._database.read_transaction() as connection:
            return [LexiconWord(row.form, row.printed, row.script) for row in connection.execute(query)]

    def clear(self) -> None:
        """Forgets every word."""
        with self._database.write_transaction() as connection:
            connection.execute(delete(sounds))
            connection.execute(delete(words))

    def learn(self, learnt: Iterable[tuple[Passage, Streams]]) -> None:
        """Takes in the words of these passages."""
        found: dict[str, LexiconWord] = {}
        for word in words_in((passage.text, streams) for passage, streams in learnt):
            if word.form not in found or word.named:
                found[word.form] = word
        with self._database.write_transaction() as connection:
            for part in chunks(sorted(found)):
                rows = connection.execute(select(words.c.form, words.c.printed).where(words.c.form.in_(part)))
                have = {row.form: row.printed for row in rows}
                renamed = [form for form in have if found[form].named and have[form] == form != found[form].printed]
                if renamed:
                    connection.execute(delete(words).where(words.c.form.in_(renamed)))
                _file(connection, [found[form] for form in part if form not in have or form in renamed])


def _between(first: str, after: str, by_initials: bool) -> Select[tuple[str, str, str]]:
    column = words.c.initials if by_initials else words.c.form
    return select(*_WORD).where((column >= first) & (column < after))


def _file(connection: Connection, new: Sequence[LexiconWord]) -> None:
    rows = [{"form": w.form, "printed": w.printed, "script": w.script, "initials": initials(w.form)} for w in new]
    insert_all(connection, words, rows)
    filed = [{"key": key, "form": w.form} for w in new if w.named for key in _keys(w.printed)]
    insert_all(connection, sounds, filed)


def strike(connection: Connection) -> None:
    """Strikes out what no passage says any more: words of every revision that a purged document ever had."""
    said: set[str] = set()
    query = select(passages.c.text, passages.c.tokens).execution_options(yield_per=BATCH)
    for text, tokens in connection.execute(query):
        said.update(word.form for word in words_in([(text, unpack(tokens, text))]))
    gone = [form for form in connection.execute(select(words.c.form)).scalars() if form not in said]
    for part in chunks(gone):
        connection.execute(delete(sounds).where(sounds.c.form.in_(part)))
        connection.execute(delete(words).where(words.c.form.in_(part)))
