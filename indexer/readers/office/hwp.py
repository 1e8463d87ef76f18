"""What does a file of Hangul 5 hold? Its streams unpacked, for distribution deciphered, and read as paragraphs.

A distributed document (배포용 문서) is enciphered with a key that lies in it, so that programs show it and don't change
it; it is read as they do. One that is locked by a password can't be.
"""

from archive.errors import SourceError
from indexer.readers.office.compound import Compound
from indexer.readers.office.distribution import deciphered
from indexer.readers.office.flow import Flow, Paragraph
from indexer.readers.office.hangul import HangulParagraphs, claimed_title
from indexer.readers.office.hwp_look import read_look
from indexer.readers.office.hwp_records import record_tree
from indexer.readers.office.hwp_section import HwpSections

MARK = b"HWP Document File"
SUMMARY = "\x05HwpSummaryInformation"
MAX_SECTIONS = 10_000
# Flags of the header. Source: 한글 문서 파일 형식 5.0, "파일 인식 정보".
PACKED, PASSWORD, DISTRIBUTED, RIGHTS, CERTIFICATE, CERTIFICATE_RIGHTS = 1, 2, 4, 16, 256, 1024


def read_flow(compound: Compound) -> Flow:
    """The paragraphs of an HWP file.

    Raises:
        SourceError: it is locked, damaged, too large, or of a Hangul before 5.
    """
    flags = _flags(compound)
    look = read_look(_stream(compound, "DocInfo", flags, enciphered=False), compound.name)
    folder = "ViewText" if flags & DISTRIBUTED else "BodyText"
    reader = HwpSections(HangulParagraphs(look))
    paragraphs: tuple[Paragraph, ...] = ()
    for number in range(MAX_SECTIONS):
        if not compound.holds(name := f"{folder}/Section{number}"):
            break
        data = _stream(compound, name, flags, enciphered=bool(flags & DISTRIBUTED))
        paragraphs += reader.read(record_tree(data, compound.name))
    if not paragraphs:
        raise SourceError(f"{compound.name} has no section of text: it is damaged; save it again in Hangul")
    title, author = compound.claims(SUMMARY)
    return Flow(paragraphs, claimed_title(title, paragraphs), (author,) if author else ())


def _flags(compound: Compound) -> int:
    header = compound.read("FileHeader")
    if not header.startswith(MARK) or len(header) < 40:
        raise SourceError(f"{compound.name} is damaged (its header is not that of Hangul): save it again in Hangul")
    if header[35] != 5:
        raise SourceError(f"{compound.name} is of Hangul {header[35]}, not 5: open it in Hangul, save as .hwpx")
    flags = int.from_bytes(header[36:40], "little")
    if flags & PASSWORD:
        raise SourceError(f"{compound.name} is locked by a password: save it in Hangul without one")
    if flags & (RIGHTS | CERTIFICATE | CERTIFICATE_RIGHTS):
        raise SourceError(f"{compound.name} is locked (DRM or a certificate): save it in Hangul without that")
    return flags


def _stream(compound: Compound, name: str, flags: int, *, enciphered: bool) -> bytes:
    data = compound.read(name)
    if enciphered:
        data = deciphered(data, compound.name)
    return compound.unpacked(data, name) if flags & PACKED else data
