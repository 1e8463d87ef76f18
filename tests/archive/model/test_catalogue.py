"""What may stand in a field of the catalogue, and how is the rest refused? All values are invented."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.catalogue import (
    FIELDS,
    LANGUAGES,
    MAX_NAMES,
    MAX_VALUE,
    MISTAKEN,
    CatalogueField,
    FieldKind,
    Value,
    check,
    lacking,
    nearest,
    not_taken_in,
    refusal,
    setting_command,
    unsupported,
)
from archive.model.document import Metadata, SuppliedTitle, TitleOrigin

BY_NAME = {field.name: field for field in FIELDS}


def checked(name: str, value: object) -> Value:
    return check(BY_NAME[name], value)


def refused(name: str, value: object) -> str:
    with pytest.raises(ValueError, match=f"^{name} = ") as error:
        checked(name, value)
    return str(error.value)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_field_holds_its_example(field: CatalogueField) -> None:
    held: dict[FieldKind, Value] = {FieldKind.NAMES: (field.example,), FieldKind.FLAG: True}
    assert check(field, field.example) == held.get(field.kind, field.example)


def test_every_field_but_the_special_ones_is_one_of_the_documents() -> None:
    """`supplied` is nobody's to give."""
    given = [name for name in Metadata.__dataclass_fields__ if name != "supplied"]
    assert [field.name for field in FIELDS if not field.special] == given


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_an_empty_value_says_that_there_is_none(field: CatalogueField) -> None:
    none: dict[FieldKind, Value] = {FieldKind.NAMES: (), FieldKind.FLAG: False}
    assert check(field, " ") == check(field, "") == none.get(field.kind)


@pytest.mark.parametrize(
    ("name", "value", "held"),
    [
        ("title", "  두만강 물류의 전망 ", "두만강 물류의 전망"),
        ("title", "가" * MAX_VALUE, "가" * MAX_VALUE),
        ("authors", ["홍보기", " 김예시 ", ""], ("홍보기", "김예시")),
        ("authors", (), ()),
        ("authors", "홍보기", ("홍보기",)),
        ("number", "2025-09", "2025-09"),
        ("date", "2024", "2024"),
        ("date", "2024-10", "2024-10"),
        ("date", "2024-02-29", "2024-02-29"),
        ("date", "1592-04-13", "1592-04-13"),
        ("language", "uk", "uk"),
        ("url", "http://example.org", "http://example.org"),
        ("sample", True, True),
        ("sample", "False", False),
        ("sample", " TRUE ", True),
    ],
)
def test_a_value_of_the_fields_form_is_held(name: str, value: object, held: Value) -> None:
    assert checked(name, value) == held


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 7),
        ("title", None),
        ("title", ["전망"]),
        ("title", "전망\n둘째 줄"),
        ("title", "전\x00망"),
        ("title", "가" * (MAX_VALUE + 1)),
        ("authors", 7),
        ("authors", {"name": "홍보기"}),
        ("authors", ["홍보기", 7]),
        ("authors", ["홍보기"] * (MAX_NAMES + 1)),
        ("date", "2023-02-29"),
        ("date", "2024-13"),
        ("date", "2024-1-5"),
        ("date", "2024. 5. 2."),
        ("date", "3000"),
        ("date", "0024"),
        ("language", "한글"),
        ("language", "xx"),
        ("url", "example.org/brief"),
        ("url", "ftp://example.org"),
        ("url", "javascript:alert(1)"),
        ("url", "https://"),
        ("url", "https://example.org/a b"),
        ("url", "https://[half"),
        ("sample", "yes"),
        ("sample", 1),
    ],
)
def test_anything_else_is_refused_by_the_fields_name(name: str, value: object) -> None:
    assert f"give {BY_NAME[name].kind.value}, as {BY_NAME[name].example!r}" in refused(name, value)


@pytest.mark.parametrize("value", ["Sep-25", "9-Sep", "9-Sep-25", "2.025E+09", "1E+5"])
def test_what_a_spreadsheet_made_of_a_number_is_told_from_a_slip(value: str) -> None:
    assert "a spreadsheet seems to have rewritten it" in refused("number", value)
    assert "a spreadsheet seems to have rewritten it" in refused("date", value)


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("kr", "ko"),
        ("KOR", "ko"),
        ("러시아어", "ru"),
        ("KO", "ko"),
        ("en-US", "en"),
        ("zh_Hans", "zh"),
        ("jp", "ja"),
        ("us", "en"),
    ],
)
def test_a_code_of_another_list_is_refused_with_the_one_that_was_meant(code: str, meant: str) -> None:
    assert refused("language", code).endswith(f"; did you mean {meant!r}?")


def test_what_is_meant_by_a_mistaken_code_is_a_language() -> None:
    assert set(MISTAKEN.values()) <= LANGUAGES
    assert all(re.fullmatch("[a-z]{2}", code) for code in LANGUAGES)


def test_a_field_that_nothing_keeps_yet_is_refused_with_what_is_so_instead() -> None:
    assert unsupported("access") == "access is not supported yet: every document in an archive is public"
    assert (not_taken_in("access") or "").endswith("(gakju withdraw takes it down)")
    assert unsupported("title") is not_taken_in("title") is None


def test_a_long_value_is_shown_short() -> None:
    assert refusal(BY_NAME["date"], "가" * 500).split(" is not accepted")[0] == f"date = '{'가' * 50}…'"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("titel", "did you mean 'title'?"),
        ("Author", "did you mean 'authors'?"),
        ("publisher-en", "did you mean 'publisher_en'?"),
    ],
)
def test_a_field_that_does_not_exist_is_answered_with_the_nearest(name: str, answer: str) -> None:
    assert nearest(name) == answer


def test_where_nothing_is_near_all_fields_are_named() -> None:
    assert nearest("ㅁ") == "these exist: " + ", ".join(BY_NAME)


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=20),
    st.lists(st.text(max_size=5), max_size=3),
    st.binary(max_size=3),
)


@settings(max_examples=150)
@given(st.sampled_from(FIELDS), ANYTHING)
def test_any_value_is_held_or_refused_and_what_is_held_is_held_again(field: CatalogueField, value: Any) -> None:
    try:
        held = check(field, value)
    except ValueError as error:
        assert str(error).startswith(f"{field.name} = ")
    else:
        assert held is None or check(field, held) == held


def test_what_is_lacking_is_named_with_the_command_that_sets_it() -> None:
    called = Metadata(date="2025", supplied=SuppliedTitle("소금의 ‘값’", TitleOrigin.HEADING))
    assert lacking(called) == ("title", "authors", "publisher")
    assert setting_command("7k4m2", "title", called) == "gakju metadata set 7k4m2 title '소금의 ‘값’'"
    assert setting_command("7k4m2", "title", Metadata()) == "gakju metadata set 7k4m2 title TITLE"
    assert lacking(Metadata("나루", ("홍보기",), None, "보기연구원", date="2025")) == ()
