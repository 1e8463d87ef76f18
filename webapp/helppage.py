"""How does one ask? Queries that can be tried, each a link."""

from webapp.frame import Frame
from webapp.pages import Example, HelpPage

# Each with the text that explains it. Korean words serve in both languages: most documents are Korean.
EXAMPLES = (
    ("두만강 다리 착공", "help-words"),
    ('"두만강 다리"', "help-quote"),
    ("철도 AND 항공", "help-and"),
    ("철도 OR 항공", "help-or"),
    ("철도 -관광", "help-not"),
    ("(철도 OR 항만) 제재", "help-group"),
)
FIELDS = {
    "ko": (
        ("제재 제목:조약", "help-title"),
        ("저자:홍길동 조약", "help-author"),
        ("발행처:연구원 조약", "help-publisher"),
        ("매체:타스 회담", "help-outlet"),
        ("연도:2023-2025 회담", "help-year"),
        ("언어:en sanctions", "help-language"),
        ("각주에서: 타스", "help-note"),
        ("표에서: 착공", "help-table"),
    ),
    "en": (
        ("제재 title:조약", "help-title"),
        ("author:홍길동 조약", "help-author"),
        ("publisher:연구원 조약", "help-publisher"),
        ("outlet:TASS 회담", "help-outlet"),
        ("year:2023-2025 회담", "help-year"),
        ("language:en sanctions", "help-language"),
        ("in:note TASS", "help-note"),
        ("in:table 착공", "help-table"),
    ),
}


def help_page(frame: Frame) -> HelpPage:
    """The page of help."""

    def examples(rows: tuple[tuple[str, str], ...]) -> tuple[Example, ...]:
        return tuple(Example(query, frame.urls.search(query), str(frame.t(key))) for query, key in rows)

    return HelpPage(examples(EXAMPLES), examples(FIELDS[frame.language]))
