"""Other programs read the term base as SKOS in Turtle."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.terms.base import Concept, TermBase
from archive.terms.skos import turtle

SMALL = TermBase((
    Concept("ferry", "thing", ("나룻배", "거룻배", "=배"), ("ferry",), ("паром",), ("渡船", "摆渡船"), ("FB", "ПМ")),
    Concept('a"b/c', "odd kind", ("따옴표\\",)),
))  # fmt: skip


def test_concepts_are_written_as_skos() -> None:
    assert (
        "\n".join(turtle(SMALL, "https://archive.example.org/gakju"))
        == """\
@base <https://archive.example.org/gakju/terms> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<#scheme/thing> a skos:ConceptScheme ;
    skos:prefLabel "thing"@en .

<#scheme/odd%20kind> a skos:ConceptScheme ;
    skos:prefLabel "odd kind"@en .

<#ferry> a skos:Concept ;
    skos:inScheme <#scheme/thing> ;
    skos:notation "ferry" ;
    skos:prefLabel "나룻배"@ko ;
    skos:altLabel "거룻배"@ko ;
    skos:prefLabel "ferry"@en ;
    skos:prefLabel "паром"@ru ;
    skos:prefLabel "渡船"@zh ;
    skos:altLabel "摆渡船"@zh ;
    skos:altLabel "FB"@en ;
    skos:altLabel "ПМ"@ru ;
    skos:hiddenLabel "배"@ko .

<#a%22b%2Fc> a skos:Concept ;
    skos:inScheme <#scheme/odd%20kind> ;
    skos:notation "a\\"b/c" ;
    skos:prefLabel "따옴표\\\\"@ko ."""
    )


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_every_form_stays_on_its_line(forms: list[str]) -> None:
    base = TermBase((Concept("one", "thing", tuple(forms)),))
    labels = [line for line in turtle(base, None) if "@ko" in line]
    assert all(line.isprintable() and line.count('"') - line.count('\\"') >= 1 for line in labels)


def labels(**forms: tuple[str, ...]) -> list[str]:
    """The labels of a concept with these forms."""
    base = TermBase((Concept("one", "thing", **forms),))
    return [line.strip(" ;.") for line in turtle(base, None) if "Label" in line and '"thing"' not in line]


@pytest.mark.parametrize("forms, said", [
    ({"ko": ("나룻배",)}, ['skos:prefLabel "나룻배"@ko']),
    ({"ko": ("나룻배", "거룻배")}, ['skos:prefLabel "나룻배"@ko', 'skos:altLabel "거룻배"@ko']),
    ({"abbr": ("FB",)}, ['skos:prefLabel "FB"@en']),
    ({"en": ("ferry",), "abbr": ("ferry", "FB")}, ['skos:prefLabel "ferry"@en', 'skos:altLabel "FB"@en']),
    ({"ko": ("=배", "나룻배")}, ['skos:prefLabel "나룻배"@ko', 'skos:hiddenLabel "배"@ko']),
    ({"ko": ("=배", "배")}, ['skos:prefLabel "배"@ko']),
    ({"ko": ("=배",), "zh": ("=船",)}, ['skos:hiddenLabel "배"@ko', 'skos:hiddenLabel "船"@zh']),
    ({"ru": ("паром",), "abbr": ("ПМ",)}, ['skos:prefLabel "паром"@ru', 'skos:altLabel "ПМ"@ru']),
], ids=["하나", "둘", "약어만", "약어가 같음", "나라 글자", "글자와 낱말", "글자만", "러시아어 약어"])  # fmt: skip
def test_a_form_is_one_label_of_its_language(forms: dict[str, tuple[str, ...]], said: list[str]) -> None:
    assert labels(**forms) == said


# Source: RDF 1.1 Turtle, 2.5.1 and 6.4 (escape sequences in quoted literals).
@pytest.mark.parametrize("form, literal", [
    ('나"루', '"나\\"루"@ko'), ("나\\루", '"나\\\\루"@ko'), ("나\n루", '"나\\n루"@ko'), ("나\t루", '"나\\t루"@ko'),
    ("나\u200b루", '"나\\U0000200B루"@ko'),
    ("나’루", '"나’루"@ko'),
], ids=["따옴표", "역사선", "줄바꿈", "탭", "안 보이는 글자", "작은따옴표"])  # fmt: skip
def test_signs_that_would_end_a_literal_are_escaped(form: str, literal: str) -> None:
    assert labels(ko=(form,)) == [f"skos:prefLabel {literal}"]


def test_without_a_public_address_concepts_have_relative_names() -> None:
    assert list(turtle(TermBase((Concept("ferry", "thing", ("나룻배",)),)), None)) == [
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
        "",
        "<#scheme/thing> a skos:ConceptScheme ;",
        '    skos:prefLabel "thing"@en .',
        "",
        "<#ferry> a skos:Concept ;",
        "    skos:inScheme <#scheme/thing> ;",
        '    skos:notation "ferry" ;',
        '    skos:prefLabel "나룻배"@ko .',
    ]


def test_a_kind_is_one_scheme_however_many_concepts_it_has() -> None:
    rows = tuple(Concept(f"c{n}", kind, (f"나루{n}",)) for n, kind in enumerate(("thing", "state", "thing")))
    assert [line for line in turtle(TermBase(rows), None) if line.endswith("a skos:ConceptScheme ;")] == [
        "<#scheme/thing> a skos:ConceptScheme ;", "<#scheme/state> a skos:ConceptScheme ;",
    ]  # fmt: skip


def test_a_base_of_nothing_is_its_prefixes() -> None:
    assert list(turtle(TermBase(()), "https://archive.example.org")) == [
        "@base <https://archive.example.org/terms> .", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
    ]  # fmt: skip


FORMS = st.lists(st.sampled_from(["나룻배", "=배", "배", "FB", "ferry", "паром", "渡船", "=渡"]), max_size=4).map(tuple)


# Source: SKOS Reference, S13 (labels are disjoint) and S14 (one preferred label a language).
@given(FORMS, FORMS, FORMS, FORMS, FORMS)
def test_no_form_is_two_labels_of_a_language_and_no_language_has_two_preferred_ones(
    ko: tuple[str, ...], en: tuple[str, ...], ru: tuple[str, ...], zh: tuple[str, ...], abbr: tuple[str, ...]
) -> None:
    said = [line.split(" ", 1) for line in labels(ko=ko, en=en, ru=ru, zh=zh, abbr=abbr)]
    assert max(Counter(form for _, form in said).values(), default=1) == 1
    preferred = Counter(form.rsplit("@", 1)[1] for kind, form in said if kind == "skos:prefLabel")
    assert max(preferred.values(), default=1) == 1
