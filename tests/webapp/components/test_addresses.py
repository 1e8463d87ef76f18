"""A reader follows a citation into a document that has changed: both texts stand there, dated, and never other text."""

import pytest
from bs4 import BeautifulSoup

from archive.open import Archive
from archive.settings import Settings
from archive.store import Bytes, FormRecord
from archive.takedown import purge, withdraw
from tests.webapp import past_world as w
from tests.webapp.conftest import site
from tests.webapp.html import one, said, soup, text
from tests.webapp.past_world import Diary
from webapp import create_app


def versions(page: BeautifulSoup, side: str) -> list[str]:
    return [said(quote) for quote in page.select(f".change .{side} blockquote")]


def test_what_says_the_same_is_only_said_to_do_so(diary: Diary) -> None:
    where = diary.first(w.STAYS)
    page = diary.page(f"/p/{where}@1")
    assert text(one(page, ".cited-note.quiet")) == "인용 당시와 같습니다 (2026. 1. 1.)."
    assert text(one(page, ".notes .note-text > p")) == w.CITED
    assert said(one(page, ".the-passage")) == "나루터의 아침은 이르다1. 뱃사공이 먼저 나와 밧줄을 살핀다."
    assert diary.page(f"/p/{where}").select(".cited-note") == []
    assert diary.get(f"/p/{where}@1").headers["Link"] == f'<http://localhost/p/{where}@1>; rel="cite-as"'


def test_spaces_and_signs_are_no_revision_but_what_was_cited_is_shown_as_it_was(diary: Diary) -> None:
    where = diary.first(w.HEALED[0])
    assert said(one(diary.page(f"/p/{where}"), ".the-passage")) == w.HEALED[1]
    page = diary.page(f"/p/{where}@1")
    assert said(one(page, ".the-passage")) == w.HEALED[0]
    assert [text(told) for told in page.select(".cited-note")] == [
        "인용 당시와 같습니다 (2026. 1. 1.).",
        "현재 문서와는 띄어쓰기나 부호만 다릅니다. 현재 대목 보기",
    ]


def test_a_revised_passage_shows_both_with_the_difference_marked_and_dated(diary: Diary) -> None:
    where = diary.first(w.REVISED)
    for address in (where, f"{where}@1"):
        response = diary.get(f"/p/{address}")
        page = soup(response)
        assert response.status_code == 200
        assert text(one(page, ".cited-note")) == (
            "인용 이후 이 대목이 수정되었습니다. 2026. 2. 1.에 들어온 개정판에서 달라졌습니다."
        )
        assert (versions(page, "old"), versions(page, "new")) == ([w.REVISED], [w.REVISED_2])
        assert [text(mark) for mark in page.select("del, ins")] == ["열", "스무"]
        assert [text(name) for name in page.select(".version-name b")] == [
            "인용 당시 (2026. 1. 1.)",
            "현재 (2026. 2. 1.)",
        ]
    assert one(diary.page(f"/p/{where}"), ".new .version-name a")["href"] == f"/p/{where}@2"
    assert "인용 당시와 같습니다 (2026. 2. 1.)." in text(one(diary.page(f"/p/{where}@2"), "main"))


def test_a_change_of_our_reading_is_said_to_be_ours(diary: Diary) -> None:
    page = diary.page(f"/p/{diary.first(w.MISREAD[0])}?lang=en")
    assert text(one(page, ".cited-note")) == (
        "Revised since cited. Changed by our re-reading on 1 March 2026; the publisher’s text is as it was."
    )
    assert [text(mark) for mark in page.select("del, ins")] == ["키", "귀"]


