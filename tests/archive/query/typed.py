"""What readers type, made at random, and trees in a short notation to compare."""

from hypothesis import strategies as st

from archive.query import And, Field, Loose, Node, Not, Or, Prefix, Query, Quote, Word


def plain(node: Node | None) -> object:
    match node:
        case None:
            return None
        case Word(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Quote(text):
            return f'"{text}"'
        case Field(name, value):
            return f"{name}:{value}"
        case Not(child):
            return ("not", plain(child))
        case And(nodes):
            return ("and", *map(plain, nodes))
        case Or(nodes):
            return ("or", *map(plain, nodes))
        case Loose(nodes):
            return [plain(child) for child in nodes]


def codes(query: Query) -> list[str]:
    return [hint.code for hint in query.hints]


PIECES = st.sampled_from([
    *'북 a-()"“”:*.·\n\0', " ", " AND ", " OR ", " NOT ", "AND", "OR",
    "NOT", "(", ")", "-(", " -", "위성 ", "제목:", "title:", "연도:", "in:",
    "각주에서:", "2024", "2023-2025", "언어:ko ", "kind:표 ", "문서:7k4m2",
    "저지:", "미사일*", "\ud800", "ᄇ", "ᅮ", "ᆨ", "\u0301", "＂", "（", "：",
    "－", "＊", "ＡＮＤ", "’24년", "https://a.b/(c)", "\u00ad", "\u3000", "½", '"두 낱말"', '발행처:"두 낱말"',
])  # fmt: skip
TYPED = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, min_size=100, max_size=300).map("".join),
)
