"""How does the time to read a file grow with its length? `python -m tests.benchmarks.growth [FORMAT/SHAPE…]`.

Generated files of twice the length each: what is many in them is the shape (lines, notes, rows, cells of one letter …).
CPU seconds of this process are printed for the reader and for what comes after it, with their ratio to the length
before: 2 is linear, 4 is the square. `tests/indexer/test_growth.py` holds the ratios.
"""

import sys
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from time import process_time

from archive.knowledge import builtin
from archive.model import drafts
from indexer.assembly import read_extract
from indexer.readers import extract

NOUNS = "두만강 물류 협력 철도 연결 국경 무역 회담 정상 합의 경제 지대 개발 계획 투자 항만 수송 화물 통관 다리"
WORDS = NOUNS.split()
ENDS = ("을", "은", "의", "에", "과", "로", "")


def words(i: int, count: int = 3) -> str:
    """Some words, others for each number."""
    return " ".join(WORDS[(i * 7 + k * 5) % len(WORDS)] + ENDS[(i + k) % len(ENDS)] for k in range(count))


def sentence(i: int) -> str:
    return f"{words(i, 8)} {i}차 추진하였다."


def source(i: int) -> str:
    return f"홍길동, 「{words(i)}」, 『연구』, 2020, {i}쪽."


def several(pattern: Callable[[int], str], between: str = "\n") -> Callable[[int], str]:
    return lambda n: between.join(map(pattern, range(n)))


def noted(mark: str, note: str, between: str = "\n\n", section: int = 50) -> Callable[[int], str]:
    """Sections of so many paragraphs, each with a mark, and behind each section its notes."""

    def text(n: int) -> str:
        parts = []
        for start in range(0, n, section):
            numbers = range(start, min(start + section, n))
            parts += [mark.format(s=sentence(i), n=i - start + 1, i=i) for i in numbers]
            parts += [note.format(s=source(i), n=i - start + 1, i=i) for i in numbers]
        return between.join(parts)

    return text


TABLE = "<표 {i}> 교역액\n\n구분   2019년   2020년\n수출   {i}   8\n수입   {i}   9\n자료: 무역협회\n\n"
TEXT: Mapping[str, Callable[[int], str]] = {
    "letters": several(lambda i: "가나다라마바사"[i % 7]),
    "short lines": several(lambda i: words(i)[:12]),
    "lines": several(lambda i: words(i, 9)[:40]),
    "paragraphs": several(sentence, "\n\n"),
    "tiny paragraphs": several(lambda i: f"글{i}", "\n\n"),
    "headings": several(lambda i: f"{i % 90 + 1}. {words(i, 2)}\n\n{sentence(i)}", "\n\n"),
    "items": several(lambda i: f"○ {words(i, 4)}"),
    "figures": several(lambda i: f"{WORDS[i % 20]}\n{i} {i + 1}"),
    "bars": lambda n: "부두의 글\n\n" + several(lambda i: "|-|")(n),
    "wide spaces": several(lambda i: f"{words(i, 1)}\t{i}   {words(i, 1)}"),
    "table rows": lambda n: "<표 1> 교역액\n\n구분   2019년   2020년   2021년\n"
    + several(lambda i: f"물류{i}   1   2   {i}")(n),
    "tables": several(lambda i: TABLE.format(i=i) + sentence(i), "\n\n"),
    "captions": several(lambda i: f"<표 {i}> {words(i)}", "\n\n"),
    "figure captions": several(lambda i: f"<그림 {i}> {words(i)}\n자료: 무역협회", "\n\n"),
    "notes": noted("{s}{n})", "{n}) {s}"),
    "endnotes": lambda n: several(lambda i: f"{sentence(i)}{i % 900 + 1})", "\n\n")(n)
    + "\n\n각주\n\n" + several(lambda i: f"{i % 900 + 1}) {source(i)}")(n),
    "same note": lambda n: several(lambda i: f"{words(i)}다.1)", "\n\n")(n)
    + several(lambda i: "\n\n1) 홍길동, 「북방」, 2020.")(n),
    "pages": several(lambda i: f"정책 브리프 제3호\n{sentence(i)}\n{sentence(i + 1)}\n- {i} -", "\n\f"),
    "contents": lambda n: "목차\n" + several(lambda i: f"{i}. {words(i, 2)} ........ {i + 3}")(n),
    "articles": several(lambda i: f"제{i}조 ({WORDS[i % 20]}) {sentence(i)}"),
    "dates": several(lambda i: f"{1950 + i // 300}년 {i % 12 + 1}월 {i % 28 + 1}일   {words(i, 4)}"),
    "two columns": several(lambda i: f"{words(i, 3)[:16]}          {words(i + 1, 3)[:16]}"),
}  # fmt: skip

