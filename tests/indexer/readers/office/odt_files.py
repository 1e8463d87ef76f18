"""Small OpenDocument texts for tests: a body and its styles, as a package or as one XML."""

from tests.indexer.readers.office.hangul_files import zipped

KINDS = ("office", "text", "table", "style", "draw", "svg", "meta", "manifest")
SPACES = " ".join(f'xmlns:{kind}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"' for kind in KINDS) + (
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:math="http://www.w3.org/1998/Math/MathML"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(
    body: str, *, own: str = "", common: str = "", pages: str = "", page_styles: str = "", meta: str = "",
    manifest: str = "", parts: dict[str, str] | None = None,
) -> bytes:  # fmt: skip
    """An ODT: `own` are the styles made for its paragraphs, `common` those with names, `pages` its master pages."""
    styles = f"<office:styles>{common}</office:styles><office:automatic-styles>{page_styles}</office:automatic-styles>"
    return zipped({
        "mimetype": MIMETYPE,
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{own}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{styles}<office:master-styles>{pages}</office:master-styles>"
        "</office:document-styles>",
        "meta.xml": f"<office:document-meta {SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f"<manifest:manifest {SPACES}>{manifest}</manifest:manifest>",
        **(parts or {}),
    })  # fmt: skip


def fodt(body: str, *, own: str = "", common: str = "") -> bytes:
    """The same as one XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:mimetype="{MIMETYPE}">'
        f"<office:styles>{common}</office:styles><office:automatic-styles>{own}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def para(*inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{"".join(inner)}</text:p>'


def head(text: str, level: int = 1, style: str = "", more: str = "") -> str:
    return f'<text:h text:style-name="{style}" text:outline-level="{level}" {more}>{text}</text:h>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def note(text: str, printed: str = "1", kind: str = "footnote", identity: str = "") -> str:
    return (
        f'<text:note text:id="{identity}" text:note-class="{kind}"><text:note-citation>{printed}</text:note-citation>'
        f"<text:note-body>{text if text.startswith('<') else para(text)}</text:note-body></text:note>"
    )


def style(name: str, letters: str = "", *, of: str = "paragraph", parent: str = "", more: str = "") -> str:
    """A style: `letters` are the attributes of its letters, `more` its own."""
    return (
        f'<style:style style:name="{name}" style:family="{of}" style:parent-style-name="{parent}" {more}>'
        f"<style:text-properties {letters}/></style:style>"
    )


def listed(*items: str, style: str = "L", more: str = "") -> str:
    """A list: each item is what stands in it."""
    named = f'text:style-name="{style}"' if style else ""
    held = "".join(
        one if one.startswith(("<text:list-item", "<text:list-header")) else f"<text:list-item>{one}</text:list-item>"
        for one in items
    )
    return f"<text:list {named} {more}>{held}</text:list>"


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def numbered(level: int, more: str = "", format_: str = "1", suffix: str = ".") -> str:
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{format_}" '
        f'style:num-suffix="{suffix}" {more}/>'
    )


def bullet(level: int, sign: str, more: str = "") -> str:
    return (
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}">'
        f"<style:text-properties {more}/></text:list-level-style-bullet>"
    )


def table(*rows: str, heads: str = "") -> str:
    above = f"<table:table-header-rows>{heads}</table:table-header-rows>" if heads else ""
    return f'<table:table table:name="a"><table:table-column/>{above}{"".join(rows)}</table:table>'


def row(*cells: str, more: str = "") -> str:
    held = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {more}>{held}</table:table-row>"


def cell(text: str, more: str = "") -> str:
    held = text if text.startswith("<") else para(text) if text else ""
    return f'<table:table-cell office:value-type="string" {more}>{held}</table:table-cell>'


def frame(*inner: str) -> str:
    return f'<draw:frame draw:name="a">{"".join(inner)}</draw:frame>'


COVERED = "<table:covered-table-cell/>"
IMAGE = '<draw:image xlink:href="Pictures/a.png"/>'