def test_a_split_passage_says_which_part_goes_where(diary: Diary) -> None:
    page = diary.page(f"/p/{diary.first(' '.join(w.SPLIT))}")
    assert "여러 대목으로 나뉘었습니다" in text(one(page, ".cited-note"))
    assert [text(number) for number in page.select(".part-number")] == ["①", "②", "①", "②"]
    assert [text(mark) for mark in page.select(".old mark")] == list(w.SPLIT)
    assert versions(page, "new") == [f"①{w.SPLIT[0]}", f"②{w.SPLIT[1]}"]
    links = [str(a["href"]) for a in page.select(".new .version-name a")]
    assert [said(one(diary.page(link), ".the-passage")) for link in links] == list(w.SPLIT)


def test_a_merged_passage_is_marked_in_what_it_became_part_of(diary: Diary) -> None:
    page = diary.page(f"/p/{diary.first(w.MERGED[1])}")
    assert "다른 대목과 합쳐졌습니다" in text(one(page, ".cited-note"))
    assert versions(page, "new") == [" ".join(w.MERGED)]
    assert text(one(page, ".new mark")) == w.MERGED[1]


def test_where_it_cannot_be_told_all_candidates_are_shown(diary: Diary) -> None:
    page = diary.page(f"/p/{diary.first(w.TWICE)}")
    assert "어느 대목인지 가릴 수 없습니다" in text(one(page, ".cited-note"))
    assert versions(page, "new") == [w.TWICE, w.TWICE]
    links = {str(a["href"]) for a in page.select(".new .version-name a")}
    assert len(links) == 2


def test_a_passage_that_is_gone_is_shown_as_cited_with_when_and_what_is_around(diary: Diary) -> None:
    where = diary.first(w.GONE)
    response = diary.get(f"/p/{where}")
    page = soup(response)
    assert response.status_code == 410
    assert response.headers["Link"] == f'<http://localhost/p/{where}@1>; rel="cite-as"'
    assert text(one(page, ".from")) == "나루터 일지"
    assert text(one(page, ".lead")) == "이 대목은 현재 문서에 없습니다. 인용 당시의 내용을 보여 드립니다."
    assert text(one(page, ".details")) == (
        "2026. 2. 1.에 들어온 개정판부터 없습니다. 마지막으로 있던 판: 1판 (2026. 1. 1.)."
    )
    assert text(one(page, ".the-passage")) == w.GONE
    assert [text(a).split(" ", 3)[0] for a in page.select(".neighbours a")] == ["앞", "뒤"]
    then = diary.page(str(one(page, ".actions .offer")["href"]))
    assert said(one(then, ".chosen")) == f"찾은 대목: {w.GONE}"
    assert diary.get(f"/p/{where}@1").status_code == diary.get(f"/p/{where}/lines").status_code == 410
    assert diary.client.head(f"/p/{where}").status_code == 410


@pytest.mark.parametrize("how", ["withdrawn", "purged"])
def test_a_document_taken_down_says_why_and_when_and_nothing_of_its_text(own_diary: Diary, how: str) -> None:
    where, number = own_diary.first(w.STAYS), own_diary.store.documents()[0].number
    if how == "withdrawn":
        withdraw(own_diary.store, number, "권리자의 <요청>", "2026-05-01")
    else:
        purge(own_diary.store, own_diary.home, number, "권리자의 <요청>", "2026-05-01")
    Archive(own_diary.store, own_diary.home).catch_up()
    paths = [
        f"/d/{own_diary.id}{rest}"
        for rest in ("", "@1", "/lines", "/original", "/history", "/compare?from=1", "/forms/x")
    ]
    paths += [f"/p/{where}{rest}" for rest in ("", "@1", "/lines", "?q=1-5~22222")] + [
        f"/search?q=소금&document={own_diary.id}"
    ]
    for path in paths:
        response = own_diary.get(path)
        assert response.status_code == 410, path
        page = soup(response)
        assert text(one(page, ".lead")) == "이 문서는 2026. 5. 1.부터 게재가 철회되었습니다. 까닭: 권리자의 <요청>"
        assert bool(page.select(".details")) is (how == "purged")
        assert not any(words in text(page) for words in (w.STAYS, w.TITLE)), path
    for path in ("/", "/documents", "/search?q=소금", "/problems"):
        assert w.TITLE not in own_diary.get(path).get_data(as_text=True), path
    assert text(one(own_diary.page(f"/d/{own_diary.id}?lang=en"), "h1")) == "Withdrawn"


