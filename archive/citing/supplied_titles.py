"""What is a document called that prints no title? By what it says of itself: shown in brackets, as catalogues do.

The first telling heading of the highest level that has one, else the first telling caption; else series or publisher
with number or date; else the words it opens with. Telling is what names a matter of its own: two words beside those
that any brief has (서론, 현황과 전망, Key findings), and what the text bears out. A miss costs
little, as what follows is dull but true.

Sources: AACR2 1.1B7 (a title is taken from the item itself, else devised; in square brackets, with a note of whence);
ISBD (2011) A.6.3, RDA 2.2.4 (what the item does not give as its title, in square brackets).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from archive.citing.days import american_date, korean_date
from archive.model import DOUBTFUL_DOCUMENT, Block, BlockKind, Document, Metadata, SuppliedTitle, TitleOrigin
from archive.text import asks_nothing, bare, is_han, is_hangul

LONGEST = 80  # characters; what is longer is a sentence, or several lines run together
OPENING = 40  # characters of the words that a text opens with
REPEATED = 3  # a heading that stands so often is a page head
ARTICLES = 3  # of a law, whose chapters are parts of what its title names: 국민의 권리와 의무
SAID = 2  # times that a text says a word of a heading which it bears out
CONTENT = 2  # words that a telling heading has beside the usual ones
COMPOUND = 6  # letters of a Korean word that is more than one: 강변시장상인
UNREADABLE = frozenset(("doubtful-encoding", "doubtful-letters"))
NO_TITLE = {"ko": "[제목 없음]", "en": "[Untitled]"}

# Numbers and signs before a heading: 제2장, 2.1, (가), Ⅱ., ①, □, Chapter 2, Глава 2., 第二章, 二、
_NUMBER = r"\d{1,2}(?:[.\-]\d{1,2})*|[IVXivx]+|[Ⅰ-ↈ①-⓿❶-➓]+|[가나다라마바사아자차카타파하]|[A-Za-zА-Яа-я]"
_MARKER = re.compile(
    rf"""\s*(?:
    [^\w\s(<\[〈《【「『“‘"']+\s*|[ㅇㅁ]\s+
    |제?\s*\d{{1,2}}\s*[장절편부](?=[\s.:])[.:]?\s*
    |第[一二三四五六七八九十\d]+(?:部分|[章节節编編部])\s*|[（(]?[一二三四五六七八九十]+(?:[、）)]\s*|\s+)|[QA]\d{{1,2}}\s*[.:)]\s*
    |(?:chapter|part|section|глава|раздел|часть)\s+[\dIVX]+[.:]?\s*
    |[(\[<〈【]?\s*(?:{_NUMBER})\s*[.)\]>〉】:]+\s*
    |\d{{1,2}}(?:\.\d{{1,2}})*\s+(?=[^\W\d])|[Ⅰ-ↈ①-⓿❶-➓]+\s*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands before a caption: <표 1-2>, 그림 3., Table 4:, Рис. 1, 图1
_LABEL = re.compile(
    r"\s*[(\[<〈《【]?\s*(?:표|그림|도표|사진|지도|차트|table|figure|fig|chart|map|таблица|рисунок|рис|表|图|圖)\.?\s*"
    r"(?:[\dⅠ-ↈ]+|[IVX]+\b)?(?:[-–.]\d+)*\s*[.:)\]>〉》】]*\s*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"제\s*\d+\s*조(?:의\s*\d+)?\s*(?:[(（①]|$)|제\s*\d+\s*조\s")
_UNITS = re.compile(r"\s*[(\[（](?:단위|unit|ед|单位|單位)[^)\]）]*[)\]）]\s*$", re.IGNORECASE)
# What is no heading by its form, with an example each.
_NO_TITLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r".*[.。!！,，;；]$",  # a sentence, or a part of one
        r".*\s\S*(?<!바)(?<!캐나)다$",  # 통행료를 낮춘다
        r".*(?:[을를]|에서|에게|하며|하고|[\s]및|\s(?:of|the|and|to|in|for|и|в|на))$",  # the line goes on
        r".*(?:\.{3,}|·{3,}|…)\s*\d*$",  # a line of the contents
        r".*\.(?:hwpx?|docx?|pdf|txt|html?|md|odt)$",  # the name of a file
        r".*(?:@|https?:|www\.|\d{2,4}-\d{3,4}-\d{4}).*",
        r"(?:첫|둘|셋|넷|다섯|여섯)째(?:\W.*)?",
        r"(?:first|second|third|во-первых|во-вторых)(?:ly)?\W.*",
        r"(?:사례|예시|참고|붙임|별첨|부록|상자|case|box|annex|appendix|приложение|附[录錄])\s*[\dA-ZⅠ-ↈ]*\s*[:.)].*",
        r"(?:담당|문의|보도|배포|작성|발행|출처|자료|주제어|키워드|keywords?|source|источник|来源)[^:]{0,8}[:：].*",
        r"[\[<(〈【]?\s*(?:붙임|별첨|별표|첨부|부록)\s.*",
        r"[가-힣]{3}(?:\s*[·,]\s*[가-힣]{3})+",  # 홍보기 · 김예시
        r".*[가-힣][로길]\s\d.*",  # 보기구 보기로 12
        r".*\d\s*월?호(?:\s.*)?",  # 2025년 3월호
        r".*(?:university|institute|cent(?:er|re)|foundation|council|академия|институт|университет)$",
        r".*(?:교수|연구위원|연구원|연구관|박사|기자|특파원|원장|소장|센터장|대표|대사|professor|fellow|analyst)$",
    )
)
# Words that any brief may have in its headings. They say where in it the reader is, not what it is about.
_WORDS = """서론 본론 결론 머리말 맺음말 맺는말 머리글 들어가며 들어가기 들어가는 나가며 나오며 나가는 맺으며 맺는
마치며 여는 닫는 글 말 목차 차례 요약 초록 개요 개관 총론 총평 총칙 보칙 부칙 요지 핵심 주요 내용 사항 일반 문제
제기 문제제기 문제점 쟁점 이슈 주제 논점 배경 목적 필요성 의의 취지 경과 연혁 정의 범위 적용 방법 방법론 연구 선행 검토
분석 틀 조사 설계 자료 출처 개념 개념도 이론 현황 실태 동향 추이 추세 상황 정세 여건 환경 변화 특징 원인 요인 결과
성과 효과 기대 영향 파급 평가 진단 전망 예측 향후 미래 최근 과제 대응 방안 대책 방향 전략 제언 제안 시사점 함의 개선
보완 추진 계획 세부 일정 체계 조치 입장 반응 인식 논의 고려 결어 소결 소재 한계 통계 통계량 기초 목록 발간사 표지
감사의 일러두기 약어표 약어 발표문 토론문 월간 주간 연간 서문 후기 좌담 강연 축사 인사말 사례 예시 종합 비교 기타
참고 참고문헌 문헌 부록 별첨 붙임 첨부 색인 미주 각주 주석 저자 필자 소개 약력 지점 이번 지금 오늘 우리 보도자료
보도 담당 부서 문의 문의처 브리프 이슈브리프 리포트 보고서 이슈페이퍼 포커스 논평 칼럼 호 통권 제호 것 것인가 한다
할 하는 분야 부문 측면 차원 관점 관련 대한 위한 통한 따른 등 및 더 각 그 이 첫 번째 matters list lists abbreviations
acronyms foreword preface forum conference seminar workshop proceedings newsletter bulletin annual monthly weekly
glossary index limitations literature questions faq introduction conclusion conclusions conclusive executive summary
abstract contents overview background context scope purpose objective objectives aims method methods methodology
approach data results findings key main major points highlights takeaways discussion analysis assessment evaluation
recommendations implications outlook prospects future next steps way forward trends current status situation recent
developments response responses position impact effects challenges issues problems remarks concluding final notes
references bibliography appendix annex about author authors acknowledgements acknowledgments case study studies
example examples figure table part chapter section brief report issue paper commentary comparison perspective
perspectives view актуальность темы тема научная новизна сокращения список предмет объект гипотеза этапы введение
заключение выводы вывод содержание оглавление резюме аннотация предисловие обзор анализ методы методика результаты
оценка оценки перспективы прогноз рекомендации предложения проблемы проблема состояние ситуация тенденции меры цель
цели задачи основные общие положения положение литература источники примечания приложение приложения часть глава
раздел кейс пример реакция позиция современное последние последствия значение роль итоги"""
_USUAL = frozenset(_WORDS.split())
_USUAL_HAN = re.compile(
    "引言|前言|导言|序言|绪论|結論|结论|结语|結語|结束语|摘要|目录|目錄|概述|概况|背景|现状|現狀|展望|前景|趋势|分析|影响|影響|原因|"
    "建议|建議|对策|對策|措施|启示|問題|问题|挑战|意义|目的|方法|评估|评价|总结|總結|参考文献|參考文獻|附录|附錄|注释|立场|回应|"
    "政策|文献|综述|意义|理论|框架|主要|内容|要点|核心|研究|一般|最新|进展|动向|与|和|及|的|之|对|在"
)
# They count beside another word: 대북 정책, but not 정책 제언.
_LIGHT = frozenset(
    (
        "정책",
        "정책적",
        "경제적",
        "정치적",
        "외교",
        "안보",
        "관계",
        "협력",
        "policy",
        "political",
        "economic",
        "relations",
        "политика",
    )
)
_NAMES = re.compile(
    r"\b(?:north|south) korea\b|\bunited (?:states|kingdom|nations)\b|\beuropean union\b", re.IGNORECASE
)
_PARTICLES = re.compile(
    r"(?<=[가-힣]{2})(?:에서의|으로의|에서|에게|까지|부터|으로|이란|인가|이라는|라는|란|의|은|는|이|가|을|를|에|와|과|로|도|만)$"
)
_EVENTS = ("포럼", "세미나", "토론회", "학술회의", "심포지엄")
_BODIES = ("연구원", "연구소", "대학교", "센터", "위원회", "재단", "협회", "학회", "본부", "신문", "일보")
_COUNTED = re.compile(r"\d+(?:년대?|월|일|차|호|분기|개|대|회|st|nd|rd|th|年|月|日|г)?")
_TEXTS = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE))


def title_of(metadata: Metadata) -> str:
    """What a document is called wherever it is named: its title, or in brackets what stands for it."""
    if metadata.title:
        return metadata.title
    if metadata.supplied:
        return f"[{metadata.supplied.text}]"
    return NO_TITLE["ko" if metadata.language in (None, "ko") else "en"]


def supplied_title(document: Document) -> SuppliedTitle | None:
    """What stands for the title of a document that has none; None where it has one, or nothing to be called by."""
    if document.metadata.title:
        return None
    doubts = {problem.code for problem in document.problems} & DOUBTFUL_DOCUMENT
    if not doubts and sum(_ARTICLE.match(block.text) is not None for block in document.blocks) < ARTICLES:
        if heading := _heading(document):
            return SuppliedTitle(heading, TitleOrigin.HEADING)
        captions = (_caption(block.text) for block in document.blocks if block.kind is BlockKind.CAPTION)
        if caption := next((text for text in captions if is_telling(text) and _is_borne_out(text, document)), None):
            return SuppliedTitle(caption, TitleOrigin.CAPTION)
    if published := _published(document.metadata):
        return SuppliedTitle(published, TitleOrigin.PUBLICATION)
    opening = None if doubts & UNREADABLE else _opening(document.blocks)
    if opening:
        return SuppliedTitle(opening, TitleOrigin.OPENING)
    name = document.metadata.publisher or document.metadata.series
    return SuppliedTitle(name, TitleOrigin.PUBLICATION) if name else None


def is_telling(text: str) -> bool:
    """Whether a heading without its number, or a caption without its label, says what a text is about."""
    if not text or len(text) > LONGEST or any(form.fullmatch(text) for form in _NO_TITLE) or _goes_on(text):
        return False
    words = [word for word in re.split(r"[^\w·]+", _NAMES.sub("Name", text)) if word]
    content = sum(map(_weight, words))
    return content > 0 and content + sum(word.casefold() in _LIGHT for word in words) >= CONTENT


def _goes_on(text: str) -> bool:
    """Whether it begins as a sentence goes on: with a small letter, where the script has them."""
    return text[0].islower()


def _weight(word: str) -> int:
    """How many words of content a word is."""
    if len(word) < 2 or _COUNTED.fullmatch(word) or asks_nothing(word.casefold()):
        return 0
    if all(map(is_han, word)):
        return min(CONTENT, len(_USUAL_HAN.sub("", word)) // 2)
    stem = _PARTICLES.sub("", word.casefold())
    if {word.casefold(), stem} & (_USUAL | _LIGHT) or not any(letter.isalpha() for letter in stem):
        return 0
    if stem.endswith((*_BODIES, *_EVENTS)):  # who publishes, and on what occasion
        return 0
    return CONTENT if len(stem) >= COMPOUND and all(map(is_hangul, stem)) else 1


def _heading(document: Document) -> str | None:
    """The first telling heading of the highest level that has any. What the catalogue says elsewhere is no title."""
    blocks = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    often = Counter(bare(block.text) for block in blocks)
    known = set(_known(document))
    telling = [
        (block.level or 1, text)
        for block in blocks
        if often[bare(block.text)] < REPEATED and bare(block.text) not in known
        if is_telling(text := _unnumbered(block.text)) and bare(text) not in known
    ]
    return next((text for _, text in sorted(telling, key=lambda one: one[0]) if _is_borne_out(text, document)), None)


def _is_borne_out(text: str, document: Document) -> bool:
    """Whether the text speaks of it: says words of the heading, as many as make it telling, more than once.

    Usual words that no list has (The road ahead, 담당자 연락처) stand in the heading alone.
    """
    said = "\n".join(block.text for block in document.blocks if block.kind in _TEXTS).casefold()
    stems = {_stem(word) for word in re.split(r"[^\w·]+", text) if _weight(word) or word.casefold() in _LIGHT}
    borne_out = [stem for stem in stems if said.count(stem) >= SAID]
    return len(borne_out) >= min(CONTENT, len(stems))


def _stem(word: str) -> str:
    """The letters by which other forms of a word are known: not its particle, nor its ending; of Chinese two signs."""
    if all(map(is_han, word)):
        return _USUAL_HAN.sub("", word)[:2]
    stem = _PARTICLES.sub("", word.casefold())
    return stem if any(map(is_hangul, stem)) else stem[: max(4, len(stem) - 2)]


def _known(document: Document) -> Iterator[str]:
    """What is printed, or known, as something else than a title: page heads, names, the series."""
    data = document.metadata
    yield from (bare(block.text) for block in document.blocks if block.kind is BlockKind.PAGE_HEAD)
    names = (data.publisher, data.series, data.affiliation, data.original, *data.authors, *data.authors_latin)
    yield from (bare(name) for name in names if name)


def _unnumbered(text: str) -> str:
    """A heading without the numbers and signs before it, and without brackets around it."""
    text = " ".join(text.split())
    while (marker := _MARKER.match(text)) and marker.end():
        text = text[marker.end() :]
    return _unbracketed(text.rstrip(" :："))


def _caption(text: str) -> str:
    label = _LABEL.match(text)
    return _unbracketed(_UNITS.sub("", " ".join(text[label.end() if label else 0 :].split())).rstrip(" :："))


def _unbracketed(text: str) -> str:
    around = re.fullmatch(r"[\[【〔<〈《]\s*([^\[\]【】〔〕<>〈〉《》]+?)\s*[\]】〕>〉》]", text)
    return around[1] if around else text


def _published(data: Metadata) -> str | None:
    """Series and number, or else who published it and when: 보기브리프 No. 3; 보기연구원, 2025. 3. 24."""
    if data.series and data.number:
        return f"{data.series} {data.number}"
    name = data.series or data.publisher
    written = {"ko": korean_date, "en": american_date}.get(data.language or "ko", str)
    return f"{name}, {written(data.date)}" if name and data.date else None


def _opening(blocks: Iterable[Block]) -> str | None:
    """The first words of the text, with a sign that it goes on."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    text = next((b.text for b in blocks if b.kind in kinds and any(map(str.isalpha, b.text))), "")
    text = " ".join(text.split())
    if len(text) <= OPENING:
        return text or None
    cut = text[: OPENING + 1]
    whole = cut.rpartition(" ")[0] if " " in cut[OPENING // 2 :] else cut[:OPENING]
    return f"{whole.rstrip(' ,;:')} …"
