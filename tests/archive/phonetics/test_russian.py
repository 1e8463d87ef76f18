"""Russian names in Hangul: the table of 외래어 표기법, and the names that inflected surfaces are forms of."""

import pytest

from archive.phonetics import russian
from archive.phonetics.inflection import nominatives


@pytest.mark.parametrize(
    "name, hangul",
    [
        ("Завьялов", "자비얄로프"),
        ("Кузьмин", "쿠지민"),
        ("Сенькин", "센킨"),
        ("Ольгин", "올긴"),
        ("Игорь", "이고리"),  # ь
        ("Бобров", "보브로프"),
        ("Глеб", "글레프"),
        ("Рогов", "로고프"),  # voiced at the end
        ("Невский", "넵스키"),
        ("Лобков", "롭코프"),
        ("Водкин", "봇킨"),
        ("Реткин", "렛킨"),  # a final before voiceless sounds
        ("Лужин", "루진"),
        ("Ложкин", "로시킨"),
        ("Жданов", "즈다노프"),
        ("Низков", "니스코프"),  # ж and з
        ("Городский", "고로츠키"),
        ("Светский", "스베츠키"),
        ("Немцов", "넴초프"),  # дс, тс, ц
        ("Щукарь", "슈카리"),
        ("Борщов", "보르쇼프"),
        ("Юрьев", "유리예프"),
        ("Аллилуев", "알릴루예프"),  # щ, ье, уе, лл
        ("Павлоград", "파블로그라드"),
        ("Новгород", "노브고로드"),
        ("Дзюба", "주바"),
        ("Мстиславль", "므스티슬라블"),
        ("Псков", "프스코프"),
        ("Ліна", "리나"),
        ("Hello", ""),
    ],
)
def test_a_russian_name_is_written_by_the_table(name: str, hangul: str) -> None:
    assert russian.hangul(name) == hangul


@pytest.mark.parametrize(
    "surface, name",
    [
        ("Роговым", "рогов"),
        ("Роговой", "рогова"),
        ("Невского", "невский"),
        ("Невскому", "невский"),
        ("Дюжины", "дюжина"),
        ("Сергея", "сергей"),
        ("Казанью", "казань"),
        ("Анапе", "анапа"),
        ("Юрченко", "юрченко"),
        ("Тарусу", "таруса"),
    ],
)
def test_an_inflected_surface_leads_back_to_the_name(surface: str, name: str) -> None:
    assert name in nominatives(surface)


def test_an_ending_that_no_name_has_puts_the_name_first() -> None:
    assert nominatives("Роговым")[0] == "рогов"
    assert nominatives("Рогова")[0] == "рогова"
