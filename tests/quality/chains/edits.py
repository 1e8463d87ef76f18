"""True revisions: what an author does to a brief. Each carries the origins of its letters along."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tests.quality.chains.drafts import Draft, Part, Writer, joined, raised, sentences
from tests.quality.chains.traced import Traced, join

Edit = Callable[[Draft, Writer], Draft]


def _places(draft: Draft, kind: str = "paragraph", least: int = 1) -> list[int]:
    return [i for i, p in enumerate(draft) if p.kind == kind and (least == 1 or len(sentences(p.text)) >= least)]


def _with(draft: Draft, at: int, *parts: Part) -> Draft:
    return (*draft[:at], *parts, *draft[at + 1 :])


def word_changed(draft: Draft, writer: Writer) -> Draft:
    at = writer.random.choice(_places(draft))
    text = draft[at].text
    words = list(re.finditer(r"(?<!\S)[가-힣A-Za-z]{2,}(?!\S)", text.text))
    if not words:
        return draft
    word = writer.random.choice(words)
    changed = text[: word.start()] + Traced.new(writer.word()) + text[word.end() :]
    return _with(draft, at, Part("paragraph", changed))


def sentence_added(draft: Draft, writer: Writer) -> Draft:
    at = writer.random.choice(_places(draft))
    said = sentences(draft[at].text)
    said.insert(writer.random.randint(0, len(said)), Traced.new(writer.sentence()))
    return _with(draft, at, Part("paragraph", join(" ", said)))


def sentence_removed(draft: Draft, writer: Writer) -> Draft:
    places = _places(draft, least=3)
    if not places:
        return draft
    at = writer.random.choice(places)
    said = sentences(draft[at].text)
    del said[writer.random.randrange(len(said))]
    return _with(draft, at, Part("paragraph", join(" ", said)))


def paragraph_deleted(draft: Draft, writer: Writer) -> Draft:
    return _with(draft, writer.random.choice(_places(draft)))


def paragraph_inserted(draft: Draft, writer: Writer) -> Draft:
    at = writer.random.choice(_places(draft))
    return _with(draft, at, draft[at], Part("paragraph", Traced.new(writer.paragraph())))


def paragraph_moved(draft: Draft, writer: Writer) -> Draft:
    at, to = writer.random.sample(_places(draft), 2)
    rest = list(_with(draft, at))
    rest.insert(to, draft[at])
    return tuple(rest)


def paragraph_split(draft: Draft, writer: Writer) -> Draft:
    places = _places(draft, least=2)
    if not places:
        return draft
    at = writer.random.choice(places)
    said = sentences(draft[at].text)
    cut = writer.random.randint(1, len(said) - 1)
    return _with(draft, at, *(Part("paragraph", join(" ", half)) for half in (said[:cut], said[cut:])))


def paragraphs_joined(draft: Draft, writer: Writer) -> Draft:
    places = [i for i in _places(draft) if i + 1 < len(draft) and draft[i + 1].kind == "paragraph"]
    return joined(draft, writer.random.choice(places), 2) if places else draft


def note_added(draft: Draft, writer: Writer) -> Draft:
    notes = _places(draft, "note")
    if not notes:
        return draft
    mark, at = raised(len(notes) + 1), writer.random.choice(_places(draft))
    marked = _with(draft, at, Part("paragraph", draft[at].text + mark))
    last = notes[-1]
    note = Part("note", Traced.noise(mark + " ") + Traced.new(writer.note()))
    return _with(marked, last, marked[last], note)


def figure_changed(draft: Draft, writer: Writer) -> Draft:
    """Another figure in a row of a table; in a paragraph where there is none."""
    places = [
        i for kind in ("row", "paragraph") for i in _places(draft, kind) if re.search(r"\d{2}", draft[i].text.text)
    ]
    if not places:
        return draft
    rows = [i for i in places if draft[i].kind == "row"]
    at = writer.random.choice(rows or places)
    text = draft[at].text
    figure = list(re.finditer(r"\d{2,}", text.text))[-1]
    changed = text[: figure.start()] + Traced.new(writer.number(len(figure[0]))) + text[figure.end() :]
    return _with(draft, at, Part(draft[at].kind, changed))


def half_deleted(draft: Draft, writer: Writer) -> Draft:
    """Half of a paragraph goes, the other half stays word for word."""
    places = _places(draft, least=2)
    if not places:
        return draft
    at = writer.random.choice(places)
    said = sentences(draft[at].text)
    half = writer.random.choice((said[: (len(said) + 1) // 2], said[len(said) // 2 :]))
    return _with(draft, at, Part("paragraph", join(" ", half)))


EDITS: Mapping[str, Edit] = {
    edit.__name__: edit
    for edit in (
        word_changed,
        sentence_added,
        sentence_removed,
        paragraph_deleted,
        paragraph_inserted,
        paragraph_moved,
        paragraph_split,
        paragraphs_joined,
        note_added,
        figure_changed,
        half_deleted,
    )
}


def revised(draft: Draft, random: Random, count: int = 1) -> Draft:
    """After so many small revisions of any kind."""
    writer = Writer(random)
    for edit in random.choices(list(EDITS.values()), k=count):
        draft = edit(draft, writer)
    return draft
