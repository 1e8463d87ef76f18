"""What does the reader ask for? The query language: ours, small, and a public promise.

    북한 포탄                passages with these words; those with all of them first
    "저항의 축"              exactly these words, whatever the spacing
    미사일*                  words that begin so
    포탄 -미사일             without a word; also NOT
    포탄 AND 미사일, OR      both, either; brackets group
    제목:전망 연도:2023-2025  only where a field says so

Nothing that is typed is an error. What does not follow the language is taken as plain text, and a hint says so.

What counts:

- Operators are capital AND, OR, NOT standing alone. NOT binds closest, then words side by side, then AND, then OR.
- Straight and curly double quotes make a phrase where a word may begin; it ends at the next of them, so that a particle
  may follow (“저항의 축”은). Single quotes, 「」 and 『』 stay plain: Korean print puts them around titles and
  emphasis, and a pasted sentence should not become a row of demands. Inside a word every sign stays as typed.
- A minus leaves out what it touches, where it stands after a space or an opening bracket (KN-23 is one word).
- Brackets that open and close inside one word belong to it: 기구(CSTO).
- A star at the end of a word of letters and digits means any ending: after one Hangul syllable or Chinese character
  (핵* is a useful question), after two signs of any other script. Elsewhere it is plain.
- Signs in full width (：, （, ＂) count like those of the keyboard.

Two promises, held by tests: `parse` raises nothing, and `parse(str(parse(text))) == parse(text)` for every text.
"""

from archive.query.edits import AS_NAMED, FieldWriter, fields, with_field, without_field, words
from archive.query.fields import field_named, read_value, write_field, years
from archive.query.hints import message
from archive.query.limits import MAX_CLAUSES, MAX_LENGTH
from archive.query.parser import parse, too_many
from archive.query.syntax import syntax
from archive.query.tree import And, Field, Loose, Node, Not, Or, Prefix, Query, Quote, Word
