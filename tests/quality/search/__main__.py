"""python -m tests.quality.search [own unseen marks dev general spellings negatives names kinds slips terms times …]"""

import sys
from argparse import ArgumentParser
from time import perf_counter

from tests.quality.search.report import SECTIONS, spelt


def main() -> None:
    """Prints the sections that are named, or all of them."""
    parser = ArgumentParser("tests.quality.search", description="Measures the search: all sections if none is named.")
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], metavar="SECTION", help=", ".join(SECTIONS))
    lost = "of each kind of spelling, the N questions that lost most"
    parser.add_argument("--losses", type=int, default=0, metavar="N", help=lost)
    given = parser.parse_args()
    for name in given.sections or SECTIONS:
        section = SECTIONS[name]
        print(f"\n{name}: {(section.__doc__ or '').splitlines()[0]}", flush=True)
        start = perf_counter()
        if name == "spellings":
            spelt(given.losses)
        else:
            section()
        print(f"{name}: {perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
