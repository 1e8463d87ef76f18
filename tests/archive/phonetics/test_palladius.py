"""Chinese names in Russian letters, by the system of Palladius."""

import pytest

from archive.phonetics import chinese, palladius


# Source: система Палладия (Russian as on maps and title pages); the Hangul by 외래어 표기법 표 5 and 제3장 제7절.
@pytest.mark.parametrize("name, hangul", [
    ("Ба Цзинь", "바진"), ("Лао Шэ", "라오서"), ("Цао Юй", "차오위"), ("Го Можо", "궈모뤄"), ("Ду Фу", "두푸"),
    ("Ли Бо", "리보"),
    ("Сыма Цянь", "쓰마첸"), ("Цюй Юань", "취위안"), ("Пу Сунлин", "푸쑹링"), ("Лу Сюнь", "루쉰"),
    ("Мэн Хаожань", "멍하오란"),
    ("Сычуань", "쓰촨"), ("Юньнань", "윈난"), ("Хэнань", "허난"), ("Хунань", "후난"), ("Аньхой", "안후이"),
    ("Чжэцзян", "저장"),
    ("Ляонин", "랴오닝"), ("Фуцзянь", "푸젠"), ("Гуандун", "광둥"), ("Хайнань", "하이난"), ("Шэньян", "선양"),
    ("Чанчунь", "창춘"),
    ("Суйфэньхэ", "쑤이펀허"), ("Шэньчжэнь", "선전"), ("Ухань", "우한"), ("Чэнду", "청두"), ("Куньмин", "쿤밍"),
    ("Люйшунь", "뤼순"),
])  # fmt: skip
def test_a_name_is_cut_into_its_syllables(name: str, hangul: str) -> None:
    assert palladius.hangul(tuple(name.split())) == hangul


@pytest.mark.parametrize("letters, hangul", [
    ("ань", "안"), ("ан", "앙"), ("цинь", "친"), ("цин", "칭"), ("янь", "옌"), ("ян", "양"), ("лунь", "룬"),
    ("лун", "룽"),
    ("юань", "위안"), ("юн", "융"),
])  # fmt: skip
def test_a_soft_ending_is_n_and_a_hard_one_ng(letters: str, hangul: str) -> None:
    assert palladius.hangul((letters,)) == hangul


@pytest.mark.parametrize("name, hangul", [("Чанъань", "창안"), ("Сиъань", "시안"), ("Тяньань", "톈안")])
def test_a_hard_sign_parts_syllables(name: str, hangul: str) -> None:
    assert palladius.hangul((name,)) == hangul


@pytest.mark.parametrize("letters, pinyin", [
    ("чжи", "zhi"), ("ши", "shi"), ("жи", "ri"), ("цзы", "zi"), ("цы", "ci"), ("сы", "si"), ("цзи", "ji"),
    ("ци", "qi"), ("си", "xi"),
    ("цзюй", "ju"), ("цюань", "quan"), ("сюэ", "xue"), ("нюй", "nv"), ("люэ", "lve"), ("бо", "bo"), ("дуань", "duan"),
    ("эр", "er"),
    ("хуэй", "hui"), ("хой", "hui"), ("жун", "rong"), ("чуан", "chuang"), ("и", "yi"), ("вэй", "wei"), ("юнь", "yun"),
])  # fmt: skip
def test_a_syllable_is_that_of_pinyin(letters: str, pinyin: str) -> None:
    assert palladius.hangul((letters,)) == chinese.syllable_hangul(pinyin)


@pytest.mark.parametrize("name", ["Пушкин", "Москва", "Рогов", "Юрьев", "Шанхайский", "Lu", "나루", ""])
def test_what_cannot_be_cut_so_is_not_read(name: str) -> None:
    assert palladius.hangul((name,)) == ""


def test_one_part_that_cannot_be_read_spoils_the_name() -> None:
    assert palladius.hangul(("Ба", "Рогов")) == ""
