"""What is written here? Letters, words, languages, dates and quantities of four languages. Pure."""

from archive.text.answer_kinds import DATE, Question, held, questions
from archive.text.chinese import dictionary, han_edges, han_words, has_han_word, simplified
from archive.text.csv import guard, unguard
from archive.text.dates import TO, PrintedDate, date_at, find_dates, full_year, parse_date
from archive.text.exchanges import exchanged
from archive.text.folding import APOSTROPHES, JOINERS, STATES, bare, clusters, digest_letters, fold, is_han, is_hangul
from archive.text.inflection import base_form, beginnings, is_cyrillic, paradigms, paradigms_of_headword, same_word
from archive.text.keyboard import DOUBLE, FINALS, INITIALS, KEYS, SHIFTED, VOWELS, hangul, on_other_layouts
from archive.text.language import DOCUMENT, language_of
from archive.text.mapped import MappedText
from archive.text.once import Once
from archive.text.kiwi_analysis import Morpheme, is_name, is_noun, kiwi, morphemes, spaced, without_particles
from archive.text.spelling_variants import variants
from archive.text.stopwords import asks_nothing
