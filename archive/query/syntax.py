"""What can be typed, and what does it mean? The rules of the language as the help prints them."""

from dataclasses import dataclass

from archive.model import Language


@dataclass(frozen=True, slots=True)
class SyntaxRule:
    """One way to ask, with an example to type in each language of the interface."""

    name: str
    example_ko: str
    example_en: str
    ko: str
    en: str

    def example(self, language: Language) -> str:
        """What a reader of this language would type."""
        return self.example_ko if language == "ko" else self.example_en

    def meaning(self, language: Language) -> str:
        """What it finds."""
        return self.ko if language == "ko" else self.en


def syntax() -> tuple[SyntaxRule, ...]:
    """The rules as they are learnt, in order. All examples but that of `document` ask for the samples' words."""
    return _RULES


_RULES = (
    SyntaxRule("words", "두만강 다리 착공", "두만강 다리 착공",
               "이 낱말들이 있는 대목. 모두 있는 대목이 먼저 나오고, 빠진 말은 결과에 적힙니다.",
               "passages with these words: those with all of them first, missing words are named"),
    SyntaxRule("phrase", '"두만강 다리"', '"두만강 다리"',
               "띄어쓰기가 달라도 이 말이 그대로 이어진 대목", "exactly these words, whatever the spacing"),
    SyntaxRule("prefix", "철도*", "철도*", "이 글자로 시작하는 낱말", "words that begin so"),
    SyntaxRule("without", "철도 -관광", "철도 -관광",
               "뒤의 낱말이 없는 대목 (철도 NOT 관광)", "passages without the second word (철도 NOT 관광)"),
    SyntaxRule("and", "철도 AND 항공", "철도 AND 항공", "두 낱말이 모두 있는 대목", "passages that have both"),
    SyntaxRule("or", "철도 OR 항공", "철도 OR 항공", "어느 한쪽이라도 있는 대목", "passages that have either"),
    SyntaxRule("group", "(철도 OR 항만) 제재", "(철도 OR 항만) 제재", "괄호로 묶어 찾기", "groups, in brackets"),
    SyntaxRule("title", "제목:감시 제재", "title:감시 제재",
               "제목에 이 말이 있는 문서의 대목", "passages of documents with this word in the title"),
    SyntaxRule("author", "저자:홍예시 철도", "author:홍예시 철도", "저자", "author"),
    SyntaxRule("publisher", '발행처:"예시연구원" 조약', 'publisher:"예시연구원" 조약',
               "발행처. 값에 빈칸이 있으면 따옴표로 묶습니다.",
               "publisher; a value with spaces stands in quotation marks"),
    SyntaxRule("outlet", "매체:타스", "outlet:TASS", "각주가 인용한 매체", "outlet that a note cites"),
    SyntaxRule("source", "출처:t2zjmohdsv", "source:t2zjmohdsv",
               "한 출처를 인용한 각주와, 그 각주가 달린 대목. 값은 출처 주소의 끝 열 글자입니다.",
               "notes that cite a source, and what they are notes to: the last ten signs of its address"),
    SyntaxRule("year", "연도:2025 결제", "year:2025 결제", "발행 연도", "year of publication"),
    SyntaxRule("years", "연도:2023-2025 결제", "year:2023-2025 결제",
               "발행 연도의 범위. 2023- 이후, -2023 이전", "a range of years; 2023- from, -2023 until"),
    SyntaxRule("language", "언어:영어 sanctions", "language:en sanctions",
               "작성 언어: 한국어, 영어, 러시아어, 중국어", "language of the text: ko, en, ru, zh"),
    SyntaxRule("kind", "종류:표 철도", "kind:table 철도",
               "대목의 종류: 문단, 항목, 표, 각주", "kind of passage: paragraph, item, table, note"),
    SyntaxRule("note", "각주에서: 결제", "in:note 결제", "각주에서만 찾기 (미주 포함)", "in notes only (endnotes too)"),
    SyntaxRule("table", "표에서: 철도", "in:table 철도", "표에서만 찾기", "in tables only"),
    SyntaxRule("body", "본문에서: 철도", "in:body 철도", "본문에서만 찾기", "in the body text only"),
    SyntaxRule("document", "문서:7k4m2 철도", "document:7k4m2 철도",
               "한 문서에서만 찾기. 값은 주소의 앞 다섯 글자입니다.",
               "in one document only: the first five signs of its address"),
)  # fmt: skip
