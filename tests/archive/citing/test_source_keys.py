"""One key for one source, however it is printed. All notes are invented."""

import pytest

from archive.citing.outlets import Outlet, Outlets, builtin
from archive.citing.source_keys import (
    find_source,
    outlet_id,
    place_of,
    source_id,
    work_digest,
)
from archive.model.document import Citation
from indexer.citations.parser import find_citations

PORT = "홍길동, 「북쪽 항구」, 『항구연구』, 2020."
NEWS = "“Порт на севере готов”(2024. 11. 1), РБК."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NEWS, "Порт на севере готов, RBC, 2024. 11. 1."),
        (NEWS, "«ПОРТ на Севере  готов», rbc.ru, 1 ноября 2024 года"),
        ("“Лёд пошёл”(2024. 3. 1), ТАСС.", "«Лед пошел», tass.ru, 1 марта 2024 года."),
        (PORT, "홍길동, “북쪽항구,” 『항구 연구』(2020), 12쪽."),
    ],
)
def test_one_source_has_one_key_however_it_is_printed(one, other):
    assert (
        find_source(find_citations(one, builtin())[0], builtin())
        == find_source(find_citations(other, builtin())[0], builtin())
        is not None
    )


def test_two_days_of_one_heading_are_two_sources_and_near():
    one, two = (
        find_citations(f"“Встреча в порту”({day}), Президент России.", builtin())[0]
        for day in ("2023. 9. 1", "2023. 9. 8")
    )
    assert find_source(one, builtin()) != find_source(two, builtin())


def test_too_little_print_gives_no_key():
    assert find_source(Citation(0, 5, pages="3"), builtin()) is None
    assert find_source(Citation(0, 5, outlet="РБК"), builtin()) is None


def test_ids_agree_with_keys():
    """An id is made of what the store keeps of a citation, and the table of outlets."""
    news, other = (
        Citation(0, 5, title="Порт готов", outlet="РБК", date="2024-11-01"),
        Citation(0, 5, url="http://a.b/c/"),
    )
    digest = work_digest(news)
    assert digest is not None and 0 <= digest < 1 << 56
    assert find_source(news, builtin()) == source_id(digest, "rbc") == "kn3dkond4b"
    assert find_source(other, builtin()) == find_source(Citation(3, 9, url="https://a.b/c", outlet="X"), builtin())
    assert (place_of(news, builtin()), place_of(other, builtin())) == ("rbc", "")


def test_an_outlet_that_the_table_does_not_know_has_its_letters_for_an_id():
    assert outlet_id("Вестник «Реки»", builtin()) == "вестникреки"
    assert (
        outlet_id("Вестник «Реки»", Outlets((Outlet("reka", "강", "River", "journal", ("Вестник реки",)),))) == "reka"
    )


def test_hostile_letters_have_a_key():
    citation = Citation(0, 5, title="a|b\ud800", outlet="|", author="||", date="2024")
    assert len(find_source(citation, builtin()) or "") == 10
