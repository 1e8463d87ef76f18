"""The rules that the help prints are those that the parser knows."""

import pytest

from archive.query import And, Field, Loose, Not, Or, Prefix, Quote, Word, parse, syntax
from archive.query.fields import NAMES
from archive.query.syntax import SyntaxRule
from archive.query.tree import leaves


@pytest.mark.parametrize("rule", syntax(), ids=lambda rule: rule.name)
def test_every_rule_has_an_example_that_parses(rule: SyntaxRule) -> None:
    asked = [parse(rule.example("ko")), parse(rule.example("en"))]
    assert [query.hints for query in asked] == [(), ()]
    assert all(query.root for query in asked)


MEANT = {
    "words": Loose((Word("두만강"), Word("다리"), Word("착공"))),
    "phrase": Quote("두만강 다리"),
    "prefix": Prefix("철도"),
    "without": Loose((Word("철도"), Not(Word("관광")))),
    "and": And((Word("철도"), Word("항공"))),
    "or": Or((Word("철도"), Word("항공"))),
    "group": Loose((Or((Word("철도"), Word("항만"))), Word("제재"))),
    "title": Loose((Field("title", "감시"), Word("제재"))),
    "author": Loose((Field("author", "홍예시"), Word("철도"))),
    "publisher": Loose((Field("publisher", "예시연구원"), Word("조약"))),
    "outlet": Field("outlet", "타스"),
    "source": Field("source", "t2zjmohdsv"),
    "year": Loose((Field("year", "2025"), Word("결제"))),
    "years": Loose((Field("year", "2023-2025"), Word("결제"))),
    "language": Loose((Field("language", "en"), Word("sanctions"))),
    "kind": Loose((Field("kind", "row"), Word("철도"))),
    "note": Loose((Field("in", "note"), Word("결제"))),
    "table": Loose((Field("in", "table"), Word("철도"))),
    "body": Loose((Field("in", "body"), Word("철도"))),
    "document": Loose((Field("document", "7k4m2"), Word("철도"))),
}


@pytest.mark.parametrize("rule", syntax(), ids=lambda rule: rule.name)
def test_the_example_of_a_rule_asks_what_the_rule_says(rule: SyntaxRule) -> None:
    assert parse(rule.example("ko")).root == MEANT[rule.name]


@pytest.mark.parametrize("rule", [rule for rule in syntax() if rule.name != "outlet"], ids=lambda rule: rule.name)
def test_both_examples_of_a_rule_ask_the_same(rule: SyntaxRule) -> None:
    assert parse(rule.example("ko")) == parse(rule.example("en"))


def test_no_rule_is_told_twice() -> None:
    assert len({rule.name for rule in syntax()}) == len(syntax())


def test_every_field_has_its_rule() -> None:
    taught = {
        leaf.name
        for rule in syntax()
        if (root := parse(rule.example("ko")).root)
        for leaf in leaves(root)
        if isinstance(leaf, Field)
    }
    assert taught == set(NAMES)


def test_a_rule_is_told_in_the_readers_language() -> None:
    rule = syntax()[2]
    assert (rule.meaning("ko"), rule.meaning("en")) == ("이 글자로 시작하는 낱말", "words that begin so")
