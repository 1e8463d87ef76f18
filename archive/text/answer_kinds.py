"""What kind of answer does a question ask for, and which does a text hold? Numbers and their counters, amounts, dates.

Kinds: `date`, `number`, and what is counted or measured: `money`, `%`, `length`, `people`, `ships`. A question says its
kind by a question word (몇, how many, сколько, 多少) and what stands after it: what it asks for is what a text would
hold that has a number in the place of the question word, so that there is one table for both. Function words of
another sense stay out: 언제나, 몇몇, when as a conjunction.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archive.text.folding import fold
from archive.text.quantities import QuantityMatch, find

NUMBER, DATE = "number", "date"


class Question(NamedTuple):
    """What of a query asks, half-open, the kinds of answer that it asks for, the widest first, and whether it is
    looked for all the same: what is the price."""

    start: int
    end: int
    kinds: tuple[str, ...]
    sought: bool = False


class Counter(NamedTuple):
    """What is counted, and the words for it after a number. Sources: 표준국어대사전 (의존 명사), 现代汉语量词."""

    kind: str
    pattern: str


_MEASURES = {
    "money": "usd eur cny rub jpy krw", "%": "% pp", "length": "km m mm cm mi nmi ft", "area": "km2 m2 ha",
    "mass": "t kg", "volume": "m3 l bbl", "power": "mw kw", "speed": "kn",
}  # fmt: skip
_KIND_OF = {code: kind for kind, codes in _MEASURES.items() for code in codes.split()}
_COUNTERS = (
    Counter("people",
        "명|인(?![가-힣])|사람|名|人(?!民)|people|persons?|workers?|soldiers?|troops|men|women|children|students?"
        r"|teachers?|(?:рабочи|солдат|военнослужащ|человек|люд|учител|студент|дет)\w*"),
    Counter("ships", r"척|艘|ships?|boats?|vessels?|tankers?|(?:суд(?:н|о)|корабл|танкер)\w*"),
    Counter("machines",
        r"대(?![가-힣]*교)|[台辆輛架]|aircraft|planes|trucks?|tanks?|cars?|vehicles?"
        r"|(?:самол[её]т|вертол[её]т|грузовик|танк(?!ер)|машин)\w*"),
    Counter("times", r"차례|번(?!째|지|길)|회(?![가-힣]*의)|次|times?|раза?(?!\w)"),
    Counter("places", "곳|군데|places?|sites?"),
    Counter("items", "개(?![월국년소])|점(?!차|검)|[个個件]"),
    Counter("cases", "건(?!물|설)"),
    Counter("volumes", "권(?!역)|[册冊]"),
    Counter("states", "개국|국(?![가-힣])|countries|states|стран\\w*|国|國"),
    Counter(DATE, "일(?!간|째|동안| 동안|본|반|정|부|행)|号(?!楼)"),
    Counter("duration",
        r"(?:년|개월|달|주일?|일|시간|분)(?= ?(?:간|동안|째|뒤|만에))|개월|시간|years?|months?|weeks?|days?|hours?"
        r"|(?:лет|год|месяц|недел|д(?:ень|ня|ней)|час)\w*|[年天]间?|小时|个月"),
)  # fmt: skip
_COUNTED = re.compile(
    r"(?:여|餘|余)?[\s-]?(?:[A-Za-z\u0400-\u04ff]+ ){0,2}?(?:"
    + "|".join(f"({one.pattern})" for one in _COUNTERS)
    + ")",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:제|第|№|No\.?|\[|호)\s?$", re.IGNORECASE)
_LABELLED = re.compile(r"[)\]]|\.\s|조(?![가-힣]?원)|항|호|號")

# Question words by what they ask for. Sources: 표준국어대사전 (의문사), Quirk et al., Русская грамматика (1980).
_DATES = re.compile(
    r"언제(?!나|든|까지나|고)\w*|몇 ?[년월]도?(?! ?(?:동안|간|째))\w*|며칠(?! ?(?:동안|간|째|씩))\w*|무슨 요일\w*"
    r"|\b(?:since |until |by )?when(?= (?:did|do(?:es)?|was|were|is|are|will|would|has|had|have|can|should)\b)|^when\b"
    r"|\b(?:in |on |since )?(?:what|which) (?:years?|months?|dates?|day)\b"
    r"|^(?:с |до )?когда\b|\b(?:в )?како(?:м|го) (?:году?|месяце|числа|числе)\b|\bкакого числа\b"
    r"|什[么麼] ?[时時]候|何[时時]|哪 ?一? ?[年天]|[几幾] ?[月号號]",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?<!몇)몇(?!몇)(?! ?[년월](?! ?(?:동안|간|째)))(?! ?가지(?![인나일]))(?=[ 가-힣%a-z])"
    r"|얼마(?:나(?: 많은)?)?(?! ?(?:전|후|뒤|안|되지|든지))\w*"
    r"|\bhow (?:many|much|long|far|tall|high|deep|wide|big|large|heavy|often)\b|\bскольк\w+"
    r"|어느 정도\w*|多少|多[长長高远遠深宽寬大重久]|[几幾](?! ?[月号號])",
    re.IGNORECASE,
)
# Nouns of measure: what is asked with them is an amount, and they are words of the answer as well.
_MEASURED = re.compile(
    r"\b(?:what|which) (?:is|was|were|are) the (?:\w+ ){0,2}?(?P<en>price|cost|length|height|width|depth|distance"
    r"|share|rate|number|amount|size|population|capacity|budget)\b|\b(?P<of>number|amount) of\b"
    r"|\bкаков[аоы]?\b (?:\w+ ){0,2}?(?P<ru>цен\w+|стоимость|длина|высота|ширина|глубина|расстояние|доля"
    r"|численность|размер)|\b(?P<ru_of>количество|численность)\b|(?P<zh>数量|數量|人数|人數)|(?P<ko>인원수?|총액|개수)(?![가-힣]{2})",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"\bwhat (?:percent(?:age)?|share|proportion)(?: of)?\b|\bкак(?:ой|ая|ую) (?:процент|дол[яю])\b|百分之[几幾多]少?",
    re.IGNORECASE,
)
# What an amount is of, where no unit stands beside the question word.
_OF = (
    ("%", re.compile(
        r"얼마나 (?:오르|올랐|올라|늘|줄|떨어)|\bhow much (?:did|has|have|will)\b.*\b(?:rise|grow|increase|fall|drop)"
        r"|\bнасколько\b|비율|비중|점유율|\b(?:share|rate)\b|\bдол[яи]\b|比例", re.IGNORECASE)),
    ("money", re.compile(
        r"돈|값|비용|가격|요금|예산|삯|원금|\b(?:costs?|price|paid?|spen[dt]|worth|money|budget)\b|сто(?:ит|ило|имость)"
        r"|цен[аыу]|денег|[钱錢]|费用|價格|价格|花了?", re.IGNORECASE)),
    ("length", re.compile(
        r"길이|높이|너비|깊이|거리|\bhow (?:far|tall|high|deep|wide)\b|длин|высот|ширин|глубин|расстоян"
        r"|length|height|width|depth|distance|多[长長高远遠深宽寬]",
        re.IGNORECASE)),
    ("duration", re.compile("기간|얼마 ?동안|\\bhow long (?:did|does|will|has|have)\\b|как долго|多久")),
)  # fmt: skip
_STAND_IN = "7"


def held(text: str, quantities: Iterable[tuple[str, int, int]]) -> frozenset[str]:
    """The kinds of answer that a text holds, by its quantities: (term, start, end) as `quantities.find` gives them."""
    found = list(quantities)
    dated = [(start, end) for term, start, end in found if term[0] == "@"]
    kinds = {DATE} if dated else set()
    for term, start, end in found:
        if term[0] != "=" or any(first <= start and end <= last for first, last in dated):
            continue
        code = term[1:].lstrip("0123456789.-")
        if code:
            kinds.add(_KIND_OF[code])
        elif not (_LABEL.search(text, max(0, start - 4), start) or _LABELLED.match(text, end)):
            kinds.add(NUMBER)
            if counted := _COUNTED.match(text, end):
                kinds.add(_COUNTERS[(counted.lastindex or 1) - 1].kind)
    return frozenset(kinds)


def questions(text: str) -> list[Question]:
    """What of a query, in order, asks for a kind of answer."""
    found = [Question(*match.span(), (DATE,)) for match in _DATES.finditer(text)]
    found += [Question(*match.span(), (NUMBER, "%")) for match in _SHARES.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    for match in _COUNTS.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(_count(text, *match.span()))
    if not found:
        found = [
            Question(*match.span(match.lastgroup or 0), _amount_of(text), True) for match in _MEASURED.finditer(text)
        ]
    return sorted(found)


def _count(text: str, start: int, end: int) -> Question:
    """What is counted by a question word: the unit or counter after it, else what the query says an amount is of."""
    after = re.match(r"\s?(?:of )?[^\s?？.,]*(?: 동안)?", text[end:])
    put = _STAND_IN + (after.group() if after else "")
    kinds = held(put, find(fold(put).text)) - {NUMBER, DATE}
    if kinds:
        unit = _counter_end(put)
        return Question(start, end + unit - len(_STAND_IN), (NUMBER, *sorted(kinds)))
    return Question(start, end, _amount_of(text))


def _amount_of(text: str) -> tuple[str, ...]:
    """The kinds of an amount whose unit is not said: what the query says it is of."""
    named = next((kind for kind, pattern in _OF if pattern.search(text)), None)
    return (NUMBER, named) if named else (NUMBER,)


def _counter_end(put: str) -> int:
    """Where the counter or unit after a number ends; only a bare counter, since рабочих says what is looked for."""
    ends = [one.end for one in _units(put)]
    if ends:
        return max(ends)
    counted = _COUNTED.match(put, len(_STAND_IN))
    lone = (counted is not None and len(counted.group().strip()) <= 2) or put[len(_STAND_IN) :].strip() in _BARE
    return counted.end() if counted is not None and lone else len(_STAND_IN)


def _units(put: str) -> Iterator[QuantityMatch]:
    yield from (one for one in find(fold(put).text) if one.term[1:].lstrip("0123456789.-"))


_BARE = frozenset(("people", "persons", "times", "человек", "людей", "раз"))
