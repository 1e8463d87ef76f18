"""How does one ask? Queries that can be tried, each a link."""

from webapp.frame import Frame
from webapp.pages import Example, HelpPage

# Each with the text that explains it; all of them find something in the samples of documents/. Korean words serve in
# both languages: most documents are Korean.
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
        ("제재 제목:감시", "help-title"),
        ("저자:홍예시 철도", "help-author"),
        ("발행처:예시연구원 조약", "help-publisher"),
        ("매체:타스", "help-outlet"),
        ("연도:2024-2025 결제", "help-year"),
        ("언어:en sanctions", "help-language"),
        ("각주에서: 결제", "help-note"),
        ("표에서: 철도", "help-table"),
    ),
    "en": (
        ("제재 title:감시", "help-title"),
        ("author:홍예시 철도", "help-author"),
        ("publisher:예시연구원 조약", "help-publisher"),
        ("outlet:TASS", "help-outlet"),
        ("year:2024-2025 결제", "help-year"),
        ("language:en sanctions", "help-language"),
        ("in:note 결제", "help-note"),
        ("in:table 철도", "help-table"),
    ),
}


def help_page(frame: Frame) -> HelpPage:
    """The page of help."""

    def examples(rows: tuple[tuple[str, str], ...]) -> tuple[Example, ...]:
        return tuple(Example(query, frame.urls.search(query), str(frame.t(key))) for query, key in rows)

    return HelpPage(examples(EXAMPLES), examples(FIELDS[frame.language]))