# The document


def test_a_past_state_is_read_as_it_was_and_leads_to_the_present(diary: Diary) -> None:
    response = diary.get(f"/d/{diary.id}@1")
    page = soup(response)
    assert [said(p) for p in page.select(".body p.paragraph")][1:] == list(w.FIRST)[1:]
    told = one(page, ".cited-note")
    assert text(told).startswith("인용 당시의 문서입니다: 1판 (2026. 1. 1.).")
    assert [str(a["href"]) for a in told.select("a")] == [
        f"/d/{diary.id}",
        f"/d/{diary.id}/compare?from=1",
        f"/d/{diary.id}/history",
    ]
    assert response.headers["Link"] == f'<http://localhost/d/{diary.id}@1>; rel="cite-as"'
    assert one(page, "link[rel=canonical]")["href"] == f"http://localhost/d/{diary.id}@1"
    assert text(one(diary.page(f"/d/{diary.id}@3"), ".cited-note.quiet")) == "인용 당시와 같습니다 (2026. 3. 1.)."
    assert diary.page(f"/d/{diary.id}").select(".cited-note") == []
    assert diary.get(f"/d/{diary.id}@1/original").data == b"first"
    assert diary.get(f"/d/{diary.id}/original").data == b"second"


def test_every_address_on_the_page_of_a_past_state_opens_the_words_it_stands_beside(diary: Diary) -> None:
    for revision in (1, 2, 3):
        units = diary.page(f"/d/{diary.id}@{revision}").select("[id^='p-']")
        assert len(units) > 12
        for unit in units:
            words = one(unit, "[data-at]") if not unit.select("td") else None
            (pilcrow,) = unit.select("a.pilcrow")
            page = diary.page(str(pilcrow["href"]))
            shown = [
                said(e).translate({ord(n): None for n in "①②"}) for e in page.select(".the-passage, .old blockquote")
            ]
            if words is not None:
                assert said(words) in shown, pilcrow["href"]
            else:
                assert text(unit.select("td")[0]) in text(one(page, ".the-passage"))


def test_every_link_on_the_pages_of_the_past_leads_somewhere(diary: Diary) -> None:
    paths = [f"/d/{diary.id}@1", f"/d/{diary.id}/history", f"/d/{diary.id}/compare?from=1", f"/d/{diary.id}@2"]
    paths += [f"/p/{diary.first(words)}" for words in (w.REVISED, w.GONE, w.TWICE, w.MERGED[0])]
    links = {str(a["href"]).split("#")[0] for path in paths for a in diary.page(path).select("a[href^='/']")}
    assert len(links) > 40
    assert [link for link in sorted(links) if diary.get(link).status_code not in (200, 410)] == []


@pytest.mark.parametrize("tail", ["에서", ").", "은", "”", "."])
def test_what_sticks_to_the_address_of_a_document_is_ignored(diary: Diary, tail: str) -> None:
    for address in (diary.id, f"{diary.id}@2"):
        assert diary.get(f"/d/{address}{tail}?lang=en").headers["Location"] == f"/d/{address}?lang=en"
        assert diary.get(f"/d/{address.upper()}{tail}/lines").headers["Location"] == f"/d/{address}/lines"


