"""How is a note of Hangul numbered in print? Its number in the format of its section, between the signs beside it."""

from dataclasses import dataclass

from indexer.readers.office.ordinals import ordinal

SYMBOLS = "*†‡§"  # of the format SYMBOL, one after another, then twice each
USER = ("USER_CHAR", "SYMBOL")


@dataclass(frozen=True, slots=True)
class NumberShape:
    """How numbers of a kind are printed: `before` and `after` stand beside them, `user` is a sign in their place."""

    format: str = "DIGIT"
    before: str = ""
    after: str = ""
    user: str = ""

    def label(self, number: int) -> str:
        """The number without the signs beside it: "3", "iii", "**"."""
        if self.format == "USER_CHAR" and self.user:
            return self.user * min(max(number, 1), 20)
        if self.format == "SYMBOL":
            at = max(number, 1) - 1
            return SYMBOLS[at % len(SYMBOLS)] * min(at // len(SYMBOLS) + 1, 20)
        return ordinal(number, self.format)

    def printed(self, number: int) -> str:
        """The number as printed: "3)"."""
        return f"{self.before}{self.label(number)}{self.after}"
