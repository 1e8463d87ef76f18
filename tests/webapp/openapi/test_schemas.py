"""A record holds what it names, and what may be missing is not required."""

from webapp.openapi.schemas import COUNT, SCHEMAS, TEXT, listed, one_of, record, reference


def test_a_record_requires_all_but_the_optional() -> None:
    assert record({"b": COUNT}, a=TEXT) == {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer", "minimum": 0}},
        "required": ["a"],
        "additionalProperties": False,
    }


def test_lists_choices_and_references() -> None:
    assert listed(TEXT) == {"type": "array", "items": {"type": "string"}}
    assert one_of(("a", "b")) == {"type": "string", "enum": ["a", "b"]}
    assert reference("Hit") == {"$ref": "#/components/schemas/Hit"} and "Hit" in SCHEMAS
