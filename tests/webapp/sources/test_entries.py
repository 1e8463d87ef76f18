"""Pieces that the pages of sources share."""

from collections import Counter

from flask import Flask

from archive.citing.outlets import builtin
from archive.sources import CitedOutlet
from archive.store import StoredDocument
from webapp.site import current_frame
from webapp.sources.entries import bars, cited_times, outlet_name, year_of


def test_years_stand_in_order_with_their_share_of_the_most(app: Flask) -> None:
    with app.test_request_context("/?lang=ko"):
        shown = bars(Counter({"2024": 4, "2022": 1}), current_frame(), lambda year: f"/y/{year}")
        assert [(bar.text, bar.count, bar.share, bar.url) for bar in shown] == [
            ("2022년", 1, 25, "/y/2022"),
            ("2024년", 4, 100, "/y/2024"),
        ]
        assert bars(Counter({"2024": 4}), current_frame()) == ()


def test_outlets_and_counts_are_named_in_the_language_of_the_reader(app: Flask, brief: StoredDocument) -> None:
    tass, own = CitedOutlet("tass", builtin().find("tass")), CitedOutlet("x", None, Counter({"엑스": 1, "X": 2}))
    for language, name, times in (("ko", "타스", "인용 1회 · 문서 1건"), ("en", "TASS", "cited once · in 1 document")):
        with app.test_request_context(f"/?lang={language}"):
            assert outlet_name(tass, current_frame()) == name
            assert outlet_name(own, current_frame()) == "X"
            assert cited_times(1, 1, current_frame()) == times
    assert year_of(brief.record) == "2025"