def test_other_forms_can_be_downloaded(own_diary: Diary) -> None:
    from archive.store.files import save_form, save_original

    with own_diary.store.write_transaction() as connection:
        save_original(connection, Bytes("f" * 64, b"%PDF-", "application/pdf"))
        form = FormRecord("/보기/diary.pdf", "diary.pdf", "f" * 64)
        save_form(connection, form, own_diary.store.documents()[0].number)
    link = one(own_diary.page(f"/d/{own_diary.id}"), ".forms a")
    response = own_diary.get(str(link["href"]))
    assert (text(link), response.data) == ("diary.pdf", b"%PDF-")
    assert response.headers["Content-Disposition"] == "attachment; filename=diary.pdf"
    assert own_diary.get(f"/d/{own_diary.id}/forms/{'0' * 64}").status_code == 404


# Machines, and other public addresses


def test_machines_are_told_what_became_of_a_permalink(diary: Diary) -> None:
    where = diary.first(w.REVISED)
    answer = diary.get(f"/api/resolve?permalink=https://elsewhere.example/old/p/{where}에서").get_json()
    assert answer == {
        "permalink": f"http://localhost/p/{where}",
        "status": "revised",
        "cited": {"text": w.REVISED, "document": diary.id, "revision": 1, "date": "2026-01-01"},
        "current": [
            {"text": w.REVISED_2, "permalink": f"http://localhost/p/{where}@2", "document": diary.id, "revision": 3}
        ],
    }
    document = diary.get(f"/api/resolve?permalink=/d/{diary.id}@1").get_json()
    assert (document["permalink"], document["status"]) == (f"http://localhost/d/{diary.id}@1", "revised")


@pytest.mark.parametrize(
    "asked, status", [("", 400), ("?permalink=", 400), ("?permalink=hello", 404), ("?permalink=22222-22222", 404)]
)
def test_machines_are_told_what_is_wrong_with_a_permalink(diary: Diary, asked: str, status: int) -> None:
    response = diary.get(f"/api/resolve{asked}")
    assert response.status_code == status
    assert set(response.get_json()["error"]) == {"code", "message"}


def test_a_new_public_address_with_a_path_breaks_no_link(diary: Diary) -> None:
    where = diary.first(w.REVISED)
    app = create_app(Settings(diary.home, "https://new.example/archive"))
    client = app.test_client()
    page = soup(client.get(f"/archive/p/{where}"))
    assert [str(a["href"]) for a in page.select(".version-name a")] == [
        f"/archive/p/{where}@1",
        f"/archive/p/{where}@2",
    ]
    assert client.get(f"/archive/p/{where}@2).").headers["Location"] == f"/archive/p/{where}@2"
    assert client.get(f"/archive/d/{diary.id}@1").headers["Link"] == (
        f'<https://new.example/archive/d/{diary.id}@1>; rel="cite-as"'
    )
    answer = client.get(f"/archive/api/resolve?permalink=http://127.0.0.1:8000/p/{where}@2").get_json()
    assert (answer["status"], answer["permalink"]) == ("same", f"https://new.example/archive/p/{where}@2")
    site(app).store.close()


def test_pages_of_the_past_are_well_formed_and_guarded(diary: Diary) -> None:
    paths = [f"/d/{diary.id}@1", f"/d/{diary.id}/history", f"/d/{diary.id}/compare?from=1"]
    paths += [f"/p/{diary.first(words)}" for words in (w.STAYS, w.REVISED, " ".join(w.SPLIT), w.GONE)]
    for path in paths:
        response = diary.get(path)
        page = soup(response)
        assert len(page.select("h1")) == 1, path
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert page.select("style, [style], script:not([src], [type='application/ld+json'])") == []
        ids = [str(tag["id"]) for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), path
        assert diary.client.head(path).status_code == response.status_code


def test_the_word_is_given(diary: Diary) -> None:
    for language, told in (("ko", "예외는 하나뿐입니다"), ("en", "There is one exception")):
        about = text(one(diary.page(f"/about?lang={language}"), "main"))
        assert told in about
        everything = [diary.get(f"{path}?lang={language}").get_data(as_text=True) for path in ("/", "/about", "/help")]
        assert not any("provisional" in page or "임시" in page for page in everything)
