"""Writes small PDF files: text in the Korean typeface that every PDF reader brings, rules, pictures, labels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


@dataclass
class PdfPage:
    """What is printed on a page; `y` counts downwards."""

    operators: list[str] = field(default_factory=list)
    rotate: int = 0

    def text(self, words: str, x: float, y: float, size: float = 10, font: str = "K", matrix: str = "1 0 0 1") -> None:
        hexed = words.encode("utf-16-be").hex() if font == "K" else words.encode("latin-1").hex()
        self.operators.append(f"BT /{font} {size} Tf {matrix} {x} {HEIGHT - y} Tm <{hexed}> Tj ET")

    def rule(self, x: float, y: float, end: float) -> None:
        self.operators.append(f"0.5 w {x} {HEIGHT - y} m {end} {HEIGHT - y} l S")

    def box(self, x: float, y: float, end_x: float, end_y: float) -> None:
        self.operators.append(f"0.5 w {x} {HEIGHT - end_y} {end_x - x} {end_y - y} re S")

    def round_box(self, x: float, y: float, end_x: float, end_y: float, radius: float = 8) -> None:
        """A box drawn with round corners."""
        top, bottom, r = HEIGHT - y, HEIGHT - end_y, radius
        self.operators.append(
            f"{x + r} {top} m {end_x - r} {top} l {end_x} {top} {end_x} {top} {end_x} {top - r} c"
            f" {end_x} {bottom + r} l {end_x} {bottom} {end_x} {bottom} {end_x - r} {bottom} c {x + r} {bottom} l"
            f" {x} {bottom} {x} {bottom} {x} {bottom + r} c {x} {top - r} l {x} {top} {x} {top} {x + r} {top} c s"
        )

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """The rules of a table, drawn as one path."""
        lines = [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]
        drawn = " ".join(f"{x} {HEIGHT - y} m {end_x} {HEIGHT - end_y} l" for x, y, end_x, end_y in lines)
        self.operators.append(f"0.5 w {drawn} S")

    def fill(self, x: float, y: float, end_x: float, end_y: float, grey: float) -> None:
        """A box filled with a grey; 1 is white."""
        self.operators.append(f"q {grey} g {x} {HEIGHT - end_y} {end_x - x} {end_y - y} re f Q")

    def picture(self) -> None:
        self.operators.append("q 100 0 0 100 200 200 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q")


FONTS = {
    "K": "<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /UniKS-UCS2-H /DescendantFonts ["
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYSMyeongJo-Medium /DW 1000 /CIDSystemInfo"
    " << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> >>] >>",
    "L": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "W": "<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular /Encoding /WinAnsiEncoding >>",
    "B": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    "D": "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 44 /LastChar 57"
    " /Widths [.25 .4 .25 .4 " + ".5 " * 10 + "] /CharProcs << /comma 3 0 R /hyphen 3 0 R /period 3 0 R /one 3 0 R >>"
    " /Encoding << /Differences [44 /comma /hyphen /period 49 /one] >> /ToUnicode 5 0 R >>",
    "S": "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 33 /LastChar 90"
    " /Widths [" + "1 " * 58 + "] /CharProcs << /g 3 0 R >> /Encoding << /Differences [33 "
    + "/g " * 58 + "] >> >>",
}  # fmt: skip
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <2C> <39> <002C> endbfrange endcmap end end"""


def pdf(pages: Sequence[PdfPage], info: str = "", catalog: str = "", form: PdfPage | None = None) -> bytes:
    """The file. `info` and `catalog` are entries added to these dictionaries; pages draw the form by `/F Do`."""
    fonts = " ".join(f"/{name} {font}" for name, font in FONTS.items())
    drawn = "\n".join(form.operators if form else ())
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Length 15 >>\nstream\n1 0 0 0 1 1 d1 \nendstream",
        f"<< {info} >>",
        f"<< /Length {len(CMAP)} >>\nstream\n{CMAP}\nendstream",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 9999 9999] /Resources << /Font << {fonts} >> >>"
        f" /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    ]
    for n, page in enumerate(pages):
        stream = "\n".join(page.operators)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.rotate}"
            f" /Resources << /Font << {fonts} >> /XObject << /F 6 0 R >> >> /Contents {8 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('latin-1'))} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + trailer.encode()


def prose(page: PdfPage, lines: Sequence[str], y: float = 120, x: float = 70, size: float = 10) -> None:
    """Lines one under the other."""
    for n, line in enumerate(lines):
        page.text(line, x, y + 1.6 * size * n, size)
