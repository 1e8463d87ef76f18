"""The forms by their names."""

import pytest

from archive.citing.forms import FILE_FORMS, REFERENCE_FORMS, FileForm, ReferenceForm
from archive.citing.styled import text_of
from tests.archive.citing_world import BARE, DAY, HOST, NEWS, NOTE, PARAGRAPH, reference, source

REFERENCES = (reference(), reference(BARE), reference(BARE, PARAGRAPH), reference(place=NOTE), source(NEWS))


def test_every_form_has_a_name_of_its_own() -> None:
    forms = (*REFERENCE_FORMS, *FILE_FORMS)
    assert len({form.id for form in forms}) == len(forms)


@pytest.mark.parametrize("form", REFERENCE_FORMS, ids=lambda form: form.id)
def test_every_form_names_the_address_and_nothing_empty(form: ReferenceForm) -> None:
    for one in REFERENCES:
        written = text_of(form.write(one))
        assert HOST in written
        assert not any(slip in written for slip in (",,", ", ,", "()", "  ", "None", "..", " ,", "「」", "“”"))


@pytest.mark.parametrize("form", FILE_FORMS, ids=lambda form: form.id)
def test_every_file_holds_a_list(form: FileForm) -> None:
    written = form.write(REFERENCES)
    assert all(one.key in written for one in REFERENCES)
    assert (DAY in written or DAY.replace("-", "/") in written or '"accessed"' in written) and form.write(
        []
    ) is not None
