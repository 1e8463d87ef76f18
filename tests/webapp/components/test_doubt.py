"""A page says that its document's reading is doubtful as a whole, why, and where to look."""

import pytest
from flask import Flask

from archive.model.document import Problem
from webapp.components import doubt_notices
from webapp.site import current_frame


@pytest.mark.parametrize(
    ("path", "warning", "text"),
    [
        ("/", "판독이 의심스러움", "행의 40%가 제목으로 읽혔습니다. 두 단의 행이 번갈아 섞인 것으로 보입니다."),
        (
            "/?lang=en",
            "Doubtful reading",
            "40% of the lines were taken for headings. The lines of two columns seem to alternate.",
        ),
    ],
)
def test_a_doubtful_reading_is_said_in_one_notice(app: Flask, path: str, warning: str, text: str) -> None:
    problems = (
        Problem("ref-open", (1, 1), ("1",)),
        Problem("doubtful-headings", None, ("40%",)),
        Problem("doubtful-columns"),
    )
    with app.test_request_context(path):
        app.preprocess_request()
        (notice,) = doubt_notices("abc", problems, current_frame())
        assert (notice.warning, notice.text) == (warning, text)
        assert notice.links[0].url.startswith("/problems")
        assert doubt_notices("abc", problems[:1], current_frame()) == ()
