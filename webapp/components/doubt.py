"""How does a page say that the reading of its document is doubtful as a whole? One notice, with every reason."""

from collections.abc import Sequence

from archive.model import DOUBTFUL_DOCUMENT, Problem, message
from webapp.site import Frame
from webapp.view_models import Link, Notice


def doubt_notices(document: str, problems: Sequence[Problem], frame: Frame) -> tuple[Notice, ...]:
    """The notice, with the way to all that is doubtful about a document; none where its reading is likely."""
    reasons = [message(problem, frame.language) for problem in problems if problem.code in DOUBTFUL_DOCUMENT]
    if not reasons:
        return ()
    link = Link(frame.t("see-doubts"), frame.urls.problems(document))
    return (Notice(" ".join(dict.fromkeys(reasons)), (link,), warning=str(frame.t("doubtful-reading"))),)
