"""Which words does this archive have? Its own vocabulary, filed by sound, by beginning and by initial consonants.

Names are matched between scripts only against words that really stand in the archive: a rule that turns Lavrov into
several Hangul spellings need not know which is right. The lexicon is filled from the passages' stored tokens whenever
the index takes them in; a word whose passages are gone stays until the index is made anew, and is then found nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, delete, insert, select

from archive.analyzer import Streams
from archive.folding import fold, is_han, is_hangul
from archive.passage import Passage
from archive.sounds import keys
from archive.stemming import stem
from archive.store import Store
from archive.store.schema import sounds, words

LONGEST = 8  # syllables of a Korean word, 4 of a Chinese one: longer ones are no names
CHUNK = 400  # rows in one statement: every database's limit on values is above it
_FOREIGN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}|[\u0400-\u04ff]{2,}|[\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the archive: `form` is its case-folded form, `printed` one of its occurrences."""

    form: str
    printed: str
    script: str

    @property
    def named(self) -> bool:
        """May it be a name? Latin and Cyrillic words in small letters are not filed by sound."""
        return self.script in ("hangul", "han") or self.printed[0].isupper()

    @property
    def terms(self) -> tuple[tuple[str, ...], ...]:
        """The word as places of the word stream."""
        if self.script == "han":
            return tuple((char,) for char in self.form)
        return ((self.form if self.script == "hangul" else stem(self.form),),)


class Lexicon:
    """The vocabulary kept in a store. Every question is one or two queries of the database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sounding(self, asked: Iterable[str]) -> list[Word]:
        """The words filed under any of these keys of sound."""
        found: dict[str, Word] = {}
        with self._store.reading() as connection:
            for part in _parts(sorted(set(asked))):
                query = select(words).join(sounds, sounds.c.form == words.c.form).where(sounds.c.key.in_(part))
                found.update((row.form, Word(row.form, row.printed, row.script)) for row in connection.execute(query))
        return list(found.values())

    def known(self, forms: Iterable[str]) -> dict[str, Word]:
        """Those of these words that the archive has, by form."""
        with self._store.reading() as connection:
            return {
                row.form: Word(row.form, row.printed, row.script)
                for part in _parts(sorted(set(forms)))
                for row in connection.execute(select(words).where(words.c.form.in_(part)))
            }

    def starting(self, prefix: str, limit: int) -> list[Word]:
        """Words that begin so, the shortest first; initial consonants alone (ㄹㅂㄹ) stand for syllables."""
        consonants = all("\u3131" <= c <= "\u314e" for c in prefix)
        clean = prefix if consonants else fold(prefix).text.casefold()
        if not clean:
            return []
        column = words.c.initials if consonants else words.c.form
        after = clean + "\U0010ffff"
        with self._store.reading() as connection:
            rows = connection.execute(select(words).where((column >= clean) & (column < after)))
            found = [Word(row.form, row.printed, row.script) for row in rows]
        return sorted(found, key=lambda word: (len(word.form), word.form))[:limit]

    def clear(self) -> None:
        """Forgets every word."""
        with self._store.writing() as connection:
            connection.execute(delete(sounds))
            connection.execute(delete(words))

    def learn(self, passages: Iterable[tuple[Passage, Streams]]) -> None:
        """Takes in the words of these passages."""
        found: dict[str, Word] = {}
        for passage, streams in passages:
            for word in words_in(passage.text, streams):
                if word.form not in found or word.named:
                    found[word.form] = word
        with self._store.writing() as connection:
            for part in _parts(sorted(found)):
                rows = connection.execute(select(words.c.form, words.c.printed).where(words.c.form.in_(part)))
                have = {row.form: row.printed for row in rows}
                renamed = [form for form in have if found[form].named and have[form] == form != found[form].printed]
                connection.execute(delete(words).where(words.c.form.in_(renamed)))
                _file(connection, [found[form] for form in part if form not in have or form in renamed])


def _file(connection: Connection, new: Sequence[Word]) -> None:
    if not new:
        return
    connection.execute(insert(words), [
        {"form": w.form, "printed": w.printed, "script": w.script, "initials": initials(w.form)} for w in new
    ])  # fmt: skip
    filed = [{"key": key, "form": w.form} for w in new if w.named for key in _keys(w.printed)]
    if filed:
        connection.execute(insert(sounds), filed)


@lru_cache(maxsize=100_000)
def _keys(printed: str) -> frozenset[str]:
    return keys(printed)


def words_in(text: str, streams: Streams) -> Iterator[Word]:
    """Korean content words and compounds; Latin and Cyrillic words; Chinese characters in runs that may be a name."""
    for stream in ("word", "compound"):
        for token in streams[stream]:
            if 1 < len(token.term) <= LONGEST and all(map(is_hangul, token.term)):
                yield Word(token.term, token.term, "hangul")
    for match in _FOREIGN.finditer(fold(text).text):
        printed = match.group()
        script = "han" if is_han(printed[0]) else "cyrillic" if printed[0] >= "\u0400" else "latin"
        if script != "han" or 2 <= len(printed) <= LONGEST // 2:
            yield Word(printed.casefold(), printed, script)


def initials(word: str) -> str:
    """The initial consonants of a Hangul word; "" for other words."""
    if not all("\uac00" <= c <= "\ud7a3" for c in word):
        return ""
    return "".join("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[(ord(c) - 0xAC00) // 588] for c in word)


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
