"""Side files give and correct catalogue data, and every mistake in them is named."""

from pathlib import Path

import pytest

from archive.errors import SourceError
from archive.model.document import Metadata
from indexer.catalogue.sidefile import Overrides, apply_overrides, overrides_for, parse_sidefile
from indexer.files import SourceFile, find_sources

FULL = """\
title = "두만강 물류의 전망"
authors = ["김보기", "이예시"]
affiliation = "보기대학교"
publisher = "보기연구원"
series = "보기브리프"
number = 7
date = 2025-03-24
language = "ko"
status = "기고, 기관의 공식 견해가 아님"
rights = "CC BY 4.0"
original = "보기일보, 7월 8일"
url = "https://example.org/7"
translation_of = "brief-en"
title_en = "Prospects"
authors_latin = "Kim Bogi"
publisher_en = "Bogi Institute"
sample = true
replaces = "abc"
"""


def put(folder: Path, **files: str) -> SourceFile:
    for name, text in {"brief_txt": "글", **files}.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return next(source for source in find_sources([folder]).sources if source.name == "brief.txt")


def test_every_field_can_be_given(tmp_path: Path) -> None:
    overrides = overrides_for(put(tmp_path, brief_toml=FULL))
    assert apply_overrides(Metadata(title="인쇄된 제목", date="2024"), overrides) == Metadata(
        title="두만강 물류의 전망",
        authors=("김보기", "이예시"),
        affiliation="보기대학교",
        publisher="보기연구원",
        series="보기브리프",
        number="7",
        date="2025-03-24",
        language="ko",
        status="기고, 기관의 공식 견해가 아님",
        rights="CC BY 4.0",
        original="보기일보, 7월 8일",
        url="https://example.org/7",
        translation_of="brief-en",
        title_en="Prospects",
        authors_latin=("Kim Bogi",),
        publisher_en="Bogi Institute",
        sample=True,
    )
    assert overrides.replaces == "abc"


def test_without_side_files_the_print_stands(tmp_path: Path) -> None:
    printed = Metadata(title="인쇄된 제목", authors=("김보기",))
    assert overrides_for(put(tmp_path)) == Overrides()
    assert apply_overrides(printed, Overrides()) == printed


def test_an_empty_value_takes_what_was_read_away(tmp_path: Path) -> None:
    overrides = overrides_for(put(tmp_path, brief_toml='publisher = ""\nauthors = []\n'))
    assert apply_overrides(Metadata(title="전망", authors=("표지",), publisher="표지"), overrides) == Metadata(
        title="전망"
    )


def test_defaults_fill_what_is_missing_and_the_nearest_wins(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "_defaults.toml").write_text('publisher = "먼 곳"\nlanguage = "en"\n')
    (tmp_path / "a/_defaults.toml").write_text('publisher = "가까운 곳"\nseries = "총서"\n')
    source = put(tmp_path / "a", brief_toml='title = "바로잡은 제목"\nseries = ""\n')
    overrides = overrides_for(source)
    assert apply_overrides(Metadata(title="인쇄된 제목", language="ko"), overrides) == Metadata(
        title="바로잡은 제목", publisher="가까운 곳", language="ko"
    )


def test_what_is_said_of_one_document_is_no_default(tmp_path: Path) -> None:
    (tmp_path / "_defaults.toml").write_text('replaces = "abc"\n')
    with pytest.raises(SourceError, match=r"_defaults\.toml: replaces is said of one document"):
        overrides_for(put(tmp_path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_side_files_are_read_as_editors_save_them(encoding: str) -> None:
    content = 'title = "전망"\r\ndate = "2025-03"\r\n'.encode(encoding)
    assert parse_sidefile(content, "b.toml") == {"title": "전망", "date": "2025-03"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('auhtor = "김보기"', "b.toml: there is no key 'auhtor'; did you mean 'authors'?"),
        ('x = "김보기"', "b.toml: there is no key 'x'; these exist: title, authors,"),
        ('date = "2025. 3. 24."', "date = '2025. 3. 24.' is not accepted: give a date as 2025, 2025-03 or 2025-03-24"),
        ('date = "2025-02-30"', "date = '2025-02-30' is not accepted"),
        ("date = 2025-03-24T10:00:00", "date = datetime.datetime(2025, 3, 24, 10, 0) is not accepted"),
        ('language = "kr"', "language = 'kr' is not accepted: give two letters of ISO 639-1, as ko, en, ru, zh"),
        ('language = "kor"', "did you mean 'ko'?"),
        ('language = "ko-KR"', "did you mean 'ko'?"),
        ("authors = [1]", "authors = 1 is not accepted: give a name, or a list of names"),
        ("authors = {a = 1}", "authors = {'a': 1} is not accepted"),
        ('title = "두 줄\\n제목"', "title = '두 줄\\n제목' is not accepted: give text on one line"),
        ('title = ["a"]', "title = ['a'] is not accepted"),
        ('url = "example.org"', "url = 'example.org' is not accepted: give an address that begins with https://"),
        ('url = "javascript:alert(1)"', "is not accepted"),
        ('url = "http://[x"', "is not accepted"),
        (
            'access = "restricted"',
            "access is not supported yet: every document in an archive is public; the document is not",
        ),
        ('access = "public"', "access is not supported yet"),
        (
            'reading_source = "b.html"',
            "reading_source is not supported yet: of files that differ in their endings only, ",
        ),
        ('form_of = "b.txt"', "form_of is not supported yet: files that differ in their endings only are one document"),
        ('sample = "maybe"', "sample = 'maybe' is not accepted: give true or false"),
        ("title = 전망", "b.toml is not TOML: Invalid value (at line 1, column 9); write lines as: title = "),
        ("title = " + "[" * 5_000, "b.toml is not TOML"),
        ('title = "' + "가" * 1_001 + '"', "title = '가가"),
        ("#" * 70_000, "b.toml has more than 65,536 bytes"),
    ],
)
def test_each_mistake_is_named(text: str, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        parse_sidefile(text.encode(), "b.toml")
    assert said in str(refused.value) and "b.toml" in str(refused.value)


def test_all_mistakes_of_a_file_are_said_together() -> None:
    with pytest.raises(SourceError) as refused:
        parse_sidefile(b'titel = "a"\nlanguage = "xx"\nnumber = 7\ndate = "soon"\n', "b.toml")
    assert [said.split()[1] for said in str(refused.value).split("\n")] == ["there", "language", "date"]


def test_an_empty_side_file_says_nothing_and_a_missing_one_is_an_error(tmp_path: Path) -> None:
    source = put(tmp_path, brief_toml="")
    assert overrides_for(source) == Overrides()
    (tmp_path / "brief.toml").unlink()
    with pytest.raises(SourceError, match=r"brief\.toml cannot be read: No such file"):
        overrides_for(source)


@pytest.mark.parametrize(
    "content",
    [
        ".".join(["a"] * 30_000) + " = 1",
        "[" + " . ".join(['"a"'] * 100) + "]",
        "x = {" + ".".join(["'a'"] * 40) + " = 1}",
    ],
    ids=["key", "table", "inline"],
)
def test_a_key_of_many_parts_is_refused_before_it_takes_the_memory(content: str) -> None:
    with pytest.raises(SourceError, match=r"one\.toml has a key of more than 32 parts"):
        parse_sidefile(content.encode(), "one.toml")


def test_sentences_and_leader_dots_are_no_keys() -> None:
    text = "가. 나. " * 40 + "..... www.example.org/a.b.c " * 3
    assert parse_sidefile(f'title = "{text.strip()}"'.encode(), "one.toml") == {"title": text.strip()}
