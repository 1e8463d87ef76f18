"""The language of a title or a document is told by its letters, wherever it is asked."""

import pytest

from archive.text.language import DOCUMENT, ROWS, TITLE, LanguageRule, language_of

KOREAN = "항구가 열렸다. 뱃사공이 배를 세우고 소금을 날랐다."
ENGLISH = "The harbour is open. The ferryman moored his boat and carried the salt ashore."
RUSSIAN = "Порт открыт. Паромщик поставил лодку и перенёс соль."


@pytest.mark.parametrize("part", [TITLE, DOCUMENT])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.language)
def test_the_example_of_a_row_is_in_its_language(row: LanguageRule, part: float) -> None:
    assert {language_of(example, part) for example in row.example.split(", ")} == {row.language}


@pytest.mark.parametrize(
    "text, language",
    [
        ("NATO 확대와 EU", "ko"),
        ("北항구 “열린다”", "ko"),
        ("항구(港口)와 배", "ko"),
        ("The Port (항구)", "en"),
        ("(항구)", "ko"),
        ("北方航道", "zh"),
        ("北の港", "ja"),
        ("Порт открыт для EU", "ru"),
        ("Порт і місто України: її шлях", "uk"),
        ("Die Häfen und das Eis im Norden", "de"),
        ("Die Welt", "en"),
        ("항구", "ko"),
        ("2024. 6. 19.", None),
        ("مرفأ", None),
        ("", None),
    ],
)
def test_the_letters_tell_the_language_of_a_title(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text, language",
    [
        (f"NATO 확대와 EU. {KOREAN}", "ko"),
        (f"{KOREAN} {KOREAN} {ENGLISH}", "ko"),
        ("國境의 船舶은 朝鮮과 露西亞의 條約에 依하여 運航하였다.", "ko"),
        (f"{ENGLISH} “항구 연다”, wrote 항구일보.", "en"),
        (f"{ENGLISH} «Порт открыт», wrote the paper.", "en"),
        (f"{ENGLISH * 3} They cited Die Welt und der Hafen.", "en"),
        (f"{RUSSIAN} Агентство Harbour Times пишет: «항구».", "ru"),
        (f"{RUSSIAN * 5} Київ.", "ru"),
        ("北方航道已经开放。船夫把船停好，把盐搬上岸。标题是「北の港」。", "zh"),
        ("北の港が開かれた。船頭は船を止めて塩を運んだ。", "ja"),
        ("Der Hafen ist offen, und die Fähre liegt im Eis. Das Salz wird mit der Bahn gebracht.", "de"),
        ("1,024 / 2024", None),
    ],
)
def test_what_a_document_quotes_does_not_tell_its_language(text: str, language: str | None) -> None:
    assert language_of(text, DOCUMENT) == language
