"""Which lines begin an article or a clause of a law? All lines are invented."""

from archive.model import Line
from indexer.lines import text_lines
from indexer.structure.articles import Articles, find_articles


def found(*lines: str) -> Articles:
    return find_articles(text_lines([Line(n, line) for n, line in enumerate(lines, 1)]))


def test_articles_count_up_whatever_stands_above_them() -> None:
    lines = (
        "제1조(목적) 이 규정은 물길을 지킨다 <개정 2022. 3. 2.>",
        "제2조 물길은 길다",
        "제2조의2(우물) 우물은 깊다.",
        "제3조(논)",
    )
    assert found(*lines).articles == {1, 2, 3, 4}


def test_the_name_of_another_article_begins_none() -> None:
    lines = (
        "제1조 물길은 길다.",
        "제2조 우물은 제9조에서 정한 바에 따라",
        "제9조에 따른 물세로 친다.",
        "제3조 및 제4조는",
        "제5조 제2항과 같다.",
    )
    assert found(*lines).articles == {1, 2}


def test_an_excerpt_may_leap_after_a_sentence_but_not_within_one() -> None:
    assert found("제3조 물길은 길다.", "제7조 우물은 깊다.", "논은 밭과", "제9조 들판은 넓다.").articles == {1, 2}


def test_clauses_count_on_within_their_article() -> None:
    laws = found("제1조 ①물길은 길다", "②우물은 깊다", "④논은 넓다", "③밭은 좁다", "제2조 들은 넓다.", "②마을은 크다.")
    assert laws.clauses == {2, 4}


def test_one_article_alone_is_no_law() -> None:
    assert found("제3조 물길은 길다.", "우물은 깊다.") == Articles()
