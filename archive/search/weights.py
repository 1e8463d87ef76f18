"""What weighs how much? Every weight of the ranking in one value, so that what each brings can be measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights and thresholds; scores have no unit. `python -m tests.quality.search` prints what each is worth."""

    word: float = 1.0
    bigram: float = (
        0.3  # 0.2 to 0.5 differ by 0.001 on general questions; own questions .791 at .5, .800 at .3; 0.1 loses .006
    )
    concept: float = 1.0
    expansion: float = 1.0  # how much an expansion of a word counts against the word as typed
    title: float = 1.2  # against the passage's own text and its heading: it says what all its passages are about
    # How much of a query's weight (rare words weigh more) a passage must have, and the best one in the archive: where
    # none has `answer`, the archive has no answer. Swept on the judged questions, the project's own and headlines:
    # `enough` .05 to .15 are alike, .25 loses .018; an `answer` of 0.3 is silent on 38 of 53 that nothing answers, 0.33
    # on 44, and on 5 of 211 others; 0.35 on 44 too, and loses .02 on English and Chinese headlines.
    enough: float = 0.15
    answer: float = 0.33
    untranslated: float = 1.0  # a foreign word that the term base knows and the archive has in no language
    # How much a passage gains that has `answering` of the weight of all words and holds the kind of answer that is
    # asked for, as a share of that weight.
    answer_kind: float = 0.7
    answering: float = 0.7
    # A name that stands nowhere, against another such word: 45 of 53 questions without an answer stay silent, and 39
    # without it; at 2.0 it is 43; at 5.0 two that have an answer fall silent.
    absent_name: float = 3.0
    # What having a word brings beside what its own places score, in parts of its rarity: a passage with more of the
    # words comes first, and one with all of them scattered over a long paragraph not always. Before, a passage with
    # every word stood before all others; against that, at 1.2 own questions gain .007, the evaluation's .007, 60 blind
    # ones .003, Russian headlines .012, and Chinese ones lose .012. 0.5 to 2.0 are alike.
    coverage: float = 1.2
    exact_title: float = 1_000.0  # puts the passages of documents that are called just what was typed before all others
    kinds: frozenset[str] = frozenset({"term", "name", "spelling", "quantity", "keyboard", "hanja", "initials"})

    def place(self, name: str) -> float:
        """The weight of the passage's own text, the heading or the title it stands under."""
        return self.title if name == "title" else 1.0
