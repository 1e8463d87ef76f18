"""Is an answer right? Weighs it against the letters that were cited and where they stand today.

A passage *carries* what was cited by the origins of its letters. What is the same is told by the letters alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

from tests.quality.chains.traced import NOWHERE, RAISED, letters_of
from tests.quality.chains.world import FAILED, Answer, Cited, Standing

FOREIGN_OF_SHOWN = 0.2  # a passage that holds less of its own letters in common with what was cited ...
FOREIGN_OF_CITED = 0.3  # ... and less of the cited ones is foreign
MAPPED = 0.5  # so many letters of a passage must have an origin before origins are trusted
FEW = 3  # letters: with fewer a text ("3", "가") is found inside any other by chance
LONG = 12  # letters from which on words are not found inside others by chance


class Verdict(StrEnum):
    RIGHT = "right"
    FOREIGN = "foreign"  # a passage is shown that holds hardly any of the cited words
    MISLED = "misled"  # a passage is shown that has similar words but is another
    LOST = "lost"  # the words stand, and are not shown
    EXTRA = "extra"  # others are shown besides
    LABEL = "wrong label"  # the right passages under the wrong status
    AMBIGUOUS = "ambiguous"  # called ambiguous though the words stand once
    BYTES = "bytes"  # what was cited is not shown byte for byte
    FAILED = "failed"  # indexing or resolving ended in an error


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    expected: str


class Today:
    """What stands in the archive, found by letters and by origin."""

    def __init__(self, standing: Sequence[Standing]) -> None:
        self.standing = standing
        self._by_key = {(one.document, one.passage): one for one in standing}

    @cached_property
    def by_letters(self) -> dict[str, list[Standing]]:
        found: dict[str, list[Standing]] = defaultdict(list)
        for one in self.standing:
            found[one.letters].append(one)
        return found

    @cached_property
    def by_origin(self) -> dict[int, list[int]]:
        """Which passages hold a letter, as positions in `standing`."""
        found: dict[int, list[int]] = defaultdict(list)
        for position, one in enumerate(self.standing):
            for origin in set(one.origins) - {NOWHERE}:
                found[origin].append(position)
        return found

    @cached_property
    def documents(self) -> dict[str, str]:
        """The letters of each document, its passages one after the other."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.standing:
            found[one.document].append(one.letters)
        return {document: "".join(texts) for document, texts in found.items()}

    def at(self, document: str, passage: str) -> Standing | None:
        return self._by_key.get((document, passage))


@dataclass(slots=True)
class _Seen:
    """A passage that an answer shows."""

    document: str
    letters: str
    origins: frozenset[int]
    stands: bool  # among the passages of today


