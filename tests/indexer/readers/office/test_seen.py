"""What is seen of an element, and the letters by which two texts are compared."""

from indexer.readers.office.seen import letters_of


def test_letters_are_compared_without_what_stands_between() -> None:
    assert letters_of("Ⅰ. 강의 길 (Vol. 2)") == "ⅰ강의길vol2"
