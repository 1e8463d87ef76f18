# ruff: noqa: E501 (texts as the programs take them)
"""How is Markdown written for the programs that make pages of it? Texts with what a reader must make of each.

Every sentence is invented. Sources of the forms: Jekyll, Hugo, kramdown, Pandoc, Docusaurus, GitHub, Obsidian.
"""

from dataclasses import dataclass

ONE = "홍보기, 「항구의 봄」, 『보기신보』, 2023. 4. 2."
TWO = "성예시, 「배 두 척」, 2023. 5. 6."
TEXT = "항구는 봄에 문을 열었다. 배는 두 척뿐이다."
BOTH = (("열었다.", ONE), ("척뿐이다.", TWO))


@dataclass(frozen=True, slots=True)
class MarkdownShape:
    """A text and what it says: its blocks, for each mark the word before it and its note, its notes, its date."""

    text: str
    blocks: tuple[str, ...] = (TEXT,)
    calls: tuple[tuple[str, str | None], ...] = ()
    notes: tuple[str, ...] = ()
    date: str | None = None
    name: str = "a.md"


def _dated(front: str, date: str | None = "2017-01-21", name: str = "a.md") -> MarkdownShape:
    return MarkdownShape(f"{front}\n\n{TEXT}\n", date=date, name=name)


def _yaml(value: str, key: str = "date", date: str | None = "2017-01-21") -> MarkdownShape:
    return _dated(f'---\ntitle: "항구"\n{key}: {value}\n---', date)


def _plain(text: str, blocks: tuple[str, ...] = (TEXT,), name: str = "a.md") -> MarkdownShape:
    return MarkdownShape(text, blocks, name=name)


def _noted(first: str, second: str, notes: str, blocks: tuple[str, ...] = (TEXT,)) -> MarkdownShape:
    text = f"항구는 봄에 문을 열었다.{first} 배는 두 척뿐이다.{second}\n\n{notes}\n"
    return MarkdownShape(text.replace("{one}", ONE).replace("{two}", TWO), blocks, BOTH, (ONE, TWO))


DATES: dict[str, MarkdownShape] = {
    "a day": _yaml("2017-01-21"),
    "a time and a zone": _yaml("2017-01-21 02:10:30 +0900"),
    "a time and a zone with a colon": _yaml("2017-01-21T02:10:30+09:00"),
    "a time of Greenwich": _yaml("2017-01-21T02:10:30.123Z"),
    "a time without seconds": _yaml("2017-01-21 02:10"),
    "a time and a zone's name": _yaml("2017-01-21 02:10:30 KST"),
    "in quotes": _yaml('"2017-01-21 02:10:30"'),
    "with a comment": _yaml("2017-01-21 # 쓴 날"),
    "slashes": _yaml("2017/01/21 10:30"),
    "points": _yaml("2017. 1. 21."),
    "words": _yaml("2017년 1월 21일 오후 2:10"),
    "an American date": _yaml("Jan 21, 2017"),
    "a date of mail": _yaml("Sat, 21 Jan 2017 02:10:30 +0900"),
    "a month": _yaml("2017-01", date="2017-01"),
    "a year": _yaml("2017", date="2017"),
    "another key": _yaml("2017-01-21T00:00:00Z", key="pubDate"),
    "a key of Docusaurus": _yaml("2017-01-21", key="publishedAt"),
    "a Korean key": _yaml("2017. 1. 21.", key="작성일"),
    "a key that says whether": _dated("---\npublished: true\ndate: 2017-01-21\n---"),
    "the day it was made, beside that of print": _dated("---\ncreated: 2016-05-05\ndate: 2017-01-21\n---"),
    "no date": _yaml("soon", date=None),
    "TOML": _dated('+++\ntitle = "항구"\ndate = 2017-01-21T02:10:30+09:00\ndraft = false\n+++'),
    "TOML, a day": _dated('+++\ndate = 2017-01-21\ntitle = "항구"\n[params]\nlastmod = 2019-01-01\n+++'),
    "TOML, in quotes": _dated('+++\ntitle = "항구"\ndate = "2017-01-21"\n+++'),
    "JSON": _dated('{\n  "title": "항구",\n  "date": "2017-01-21T02:10:30+09:00"\n}'),
    "empty lines before it": _dated('\n\n---\ntitle: "항구"\ndate: 2017-01-21\n---'),
    "closed and not opened, as Hexo writes it": _dated("title: 항구\ndate: 2017-01-21 02:10:30\ntags:\n- a\n---"),
    "Pandoc's percent signs": _dated("% 항구\n% 홍보기\n% 2017-01-21"),
    "the name of a post": _dated('---\ntitle: "항구"\n---', name="2017-01-21-harbour.md"),
    "a name without front matter": MarkdownShape(f"{TEXT}\n", name="2017-01-21-harbour.md"),
}

