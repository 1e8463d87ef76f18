"""How does this name sound in Hangul, and do two names of any scripts sound alike?

Names are matched between scripts by sound: a word is read in Hangul by the rules of its script (외래어 표기법 for
Russian and Chinese, Sino-Korean for characters, the romanizations for Korean in Latin letters), and readings are
compared by ear. There is no list of names but `settled.csv`, for forms that usage has settled otherwise. Nothing here
knows the archive's words: `keys` says where to file one, `lookup` where to look, `likeness` whether what is found
there is the same name.
"""

from archive.phonetics.hanja import hanja_readings, is_sino_korean
from archive.phonetics.pronunciation import fingerprint, keys, lookup, sounds
from archive.phonetics.sounds_alike import LIKE, likeness
