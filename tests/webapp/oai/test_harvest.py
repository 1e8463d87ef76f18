"""Arguments are held to the protocol, and a token goes on exactly where a list stopped, or is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.oai.harvest import Harvest, OaiCode, OaiError, arguments_of, begin, moved_on, require_format, resume

LIST = ("verb", "ListRecords")
DC = ("metadataPrefix", "oai_dc")


@pytest.mark.parametrize(
    "given, code",
    [
        ([], "badVerb"),
        ([("verb", "")], "badVerb"),
        ([("verb", "listrecords")], "badVerb"),
        ([LIST, LIST, DC], "badVerb"),
        ([LIST], "badArgument"),
        ([LIST, DC, DC], "badArgument"),
        ([LIST, DC, ("until", "2025-01-01"), ("until", "2025-01-01")], "badArgument"),
        ([LIST, DC, ("x", "1")], "badArgument"),
        ([LIST, DC, ("resumptionToken", "x")], "badArgument"),
        ([LIST, ("metadataPrefix", "d" * 301)], "badArgument"),
        ([LIST, ("metadataPrefix", "")], "badArgument"),
        ([LIST, ("metadataPrefix", "a b")], "badArgument"),
        ([LIST, DC, ("set", "a::b")], "badArgument"),
        ([("verb", "ListMetadataFormats"), ("identifier", "oai:a:가")], "badArgument"),
        ([("verb", "ListMetadataFormats"), ("identifier", "oai:a:%4")], "badArgument"),
        ([("verb", "Identify"), DC], "badArgument"),
        ([("verb", "GetRecord"), DC], "badArgument"),
        ([("verb", "GetRecord"), ("identifier", "oai:a:b")], "badArgument"),
    ],
)
def test_what_the_protocol_does_not_allow_is_refused(given: list[tuple[str, str]], code: str) -> None:
    with pytest.raises(OaiError) as refused:
        arguments_of(given)
    assert refused.value.code.value == code and str(refused.value)


@pytest.mark.parametrize(
    "given, expected",
    [
        ({}, ("", "")),
        ({"from": "2025-04-01"}, ("2025-04-01T00:00:00Z", "")),
        ({"until": "2025-04-01"}, ("", "2025-04-01T23:59:59Z")),
        ({"from": "2025-04-01T01:02:03Z", "until": "2025-04-01T01:02:03Z"}, ("2025-04-01T01:02:03Z",) * 2),
    ],
)
def test_days_stand_for_the_whole_of_them(given: dict[str, str], expected: tuple[str, str]) -> None:
    harvest = begin({"verb": "ListRecords", "metadataPrefix": "oai_dc", **given})
    assert (harvest.since, harvest.until) == expected


@pytest.mark.parametrize(
    "given, code",
    [
        ({"from": "2025-02-30"}, "badArgument"),
        ({"from": "2025-02-30", "metadataPrefix": "marc"}, "badArgument"),
        ({"from": "2025"}, "badArgument"),
        ({"from": ""}, "badArgument"),
        ({"from": "2025-04-01T01:02:03"}, "badArgument"),
        ({"from": "2025-04-01T25:02:03Z"}, "badArgument"),
        ({"until": "２０２５-04-01"}, "badArgument"),
        ({"from": "2025-04-02", "until": "2025-04-01"}, "badArgument"),
        ({"from": "2025-04-01", "until": "2025-04-02T00:00:00Z"}, "badArgument"),
        ({"set": "briefs"}, "noSetHierarchy"),
        ({"metadataPrefix": "mods"}, "cannotDisseminateFormat"),
    ],
)
def test_no_list_begins_with_what_is_wrong(given: dict[str, str], code: str) -> None:
    with pytest.raises(OaiError) as refused:
        begin({"verb": "ListRecords", "metadataPrefix": "oai_dc", **given})
    assert refused.value.code.value == code


def test_a_record_is_given_in_no_other_format() -> None:
    require_format({})
    with pytest.raises(OaiError, match="mods"):
        require_format({"metadataPrefix": "mods"})


GOING = moved_on(Harvest("ListRecords", "2025-01-01T00:00:00Z", "", size=7), ("2025-04-01T09:00:00Z", 3), 2)


def test_a_token_goes_on_where_the_list_stopped() -> None:
    assert (GOING.after, GOING.given) == (("2025-04-01T09:00:00Z", 3), 2)
    token = GOING.token("abc")
    assert resume({"verb": "ListRecords", "resumptionToken": token}, "abc") == GOING


@pytest.mark.parametrize("verb, generation", [("ListIdentifiers", "abc"), ("ListRecords", "abd")])
def test_a_token_goes_out_with_the_state_of_the_archive_and_is_one_of_its_verb(verb: str, generation: str) -> None:
    with pytest.raises(OaiError) as refused:
        resume({"verb": verb, "resumptionToken": GOING.token("abc")}, generation)
    assert refused.value.code is OaiCode.BAD_TOKEN


@given(st.text() | st.lists(st.text(max_size=6), min_size=8, max_size=8).map("!".join))
def test_no_other_text_is_a_token(text: str) -> None:
    with pytest.raises(OaiError) as refused:
        resume({"verb": "ListRecords", "resumptionToken": text}, "abc")
    assert refused.value.code is OaiCode.BAD_TOKEN
