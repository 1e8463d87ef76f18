"""How is a document or a passage cited from its page? Its reference in every form, its words, and files for programs.

All that a reader may choose stands in the page, so that it can be selected where no script runs; with one, what is left
out is hidden, and the reader's own day stands in the place of the archive's.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from archive.citing import (
    FILE_FORMS,
    REFERENCE_FORMS,
    FileForm,
    Look,
    QuotedPassage,
    Reference,
    Styled,
    format_remark,
    quoted_words,
    refer,
    refer_by_way_of,
)
from archive.errors import NotFound
from archive.history import Excerpt, Quotation
from archive.model import Citation
from webapp.site import Frame
from webapp.view_models import Alternate, CitingPanel, Link, ReferenceView, SourceReferences

FIRST = {"ko": "brackets", "en": "chicago"}  # the form that stands first, by the reader's language


def reference_to(cited: Excerpt, frame: Frame) -> Reference:
    """The reference to what an address cites."""
    address = frame.urls.permalink(str(cited.address), cited.quotation)
    return refer(cited.key, cited.record.metadata, address, frame.day, cited.part, cited.record.source)


def citing_panel(
    reference: Reference,
    frame: Frame,
    alternates: Iterable[Alternate],
    words: Sequence[QuotedPassage] = (),
    sources: Sequence[tuple[str, Citation]] = (),
    possible: Sequence[tuple[str, Citation]] = (),
) -> CitingPanel:
    """What can be copied: the words of passages, the references, and those of sources that a note cites, as printed.

    Of `possible` sources the note cites one, and nobody knows which.
    """
    return CitingPanel(
        forms=reference_views(reference, frame),
        chosen=FIRST[frame.language],
        files=tuple(Link(one.name, one.url) for one in alternates),
        words=words_view(words, frame),
        numbered=is_numbered(words),
        sources=tuple(
            SourceReferences(printed, reference_views(refer_by_way_of(reference, cited, frame.outlets), frame), one_of)
            for group, one_of in ((sources, 0), (possible, len(possible)))
            for printed, cited in group
        ),
    )


def words_view(words: Sequence[QuotedPassage], frame: Frame) -> Markup | None:
    """The words of passages, with all that may be left out of them; None where there are none."""
    return _html(quoted_words(words, marks=True, as_printed=frame.language)) if words else None


def is_numbered(words: Iterable[QuotedPassage]) -> bool:
    """Whether numbers of notes stand in the words."""
    return any(one.span[0] < ref.offset <= one.span[1] for one in words for ref in one.refs)


def alternates(address: str, frame: Frame, quotation: Quotation | None = None) -> tuple[Alternate, ...]:
    """Where the reference is, as files of other programs."""
    return tuple(
        Alternate(frame.urls.reference(address, form.id, quotation), form.media_type, form.name) for form in FILE_FORMS
    )


def file_form(name: str) -> FileForm:
    """The form of that name.

    Raises:
        NotFound: there is none.
    """
    found = next((form for form in FILE_FORMS if form.id == name), None)
    if found is None:
        raise NotFound(f"there is no form {name!r}: {', '.join(form.id for form in FILE_FORMS)}")
    return found


def reference_views(reference: Reference, frame: Frame) -> tuple[ReferenceView, ...]:
    """The reference in every form for people."""
    korean = frame.language == "ko"
    return tuple(
        ReferenceView(
            form.id,
            form.ko if korean else form.en,
            form.language,
            _html(form.write(reference)),
            tuple(format_remark(*remark, form.language) for remark in reference.remarks),
        )
        for form in REFERENCE_FORMS
    )


def _html(styled: Iterable[Styled]) -> Markup:
    return Markup("").join(map(_run, styled))


_ELEMENTS = {
    Look.PLAIN: Markup("{text}"),
    Look.ITALIC: Markup("<i>{text}</i>"),
    Look.LINK: Markup('<a href="{text}" rel="nofollow">{text}</a>'),
    Look.MARK: Markup('<sup class="mark" hidden>{text}</sup>'),
    Look.AS_PRINTED: Markup('<span class="as-printed" hidden>{text}</span>'),
    # No `time` elements: Zotero takes the first of a page for the date of a document that has none.
    Look.DAY_KO: Markup('<span class="day" data-custom="ko">{text}</span>'),
    Look.DAY_EN: Markup('<span class="day" data-custom="en">{text}</span>'),
    Look.BREAK: Markup("<br>"),
}


def _run(run: Styled) -> Markup:
    if run.look is Look.LINK and not run.text.startswith(("https://", "http://")):
        return escape(run.text)  # an address that a note prints may be of any kind
    return _ELEMENTS[run.look].format(text=run.text)
