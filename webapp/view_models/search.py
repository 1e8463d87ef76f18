"""What do the pages of searching show? Hits, how the query was understood, facets, and ways on from no results."""

from dataclasses import dataclass

from markupsafe import Markup

from webapp.view_models.pieces import Caller, Catalogue, CellView, Handle, Link


@dataclass(frozen=True, slots=True)
class GlossedForm:
    """A form by which a passage was found, and what it means, where the reader may not read it."""

    text: str
    language: str  # a lang attribute
    gloss: str | None = None


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A word of the query, and the other forms by which a passage was found for it."""

    typed: str
    found: tuple[GlossedForm, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A passage found: its text or cells with the matches marked, why it was found, and what stands around it."""

    handle: Handle
    anchor: str  # by which the way back from the text leads here
    url: str  # in the text, with the matches marked
    kind: str
    section: Markup | None
    section_url: str
    html: Markup
    cells: tuple[CellView, ...]
    caption: Markup | None
    label: str | None  # of a note
    callers: tuple[Caller, ...]
    reasons: tuple[ReasonView, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The passages found in one document, and how many there are beyond those shown."""

    document: Catalogue
    title: Markup
    url: str  # with the matches marked
    results: tuple[Result, ...]
    more: int
    more_url: str


@dataclass(frozen=True, slots=True)
class ExpansionView:
    """Another form of a word. `url` takes it away, or puts it back where it was `dropped`."""

    text: str
    language: str  # a lang attribute
    kind: str  # 이름, 용어집 …
    dropped: bool
    url: str
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()  # all that a concept is searched by: (language, forms)


@dataclass(frozen=True, slots=True)
class WordView:
    """A word of the query with its other forms. `passages` is how many have it, where that was asked."""

    typed: str
    forms: tuple[ExpansionView, ...]
    passages: int | None = None
    url: str | None = None
    catalogued: bool = False  # no passage has it, but catalogue data


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """What was looked for beside the words typed (함께 찾은 말)."""

    words: tuple[WordView, ...]
    count: int  # forms that were looked for
    all_back: Link | None  # where some were taken away
    exactly: Link | None  # takes all of them away; where `exact`, puts them back
    exact: bool
    many: bool  # so many that they come folded


@dataclass(frozen=True, slots=True)
class Value:
    """A value to narrow by: how many passages it leaves, and that as a share in percent of the most.

    `page` is the page of an outlet or a source.
    """

    text: str
    language: str
    count: int
    share: int
    url: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """`rest` are values that come folded; `unknown` is how many passages have none."""

    name: str
    title: str
    note: str | None
    values: tuple[Value, ...]
    rest: tuple[Value, ...]
    unknown: int
    bars: bool  # whether the shares are drawn


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The facets, and the conditions that hold already, each with the address that takes it away.

    `pages` are those of the outlets and sources that are chosen.
    """

    chosen: tuple[Link, ...]
    clear: str | None
    facets: tuple[Facet, ...]
    pages: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that finds something where the query did not, and how many passages it finds."""

    text: str
    url: str
    passages: int


@dataclass(frozen=True, slots=True)
class NoResults:
    """Why nothing was found, what was understood, and steps to widen the search, the smallest first."""

    why: tuple[str, ...]
    words: tuple[WordView, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A document that the query names: by its title, or by what `because` says (저자: 홍예시)."""

    document: Catalogue
    url: str  # with what is sought, which can be stepped through there
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """A few of the documents that a query names, how many there are, and where all of them are listed."""

    shown: tuple[Card, ...]
    count: int
    all: str | None  # where there are more


@dataclass(frozen=True, slots=True)
class ResultsPage:
    query: str
    kept: tuple[tuple[str, str], ...]  # what another query from this page is asked with
    hints: tuple[str, ...]
    passages: int
    documents: int
    cards: Cards | None  # on the first page
    groups: tuple[Group, ...]
    doubtful: tuple[Group, ...]  # passages with some of the words, where none has enough
    doubtful_passages: int
    suggested: Link | None  # the query with what seems a slip put right
    also: AlsoSearched | None
    narrowing: Narrowing
    orders: tuple[Link, ...]
    order: str  # the text of the one that holds
    dated: bool  # newest first
    matching: str | None  # how many of the words must be there, where that was chosen
    toggle: Link | None  # all words / some may be missing
    nothing: NoResults | None
    feed: str  # of the documents that are found, new and changed ones first
    first: str
    previous: str | None
    following: str | None
    page: int
    cut: int | None  # how many passages can be shown, where that isn't all
    stale: int  # documents not yet in the index