TEMPLATES: dict[str, MarkdownShape] = {
    "a link to a post": _plain("항구는 [봄에]({% post_url 2016-04-27-harbour %}) 문을 열었다. 배는 두 척뿐이다.\n"),
    "a link by a variable": _plain(
        "항구는 [봄에]({{ site.baseurl }}/a/{{ page.id | escape }}) 문을 열었다. 배는 두 척뿐이다.\n"
    ),
    "a link by both": _plain("항구는 [봄에]({{ site.url }}{% link _posts/a.md %}) 문을 열었다. 배는 두 척뿐이다.\n"),
    "tags on lines of their own": _plain(f"{{% include toc.html %}}\n\n{TEXT}\n\n{{% include gallery id='a' %}}\n"),
    "a comment": _plain(f"{{% comment %}}\n숨은 말이다.\n{{% endcomment %}}\n{TEXT}\n"),
    "raw": _plain(f"{{% raw %}}{TEXT}{{% endraw %}}\n"),
    "lists of attributes": _plain(f"* 차례\n{{:toc}}\n\n{TEXT}\n{{: .lead #a}}\n", ("차례", TEXT)),
    "a shortcode of Hugo": _plain(f'{{{{< figure src="a.png" title="그림" >}}}}\n\n{TEXT}\n'),
    "a pair of shortcodes": _plain(f"{{{{% notice info %}}}}\n{TEXT}\n{{{{% /notice %}}}}\n"),
    "a link by a shortcode": _plain('항구는 [봄에]({{< ref "a.md" >}}) 문을 열었다. 배는 두 척뿐이다.\n'),
    "a shortcode in a line": _plain("항구는 봄에 {{< hl >}}문을{{< /hl >}} 열었다. 배는 두 척뿐이다.\n"),
    "parts of MDX": _plain(
        f"import Box from './box'\nexport const a = {{b: 1}}\n\n<Box title=\"a\" on={{() => 1}}>\n\n{TEXT}\n\n</Box>\n\n{{/* 숨은 말 */}}\n",
        name="a.mdx",
    ),
    "a part of MDX in a line": _plain(
        "항구는 <Mark c={1}>봄에</Mark> 문을 열었다.{props.a} 배는 두 척뿐이다.\n", name="a.mdx"
    ),
    "import in a Markdown file": _plain(f"import Box from './box';\n\n{TEXT}\n\n<Box a=\"b\" />\n"),
    "an admonition": _plain(f":::note 알림\n\n{TEXT}\n:::\n", ("알림", TEXT)),
    "an alert": _plain(f"> [!NOTE]\n> {TEXT}\n"),
    "links of Obsidian": _plain("[[항구|항구는]] [[봄]]에 문을 열었다. 배는 두 척뿐이다.\n"),
    "a place for the contents": _plain(f"[TOC]\n\n[[_TOC_]]\n\n{TEXT}\n"),
    "braces that are text": _plain("{가}와 {나}를 세었다.\n", ("{가}와 {나}를 세었다.",)),
    "a tag in code is text": _plain("`{{ page.title }}`라고 쓴다.\n", ("{{ page.title }}라고 쓴다.",)),
    "a tag in a block of code is text": _plain("```\n{% raw %}\n```\n", ("{% raw %}",)),
}

