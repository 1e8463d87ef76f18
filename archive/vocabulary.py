"""Which words does a text have? Words of the archive as they are printed, and what they may be looked up by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.text import INITIALS, base_form, fold, han_words, is_han, is_hangul, simplified
from archive.tokens import Streams

LONGEST = 8  # syllables of a Korean word, 4 of a Chinese one: longer ones are no names
_KOREAN = re.compile(rf"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]{{2,{LONGEST}}}")
_FOREIGN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}|[\u0400-\u04ff]{2,}|[\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class LexiconWord:
    """A word of the archive: `form` is its case-folded form, without ё, `printed` one of its occurrences."""

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
            return tuple((char,) for char in simplified(self.form))
        return ((self.form if self.script == "hangul" else base_form(self.form),),)


def words_in(texts: Iterable[tuple[str, Streams]]) -> Iterator[LexiconWord]:
    """The words of texts with their tokens, each once as it is printed.

    Korean content words and compounds; Latin and Cyrillic words; Chinese characters in runs that may be a name.
    """
    terms, printed_words = dict[str, None](), dict[str, None]()
    for text, streams in texts:
        for stream in ("word", "compound"):
            terms.update(dict.fromkeys(streams.terms(stream)))
        for printed in _FOREIGN.findall(fold(text).text):
            printed_words.update(dict.fromkeys(_parted(printed)))
    for term in terms:
        if _KOREAN.fullmatch(term):
            yield LexiconWord(term, term, "hangul")
    for printed in printed_words:
        script = script_of(printed)
        if script != "han" or 2 <= len(printed) <= LONGEST // 2:
            yield LexiconWord(printed.casefold().replace("ё", "е"), printed, script)


def _parted(printed: str) -> Sequence[str]:
    """A word as it is printed, and the words of a run of Chinese characters that is too long for one."""
    return han_words(printed) if is_han(printed[0]) and len(printed) > LONGEST // 2 else (printed,)


def script_of(word: str) -> str:
    """What script a word begins in, as `LexiconWord` has it."""
    first = word[0]
    return "hangul" if is_hangul(first) else "han" if is_han(first) else "cyrillic" if first >= "\u0400" else "latin"


def initials(word: str) -> str:
    """The initial consonants of a Hangul word; "" for other words."""
    if not all("\uac00" <= c <= "\ud7a3" for c in word):
        return ""
    return "".join(INITIALS[(ord(c) - 0xAC00) // 588] for c in word)
