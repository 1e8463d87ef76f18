"""Each tool answers with the permalink of what it speaks of, and says by name what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.assistants.tools import FORMS, MOST_PASSAGES, Tools, checked, described, within
from archive.errors import GakjuError
from archive.model.document import Metadata
from archive.open import Archive
from archive.settings import Settings
from tests.webapp import news_world as news
from tests.webapp import past_world as past
from tests.webapp import world

HOST = "https://archive.example.org"


def opened(home: Path) -> Iterator[Any]:
    settings = Settings(home, HOST)
    archive = Archive.open(settings)
    yield Tools(archive, settings)
    archive.close()


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Any]:
    world.build(tmp_path)
    yield from opened(tmp_path)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Any]:
    past.build(tmp_path).close()
    yield from opened(tmp_path)


@pytest.fixture
def withdrawn(tmp_path: Path) -> Iterator[Any]:
    news.build(tmp_path)
    yield from opened(tmp_path)


def found(tools: Any, query: str) -> str:
    link: str = tools.search(query)["results"][0]["permalink"]
    return link


def test_a_passage_is_found_and_read_with_its_notes(tools: Any) -> None:
    link = found(tools, "뱃사공은 다리를 탓한다")
    assert link.startswith(f"{HOST}/p/")
    answer = tools.read(link)
    (passage,) = answer["passages"]
    assert (answer["permalink"], answer["status"], passage["text"]) == (
        link,
        "same",
        "올해 나루터의 화물은 줄었다. 뱃사공은 다리를 탓한다.",
    )
    assert [(one["number"], one["at"], one["text"]) for one in passage["notes"]] == [
        ("1", 16, world.CITED),
        ("2", 30, "앞의 글."),
    ]
    assert answer["document"]["title"] == "나루터와 다리의 경제"
    note = tools.read(passage["notes"][0]["permalink"])["passages"][0]
    assert note["number"] == "1" and link in note["called_from"]


def test_a_note_that_was_never_printed_has_no_text(tools: Any) -> None:
    (passage,) = tools.read(found(tools, "나루터에는 이름이 없다"))["passages"]
    assert passage["notes"] == [{"number": "3", "at": 13, "text": None, "permalink": None}]


def test_a_document_is_read_in_parts(tools: Any) -> None:
    document = tools.read(found(tools, "뱃사공"))["document"]["permalink"]
    whole = tools.read(document)
    first = tools.read(document, limit=4)
    rest = tools.read(document, start=first["next"], limit=MOST_PASSAGES)
    assert [*first["passages"], *rest["passages"]] == whole["passages"]
    assert len(whole["passages"]) == whole["passages_in_all"] and whole["next"] is rest["next"] is None
    row = next(one for one in whole["passages"] if one["kind"] == "row")
    assert row["columns"] == ["해", "철", "화물"] and row["caption"] == "표 1. 나루터의 화물"


def test_references_are_written_in_every_form(tools: Any) -> None:
    link = found(tools, "뱃사공은 다리를 탓한다")
    for form in FORMS:
        answer = tools.cite([link, link], form)
        links = answer.get("permalinks") or [one["permalink"] for one in answer["references"]]
        assert links == [link]
    assert "「나루터와 다리의 경제」" in tools.cite([link])["references"][0]["text"]


def test_what_became_of_an_address(diary: Any) -> None:
    link = found(diary, past.REVISED_2)
    answer = diary.resolve(link.split("@")[0])
    assert (answer["status"], answer["cited"]["text"], answer["current"][0]["text"]) == (
        "revised",
        past.REVISED,
        past.REVISED_2,
    )


def test_a_quotation_that_stands_and_one_that_does_not(diary: Any) -> None:
    link = found(diary, past.STAYS)
    right = diary.verify_quotation("뱃사공이 먼저 나와", link)
    assert (right["stands"], right["exact"], right["printed"], right["revision"]) == (
        True,
        True,
        "뱃사공이 먼저 나와",
        None,
    )
    assert diary.read(right["permalink"])["permalink"] == right["permalink"]
    wrong = diary.verify_quotation("뱃사공이 나중에 나와", link)
    assert wrong == {"stands": False, "status": "same", "permalink": link}
    elsewhere = diary.verify_quotation(past.ALONE, link)
    assert not elsewhere["stands"] and diary.verify_quotation(past.ALONE, elsewhere["elsewhere"])["stands"]
    before = diary.verify_quotation("소금 배가 열 척씩", found(diary, past.REVISED_2).split("@")[0])
    assert before["stands"] and before["revision"] == 1


def test_what_was_withdrawn_is_neither_found_nor_read(withdrawn: Any) -> None:
    id_ = withdrawn._store.find(news.ICE).id
    assert withdrawn.search("얼음 창고")["results"] == []
    with pytest.raises(GakjuError, match="withdrawn on 2025-04-03"):
        withdrawn.read(id_)
    answer = withdrawn.verify_quotation("얼음 창고", id_)
    assert (answer["stands"], answer["status"], answer["reason"]) == (False, "withdrawn", "잘못 실음")
    assert withdrawn.resolve(id_)["status"] == "withdrawn"


@pytest.mark.parametrize(
    "tool, arguments, said",
    [
        ("search", {"query": "-배"}, "query: "),
        ("search", {"query": " "}, "query: "),
        ("search", {"query": "배", "limit": 0}, "limit is 0"),
        ("search", {"query": "배", "limit": 51}, "limit is 51"),
        ("read", {"address": "zzzzz"}, "zzzzz"),
        ("read", {"address": "a" * 501}, "address is longer"),
        ("read", {"address": "zzzzz", "start": 0}, "start is 0"),
        ("cite", {"addresses": []}, "addresses: "),
        ("cite", {"addresses": ["zzzzz"] * 51}, "addresses: "),
        ("cite", {"addresses": ["zzzzz"], "form": "mla"}, "form is “mla”"),
        ("verify_quotation", {"words": "…", "address": "zzzzz"}, "words: "),
        ("resolve", {"address": "hello"}, "hello"),
    ],
)
def test_what_is_wrong_is_named(tools: Any, tool: str, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(GakjuError, match=said):
        getattr(tools, tool)(**arguments)


def test_limits_and_what_the_catalogue_knows() -> None:
    assert within("limit", 3, 3) == 3 and checked("7k4m2") == "7k4m2"
    assert described(Metadata(title="가", date="2025")) == {"title": "가", "date": "2025"}
