"""One outlet in many spellings is one; look-alikes are doubts; a user's table is laid over the program's."""

import pytest

from archive.citing import outlets
from archive.citing.outlets import OutletDoubt, OutletError, builtin
from archive.text import bare


@pytest.mark.parametrize(
    ("id", "spellings"),
    [
        ("ria", ["РИА Новости", "Риа Новости", "RIA Novosti", "리아 노보스티", "«РИА Новости»"]),
        ("tass", ["ТАСС", "Tass", "TASS", "타스통신", "塔斯社"]),
        ("rg", ["Российской газеты", "Российская газета", "RGRU"]),
        ("rfa", ["RFA", "자유아시아방송", "자유아시아방송(RFA)"]),
        ("interfax", ["Интерфакс", "Interfax", "ИНТЕРФАКС"]),
        ("zaobao", [" 联合早报", "聯合早報", "Lianhe Zaobao"]),
    ],
)
def test_one_outlet_in_several_spellings_is_one(id, spellings):
    assert {row.id if (row := builtin().find(name)) else None for name in spellings} == {id}


def test_an_unknown_name_is_no_outlet():
    assert builtin().find("New.ru") is None
    assert builtin().find("…") is None


def test_no_spelling_belongs_to_two_outlets():
    owners = {}
    for row in builtin().rows:
        for name in (row.id, row.ko, row.en, *row.spellings):
            assert owners.setdefault(bare(name), row.id) == row.id, name


def test_look_alikes_are_doubts_and_known_pairs_are_not():
    names = ["NEWS.RU", "New.ru", "ТАСС", "Tass", "경향신문", "Ведомости", "Ведомостu", "Interfax"]
    assert builtin().listed_doubts(names) == (
        OutletDoubt("New.ru", "NEWS.RU", "NEWS.ru is a news site in Moscow; New.ru may be a misprint of it"),
        OutletDoubt("Ведомостu", "Ведомости", "nearly the same letters"),
    )


def test_a_users_table_adds_outlets_and_spellings(tmp_path):
    path = tmp_path / "outlets.toml"
    path.write_text(
        '[[outlet]]\nid = "harbour"\nko = "항구신문"\nen = "Harbour News"\n\n'
        '[[outlet]]\nid = "tass"\nko = "타스"\nen = "TASS"\nspellings = ["이타르"]\n',
        "utf-8",
    )
    table = outlets.load(path)
    assert (table.find("항구 신문").id, table.find("이타르").id, table.find("ТАСС").id) == ("harbour", "tass", "tass")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[outlet]]\nid = 'x'", "outlet 1: ko is None"),
        ("[[outlet]]\nid = 'x'\nko = 'x'\nen = 'x'\nkind = 'blog'", "kind is 'blog'; it is one of"),
        ("[[outlet]]\nid = 'x'\nko = 'x'\nen = 'x'\nspellings = 'x'", "give a list"),
        ("[outlet]\nid = 'x'", "two brackets"),
        ("[[doubt]]\nnames = ['x']", "list of two names"),
        ("= broken", "not readable as TOML"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(tmp_path, text, said):
    path = tmp_path / "outlets.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(OutletError, match=rf"outlets\.toml.*{said}"):
        outlets.load(path)


def test_a_missing_table_is_said_to_be_missing(tmp_path):
    with pytest.raises(OutletError, match="cannot be read"):
        outlets.load(tmp_path / "none.toml")
