"""Small files of Word for tests: a body and what else is said, as a DOCX."""

from tests.indexer.readers.office.hangul_files import zipped

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "settings": "settings", "header": "hdr", "footer": "ftr",
}  # fmt: skip


def docx(body: str, parts: dict[str, str] | None = None, **related: str) -> bytes:
    """A DOCX: `body` is what stands in w:body, `related` what stands in the parts of these kinds."""
    relations = "".join(f'<Relationship Id="{kind}" Type="{KIND}{kind}" Target="{kind}.xml"/>' for kind in related)
    written = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{KIND}officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        **{f"word/{kind}.xml": f"<w:{ROOTS[kind]} {SPACES}>{text}</w:{ROOTS[kind]}>" for kind, text in related.items()},
        **(parts or {}),
    }
    return zipped(written)


def para(*inner: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of words that become runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(one if one.startswith("<") else run(one) for one in inner)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def call(kind: str, identity: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def note(kind: str, identity: int, text: str) -> str:
    return f'<w:{kind} w:id="{identity}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'
