"""What was taken otherwise than it may have been meant? Hints, and their words in Korean and English.

A hint never stops a search. Its code is a promise to the interface; its values fill in the message.
"""

from dataclasses import dataclass

from archive.model import Language

SHOWN = 40  # characters of a value; a hint is one line


@dataclass(frozen=True, slots=True)
class Hint:
    """Something of the query that was taken as plain text, or passed over."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


def hint(code: str, **values: object) -> Hint:
    """A hint with its values by name, long ones shortened."""
    return Hint(code, tuple((name, _shown(str(value))) for name, value in values.items()))


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN else f"{value[:SHOWN]}…"


def message(hint: Hint, language: Language) -> str:
    """The hint in the words of a language."""
    ko, en = WORDS[hint.code]
    return (ko if language == "ko" else en).format(**dict(hint.values))


# {name} is a value; none is followed by a Korean particle that would depend on its last sound.
WORDS = {
    "too-long": ("검색어가 길어 앞의 {most}자까지만 찾았습니다. 드문 낱말 몇 개로 검색해 보십시오.",
        "The query is long: only its first {most} characters were read. Try its rarest words."),
    "too-many": ("낱말과 조건을 합해 {most}개까지만 찾았습니다. 뒤의 낱말은 뺐습니다.",
        "Only {most} words and conditions were read; the last words were left out."),
    "too-deep": ("괄호는 {most}겹까지만 묶음으로 읽었습니다.",
        "Brackets within brackets were read {most} deep; deeper ones were passed over."),
    "open-quote": (
        '따옴표가 닫히지 않아 보통 낱말로 찾았습니다. 그대로 이어진 말은 "두만강 다리"처럼 양쪽에 따옴표를 붙이십시오.',
        'A quotation mark was not closed, so its words were taken one by one. Write a phrase as "Tumen bridge".'),
    "open-bracket": ("괄호가 닫히지 않아 검색어 끝에서 닫은 것으로 보았습니다.",
        "A bracket was not closed: it was taken to close at the end."),
    "bare-not": ("NOT 뒤에 낱말이 없어 NOT을 빼고 찾았습니다. 포탄 NOT 미사일처럼 쓰십시오.",
        "NOT had no word after it and was passed over. Write it as in: shells NOT missiles."),
    "bare-operator": ("{operator}: 앞이나 뒤에 낱말이 없어 빼고 찾았습니다. 포탄 {operator} 미사일처럼 쓰십시오.",
        "{operator} had no word on one side and was passed over. Write it as in: shells {operator} missiles."),
    "unknown-field": (
        "‘{field}:’ 항목은 없어 보통 낱말로 찾았습니다. "
        "항목은 제목, 저자, 발행처, 매체, 출처, 연도, 언어, 종류, 문서입니다.",
        "There is no field ‘{field}:’, so it was taken as a word. Fields: title, author, publisher, outlet, source, "
        "year, language, kind, document."),
    "no-value": ("‘{field}:’ 바로 뒤에 값이 없어 보통 낱말로 찾았습니다. {example}처럼 붙여 쓰십시오.",
        "‘{field}:’ had no value right after it, so it was taken as a word. Write it as in: {example}"),
    "no-year": (
        "‘{value}’: 연도가 아니어서 보통 낱말로 찾았습니다. 연도:2024, 연도:2023-2025, 연도:2023-처럼 쓰십시오.",
        "‘{value}’ is not a year, so it was taken as a word. Write year:2024, year:2023-2025 or year:2023-"),
    "no-language": ("‘{value}’: 언어 이름이 아니어서 보통 낱말로 찾았습니다. "
        "한국어, 영어, 러시아어, 중국어 가운데 하나를 쓰십시오.",
        "‘{value}’ is not a language, so it was taken as a word. Write ko, en, ru or zh."),
    "no-kind": (
        "‘{value}’: 대목의 종류가 아니어서 보통 낱말로 찾았습니다. 문단, 항목, 표, 각주 가운데 하나를 쓰십시오.",
        "‘{value}’ is not a kind of passage, so it was taken as a word. Write paragraph, item, table or note."),
    "no-place": (
        "‘{value}’: 찾을 자리가 아니어서 보통 낱말로 찾았습니다. 각주에서:, 표에서:, 본문에서: 가운데 하나를 쓰십시오.",
        "‘{value}’ is not a place to search in, so it was taken as a word. Write in:note, in:table or in:body."),
    "no-document": (
        "‘{value}’: 문서의 주소가 아니어서 보통 낱말로 찾았습니다. 문서:7k4m2처럼 주소의 앞 다섯 글자를 쓰십시오.",
        "‘{value}’ is not the address of a document, so it was taken as a word. "
        "Write its first five signs: document:7k4m2"),
    "no-source": (
        "‘{value}’: 출처의 주소가 아니어서 보통 낱말로 찾았습니다. 출처:t2zjmohdsv처럼 주소의 끝 열 글자를 쓰십시오.",
        "‘{value}’ is not the address of a source, so it was taken as a word. "
        "Write its last ten signs: source:t2zjmohdsv"),
    "prefix": ("‘{value}’: 별표까지 보통 글자로 보았습니다. "
        "한글은 한 글자, 다른 문자와 숫자는 두 글자부터, 낱말 끝에만 붙이십시오.",
        "The star of ‘{value}’ was taken as a plain sign. It stands at the end of a word of letters and digits: "
        "two at least, or one Hangul syllable."),
    "lone-not": ("OR의 한쪽이나 괄호 안에 뺄 말만 있어 그 부분은 빼고 찾았습니다.",
        "A part of the query only said what to leave out, beside OR or inside NOT (…): it was passed over."),
    "only-not": ("뺄 말만 있고 찾을 말이 없습니다. 포탄 -미사일처럼 찾을 말을 함께 쓰십시오.",
        "The query only says what to leave out. Add a word to look for, as in: shells -missiles"),
    "no-word": ("찾을 낱말이 없습니다. 낱말이나 이름, 숫자를 쓰십시오.",
        "There is no word to look for: type a word, a name or a number."),
}  # fmt: skip
