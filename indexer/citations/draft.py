"""Which fields of a citation are known by now? A citation while it is put together from tokens."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from archive.citing import Outlets
from archive.model import Citation
from archive.text import language_of
from indexer.citations import names
from indexer.citations.segments import CitationToken

_SIMPLE = ("date", "pages", "url", "accessed")  # fields that go into a citation as they are
_ISSUE = re.compile(r"^(?P<name>.{3,}?)[\s,]+(?P<number>(?:제\s?)?\d{1,4}(?:\(\d+\))?(?:[권호])?)$")
PUBLISHER = re.compile(r"^(?P<place>[^:：]{1,40}?)\s?[:：]\s?(?P<name>[^:：].*)$")


class CitationDraft:
    """A citation while it is put together from tokens; the first value of a field stays, but a more exact date."""

    def __init__(self, text: str, start: int, table: Outlets) -> None:
        self.text = text
        self.citation = Citation(start, start)
        self.table = table

    def put(self, token: CitationToken, **values: str | None) -> None:
        """Fills empty fields and extends what was printed to the token."""
        new: dict[str, Any] = {"end": max(self.citation.end, token.end)}
        for name, value in values.items():
            old = getattr(self.citation, name)
            if value and (not old or (name == "date" and value.startswith(old))):
                new[name] = value
        self.citation = replace(self.citation, **new)

    def take(self, token: CitationToken) -> bool:
        """Reads a token after the title. False where the token is no part of a source: prose begins."""
        if token.kind in _SIMPLE:
            self.put(token, **{token.kind: token.value})
        elif token.kind == "number":
            self._take_number(token)
        elif token.kind == "quoted":
            self._take_name(token, token.value.strip(), marked=token.mark not in '“"‘')
        elif token.kind == "text":
            return self._take_text(token)
        return True

    def _take_number(self, token: CitationToken) -> None:
        old = self.citation.number
        if old is None:
            self.put(token, number=token.value)
        else:
            self.citation = replace(self.citation, number=f"{old}, {token.value}", end=token.end)

    def _take_text(self, token: CitationToken) -> bool:
        text = token.value
        if names.is_prose(text) and len(text.split()) > 1:
            return False
        published = PUBLISHER.match(text)
        if published and names.place(published["place"].strip(), self.text[token.start - 1 : token.start]):
            self.put(token, place=published["place"].strip(), outlet=published["name"].strip())
        elif names.place(text):
            self.put(token, place=text)
        else:
            self._take_name(token, text.removeprefix("in ").removeprefix("In "))
        return True

    def _take_name(self, token: CitationToken, text: str, marked: bool = False) -> None:
        if self.citation.outlet:
            return
        issue = _ISSUE.match(text)
        if issue and not self.table.find(text):  # Foreign Affairs 99: the volume stands bare after the name
            name = issue["name"].rstrip(",")
            self.put(token, outlet=names.outlet(name, marked or bool(self.table.find(name))), number=issue["number"])
            return
        name_or_none = names.outlet(text, marked or bool(self.table.find(text)))
        if name_or_none:
            self.put(token, outlet=name_or_none)
            self.citation = replace(self.citation, end=max(self.citation.end, token.start + len(name_or_none)))

    def finished(self) -> Iterator[Citation]:
        """The citation, if it is one: a title and where or when it appeared; else an address or an outlet's day."""
        found = self._with_bracket()
        if found.title and (found.outlet or found.date or found.url):
            yield replace(found, language=language_of(found.title))
        elif not found.title and (found.url or (found.outlet and found.date)):
            yield found

    def _with_bracket(self) -> Citation:
        """A bracket that the print opens is closed in it: … (2025)."""
        found = self.citation
        opened = self.text.count("(", found.start, found.end) > self.text.count(")", found.start, found.end)
        return replace(found, end=found.end + 1) if opened and self.text[found.end : found.end + 1] == ")" else found
