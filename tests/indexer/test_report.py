"""What was not taken is said by kind and by reason, in few lines. All names are invented."""

from indexer.files import LeftOut
from indexer.readers import unread_kind
from indexer.report import NAMED, REASONS, lines_of_failed, lines_of_left_out


def left_out(*names: str) -> list[LeftOut]:
    return [LeftOut(f"/a/{name}", "", unread_kind(name)) for name in names]


def test_kinds_are_said_with_their_endings_the_largest_first() -> None:
    first, second = lines_of_left_out(left_out("x.zip", "a.jpg", "b.jpg", "c.png", "d.tif"))
    assert first.startswith("4 images (.jpg 2, .png 1, .tif 1), a.jpg, b.jpg, c.png and 1 more: an image holds no ")
    assert second.startswith("1 archives (.zip 1), x.zip: unpack it")


def test_one_file_of_a_reason_is_said_in_its_own_words() -> None:
    assert list(lines_of_failed([("/a/b.txt", "b.txt is empty (0 bytes): save it again")])) == [
        "b.txt is empty (0 bytes): save it again"
    ]


def test_files_that_fail_for_one_reason_are_one_line_whatever_their_figures() -> None:
    failed = [
        (f"/a/{n}.txt", f"{n}.txt is neither UTF-8 (byte 0x{n:02X} at {n}, line {n}) nor CP949") for n in range(9)
    ]
    (line,) = lines_of_failed(failed)
    assert line == "9 files, 0.txt, 1.txt, 2.txt and 6 more: is neither UTF-8 (byte … at …, line …) nor CP949"
    assert NAMED == 3


def test_of_very_many_reasons_the_commonest_are_said() -> None:
    failed = [(f"/a/{n}", f"reason {chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(REASONS + 5)]
    assert list(lines_of_failed(failed))[-1] == "… and 5 more files, for 5 more reasons"
