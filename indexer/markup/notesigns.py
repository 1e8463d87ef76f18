"""What do note marks look like, in print and in the names that a page gives them? The forms, and nothing of the tree.

A form alone decides nothing: `notelinks` asks where the link leads and whether a way leads back.
"""

import re

# Marks: 7, 7), (7), [7], 주7), 각주 7, 각주:7, *, †, iv, A, 가.  Source: the briefs, HWP's and Word's web export,
# MediaWiki (whose Korean groups count 가 나 다), Namuwiki, Tistory, Pandoc.
MARK = re.compile(
    r"[\[(（〔{]?\s*(?:주|각주|미주|note|fn)?\s*:?\s*"
    r"(\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z]|[가나다라마바사아자차카타파하])\s*[\])）〕}.:]{0,2}",
    re.IGNORECASE,
)
# A mark with a name of its own, as wikis print it; only with a way back from its note.
BRACKETED = re.compile(r"\[\s*([^\[\]]{1,20}?)\s*\]")
GROUPED = re.compile(r"(?!각주|미주)\S{1,12} \d{1,3}")  # [주 1]: a number of its own group, beside [1]
# Names of notes in addresses, ids and classes: fn1, fnref:1, _ftn1, _edn2, cite_note-3, footnote-4, sdfootnote5sym.
NAMED = re.compile(
    r"foot-?note|end-?note|note-?ref|cite_note|cite_ref|\b_?(ftn|edn|fn|en)(ref)?[-_:.]?\d|\br?fn[-_:.]|\bnote|각주|미주",
    re.I,
)
BACK = re.compile(r"[\s↩↑^⬆⏎\ufe0e\ufe0f]*|.{0,4}(돌아가기|본문으로|back to|return to|jump up).{0,20}", re.IGNORECASE)
# What a way back to a call prints: the note's mark, or which of its calls it means (1.2, 나).
COUNTED = re.compile(rf"{MARK.pattern}|{BRACKETED.pattern}|\d{{1,3}}\.\d{{1,3}}", re.IGNORECASE)
# Classes of what holds the ways back of a note, with signs and words between them: "↑ 가 나".
BACK_NAMES = re.compile(r"back-?link|back-?ref|footnote-back", re.IGNORECASE)
BETWEEN = re.compile(r"[\s\[\](){}（）〔〕,;·|/]*")  # what stands around marks, in print theirs
# What is left at the ends of a note when its own number and its ways back are taken out: "↑ ", "[] ", ". ".
REST = re.compile(r"^(?:[\s↑^⬆↩⏎]|\[\s*\]|\(\s*\)|[.):]\s)+|(?:[\s↑⬆↩⏎]|\[\s*\]|\(\s*\))+$")
# Role or class of a list of notes.
LISTS = re.compile(r"\b(doc-)?(foot|end)-?notes\b|\breflist\b|\b각주\b", re.IGNORECASE)
LIST_HEADING = re.compile(
    r"[\s<\[【(]*(각\s?주|미\s?주|주\s?석|주|註|후\s?주|(foot|end)?notes?)[\s>\]】):：]*", re.IGNORECASE
)
NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"))
# Classes of a note that stands inside its paragraph: shown in a box, in the margin, or moved to the foot by its style.
INSIDE = re.compile(
    r"(?:\S*[-_])?(?:footnote|endnote|sidenote|marginnote)s?(?:[-_]{1,2}(?:text|note|content|body|tooltip))?"
    r"|(?:\S*[-_])?tooltip[-_]*(?:text|content|body|inner)",
    re.IGNORECASE,
)
# A superscript number behind one of these may be a power or a formula: 10², km², CO₂; behind 한글, a bracket or a full
# stop it is a mark.
NO_EXPONENT = re.compile(r"[가-힣㐀-鿿.,!?;:”’\"'」』》〉)\]…。]\s*$|[^\W\d_]{4}\s*$")


def label_in(printed: str, mutual: bool = False) -> str | None:
    """The label in a mark. A name of its own is one only where a note leads back to what is named so (`mutual`)."""
    named = BRACKETED.fullmatch(printed) if mutual else None
    if named and GROUPED.fullmatch(named[1]):
        return named[1]
    found = MARK.fullmatch(printed) or named
    return found[1] if found else None
