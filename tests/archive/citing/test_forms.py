"""The forms by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.forms import FILE_FORMS, REFERENCE_FORMS, FileForm, ReferenceForm
from archive.citing.locator import Coordinate
from archive.citing.styled import text_of
from archive.model.document import Metadata
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


WORDS = st.none() | st.text("가나bя朝", min_size=1, max_size=4)
NAMES = st.lists(st.text("가나b ", min_size=1, max_size=4).map(str.strip).filter(bool), max_size=5).map(tuple)
DATES = st.sampled_from((None, "2025", "2025-03", "2025-03-24"))
DATA = st.builds(
    Metadata, title=WORDS, authors=NAMES, publisher=WORDS, series=WORDS, number=WORDS, date=DATES, title_en=WORDS,
    authors_latin=NAMES, publisher_en=WORDS, language=st.sampled_from((None, "ko", "en")),
)  # fmt: skip


@given(DATA, st.sampled_from((None, PARAGRAPH, NOTE)))
def test_whatever_is_missing_leaves_no_trace(data: Metadata, place: Coordinate | None) -> None:
    for form in REFERENCE_FORMS:
        written = text_of(form.write(reference(data, place))).replace("3) ", "")
        assert written.count("(") == written.count(")") and "None" not in written, form.id
        assert not any(slip in written for slip in (",,", ", ,", "()", "[]", "..", " ,", "「」", "“”", "(,")), form.id


@pytest.mark.parametrize("form", FILE_FORMS, ids=lambda form: form.id)
def test_every_file_holds_a_list(form: FileForm) -> None:
    written = form.write(REFERENCES)
    assert all(one.key in written for one in REFERENCES)
    assert (DAY in written or DAY.replace("-", "/") in written or '"accessed"' in written) and form.write(
        []
    ) is not None
