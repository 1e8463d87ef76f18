"""What can go wrong is one tree, whose messages are for persons."""

import pytest

from archive import errors
from archive.errors import (
    Ambiguous,
    GakjuError,
    LedgerError,
    NoArchive,
    NoRevision,
    NotFound,
    QueryError,
    SettingError,
    SourceError,
    StaleIndex,
    StoreError,
    TooLong,
)

KINDS = (SettingError, NotFound, Ambiguous, SourceError, StoreError, StaleIndex, LedgerError, TooLong)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_caught_as_the_archives_and_says_its_message(kind: type[GakjuError]) -> None:
    with pytest.raises(GakjuError, match="나루터가 없습니다"):
        raise kind("나루터가 없습니다")


@pytest.mark.parametrize("kind", KINDS)
def test_errors_of_one_kind_are_not_caught_as_another(kind: type[GakjuError]) -> None:
    assert [other for other in KINDS if issubclass(kind, other)] == [kind]


def test_every_error_of_the_module_is_in_the_tree() -> None:
    found = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)}
    assert found == {GakjuError, QueryError, NoRevision, NoArchive, *KINDS}
    assert {kind.__bases__ for kind in found - {NoRevision, NoArchive}} == {(GakjuError,), (Exception,)}
    assert NoArchive.__bases__ == (StoreError,)
    assert NoRevision.__bases__ == (NotFound,)  # what is there, as it never was


def test_a_query_error_keeps_its_code_and_values_for_other_languages() -> None:
    error = QueryError("the page is no number", "no-page", value="나루")
    assert (str(error), error.code, error.values) == ("the page is no number", "no-page", {"value": "나루"})
