"""Was a line broken inside a word, or between two words? Joins the printed lines of a paragraph.

Three answers, the surest first. Many files keep the space that stood at the break at the end of the line: where they
do, it decides. Marks, figures and foreign words follow rules of setting type: a table. The rest is weighed by Kiwi, by
the parts of speech and by the document's own words (`indexer.lines.evidence`). Nothing is mended but the break itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from indexer.lines.evidence import analyze_breaks, document_decides, evidence, weigh
from indexer.lines.vocabulary import Vocabulary, words_at_break

Join = tuple[str, str]

SPACE, GLUE = "space", "glue"
LOST_SPACE = "model, against a missing trailing space"
SEEN = 200  # code points on both sides that the rules look at, so that no line costs more than its length
SURE = 2.0  # log odds that overrule a trailing space in a file that prints one at the end of every line
# Log odds that cut a word in a file that ends its lines between words: false ones reach 8.5, in a brief true ones begin
# at 9.3.
CUT_ALL_THE_SAME = 9.0
# Share of line ends between two syllables that the model reads as one word: 0 to 0.09 where a program breaks lines
# between words, 0.47 and more where it breaks them anywhere. Ten line ends tell.
CUT_SHARE, CUT_SEEN = 0.25, 10
SAMPLE = 80  # line ends that are looked at
LATIN_CUT = 0.1  # of the line ends between Latin letters can only stand within a word, where words are cut anywhere
FEW = 3  # lines with a trailing space that may be chance; the four briefs that use it have 109 to 180


@dataclass(frozen=True, slots=True)
class JoinRule:
    """A join that can be seen in the characters at the break: both patterns must match."""

    name: str
    left: str  # searched for at the end of the line above
    right: str  # matched at the beginning of the line below
    join: str
    example: str
    habit: tuple[str, str] | None = None  # glued and spaced: the document's own way decides, where it shows one
    fixed_width: bool = False  # only in a file whose lines were cut by counting characters
    typeset: bool = False  # only where lines are known to be broken by setting type


# Particles, forms of 이다 and endings are written to the word before them: no eojeol is one (맞춤법 제2항, 제41항).
_ALONE = (
    r"[‘“]?(?:[을를의와과은는]|에서?|에게|으로|이?라[고는며]|이(?:다|며|고|었다|므로|지만)|입니다"
    r"|다(?=[.,])|다[고는며]|지만|면서|으면서?|으며|거나|기에)(?=[\s,.]|$)"
)

# The first row that matches decides. A typesetter keeps marks with their words and breaks foreign words at hyphens
# only (Unicode line breaking, UAX 14). How often each row was right: tests/quality/joins.
RULES = (
    JoinRule("address", r"(?:https?://|www\.)\S+$", r"[A-Za-z0-9.~-]*(?:[/=&?%#_\d]|\.[a-z])", GLUE,
        "https://exam|ple.kr"),
    JoinRule("address", r"(?:https?://|www\.)\S*[/=&?%#_-]$", r"[A-Za-z0-9]", GLUE, "https://example.kr/|news"),
    JoinRule("address", r"(?:https?://|www\.)\S*/$", r"\(", SPACE, "https://example.kr/news/|(검색일"),
    JoinRule("opening mark", r"[(\[{「『《〈<«“‘△]$", r"", GLUE, "조약(|이하"),
    JoinRule("closing mark", r"", r"[)\]}」』》〉>»”’]|[,.;:?!%](?!\d)|…", GLUE, "협력|’을"),
    JoinRule("sentence end", r"[가-힣][.?!]$", r"[^\"'\s]", SPACE, "회담이 열렸다.|이후"),
    JoinRule("particle alone", r"[^\W\d_]$|[)\]」』》〉”’]$", _ALONE, GLUE, "金正恩|의 방문"),
    JoinRule("date", r"(?<!\d)(?:1[89]|20)\d\d\.(?:\s?\d\d?\.)?$", r"\d\d?\D", SPACE, "(2023.|9. 14)",
        habit=(r"\d{4}\.\d", r"\d{4}\. \d")),
    JoinRule("ordinal", r"(?:^|\s)제$", r"\d", GLUE, "결의 제|2375호",
        habit=(r"(?<![가-힣])제\d", r"(?<![가-힣])제 \d")),
    JoinRule("numeral", r"\d여$", r"[십백천만억조](?![가-힣]{2})", GLUE, "800여|만 발"),
    JoinRule("thousands", r"(?<!\d)\d{1,3},$", r"\d{3}(?!\d)", GLUE, "12,|000명"),
    JoinRule("number", r"\d[.:]?$", r"\d", GLUE, "20|24년"),
    JoinRule("comma", r"[,;:]$", r"", SPACE, "외교,|경제", habit=(r"[^\W\d],(?=[^\W\d])", r", ")),
    JoinRule("spaced dash", r"\s[-–—~/·]$", r"", SPACE, "서울 -|부산", habit=(r" [-–—]\S", r" [-–—] ")),
    JoinRule("dash", r"[-–—~/·‧]$", r"", GLUE, "한-|미"),
    JoinRule("spaced dash", r"", r"[-–—~/]\s", SPACE, "서울|- 부산"),
    JoinRule("dash", r"", r"[-–—~/·‧]", GLUE, "북-중|-러"),
    JoinRule("opening quote", r"[\w)\]」』》〉”’]$", r"[“‘「『《〈«]", SPACE, "새로|‘조약’을",
        habit=(r"\w[“‘「『《〈«]", r"\w [“‘「『《〈«]")),
    JoinRule("opening quote", r"(?:^|\s)[\"']$", r"", GLUE, '장관은 "|조약'),
    JoinRule("closing quote", r"", r"[\"'](?:[\s,.)]|$|라고|라는|이라|(?:고|로|를|을|은|는|의|와|과|에)\s)", GLUE,
        '장관은 "조약|"을 언급'),
    JoinRule("sentence end", r"[가-힣][.?!]$", r"[\"']\w", SPACE, '열렸다.|"조약'),
    JoinRule("cut letter", r"(?<![^\W\d_]|[’'])[B-HJ-Zb-hj-z]$", r"[a-z]", GLUE, "J|ournal"),
    JoinRule("cut letter", r"[A-Za-z]$", r"[b-hj-z](?![A-Za-z])", GLUE, "Journa|l"),
    JoinRule("no vowel", r"(?<![^\W\d_]|[’'])[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]+$", r"[a-z]", GLUE, "Str|ait"),
    JoinRule("no vowel", r"[a-z]$", r"[b-df-hj-np-tv-xz]+(?![A-Za-z])", GLUE, "Repo|rt"),
    JoinRule("cut letter", r"(?<![^\W\d_])[БГДЕЖЗЛМНПРТФХЦЧШЩЭЮбгдезлмнпртфхцчшщэю]$", r"[а-яё]", GLUE, "Р|овно"),
    JoinRule("cut letter", r"[А-Яа-яё]$", r"[гдезйлмнпртфхцчшщъыьэю](?![^\W\d_])", GLUE, "поезд|ы"),
    JoinRule("acronym", r"(?<![A-Za-z])[A-Z]{1,3}$", r"[A-Z]{1,3}(?![A-Za-z])", GLUE, "IC|BM"),
    JoinRule("cut word", r"[A-Za-z]$", r"[a-z]", GLUE, "Jour|nal", fixed_width=True),
    JoinRule("foreign sentence", r"(?:[^\W_가-힣㐀-鿿ぁ-ヿ][.?!)\]»”]|[^\W_가-힣㐀-鿿ぁ-ヿ][)\]»”][.,]?|\d)$",
        r"[<«“(]?[^\W\d_가-힣㐀-鿿ぁ-ヿ]", SPACE, "26 тыс.|строителей", typeset=True),
    JoinRule("foreign words", r"[^\W\d_가-힣㐀-鿿ぁ-ヿ]$", r"[^\W\d_가-힣㐀-鿿ぁ-ヿ]", SPACE, "The|Journal"),
)  # fmt: skip

# A typesetter lets no line begin or end with these: such lines were cut by counting characters.
_HUNG = re.compile(r"[,.)\]}」』》〉»”’]|.*[(\[{「『《〈«“‘]$")
_SPACED = re.compile(r"[,;:을를의]\s*$")  # what a space follows nearly always: a mark, the commonest particles


class BreakClassifier:
    """Tells a space from a cut word at the line breaks of one document; `lines` are all its printed lines, raw."""

    def __init__(self, lines: Sequence[str], lost_spaces: bool = False, typeset: bool = False) -> None:
        """`lost_spaces`: the file breaks its lines between words, so where the model parts two words a space was lost.
        `typeset`: they are those of printed pages, known not to be cut by counting characters.

        Source: one line end of a brief of 130, the only one that its trailing spaces tell wrong.
        """
        self._printed = tuple(line for line in lines if line.strip())
        self._lost_spaces = lost_spaces
        self._keeps_spaces = _keeps_spaces(self._printed)
        self._padded = sum(map(_trails, self._printed)) > 0.95 * len(self._printed)  # a space ends every line
        self._typeset = typeset
        self._fixed_width = (
            not typeset and sum(bool(_HUNG.match(line.strip())) for line in self._printed) > len(self._printed) / 100
        )
        self.trailing_decides = self._keeps_spaces and not self._padded

    @cached_property
    def words(self) -> Vocabulary:
        """The document's own words, counted at the first break that no trailing space decides."""
        return Vocabulary(self._printed)

    def classify(self, left: str, right: str) -> Join:
        """Says how `right`, the printed line after `left` in the same paragraph, continues it, and what decided."""
        return self.classify_all([(left, right)])[0]

    def classify_all(self, pairs: Iterable[tuple[str, str]]) -> list[Join]:
        """The same for many pairs at once, which Kiwi reads faster than one by one."""
        pairs = list(pairs)
        if self.trailing_decides:
            return [self._by_trailing_space(left, right) for left, right in pairs]
        stripped = [(left.strip(), right.strip()) for left, right in pairs]
        ruled = [self.by_rule(left, right) for left, right in stripped]
        weighed = iter(self.by_weight([pair for pair, join in zip(stripped, ruled, strict=True) if join is None]))
        return [join or next(weighed) for join in ruled]

    def _by_trailing_space(self, left: str, right: str) -> Join:
        if not _trails(left) and self._lost_spaces:
            pair = (left.strip(), right.strip())
            join, _ = self.by_rule(*pair) or self.by_weight([pair])[0]
            if join == SPACE:
                return SPACE, LOST_SPACE
        return (SPACE if _trails(left) else GLUE), "trailing space"

    def by_weight(self, pairs: Sequence[tuple[str, str]]) -> list[Join]:
        """The joins of stripped lines by what Kiwi, the parts of speech and the document's words say together."""
        joins = []
        least = SURE if self._padded else 0.0
        for pair, analysis in zip(pairs, analyze_breaks(pairs), strict=True):
            seen = evidence(*pair, analysis, self.words)
            weight = weigh(seen)
            if least < weight <= CUT_ALL_THE_SAME and self.between_words and _syllables(*pair):
                joins.append((SPACE, "lines end between words"))
                continue
            joins.append((GLUE if weight > least else SPACE, "document" if document_decides(seen) else "model"))
        return joins

    def cut_odds(self, left: str, right: str) -> float:
        """The log odds that two stripped lines meet within one word; `SURE` is enough.

        Only Hangul tells, and only where the file does not say it by its trailing spaces.
        """
        if self.trailing_decides or not _syllables(left, right):
            return -SURE
        return weigh(evidence(left, right, next(iter(analyze_breaks([(left, right)]))), self.words))

    @cached_property
    def between_words(self) -> bool:
        """Whether the lines of this file end between words: the model finds hardly a Korean word cut in two.

        Not asked where trailing spaces tell as much.
        """
        if self._keeps_spaces:
            return False
        full = _full(self._printed)
        pairs = [pair for pair in full if _syllables(*pair)][:SAMPLE]
        cut = sum(
            weigh(evidence(*pair, seen, self.words)) > 0
            for pair, seen in zip(pairs, analyze_breaks(pairs), strict=True)
        )
        return len(pairs) >= CUT_SEEN and cut < CUT_SHARE * len(pairs)

    @cached_property
    def cuts_latin(self) -> bool:
        """Whether this file cuts Latin words between any two letters: many of its line ends can only be such cuts."""
        pairs = [pair for pair in _full(self._printed) if _LATIN_BREAK.fullmatch(pair[0][-1:] + pair[1][:1])]
        rules = [rule for rule in RULES if rule.name in _CUTS]
        cut = sum(
            self._prints_whole(*words_at_break(left, right))
            or any(re.search(rule.left, left) and re.match(rule.right, right) for rule in rules)
            for left, right in pairs
        )
        return cut >= FEW and cut > LATIN_CUT * len(pairs)

    def by_rule(self, left: str, right: str) -> Join | None:
        """The join by the first rule of the table that matches two stripped lines; None where none does."""
        left, right = left[-SEEN:], right[:SEEN]
        if self._prints_whole(*words_at_break(left, right)):
            return GLUE, "document"
        if _LATIN_BREAK.fullmatch(left[-1:] + right[:1]) and self.cuts_latin:
            return (SPACE if self._two_words(*words_at_break(left, right)) else GLUE), "words are cut anywhere"
        for rule in RULES:
            if (
                (self._fixed_width or not rule.fixed_width)
                and (self._typeset or not rule.typeset)
                and re.search(rule.left, left)
                and re.match(rule.right, right)
            ):
                return self._as_printed(rule), rule.name
        return None

    def _prints_whole(self, last: str, first: str) -> bool:
        """Whether two runs of Latin letters are one word that the document prints elsewhere."""
        latin = (last + first).isascii() and last[-1:].isalpha() and first[:1].isalpha()
        return latin and self.words.count_beginning(last + first) > 0

    def _two_words(self, last: str, first: str) -> bool:
        """Whether the document prints these Latin letters whole: both runs, or one too long to be a part by chance."""
        known = [half for half in (last, first) if self.words.count_whole(half)]
        return len(known) == 2 or any(len(half) > 2 for half in known)

    def _as_printed(self, rule: JoinRule) -> str:
        odds = self.words.matches(*rule.habit) if rule.habit else 0.0
        if abs(odds) < 1.5:  # seen less than twice more often one way than the other
            return rule.join
        return GLUE if odds > 0 else SPACE


_CUTS = frozenset(("cut letter", "no vowel"))
_LATIN_BREAK = re.compile("[A-Za-z][a-z]")


def _syllables(left: str, right: str) -> bool:
    return "가" <= left[-1:] <= "힣" and "가" <= right[:1] <= "힣"


def _full(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Each full line with the next one, both stripped."""
    stripped = [line.strip() for line in lines]
    lengths = sorted(map(len, stripped))
    full = 0.8 * lengths[len(lengths) * 9 // 10] if lengths else 0.0
    return [(left, right) for left, right in pairwise(stripped) if len(left) >= full]


def _trails(line: str) -> bool:
    return line.endswith((" ", "\t", "\u00a0", "\u3000"))


def _keeps_spaces(lines: Sequence[str]) -> bool:
    """Whether trailing spaces tell the joins: more than a few, and they stand where a space is nearly sure."""
    trailing = sum(map(_trails, lines))
    sure = [_trails(line) for line in lines if _SPACED.search(line)]
    if len(sure) < FEW:
        return trailing >= max(FEW, len(lines) / 4)
    return trailing >= FEW and sum(sure) >= 0.7 * len(sure)
