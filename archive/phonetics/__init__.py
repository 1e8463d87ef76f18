"""How does this name sound in Hangul, and do two names of any scripts sound alike?

Names are matched between scripts by sound: a word is read in Hangul by the rules of its script (외래어 표기법 for Russian
and Chinese, Sino-Korean for characters, the romanizations for Korean in Latin letters), and readings are compared by
ear. There is no list of names but `settled.csv`, for forms that usage has settled otherwise. Nothing here knows the
archive's words: `keys` says where to file one, `lookup` where to look, `likeness` whether what is found there is the
same name.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from archive.phonetics.hanja import hanja_readings
from archive.phonetics.likening import LIKE, likeness
from archive.phonetics.reading import Sound, keys, lookup, sounds

VERSION = 1  # of the rules: raise it whenever `keys` may file a word elsewhere


@cache
def fingerprint() -> str:
    """Changes whenever the same word may be filed under other keys: a lexicon of another fingerprint is stale."""
    tables = b"".join(files("archive.phonetics").joinpath(name).read_bytes() for name in ("settled.csv", "hanja.tsv"))
    return f"sounds {VERSION}.{sha256(tables).hexdigest()[:8]}"
