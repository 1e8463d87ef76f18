"""What templates receive: frozen values in which everything is already decided."""

from webapp.values.document import ContentsEntry, DocumentPage, Figure, Front, Items, Part, Prose, TableRow, TableView
from webapp.values.help import ErrorPage, Example, HelpPage, Variety
from webapp.values.history import ComparedPassages, ComparePage, HistoryPage, RevisionRow
from webapp.values.lists import AboutPage, DocumentsPage, HomePage, ProblemsPage, ProblemView
from webapp.values.passage import GonePage, LinesPage, PassagePage, PrintedLine, ShownPassage, SimilarPassage
from webapp.values.pieces import (
    Back,
    Caller,
    Catalogue,
    CellView,
    ChangeView,
    Choice,
    CitedSource,
    Fact,
    Handle,
    Link,
    Neighbour,
    NoteView,
    Notice,
    Version,
)
from webapp.values.search import (
    Also,
    ExpansionView,
    Facet,
    Group,
    Narrowing,
    NoResults,
    Offer,
    ReasonView,
    Result,
    ResultsPage,
    Value,
    WordView,
)
