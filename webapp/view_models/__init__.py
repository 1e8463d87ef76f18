"""What templates receive: frozen values in which everything is already decided."""

from webapp.view_models.document import (
    ContentsEntry, DocumentPage, Figure, Finder, Front, Items, Part, Prose, TableRow, TableView,
)  # fmt: skip
from webapp.view_models.help import ErrorPage, Example, HelpPage, LikelyAddress, Variety
from webapp.view_models.history import ComparedPassages, ComparePage, HistoryPage, RevisionRow
from webapp.view_models.lists import (
    AboutPage,
    DocumentsPage,
    HomePage,
    NamedPage,
    MissingData,
    ProblemsPage,
    ProblemView,
    Suggested,
)
from webapp.view_models.passage import GonePage, LinesPage, PassagePage, PrintedLine, ShownPassage, SimilarPassage
from webapp.view_models.pieces import (
    Back, Caller, Catalogue, CellView, ChangeView, Choice, CitedSource, Fact, Handle, Link, Neighbour, NoteView, Notice,
    Version,
)  # fmt: skip
from webapp.view_models.reference import Alternate, CitingPanel, HeadTags, ReferenceView, SourceReferences
from webapp.view_models.saved import SavedEntry, SavedPage
from webapp.view_models.search import (
    AlsoSearched, Card, Cards, ExpansionView, Facet, GlossedForm, Group, Narrowing, NoResults, Offer, ReasonView,
    Result, ResultsPage, Value, WordView,
)  # fmt: skip
from webapp.view_models.sources import (
    Bar, CitingDocument, CitingNoteView, CitingPassage, OutletPage, RestingDocument, SourceEntry, SourcePage,
    SourcesPage, SpellingView,
)  # fmt: skip
