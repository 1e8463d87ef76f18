"""The words of a text as printed, and what they may be looked up by."""

from archive.tokens import Streams, Token
from archive.vocabulary import LexiconWord, initials, words_in


def test_words_of_each_script_and_no_longer_ones_than_names_are() -> None:
    text = "나루터의 Orwell, река, 習近平 한자가아주길게이어지는글"
    streams = Streams((Token("나루터", 0, 3), Token("가", 4, 5)), (), ())
    assert [(word.form, word.script) for word in words_in([(text, streams)])] == [
        ("나루터", "hangul"), ("orwell", "latin"), ("река", "cyrillic"), ("習近平", "han"),
    ]  # fmt: skip


def test_small_foreign_words_are_no_names() -> None:
    assert LexiconWord("orwell", "Orwell", "latin").named
    assert not LexiconWord("river", "river", "latin").named


def test_a_word_has_a_place_a_character_where_it_is_chinese() -> None:
    assert LexiconWord("長江", "長江", "han").terms == (("长",), ("江",))
    assert LexiconWord("ships", "Ships", "latin").terms == (("ship",),)


def test_initials_of_hangul_only() -> None:
    assert (initials("나루터"), initials("Orwell")) == ("ㄴㄹㅌ", "")
