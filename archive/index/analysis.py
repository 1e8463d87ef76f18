"""How does a document become what the store keeps? The tokens of its passages, and the facets they are filed under."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from archive.analyzer import analyze
from archive.index.facets import answer_kinds, cited_sources, facets
from archive.knowledge import Knowledge
from archive.model import Document, Passage, PassageDraft, PassageKind
from archive.store import IncomingDocument, Origin
from archive.text import DOCUMENT, language_of
from archive.tokens import Streams

Passages = Sequence[PassageDraft | Passage]


def analyze_documents(
    documents: Sequence[tuple[Document, Sequence[PassageDraft], Origin]],
    knowledge: Knowledge,
    known: Mapping[str, Streams] = MappingProxyType({}),
) -> Iterator[IncomingDocument]:
    """Documents with their passages, as the store takes them, in order. All of them are analysed together.

    `known` are tokens by the text that they were made of with the analyzer of today.
    """
    read = [(_with_language(document, passages), passages) for document, passages, _ in documents]
    for (document, passages), (_, _, origin), (streams, filed) in zip(
        read, documents, tokens_and_facets(read, knowledge, known), strict=True
    ):
        yield IncomingDocument(origin, document, passages, streams, filed)


def tokens_and_facets(
    documents: Sequence[tuple[Document, Passages]],
    knowledge: Knowledge,
    known: Mapping[str, Streams] = MappingProxyType({}),
) -> Iterator[tuple[list[Streams], list[tuple[str, ...]]]]:
    """The tokens and the facets of every passage, a document at a time; tokens that are `known` are not made again."""
    new = dict.fromkeys(one.text for _, passages in documents for one in passages if one.text not in known)
    made = analyze(new, knowledge)  # what is said twice, as headings are, is analysed once
    found, table = dict(known), knowledge.outlets
    for document, passages in documents:
        for one in passages:
            if one.text not in found:
                found[one.text] = next(made)
        tokens = [found[one.text] for one in passages]
        title = tokens[0] if passages and passages[0].kind is PassageKind.TITLE else None
        notes = (document.notes[one.note] if one.note is not None else None for one in passages)
        cited = cited_sources(document, passages, table)
        filed = (
            facets(one.kind, document.metadata, note, title, table, answer_kinds(one.text, streams, note), sources)
            for one, streams, note, sources in zip(passages, tokens, notes, cited, strict=True)
        )
        yield tokens, list(filed)


def _with_language(document: Document, passages: Iterable[PassageDraft]) -> Document:
    """The document; where its language is not known, it is the one that most of its text is in."""
    if document.metadata.language is not None:
        return document
    language = language_of("\n".join(one.text for one in passages), DOCUMENT)
    return replace(document, metadata=replace(document.metadata, language=language))
