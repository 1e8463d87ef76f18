"""What does the reader ask for? The query language, parsed into a tree. It is ours and a public promise.

    북한 포탄            passages with these words, best first; those with all of them usually lead
    "저항의 축"          exactly these words, whatever the spacing (required)
    포탄 -미사일         without a word; also NOT
    포탄 AND 미사일      both; OR: either; parentheses group
    제목:전망 연도:2025  only where a field has it; in:note, in:table

Operators are capital AND, OR, NOT standing alone, a minus before a word, and parentheses at the edge of a word; a
parenthesis or hyphen inside a word (기구(CSTO), KN-23) is part of it. What is left open is closed at the end, so that
a sentence pasted from a page is a query too. Length, clauses and depth are bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.errors import QueryError

MAX_LENGTH = 500  # characters; a long sentence with room to spare
MAX_CLAUSES = 64
MAX_DEPTH = 16

# Field names in both languages, and what they are called inside.
FIELDS = {
    "제목": "title", "title": "title",
    "저자": "author", "author": "author",
    "발행처": "publisher", "publisher": "publisher",
    "매체": "outlet", "outlet": "outlet",
    "연도": "year", "year": "year",
    "언어": "language", "language": "language", "lang": "language",
    "in": "in",
}  # fmt: skip
PLACES = {"note": "note", "각주": "note", "table": "table", "표": "table", "body": "body", "본문": "body"}
SHORT_PLACES = {"각주에서": "note", "표에서": "table", "본문에서": "body"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; `start` is its offset in the query."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks: exactly these, in this order."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Field:
    """A filter: `name` is one of title, author, publisher, outlet, year, language, in."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    node: "Query"


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """Words side by side with no operator: any may be missing, most must not."""

    nodes: tuple["Query", ...]


Query = Word | Quote | Field | Not | And | Or | Loose

_EXAMPLES = {"title": "전망", "author": "홍길동", "publisher": "연구원", "outlet": "РБК", "year": "2025",
             "language": "ko", "in": "note"}  # fmt: skip