LINK = '<sup><a id="r{i}" href="#n{i}">{n}</a></sup>'
HTML: Mapping[str, Callable[[int], str]] = {
    "paragraphs": several(lambda i: f"<p>{sentence(i)}</p>"),
    "tiny paragraphs": several(lambda i: f"<p>글{i}</p>"),
    "one paragraph": lambda n: f"<p>{several(sentence, ' ')(n)}</p>",
    "lines": lambda n: f"<p>{several(lambda i: words(i, 4), '<br>')(n)}</p>",
    "headings": several(lambda i: f"<h2>{words(i, 2)}</h2><p>{sentence(i)}</p>"),
    "items": lambda n: f"<ul>{several(lambda i: f'<li>{words(i, 4)}</li>')(n)}</ul>",
    "notes": noted(f"<p>{{s}}{LINK}</p>", '<p id="n{i}"><a href="#r{i}">{n}</a> {s}</p>', ""),
    "marks": lambda n: "<p>" + several(lambda i: words(i) + LINK.format(i=i, n=i % 900 + 1), " ")(n) + "</p>"
    + several(lambda i: f'<p id="n{i}"><a href="#r{i}">{i % 900 + 1}</a> {source(i)}</p>')(n),
    "typed notes": noted("<p>{s}<sup>{n})</sup></p>", "<p>{n}) {s}</p>", ""),
    "op. cit.": noted(f"<p>{{s}}{LINK}</p>", '<p id="n{i}"><a href="#r{i}">{n}</a> 김{i}, 앞의 글, 3쪽</p>', ""),
    "table rows": lambda n: f"<table>{several(lambda i: f'<tr><td>물류{i}</td><td>{i}</td></tr>')(n)}</table>",
    "spanned rows": lambda n: f"<table><tr><td rowspan={n}>물류</td><td>0</td></tr>"
    + several(lambda i: f"<tr><td>{i}</td></tr>")(n) + "</table>",
    "tables": several(lambda i: f"<table><caption>표 {i}. 교역</caption><tr><td>{i}</td><td>1</td></tr></table>"),
    "tags": several(lambda i: f"<b>{WORDS[i % 20]}</b> {i}", " "),
}  # fmt: skip

MARKDOWN: Mapping[str, Callable[[int], str]] = {
    "paragraphs": several(sentence, "\n\n"),
    "one paragraph": several(sentence),
    "headings": several(lambda i: f"## {words(i, 2)}\n\n{sentence(i)}", "\n\n"),
    "items": several(lambda i: f"- {words(i, 4)}"),
    "notes": noted("{s}[^{i}]", "[^{i}]: {s}"),
    "table rows": lambda n: "| a | b |\n|---|---|\n" + several(lambda i: f"| {words(i, 1)} | {i} |")(n),
    "tables": several(lambda i: f"표 {i}. 교역\n\n| a | b |\n|---|---|\n| {i} | 2 |", "\n\n"),
    "stars": several(lambda i: WORDS[i % 20], "*"),
    "brackets": several(lambda i: f"[{WORDS[i % 20]}"),
}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def called(i: int) -> str:
    return f'<w:p>{run(sentence(i))}<w:r><w:footnoteReference w:id="{i + 1}"/></w:r></w:p>'


def row(i: int) -> str:
    return f"<w:tr><w:tc>{paragraph(words(i, 1))}</w:tc><w:tc>{paragraph(str(i))}</w:tc></w:tr>"


DOCX: Mapping[str, Callable[[int], str]] = {
    "paragraphs": several(lambda i: paragraph(sentence(i)), ""),
    "letters": several(lambda i: paragraph("가나다라마바사"[i % 7]), ""),
    "items": several(lambda i: paragraph(f"○ {words(i, 4)}"), ""),
    "headings": several(lambda i: paragraph(f"{i % 90 + 1}. {words(i, 2)}") + paragraph(sentence(i)), ""),
    "notes": several(called, ""),
    "typed notes": noted(paragraph("{s}{n})"), paragraph("{n}) {s}"), ""),
    "table rows": lambda n: f"<w:tbl>{several(row, '')(n)}</w:tbl>",
    "tables": several(lambda i: paragraph(f"표 {i}. 교역") + f"<w:tbl>{row(i)}{row(i + 1)}</w:tbl>", ""),
    "runs": lambda n: f"<w:p>{several(lambda i: run(words(i, 1) + ' '), '')(n)}</w:p>",
}


def docx(body: str, notes: int) -> bytes:
    """A file of Word with this body and so many footnotes."""
    held = BytesIO()
    footnotes = several(lambda i: f'<w:footnote w:id="{i + 1}">{paragraph(source(i))}</w:footnote>', "")(notes)
    kinds = "http://schemas.openxmlformats.org/package/2006"
    link = f'<Relationships xmlns="{kinds}/relationships">'
    link += f'<Relationship Id="r1" Type="{RELATIONS}/{{}}" Target="{{}}"/></Relationships>'
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{kinds}/content-types"/>')
        archive.writestr("_rels/.rels", link.format("officeDocument", "word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", link.format("footnotes", "footnotes.xml"))
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{footnotes}</w:footnotes>")
    return held.getvalue()


SHAPES = {
    f"{kind}/{name}": make
    for kind, shapes in {"txt": TEXT, "html": HTML, "md": MARKDOWN, "docx": DOCX}.items()
    for name, make in shapes.items()
}


def made(shape: str, n: int) -> bytes:
    """A file of this shape with `n` of what it has many of."""
    kind, _, name = shape.partition("/")
    text = SHAPES[shape](n)
    if kind == "docx":
        return docx(text, n if name == "notes" else 0)
    head = "<!DOCTYPE html><html lang=ko><title>물류</title><body><h1>물류</h1>" if kind == "html" else ""
    return (head + text).encode()


def seconds(shape: str, n: int) -> tuple[float, float]:
    """CPU seconds to read a file of `n`, and to make its document and passages of that."""
    data, name = made(shape, n), f"a.{shape.partition('/')[0]}"
    start = process_time()
    read = extract(data, name)
    between = process_time()
    drafts(read_extract(read, builtin().outlets))
    return between - start, process_time() - between


def main(*asked: str, first: int = 1_000, last: int = 8_000) -> None:
    for shape in SHAPES:
        if asked and not any(one in shape for one in asked):
            continue
        before, n = 0.0, first
        seconds(shape, 50)  # what is loaded once
        while n <= last:
            read, put_together = seconds(shape, n)
            ratio = f"× {(read + put_together) / before:.1f}" if before else ""
            print(f"{shape:24} {n:7,} {read:7.2f} s {put_together:7.2f} s {ratio}", flush=True)
            before, n = read + put_together, 2 * n


if __name__ == "__main__":
    main(*sys.argv[1:])
