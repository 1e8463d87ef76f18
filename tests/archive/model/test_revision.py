"""What became of a passage follows from what was written down, revision by revision."""

import pytest

from archive.model.revision import Followed, Revision, Wording, neighbours, said_since, status_of, wording_at


@pytest.mark.parametrize(
    "cited, now, status",
    [
        ("북·러 협력은", ["북러\n협력은"], "same"),
        ("북러 협력은", ["북러 협력이"], "revised"),
        (None, ["북러"], "same"),
    ],
)
def test_spaces_and_signs_are_no_revision(cited: str | None, now: list[str], status: str) -> None:
    assert status_of(Followed("same", ("x",)), cited, now) == status


def test_a_wording_holds_until_the_next() -> None:
    words = [Wording(1, "paragraph", "처음"), Wording(3, "paragraph", "나중")]
    assert [w.text if (w := wording_at(words, revision)) else None for revision in (0, 1, 2, 3, 9)] == [
        None,
        "처음",
        "처음",
        "나중",
        "나중",
    ]


def test_neighbours_are_the_nearest_that_are_still_there() -> None:
    revision = Revision(1, "2026-01-01", "first", ("a", "b", "c", "d"))
    assert neighbours(revision, "c", ["a", "d"]) == (["a"], ["d"])


@pytest.mark.parametrize("revision, since", [(1, 1), (2, 1), (3, 3), (4, 4), (9, 4)])
def test_words_begin_where_letters_change(revision: int, since: int) -> None:
    said = [Wording(n, "paragraph", text) for n, text in ((1, "나루 터"), (2, "나루터!"), (3, "다리"), (4, "나루터"))]
    assert said_since(said, revision) == since