_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<open>(?<![^\s("-])\()
      | (?P<close>\)(?=[\s)]|$))
      | (?P<field>(?<![^\s(-])(?P<name>[A-Za-z가-힣]+):(?P<value>"[^"]*"|[^\s()"]+)?)
      | (?P<quote>"(?P<plain>[^"]*)"|“(?P<curly>[^”]*)”)
      | (?P<minus>(?<![^\s(])-(?=[\w"“(]))
      | (?P<word>(?:[^\s()"“]|(?<=\S)\((?=\S)[^\s()]*\)|(?<=[^\s])\()+)
      | (?P<other>.)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    start: int


def parse(text: str) -> Query:
    """The tree of a query.

    Raises:
        QueryError: the query is empty, too long, or has no word to look for.
    """
    clean = "".join(" " if c == "\0" or "\ud800" <= c <= "\udfff" or c == "\ufffd" else c for c in text)
    if len(clean) > MAX_LENGTH:
        raise QueryError(
            f"the query has {len(clean):,} characters: {MAX_LENGTH} at most; search for its rarest words",
            "too-long", length=f"{len(clean):,}", most=MAX_LENGTH,
        )  # fmt: skip
    lexemes = list(_lexemes(clean))
    if len(lexemes) > 2 * MAX_CLAUSES:
        raise QueryError(f"the query has too many parts: {MAX_CLAUSES} words at most", "too-many", most=MAX_CLAUSES)
    tree = _Parser(lexemes).query()
    if tree is None:
        shown = text.strip()[:40]
        shown = shown.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
        raise QueryError(
            f"no word to look for in the query “{shown}”: type a word, a name or a number", "no-word", query=shown
        )
    if not _asks(tree):
        raise QueryError("the query only says what to leave out: add a word to look for, as in 포탄 -미사일", "only-not")
    return tree


def _asks(node: Query) -> bool:
    match node:
        case Not():
            return False
        case And(nodes) | Loose(nodes):
            return any(_asks(child) for child in nodes)
        case Or(nodes):
            return all(_asks(child) for child in nodes)
        case _:
            return True


def _lexemes(text: str) -> Iterator[_Lexeme]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if match["space"]:
            continue
        if match["field"] and (lexeme := _field(match)):
            yield lexeme
        elif match["field"]:
            yield _Lexeme("word", match["field"], match.start())
        elif match["quote"]:
            yield _Lexeme("quote", match["plain"] or match["curly"] or "", match.start() + 1)
        elif match["word"] in ("AND", "OR", "NOT"):
            yield _Lexeme(match["word"], match["word"], match.start())
        elif match["word"]:
            yield _Lexeme("word", match["word"], match.start())
        elif match["open"] or match["close"] or match["minus"]:
            yield _Lexeme({"open": "(", "close": ")", "minus": "NOT"}[kind], match.group(), match.start())


def _field(match: re.Match[str]) -> _Lexeme | None:
    """A field if its name is one; 10:30 and https: are words."""
    name, value = match["name"].casefold(), (match["value"] or "").strip('"').strip()
    if name in SHORT_PLACES and not value:
        return _Lexeme("field", f"in:{SHORT_PLACES[name]}", match.start())
    if name not in FIELDS:
        return None
    if not value:
        example = f"{match['name']}:{_EXAMPLES[FIELDS[name]]}"
        raise QueryError(
            f"“{match['name']}:” needs a value right after it, as in {example}",
            "no-value", field=match["name"], example=example,
        )  # fmt: skip
    if name == "in":
        if value.casefold() not in PLACES:
            raise QueryError(
                f"“in:{value}” is not a place: in:note (각주), in:table (표) or in:body (본문)", "no-place", value=value
            )
        value = PLACES[value.casefold()]
    if FIELDS[name] == "year" and not re.fullmatch(r"\d{4}(-\d{4})?", value):
        raise QueryError(
            f"“{value}” is not a year: four digits, or two years as in 연도:2023-2025", "no-year", value=value
        )
    return _Lexeme("field", f"{FIELDS[name]}:{value}", match.start())


class _Parser:
    """Recursive descent: or > and > loose > not > atom. What is left open is closed at the end."""

    def __init__(self, lexemes: list[_Lexeme]) -> None:
        self._lexemes = lexemes
        self._at = 0

    def query(self) -> Query | None:
        """The whole query; a closing parenthesis that closes nothing is passed over."""
        parts: list[Query] = []
        while self._at < len(self._lexemes):
            if (node := self._or(0)) is not None:
                parts.append(node)
            if self._peek() == ")":
                self._at += 1
        return _join(Loose, parts)

    def _peek(self) -> str | None:
        return self._lexemes[self._at].kind if self._at < len(self._lexemes) else None

    def _or(self, depth: int) -> Query | None:
        if depth > MAX_DEPTH:
            raise QueryError(f"parentheses are nested too deep: {MAX_DEPTH} at most", "too-deep", most=MAX_DEPTH)
        parts = [self._and(depth)]
        while self._peek() == "OR":
            self._at += 1
            parts.append(self._and(depth))
        return _join(Or, [part for part in parts if part is not None])

    def _and(self, depth: int) -> Query | None:
        parts = [self._loose(depth)]
        while self._peek() == "AND":
            self._at += 1
            parts.append(self._loose(depth))
        return _join(And, [part for part in parts if part is not None])

    def _loose(self, depth: int) -> Query | None:
        parts: list[Query] = []
        while self._peek() not in (None, "OR", "AND", ")"):
            if (node := self._not(depth)) is not None:
                parts.append(node)
        return _join(Loose, parts)

    def _not(self, depth: int) -> Query | None:
        if self._peek() != "NOT":
            return self._atom(depth)
        barred = False
        while self._peek() == "NOT":
            self._at += 1
            barred = not barred
        if self._peek() in (None, "OR", "AND", ")"):
            raise QueryError("NOT needs a word after it, as in 포탄 NOT 미사일", "bare-not")
        node = self._atom(depth)
        return Not(node) if barred and node is not None else node

    def _atom(self, depth: int) -> Query | None:
        lexeme = self._lexemes[self._at]
        self._at += 1
        if lexeme.kind == "(":
            node = self._or(depth + 1)
            if self._peek() == ")":
                self._at += 1
            return node
        if lexeme.kind == "field":
            return Field(*lexeme.text.split(":", 1))
        if not any(c.isalnum() for c in lexeme.text):
            return None
        return (Quote if lexeme.kind == "quote" else Word)(lexeme.text, lexeme.start)


def _join(kind: type[And] | type[Or] | type[Loose], parts: list[Query]) -> Query | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))
