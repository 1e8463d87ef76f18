"""What are the tools, and what do they answer? Values as JSON, each with the permalink of what it speaks of.

Nothing here knows the protocol. Arguments have limits; what is wrong is said by name in an error of the archive.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from archive.citing import FILE_FORMS, REFERENCE_FORMS, ReferenceForm, format_remark, text_of, title_of
from archive.errors import QueryError
from archive.history import excerpt, refer_to, resolve, stored_at, verify
from archive.model import Margins, Metadata, NoteRef, Passage, part_of
from archive.open import Archive
from archive.query import message
from archive.search import MatchMode, SearchOptions
from archive.settings import Settings

Answer = dict[str, object]

MOST_HITS = 50
MOST_PASSAGES = 200  # of one document, in one answer
MOST_ADDRESSES = 50
LONGEST_ADDRESS = 500  # characters
FORMS = {form.id: form for form in (*REFERENCE_FORMS, *FILE_FORMS)}


class Tools:
    """The tools of one archive. Safe to share between threads."""

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self._archive, self._store, self._settings = archive, archive.store, settings

    def search(self, query: str, limit: int = 10, exactly: bool = False) -> Answer:
        """Find passages of Korean policy briefs, by words in Korean, Russian, English or Chinese.

        Other languages, spellings and forms of the words are searched, too, and `reasons` says by which a passage was
        found; `exactly` searches the words as typed. "exact words", -without, word*, and fields: 제목: 저자: 발행처:
        매체: 연도:2023-2025 언어: 각주에서: (title: author: publisher: outlet: year: language: in:note). At most 50
        passages; `missing` are words of the query that a passage has not.
        """
        options = SearchOptions(query, within("limit", limit, MOST_HITS), match=MatchMode.MOST, exactly=exactly)
        found = self._archive.search.search(options)
        if found.query.root is None:
            hints = [message(hint, "en") for hint in found.query.hints]
            raise QueryError("query: " + (hints[-1] if hints else "no word to look for in it"), "no-word")
        link = self._settings.permalink
        return {
            "read_as": str(found.query),
            "passages": found.passages,
            "documents": found.documents,
            "results": [hit.as_json(link(hit.address)) for hit in found.hits],
            "uncertain": [hit.as_json(link(hit.address)) for hit in found.doubtful_hits],
            **self._archive.search.named_json(found.query, link),
        }

    def read(self, address: str, start: int = 1, limit: int = 50) -> Answer:
        """Read a passage or a document by its permalink or id, with the notes that it calls.

        Of a document `limit` passages (200 at most) from `start`, counted from 1; `next` is where to go on. A note that
        was called and never printed has no text. An address that names a revision (@2) is read as it was then; what no
        longer stands is read as it was cited, and `status` says so.
        """
        first = within("start", start, 1_000_000)
        many = within("limit", limit, MOST_PASSAGES)
        given = checked(address)
        cited, resolution = excerpt(self._store, given), resolve(self._store, given)
        head = {
            "permalink": self._settings.permalink(cited.link),
            "status": resolution.status,
            "document": {"permalink": self._settings.permalink(cited.record.id), **described(cited.record.metadata)},
        }
        if cited.part is not None:
            margins = Margins(cited.part)
            shown = [self._passage(one, margins, cited.part.passages.values()) for one in cited.part.shown]
            return {**head, "passages": shown}
        revision = cited.address.revision
        id_ = cited.record.id
        past = revision is not None and resolution.status == "revised"
        stored = stored_at(self._store, id_, revision or 1) if past else self._store.document(id_, with_lines=False)
        part = part_of(stored.document, stored.passages)
        listed, margins = stored.passages[first - 1 : first - 1 + many], Margins(part)
        after = first + len(listed)
        return {
            **head,
            "passages_in_all": len(stored.passages),
            "next": after if after <= len(stored.passages) else None,
            "passages": [self._passage(one, margins, stored.passages) for one in listed],
        }

    def cite(self, addresses: list[str], form: str = "brackets") -> Answer:
        """Write references to documents and passages, by their permalinks or ids, 50 at most.

        For people: brackets (낫표), quotation-marks (따옴표), institute, chicago, apa; for programs: bibtex, ris,
        csl-json. What the catalogue does not know is left out of them: do not fill it in.
        """
        if form not in FORMS:
            raise QueryError(f"form is “{form[:40]}”: give {', '.join(FORMS)}", "no-choice")
        if not 1 <= len(addresses) <= MOST_ADDRESSES:
            raise QueryError(f"addresses: give 1 to {MOST_ADDRESSES}", "no-number")
        today, chosen = date.today().isoformat(), FORMS[form]
        cited = [excerpt(self._store, checked(one)) for one in dict.fromkeys(addresses)]
        references = [(one, refer_to(one, self._settings, today)) for one in cited]
        if not isinstance(chosen, ReferenceForm):
            links = [self._settings.permalink(one.link) for one in cited]
            return {"form": form, "permalinks": links, "file": chosen.write([reference for _, reference in references])}
        return {
            "form": form,
            "references": [
                {
                    "permalink": self._settings.permalink(one.link),
                    "text": text_of(chosen.write(reference)),
                    "remarks": [format_remark(*remark, chosen.language) for remark in reference.remarks],
                }
                for one, reference in references
            ],
        }

    def verify_quotation(self, words: str, address: str) -> Answer:
        """Check whether a wording stands in the passage or document of a permalink, before it is quoted.

        `stands` is true only if all its words and figures are printed there, today or, as `revision` says, in an
        earlier revision. `exact` is false where signs or case differ: quote `printed` then. `permalink` leads to the
        words. Where they do not stand there, `nearly` is what is printed, `elsewhere` where else in the document they
        stand, and `misread_in` the revision in which this archive had read them so, and wrongly. Of a quotation with
        something left out (…) each part is verified by itself.
        """
        verdict = verify(self._store, words, checked(address))
        link, resolution = self._settings.permalink, verdict.resolution
        answer: Answer = {
            "stands": verdict.standing is not None,
            "status": resolution.status,
            "permalink": link(str(resolution.address)),
        }
        if verdict.standing and verdict.address and verdict.quotation:
            to = f"&to={verdict.quotation.to}" if verdict.quotation.to else ""
            answer["permalink"] = link(str(verdict.address)) + f"?q={verdict.quotation}{to}"
            answer |= {
                "exact": verdict.standing.exact,
                "printed": verdict.standing.printed,
                "revision": verdict.revision,
            }
        if verdict.elsewhere:
            answer["elsewhere"] = link(str(verdict.elsewhere))
        if verdict.misread_in:
            answer["misread_in"] = verdict.misread_in
        if verdict.nearly:
            answer["nearly"] = verdict.nearly
        if resolution.withdrawal:
            answer |= {"reason": resolution.withdrawal.reason, "since": resolution.withdrawal.since}
        return answer

    def resolve(self, address: str) -> Answer:
        """Ask what became of a cited passage or document.

        `status` is same, revised, split, merged, ambiguous, moved, gone or withdrawn; `cited` is what was cited,
        `current` what stands for it today. `similar` passages are a hint, and never the same.
        """
        resolution, link = resolve(self._store, checked(address)), self._settings.permalink
        return resolution.as_json(link(str(resolution.address)), link)

    @property
    def every(self) -> tuple[Callable[..., Answer], ...]:
        """All tools, by the names of their methods."""
        return self.search, self.read, self.cite, self.verify_quotation, self.resolve

    def _passage(self, passage: Passage, margins: Margins, around: Iterable[Passage]) -> Answer:
        margin = margins.of(passage)
        standing = {one.note: one for one in around if one.note is not None}
        answer: Answer = {
            "permalink": self._settings.permalink(str(passage.address)),
            "kind": passage.kind.value,
            "text": passage.text,
        }
        if margin.refs:
            answer["notes"] = [self._note(ref, standing) for ref in margin.refs]
        if margin.columns:
            answer["columns"] = list(margin.columns)
        if margin.caption:
            answer["caption"] = margin.caption
        if margin.label is not None:
            answer["number"] = margin.label
            answer["called_from"] = [self._settings.permalink(str(one.address)) for one in margin.callers]
        return answer

    def _note(self, ref: NoteRef, standing: Mapping[int, Passage]) -> Answer:
        """A note as it is called, at a code point of the text, and what it says; None where it was never printed."""
        note = standing.get(ref.note) if ref.note is not None else None
        link = self._settings.permalink(str(note.address)) if note else None
        return {"number": ref.label, "at": ref.offset, "text": note.text if note else None, "permalink": link}


def described(metadata: Metadata) -> Answer:
    """What the catalogue knows of a document."""
    known: Sequence[tuple[str, object]] = (
        ("title", title_of(metadata)),
        ("authors", list(metadata.authors)),
        ("publisher", metadata.publisher),
        ("series", metadata.series),
        ("number", metadata.number),
        ("date", metadata.date),
        ("language", metadata.language),
        ("rights", metadata.rights),
    )
    return {name: value for name, value in known if value}


def within(name: str, given: int, most: int) -> int:
    """A number from 1 to `most`.

    Raises:
        QueryError: it is none.
    """
    if not 1 <= given <= most:
        raise QueryError(f"{name} is {given}: give 1 to {most:,}", "no-number", name=name)
    return given


def checked(address: str) -> str:
    """An address of a length that one can have.

    Raises:
        QueryError: it is longer.
    """
    if len(address) > LONGEST_ADDRESS:
        raise QueryError(f"address is longer than {LONGEST_ADDRESS} characters", "no-address")
    return address