class _Case:
    def __init__(self, cited: Cited, answer: Answer, today: Today) -> None:
        self.cited, self.answer, self.today = cited, answer, today
        self.origins = frozenset(cited.origins) - {NOWHERE}
        self.traceable = len(self.origins) >= MAPPED * max(1, len(cited.letters))
        self.shown = [self._seen(one.document, one.passage, one.text) for one in answer.shown]
        self.equal = today.by_letters.get(cited.letters, [])
        self.own = [one for one in self.equal if not self.traceable or self.origins & set(one.origins)]
        self.held = Counter(at for origin in self.origins for at in today.by_origin.get(origin, ()))

    def _seen(self, document: str, passage: str, text: str) -> _Seen:
        standing = self.today.at(document, passage)
        letters = letters_of(text)
        known = standing is not None and standing.letters == letters
        origins = frozenset(standing.origins) - {NOWHERE} if standing and known else frozenset[int]()
        return _Seen(document, letters, origins, known)

    @cached_property
    def whole(self) -> list[Standing]:
        """The passages, one after the other, across which the cited words stand whole; none where they do not."""
        spans = [span for document in self.today.documents for span in self._spans(document)]
        if not self.traceable:
            return spans[0] if len(spans) == 1 and len(self.cited.letters) >= LONG else []
        share = [(len(self.origins & {o for one in span for o in one.origins}), span) for span in spans]
        best = max(share, key=lambda pair: pair[0], default=(0, []))
        return best[1] if best[0] >= 0.9 * len(self.origins) else []

    def _spans(self, document: str) -> list[list[Standing]]:
        text, wanted = self.today.documents[document], self.cited.letters
        passages = [one for one in self.today.standing if one.document == document and one.letters]
        spans, at = [], text.find(wanted) if wanted else -1
        while at >= 0:
            span, start = [], 0
            for one in passages:
                end = start + len(one.letters)
                if start < at + len(wanted) and end > at:
                    span.append(one)
                start = end
            spans.append(span)
            at = text.find(wanted, at + 1)
        return spans

    @cached_property
    def survivor(self) -> Standing | None:
        """The one passage in which most of the cited words stand in few pieces."""
        if not self.traceable or not self.held:
            return None
        position, held = self.held.most_common(1)[0]
        one = self.today.standing[position]
        there = [origin in set(one.origins) and origin != NOWHERE for origin in self.cited.origins]
        inside = there[there.index(True) : len(there) - there[::-1].index(True)]
        runs = sum(1 for i, yes in enumerate(inside) if yes and (i == 0 or not inside[i - 1]))
        few = runs <= 2 + len(there) / 12
        return one if held >= 0.45 * len(there) and held >= 0.7 * len(inside) and few else None

    def fits(self, seen: _Seen) -> bool:
        """Whether a passage that is shown carries what was cited."""
        if seen.letters == self.cited.letters:
            return True
        if not self.traceable or not seen.stands:
            return self.alike(seen)
        held = len(self.origins & seen.origins)
        if held >= FOREIGN_OF_SHOWN * len(seen.letters) or held >= FOREIGN_OF_CITED * len(self.cited.letters):
            return True
        return any(one.letters == seen.letters for one in self.whole) and held > 0

    def alike(self, seen: _Seen) -> bool:
        """Whether the words, whoever's they are, are those that were cited, or some of them."""
        same = common(self.cited.letters, seen.letters)
        return same >= FOREIGN_OF_SHOWN * len(seen.letters) or same >= FOREIGN_OF_CITED * len(self.cited.letters)

    @cached_property
    def coverage(self) -> float:
        """How much of what stands of the cited letters is shown."""
        available = sum(1 for origin in self.origins if origin in self.today.by_origin)
        shown = len(self.origins & {origin for seen in self.shown for origin in seen.origins})
        return shown / available if available else 1.0

    @property
    def expected(self) -> str:
        if self.own:
            return f"same: {self.own[0].text}"
        if self.whole:
            return " / ".join(one.text for one in self.whole)
        if self.survivor:
            return f"revised: {self.survivor.text}"
        parts = [self.today.standing[at].text for at, held in self.held.most_common(3) if held >= LONG]
        return "gone, or: " + " / ".join(parts) if parts else "gone"

    def verdict(self) -> Verdict:
        if self.answer.status.startswith(FAILED):
            return Verdict.FAILED
        if self.answer.cited != self.cited.text:
            return Verdict.BYTES
        if not self.shown:
            found = len(self.cited.letters) >= FEW and (self.whole or (not self.cited.flawed and self.survivor))
            standing = bool(self.own if self.equal else found)
            return Verdict.LOST if standing else Verdict.RIGHT
        misfits = [seen for seen in self.shown if not self.fits(seen)]
        if any(not self.alike(seen) for seen in misfits):
            return Verdict.FOREIGN
        if misfits:
            return Verdict.EXTRA if len(misfits) < len(self.shown) else Verdict.MISLED
        return self._of_equal() if self.equal and (self.own or self._shows_equal()) else self._of_changed()

    def _shows_equal(self) -> bool:
        return any(seen.letters == self.cited.letters for seen in self.shown)

    def _of_equal(self) -> Verdict:
        """The cited words stand as a passage of their own, or as several."""
        if not self._shows_equal():
            return Verdict.LOST
        if any(seen.letters != self.cited.letters for seen in self.shown):
            return Verdict.EXTRA
        if self.answer.status == "ambiguous":
            return Verdict.RIGHT if len(self.equal) > 1 else Verdict.AMBIGUOUS
        if self.traceable and self.own and all(s.stands and not self.origins & s.origins for s in self.shown):
            return Verdict.MISLED
        if not self.own and self._elsewhere() and len(self.cited.letters) < 30:
            return Verdict.MISLED  # its own words went; that others say the same few is chance
        allowed = {"same", "moved"} if self._elsewhere() else {"same"}
        if marks(self.answer.shown[0].text) != marks(self.cited.text):
            allowed.add("revised")  # a note mark was left in the text, or taken out: no letter, but a figure
        return Verdict.RIGHT if self.answer.status in allowed and len(self.shown) == 1 else Verdict.LABEL

    def _of_changed(self) -> Verdict:
        needed = 0.9 if self.whole else 0.6 if self.survivor else 0.0
        if self.traceable and self.coverage < needed:
            return Verdict.LOST
        status = self.answer.status
        if status == "ambiguous":
            alike = len(self.shown) > 1 and len({seen.letters for seen in self.shown}) == 1
            return Verdict.RIGHT if alike else Verdict.AMBIGUOUS
        if status == "moved" and self._elsewhere():
            return Verdict.RIGHT
        return Verdict.RIGHT if status in self._labels() else Verdict.LABEL

    def _elsewhere(self) -> bool:
        return all(seen.document != self.cited.document for seen in self.shown)

    def _labels(self) -> set[str]:
        """The statuses that may stand over what is shown."""
        rest = [seen.origins - self.origins for seen in self.shown]
        others = [len(origins & self.cited.known) for origins in rest]  # letters that stood in other passages then
        labels = {"merged"} if any(others) or not self.traceable else set()
        if len(self.shown) > 1:
            return labels | ({"split"} if self.whole else {"split", "revised"})
        (seen,) = self.shown
        new = len(seen.letters) - len(self.origins & seen.origins) - others[0]
        joined = self.cited.letters in seen.letters and new <= 2 and others[0] >= 0.2 * len(seen.letters)
        return labels if joined and self.traceable else labels | {"revised"}


def judge(cited: Cited, answer: Answer, today: Today) -> Judgement:
    case = _Case(cited, answer, today)
    return Judgement(case.verdict(), case.expected)


def marks(text: str) -> str:
    return "".join(sign for sign in text if sign in RAISED)


def common(one: str, other: str) -> int:
    """How many letters two texts share in the same order, in stretches of two and more."""
    least = 1 if min(len(one), len(other)) < 6 else 2
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= least)
