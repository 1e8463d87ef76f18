"""Which words multiply a number, and which say what is counted, in four languages?

Tables only; archive.text.quantities reads with them. Patterns are read without regard to letter case.
"""

from typing import NamedTuple


class Scale(NamedTuple):
    """A word that multiplies by a power of ten. A part may follow it: 1만 3,000, but 20 million 500 is two numbers."""

    power: int
    pattern: str


class UnitOfMeasure(NamedTuple):
    """Codes of what is counted (two where the sign has two meanings), and its words in the four languages."""

    codes: str
    pattern: str


# Source: 한글 맞춤법 제44항 (수는 만 단위로 띄어 쓴다), GB/T 15835-2011; 조약, 억류, 만찬, 천안 … are words, 千米 and
# 兆瓦 units.
SUBSCALES = (
    Scale(1, "십(?!자)|十"),
    Scale(2, "백(?!신|두|악|서)|百(?!分)"),
    Scale(3, "천(?!안|연|막|체|주)|千(?![米克瓦])"),
)
SCALES = (
    Scale(12, "조(?!약|선|사|항|직|치|건|례|인|정|각|기|업|문|합|율)|万亿|萬億|兆(?!瓦)"),
    Scale(8, "억(?!류|제|압)|亿|億"),
    Scale(4, "만(?!찬|난|기)|万|萬"),
)
# Source: Chicago Manual of Style 9.8, Economist style guide (bn, trn); ГОСТ 7.12 and Мильчин (тыс., млн, млрд, трлн).
WORD_SCALES = (
    Scale(3, r"thousand|тыс|тысяч\w{0,3}"),
    Scale(6, r"millions?|mln|mn|млн|миллион\w{0,3}"),
    Scale(9, r"billions?|bln|bn|млрд|миллиард\w{0,3}"),
    Scale(12, r"trillions?|trn|tn|трлн|триллион\w{0,3}"),
)
MONEY_SCALES = {"k": 3, "m": 6, "b": 9}  # only after a currency sign: $20m, but 20m is metres

# Latin and Cyrillic words must end where they end; the first row that fits wins. Source of codes: ISO 4217, SI.
UNITS = (
    UnitOfMeasure("pp", r"%p|퍼센트 ?포인트|percentage points?|п\.\s?п\.|процентн\w{2,3} пункт\w{0,3}|个?百分点"),
    UnitOfMeasure("%", r"%|퍼센트|프로(?!그|젝|세|토)|per ?cent|pct|процент\w{0,3}"),
    UnitOfMeasure("usd",
        r"(?:미국? ?)?달러|불(?![가-힣])|(?:U\.?S\.? ?)?dollars?|USD|US\$|\$|долл|доллар\w{0,3}|美元|美金"),
    UnitOfMeasure("eur", r"유로(?!존|파|피)|euros?|EUR|€|евро|欧元|歐元"),
    UnitOfMeasure("cny", r"위안(?!부)|(?:chinese )?yuan|renminbi|RMB|CNY|юан\w{1,2}|人民币|元"),
    UnitOfMeasure("rub", r"루블|(?:russian )?r(?:o?u)bles?|RUB|₽|руб|рубл\w{1,3}|卢布|盧布"),
    UnitOfMeasure("jpy", r"엔(?!진|지)|yen|JPY|и?й?ен[аы]?|日元|日圆"),
    UnitOfMeasure("krw",
        r"원(?=[^가-힣]|$|[을의에이은과와도씩대]|으로|어치|가량|규모|정도|까지|부터|상당)"
        r"|(?:(?:south )?korean )?won|KRW|₩|вон|韩元|韓元"),
    UnitOfMeasure("cny jpy", "¥"),
    UnitOfMeasure("km2",
        r"km2|제곱 ?킬로미터|평방 ?킬로미터|sq(?:uare)?\.? ?(?:km|kilomet(?:er|re)s?)|кв\. ?км|км2|平方公里|平方千米"),
    UnitOfMeasure("m2", r"m2|제곱 ?미터|평방 ?미터|sq(?:uare)?\.? ?(?:m|met(?:er|re)s?)|кв\. ?м|м2|平方米"),
    UnitOfMeasure("m3", r"m3|세제곱 ?미터|입방 ?미터|cubic met(?:er|re)s?|куб\. ?м|м3|кубометр\w{0,2}|立方米"),
    UnitOfMeasure("mm", r"mm|밀리(?:미터)?(?!리|초|그)|millimet(?:er|re)s?|мм|миллиметр\w{0,3}|毫米"),
    UnitOfMeasure("cm", r"cm|센티(?:미터)?|centimet(?:er|re)s?|см|сантиметр\w{0,3}|厘米|公分"),
    UnitOfMeasure("km", r"km|킬로미터|kilomet(?:er|re)s?|км|километр\w{0,3}|公里|千米"),
    UnitOfMeasure("nmi", r"해리|nautical miles?|nmi|морск\w{2,3} мил\w{1,2}|海里"),
    UnitOfMeasure("mi", r"마일|miles?|мил[яьи]|英里"),
    UnitOfMeasure("ft", r"피트|feet|foot|ft|фут\w{0,2}|英尺"),
    UnitOfMeasure("kn", r"노트(?!북)|knots?|узл\w{1,2}|节"),
    UnitOfMeasure("m", r"m|미터|met(?:er|re)s?|м|метр\w{0,3}|米"),
    UnitOfMeasure("kg", r"kg|킬로그램|kilogram(?:me)?s?|кг|килограмм\w{0,3}|公斤|千克"),
    UnitOfMeasure("bbl", r"배럴|barrels?|bbls?|баррел\w{1,3}|桶"),
    UnitOfMeasure("ha", r"ha|헥타르|hectares?|га|гектар\w{0,3}|公顷|公頃"),
    UnitOfMeasure("mw", r"MW|메가와트|megawatts?|МВт|мегаватт\w{0,2}|兆瓦"),
    UnitOfMeasure("kw", r"kW|킬로와트(?!시)|kilowatts?|кВт|киловатт\w{0,2}|千瓦"),
    UnitOfMeasure("l", r"리터|lit(?:er|re)s?|литр\w{0,2}|升"),
    UnitOfMeasure("t", r"t|톤(?!세)|(?:metric )?ton(?:ne)?s?|т|тонн\w{0,2}|吨|噸"),
)  # fmt: skip
MONEY = {"$": "usd", "€": "eur", "₩": "krw", "₽": "rub", "¥": "cny jpy", "rmb": "cny"} | {
    code: code for code in ("usd", "eur", "rub", "cny", "krw", "jpy")
}

# Small numbers in words, only where a scale or a counter proves them. 한 is left out: it means "a" and "about" too.
SPELLED = {
    word: value
    for words, value in (
        ("one один одна", 1), ("two два две 두", 2), ("three три 세", 3), ("four четыре 네", 4), ("five пять 다섯", 5),
        ("six шесть 여섯", 6), ("seven семь 일곱", 7), ("eight восемь 여덟", 8), ("nine девять 아홉", 9),
        ("ten десять 열", 10),
        ("twenty двадцать", 20), ("thirty тридцать", 30), ("forty сорок", 40), ("fifty пятьдесят", 50),
    )
    for word in words.split()
}  # fmt: skip
COUNTED = (
    "(?:명|척|대|차례|가지|나라|국가|건|곳|개|달|배|사람|편|권|시간)(?:[^가-힣]|$|[은는이가을를의에로와과도만씩간])"
)
MONEY_OR_MASS = "(?:달러|원|루블|위안|유로|엔|톤|배럴|명|개|건|대)"
