"""A table of terms is read as spreadsheets save it, laid over the program's, written back, and refused by line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.terms import base as terms
from archive.terms.base import COLUMNS, Concept, TermBase, TermError, builtin, doubled, format, load, parse

HEAD = "id,kind,ko,en,ru,zh,abbr\n"
FERRY = Concept("ferry", "trade", ("나룻배", "나루 배"), ("ferry",), ("паром",), ("渡船",), ("FB",))


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "ferry,trade,나룻배|나루 배,ferry,паром,渡船,FB\n",
        HEAD.replace(",", ";") + "ferry;trade;나룻배|나루 배;ferry;паром;渡船;FB\n",
        HEAD.replace(",", "\t") + "ferry\ttrade\t나룻배|나루 배\tferry\tпаром\t渡船\tFB\n",
        HEAD + '"ferry","trade"," 나룻배 | 나루  배 |나룻배","ferry","паром","渡船","FB"\n\n,,,,,,\n',
        HEAD.replace("\n", "\r\n") + "ferry,trade,나룻배|나루 배,ferry,паром,渡船,FB\r\n",
        "note,kind,id,abbr,zh,ru,en,ko\n말,trade,ferry,FB,渡船,паром,ferry,나룻배|나루 배\n",
    ],
    ids=["commas", "semicolons", "tabs", "quoted and untidy", "crlf", "other order and columns"],
)
def test_a_table_as_spreadsheets_save_it(text: str) -> None:
    assert parse(text, "t.csv").rows == (FERRY,)


@pytest.mark.parametrize(
    "text, said",
    [
        ("id,kind,ko,en,ru,zh\n", "t.csv: no column abbr; the first line reads id,kind,ko,en,ru,zh,abbr"),
        ("", "t.csv: no column id, kind, ko, en, ru, zh, abbr"),
        (
            HEAD + "a,,가,,,,\nb,,,,,,\n",
            "t.csv, line 3: a row needs an id without spaces, and a form in one language at least",
        ),
        (HEAD + ",,가,,,,\n", "t.csv, line 2: a row needs an id"),
        (HEAD + "two words,,가,,,,\n", "t.csv, line 2: a row needs an id without spaces"),
        (HEAD + "a+b,,가,,,,\n", "t.csv, line 2: a row needs an id without spaces"),
        (HEAD + "a,,가,,,,\nb,,나,,,,\na,,다,,,,\n", 't.csv, line 4: the id "a" stands twice; one row a concept'),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_be_read_is_refused_by_line(text: str, said: str) -> None:
    with pytest.raises(TermError) as refused:
        parse(text, "t.csv")
    assert said in str(refused.value)


CELLS = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="|-"), min_size=1, max_size=8),
    max_size=3,
    unique=True,
).map(tuple)
CONCEPTS = st.builds(
    Concept,
    st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
    st.sampled_from(["general", "state"]),
    CELLS.filter(bool),
    CELLS,
    CELLS,
    CELLS,
    CELLS,
)
BASES = st.lists(CONCEPTS, max_size=5, unique_by=lambda row: row.id).map(lambda rows: TermBase(tuple(rows)))


@given(BASES)
def test_a_table_written_is_read_back(base: TermBase) -> None:
    assert parse(format(base), "t.csv") == base


@given(BASES, BASES)
def test_laid_over_a_table_keeps_every_form(base: TermBase, other: TermBase) -> None:
    both = base.with_table(other)
    assert [row.id for row in both.rows] == list(dict.fromkeys(row.id for row in (*base.rows, *other.rows)))
    for row in (*base.rows, *other.rows):
        for name in COLUMNS[2:]:
            assert set(row.forms(name)) <= set(both[row.id].forms(name))


def test_the_later_table_says_what_is_preferred() -> None:
    base = parse(HEAD + "ferry,trade,나룻배,ferry,,,\n", "a").with_table(
        parse(HEAD + "ferry,boat,도선|나룻배,,,,\n", "b")
    )
    assert base.rows == (Concept("ferry", "boat", ("도선", "나룻배"), ("ferry",)),)
    assert base["ferry"].preferred("ko") == "도선"


@pytest.mark.parametrize(
    "row, left",
    [
        ("ferry,trade,-도선,,,,", Concept("ferry", "trade", ("나룻배",), ("ferry",), abbr=("FB",))),
        ("ferry,trade,-나룻배|거룻배,-ferry,,,", Concept("ferry", "trade", ("거룻배", "도선"), abbr=("FB",))),
        ("ferry,trade,-|거룻배,,,,-", Concept("ferry", "trade", ("거룻배",), ("ferry",))),
        ("ferry,trade,-,-,,,-", None),
        ("quay,trade,-나룻배,,,,", Concept("ferry", "trade", ("나룻배", "도선"), ("ferry",), abbr=("FB",))),
    ],
)
def test_a_form_is_taken_from_the_table_below(row: str, left: Concept | None) -> None:
    base = parse(HEAD + "ferry,trade,나룻배|도선,ferry,,,FB\n", "a").with_table(parse(HEAD + row + "\n", "b"))
    assert base.rows == ((left,) if left else ())


@pytest.mark.parametrize("kind, name", [("city", True), ("person", True), ("treaty", True), ("general", False)])
def test_a_name_is_one_of_its_kind(kind: str, name: bool) -> None:
    assert Concept("a", kind, ko=("가",)).is_name is name


def test_preferred_is_another_language_s_where_there_is_no_form() -> None:
    assert [Concept("a", "x", ko=("=러", "러시아"), en=("Russia",)).preferred(name) for name in ("ko", "en", "zh")] == [
        "러시아",
        "Russia",
        "러시아",
    ]
    assert Concept("a", "x", ko=("=러",)).preferred("ko") is None


def test_a_fingerprint_changes_with_every_form_and_with_nothing_else() -> None:
    base = parse(HEAD + "ferry,trade,나룻배,ferry,,,\n", "a")
    assert base.fingerprint == parse(HEAD.replace(",", ";") + "ferry;trade; 나룻배;ferry;;;\n", "b").fingerprint
    assert base.fingerprint != parse(HEAD + "ferry,trade,나룻배|도선,ferry,,,\n", "a").fingerprint


def test_forms_of_several_concepts_are_told() -> None:
    base = parse(HEAD + "a,,나루 터,Dock|pier,,,\nb,,나루터,quay,,,DOCK\nc,,부두,,,,\n", "t")
    assert sorted(doubled(base)) == [("dock", ("a", "b")), ("나루터", ("a", "b"))]


def test_a_file_of_the_home_is_laid_over_the_program_s(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text(HEAD.replace(",", ";") + "sample-ferry;trade;보기나룻배;sample ferry;;;\n", "utf-8-sig")
    assert load(path)["sample-ferry"] == Concept("sample-ferry", "trade", ("보기나룻배",), ("sample ferry",))
    assert len(load(path).rows) == len(builtin().rows) + 1
    path.write_text(HEAD, "utf-8")
    assert load(path) == builtin()


@pytest.mark.parametrize("data", [None, "나룻배".encode("cp949")], ids=["none there", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "terms.csv").write_bytes(data)
    with pytest.raises(TermError, match=r"terms\.csv: cannot be read .* save it as CSV in UTF-8"):
        load(tmp_path / "terms.csv")


def test_the_program_s_table_is_of_the_size_and_tidiness_promised() -> None:
    base = builtin()
    assert len(base.rows) >= 800
    assert parse(format(base), "again") == base
    in_two = [row for row in base.rows if sum(bool(row.forms(name)) for name in terms.LANGUAGES) > 1]
    assert len(in_two) >= 0.95 * len(base.rows)


@pytest.mark.parametrize(
    "row, forms",
    [
        ("nk-russia-relations", ["북러관계", "러북관계", "俄朝关系", "朝俄关系"]),
        ("china-dprk-trade", ["북중교역", "중북교역"]),
        ("joint-exercise", ["한미연합훈련", "미한연합훈련", "韩美联演", "美韩联演"]),
        ("korea-japan-relations", ["한일관계", "일한관계", "韩日关系", "日韩关系"]),
    ],
)
def test_what_two_states_share_stands_in_either_order(row: str, forms: list[str]) -> None:
    listed = {form.replace(" ", "") for name in ("ko", "zh") for form in builtin()[row].forms(name)}
    assert set(forms) <= listed
