"""What templates receive: frozen values in which everything is already decided."""

from webapp.values.document import ContentsEntry, DocumentPage, Figure, Front, Items, Part, Prose, TableRow, TableView
from webapp.values.help import ErrorPage, Example, HelpPage, Variety
from webapp.values.history import Compared, ComparePage, HistoryPage, RevisionRow
from webapp.values.lists import AboutPage, DocumentsPage, HomePage, ProblemsPage, ProblemView
from webapp.values.passage import GonePage, Likeness, LinesPage, PassagePage, PrintedLine, Shown
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
    Nothing,
    Offer,
    ReasonView,
    Result,
    ResultsPage,
    Value,
    WordView,
)
