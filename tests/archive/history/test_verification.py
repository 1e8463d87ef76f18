"""Words stand where they are printed so: in other spaces and signs, but with the same figures and as whole words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import NotFound, QueryError
from archive.history.verification import LONGEST, stand, verify
from archive.takedown import withdraw
from tests.webapp import past_world as past
from tests.webapp.past_world import Diary


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    past.build(tmp_path).close()
    made = Diary(tmp_path)
    yield made
    made.close()


TEXTS = [
    ("a", "화물은 3.5% 줄었고, 뱃삯은 1,000원에서 −5원으로 내렸다."),
    ("b", "The act was illegal in 2024-2025; 불합법 거래도 있었다."),
    ("c", "나루터에는 뱃사공이"),
    ("d", "모두 스무 사람 있었다."),
    ("e", "Рост составил 1 200 единиц, ставка – 7,25 %."),
    ("f", "全球GDP增长2.5%，约合1.2万亿美元。"),
]


@pytest.mark.parametrize(
    "words, where, exact",
    [
        ("화물은 3.5% 줄었고", ("a",), True),
        ("화물은  3.5%\n줄었고", ("a",), True),
        ("화물은 3.5% 줄었고 뱃삯은 1,000원", ("a",), False),
        ("뱃삯", ("a",), True),  # without its particle
        ("was ILLEGAL", ("b",), False),
        ("2024-2025", ("b",), True),
        ("2024–2025", ("b",), False),
        ("뱃사공이 모두 스무 사람 있었다", ("c", "d"), True),
        ("거래도", ("b",), True),
        ("뱃삯은 1,000원에서 -5원", ("a",), False),
        ("３.５％ 줄었고", ("a",), False),
        ("составил 1 200 единиц", ("e",), True),
        ("ставка 7,25%", ("e",), False),
        ("GDP增长2.5%", ("f",), True),
        ("约合1.2万亿", ("f",), True),
    ],
)
def test_words_that_stand(words: str, where: tuple[str, ...], exact: bool) -> None:
    found, _ = stand(words, TEXTS)
    assert [(one.passages, one.exact) for one in found] == [(where, exact)]


@pytest.mark.parametrize(
    "words, nearly",
    [
        ("화물은 35% 줄었고", "화물은 3.5% 줄었고,"),
        ("5% 줄었고", "3.5% 줄었고,"),
        ("화물은 3.5 줄었고", "화물은 3.5% 줄었고,"),
        ("000원에서", "1,000원에서"),
        ("1000원에서", "1,000원에서"),
        ("5원으로 내렸다", "−5원으로 내렸다."),
        ("legal in", "illegal in"),
        ("The act was ille", "The act was illegal"),
        ("합법 거래", "불합법 거래도"),
        ("in 2024", "in 2024-2025;"),
        ("뱃사공이 모두", None),  # too short to run on into another passage
        ("화물은 늘었고", None),
        ("화물은 +3.5% 줄었고", "화물은 3.5% 줄었고,"),
        ("оставил 1 200", "составил 1 200"),
        ("составил 200 единиц", None),
        ("约合12万亿", "全球GDP增长2.5%，约合1.2万亿美元。"),
    ],
)
def test_words_that_do_not(words: str, nearly: str | None) -> None:
    assert stand(words, TEXTS) == ([], nearly)


def test_words_of_today_and_of_a_revision_before(diary: Diary) -> None:
    cited = diary.first(past.REVISED)
    now, before = verify(diary.store, past.REVISED_2, cited), verify(diary.store, past.REVISED, cited)
    assert now.standing and now.revision is None and now.standing.exact
    assert before.standing and before.revision == 1
    assert diary.get(f"/p/{now.address}?q={now.quotation}").status_code == 200


def test_words_that_are_gone_from_the_document_stand_as_cited(diary: Diary) -> None:
    verdict = verify(diary.store, past.GONE, diary.first(past.GONE))
    assert verdict.standing and verdict.revision == 1 and verdict.resolution.status == "gone"


def test_words_that_were_misread_do_not_stand(diary: Diary) -> None:
    verdict = verify(diary.store, past.MISREAD[0], diary.id)
    assert (verdict.standing, verdict.misread_in) == (None, 2)  # the third revision reads the same file anew
    assert verify(diary.store, past.MISREAD[1], diary.id).standing


def test_words_of_another_passage_are_said_to_be_elsewhere(diary: Diary) -> None:
    verdict = verify(diary.store, past.ALONE, diary.first(past.STAYS))
    assert verdict.standing is None and verdict.elsewhere
    assert verify(diary.store, past.ALONE, str(verdict.elsewhere)).standing
    assert verify(diary.store, past.ALONE, diary.id).standing  # anywhere in the document


def test_nothing_stands_in_what_was_withdrawn(diary: Diary) -> None:
    withdraw(diary.store, diary.store.documents()[0].number, "까닭")
    verdict = verify(diary.store, past.STAYS, diary.id)
    assert verdict.standing is None and verdict.resolution.status == "withdrawn"


@pytest.mark.parametrize("words", ["", " … ", "가" * (LONGEST + 1)])
def test_no_words_and_too_many_are_refused(diary: Diary, words: str) -> None:
    with pytest.raises(QueryError):
        verify(diary.store, words, diary.id)
    with pytest.raises(NotFound):
        verify(diary.store, "말", "zzzzz")