NOTES: dict[str, MarkdownShape] = {
    "marks and notes": _noted("[^1]", "[^2]", "[^1]: {one}\n[^2]: {two}"),
    "words for labels": _noted("[^hong]", "[^성]", "[^hong]: {one}\n\n[^성]: {two}"),
    "no space": _noted("[^1]", "[^2]", "[^1]:{one}\n[^2]:{two}"),
    "on the next line": _noted("[^1]", "[^2]", "[^1]:\n    {one}\n[^2]:\n    {two}"),
    "a space before the colon": _noted("[^1]", "[^2]", "[^1] : {one}\n[^2] : {two}"),
    "within the line": MarkdownShape(
        f"항구는 봄에 문을 열었다.^[{ONE}] 배는 두 척뿐이다.^[{TWO}]\n", calls=BOTH, notes=(ONE, TWO)
    ),
    "within the line, beside others": MarkdownShape(
        f"항구는 봄에 문을 열었다.^[{ONE}] 배는 두 척뿐이다.[^1]\n\n[^1]: {TWO}\n", calls=BOTH, notes=(ONE, TWO)
    ),
    "right below the text": MarkdownShape(
        f"항구는 봄에 문을 열었다.[^1]\n[^1]: {ONE}\n\n배는 두 척뿐이다.[^2]\n[^2]: {TWO}\n",
        ("항구는 봄에 문을 열었다.", "배는 두 척뿐이다."),
        BOTH,
        (ONE, TWO),
    ),
    "raised and typed": _noted("<sup>1)</sup>", "<sup>2)</sup>", "1) {one}\n\n2) {two}"),
    "raised and typed, lines": _noted(
        "<sup>1)</sup>", "<sup>2)</sup>", "---\n\n<sup>1)</sup> {one}  \n<sup>2)</sup> {two}"
    ),
    "raised and typed, bare": _noted("<sup>1</sup>", "<sup>2</sup>", "<sup>1</sup> {one}\n\n<sup>2</sup> {two}"),
    "raised and typed, a numbered list": _noted(
        "<sup>1</sup>", "<sup>2</sup>", "## 각주\n\n1. {one}\n2. {two}", (TEXT, "각주")
    ),
    "typed in brackets": _noted("[1]", "[2]", "## 주석\n\n[1] {one}\n\n[2] {two}", (TEXT, "주석")),
    "escaped brackets": _noted(r"\[1\]", r"\[2\]", "---\n\\[1\\] {one}\n\n\\[2\\] {two}"),
    "raised links to anchors": _noted(
        "<sup>[1](#footnote_1)</sup>",
        "<sup>[2](#footnote_2)</sup>",
        '<a name="footnote_1">1</a>: {one}\n\n<a name="footnote_2">2</a>: {two}',
    ),
    "raised links to bold numbers with a way back": _noted(
        '<sup id="a1">[1](#f1)</sup>',
        '<sup id="a2">[2](#f2)</sup>',
        '<b id="f1">1</b> {one} [↩](#a1)\n\n<b id="f2">2</b> {two} [↩](#a2)',
    ),
    "links in brackets to anchors": _noted(
        "[[1]](#fn1)", "[[2]](#fn2)", '<span id="fn1">[1]</span> {one}  \n<span id="fn2">[2]</span> {two}'
    ),
    "a web page's own marks": _noted(
        '<sup id="r1"><a href="#n1">1</a></sup>',
        '<sup id="r2"><a href="#n2">2</a></sup>',
        '<p id="n1">1. {one} <a href="#r1">↩</a></p>\n<p id="n2">2. {two} <a href="#r2">↩</a></p>',
    ),
    "numbers that lead to addresses": MarkdownShape(
        "항구는 봄에 문을 열었다.[1] 배는 두 척뿐이다.[[2]](https://b.example.org/2)\n\n[1]: https://a.example.org/1\n",
        calls=(("열었다.", "https://a.example.org/1"), ("척뿐이다.", "https://b.example.org/2")),
        notes=("https://a.example.org/1", "https://b.example.org/2"),
    ),
    "raised by Pandoc's signs": _noted("^1^", "^2^", "1) {one}\n2) {two}"),
    "raised by a formula": _noted("$^{1)}$", "$^{2)}$", "1) {one}\n\n2) {two}"),
    "a list in tags": _noted("<sup>1</sup>", "<sup>2</sup>", "<ol>\n<li>{one}</li>\n<li>{two}</li>\n</ol>"),
    "an exponent": _plain("넓이는 10<sup>2</sup>km이다.\n", ("넓이는 10²km이다.",)),
    "a list of the text": MarkdownShape(
        "항구는 봄에 문을 열었다.<sup>1)</sup>\n\n할 일은 하나다.\n\n1) 길을 고친다.\n",
        ("항구는 봄에 문을 열었다.", "할 일은 하나다.", "길을 고친다."),
        (("열었다.", None),),
    ),
}
SHAPES = {**DATES, **TEMPLATES, **NOTES}
