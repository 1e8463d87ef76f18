"""What does a harvester ask for? Its arguments, held to what the protocol allows, and how far it has come.

A token of resumption holds all of the request and the place of the last record given: nothing is kept here between two
requests. It names the state of the archive and goes out with it; the place always moves on, so that no list can turn
in a circle. Source: OAI-PMH 2.0, 3.2 to 3.6.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from archive.store import INSTANT

FORMAT = "oai_dc"
LONGEST = 300  # characters of any argument
SHOWN = 60  # of a wrong one
_SHAPES = (("%Y-%m-%d", re.compile(r"\d{4}-\d\d-\d\d")), (INSTANT, re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")))
# What the schema of the protocol lets stand in a request: an answer repeats nothing else. Source: OAI-PMH.xsd,
# metadataPrefixType, setSpecType, identifierType (an address as RFC 3986 writes it).
_WORD = r"[A-Za-z0-9\-_.!~*'()]+"
_SYNTAX = {
    "metadataPrefix": re.compile(_WORD),
    "set": re.compile(f"{_WORD}(:{_WORD})*"),
    "identifier": re.compile(r"([A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"),
}
_LIST = (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}), "resumptionToken")
# The verbs: what each requires, what it may have, and what stands alone.
VERBS: Mapping[str, tuple[frozenset[str], frozenset[str], str | None]] = {
    "Identify": (frozenset(), frozenset(), None),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"}), None),
    "ListSets": (frozenset(), frozenset(), "resumptionToken"),
    "ListIdentifiers": _LIST,
    "ListRecords": _LIST,
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset(), None),
}


class OaiCode(StrEnum):
    """The codes of the protocol that can come of an archive without sets."""

    BAD_VERB = "badVerb"
    BAD_ARGUMENT = "badArgument"
    BAD_TOKEN = "badResumptionToken"
    NO_FORMAT = "cannotDisseminateFormat"
    NO_ID = "idDoesNotExist"
    NO_RECORDS = "noRecordsMatch"
    NO_SETS = "noSetHierarchy"


class OaiError(Exception):
    """A request that is refused; the message says to a person what to ask instead."""

    def __init__(self, code: OaiCode, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Harvest:
    """A list that is being given: of changes between two instants ("" for none), both included.

    `after` is the place of the last record that was given, `given` how many were; `size` is that of the whole list.
    """

    verb: str
    since: str = ""
    until: str = ""
    after: tuple[str, int] | None = None
    given: int = 0
    size: int = 0

    def token(self, generation: str) -> str:
        """What goes on from here in this state of the archive."""
        at, number = self.after or ("", 0)
        return "!".join(
            (self.verb, self.since, self.until, at, str(number), str(self.given), str(self.size), generation)
        )


def arguments_of(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The arguments of a request, the verb among them, if they are what the protocol allows for the verb.

    Raises:
        OaiError: they are not.
    """
    names = [name for name, _ in given]
    arguments = dict(given)
    verb = arguments.pop("verb", "")
    if verb not in VERBS or names.count("verb") != 1:
        said = f"“{verb[:SHOWN]}”" if verb else "nothing"
        raise OaiError(OaiCode.BAD_VERB, f"verb is {said}: give one of {', '.join(VERBS)}, once")
    required, optional, alone = VERBS[verb]
    for name, value in given:
        if names.count(name) > 1:
            raise _bad(f"{name[:SHOWN]} is given {names.count(name)} times")
        if len(value) > LONGEST:
            raise _bad(f"{name[:SHOWN]} is longer than {LONGEST} characters")
        if name in _SYNTAX and not _SYNTAX[name].fullmatch(value):
            raise _bad(f"{name} is “{value[:SHOWN]}”: it has none or others than the letters that the protocol allows")
    if alone and alone in arguments:
        if len(arguments) > 1:
            raise _bad(f"{alone} stands alone: leave out {', '.join(sorted(arguments.keys() - {alone}))[:SHOWN]}")
        return {"verb": verb, **arguments}
    if strange := sorted(arguments.keys() - required - optional):
        raise _bad(f"{verb} has no argument {strange[0][:SHOWN]}")
    if missing := sorted(required - arguments.keys()):
        raise _bad(f"{verb} needs {', '.join(missing)}")
    return {"verb": verb, **arguments}


def _bad(message: str) -> OaiError:
    return OaiError(OaiCode.BAD_ARGUMENT, message)


def require_format(arguments: Mapping[str, str]) -> None:
    """Raises OaiError if records are asked for in a form that is not given."""
    if (prefix := arguments.get("metadataPrefix")) not in (None, FORMAT):
        raise OaiError(OaiCode.NO_FORMAT, f"metadataPrefix is “{prefix[:SHOWN]}”: records are given in {FORMAT}")


def begin(arguments: Mapping[str, str]) -> Harvest:
    """The list that these arguments ask for.

    Raises:
        OaiError: it has a set, another format, or no span of time.
    """
    since, until = arguments.get("from"), arguments.get("until")
    if since is not None and until is not None and len(since) != len(until):
        raise _bad("from and until are of different granularity")
    first = _instant("from", since, "T00:00:00Z") if since is not None else ""
    last = _instant("until", until, "T23:59:59Z") if until is not None else ""
    if first and last and first > last:
        raise _bad(f"from is later than until: {since}, {until}")
    require_format(arguments)
    if "set" in arguments:
        raise OaiError(OaiCode.NO_SETS, "this archive has no sets: leave out set")
    return Harvest(arguments["verb"], first, last)


def _instant(name: str, given: str, rest: str) -> str:
    for shape, printed in _SHAPES:
        if printed.fullmatch(given) and given.isascii():
            try:
                datetime.strptime(given, shape)
            except ValueError:
                break
            return given if shape == INSTANT else given + rest
    raise _bad(f"{name} is “{given[:SHOWN]}”: give 2025-03-24 or 2025-03-24T09:00:00Z, UTC")


def resume(arguments: Mapping[str, str], generation: str) -> Harvest:
    """The list that a token goes on with.

    Raises:
        OaiError: it is none of ours, of another verb, or of an earlier state of the archive.
    """
    parts = arguments["resumptionToken"].split("!")
    wrong = OaiError(OaiCode.BAD_TOKEN, "this is no resumptionToken of this archive: begin again without one")
    if len(parts) != 8:
        raise wrong
    verb, since, until, at, number, given, size, state = parts
    numbers = (number, given, size)
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in numbers):
        raise wrong
    if not _SHAPES[1][1].fullmatch(at) or any(one and not _SHAPES[1][1].fullmatch(one) for one in (since, until)):
        raise wrong
    if verb != arguments["verb"]:
        raise OaiError(OaiCode.BAD_TOKEN, f"this resumptionToken is one of another verb than {arguments['verb']}")
    if state != generation:
        raise OaiError(OaiCode.BAD_TOKEN, "the archive has changed and the resumptionToken is out of date: begin again")
    return Harvest(verb, since, until, (at, int(number)), int(given), int(size))


def moved_on(harvest: Harvest, place: tuple[str, int], many: int) -> Harvest:
    """The list after so many more records, the last of which stands at this place."""
    return replace(harvest, after=place, given=harvest.given + many)
