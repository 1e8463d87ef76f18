"""Which texts were read in a wrong encoding and saved so? All texts are invented."""

import pytest

from archive.errors import SourceError
from indexer.readers.mojibake import CONFUSIONS, Confusion, confusion
from indexer.readers.text import read

TEXT = "들판의 물길은 해마다 길어졌다. 우물은 그대로 남았다.\n\n1) 박보기, 「물길」, 2020.\n"


def misread(text: str, one: Confusion) -> str:
    """The text as a program shows it that takes its bytes for another encoding."""
    codec = "latin-1" if one.read_as == "cp1252" else one.read_as
    return text.encode(one.is_).decode(codec, "replace")


@pytest.mark.parametrize("one", CONFUSIONS, ids=lambda one: one.name)
def test_a_text_that_was_misread_is_known_and_refused_with_the_way_out(one: Confusion) -> None:
    assert confusion(one.example) is one
    assert confusion(misread(TEXT, one)) is one
    with pytest.raises(SourceError, match=f"{one.name}.*: open the original in its own encoding and save it as UTF-8"):
        read(misread(TEXT, one).encode(), "보기.txt")


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("bytes_", ["cp949", "utf-8"])
def test_whatever_made_of_the_bytes(bytes_: str, codec: str) -> None:
    shown = "".join(
        bytes([b]).decode(codec, "replace") if b > 0x9F or codec == "latin-1" else chr(b) for b in TEXT.encode(bytes_)
    )
    assert confusion(shown) is not None


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "L’été où la rivière a gelé, déjà très tôt, on a fêté à Orléans. « Où êtes-vous ? » — « À côté ! »",
        "Größe, Maße und Übergänge der Brücken: „Öl“ — “Straße” … Äußerungen",
        "Мост через реку «Туманган» построен в 2024 году — «Пример».",
        "水路一年比一年长。《边境研究》2023年第4期",
        "¡Señor! ¿Año? ½ × ¾ ÷ ±5 °C §§ 3–4",
        "plain words",
        "",
    ],
)
def test_what_was_meant_so_is_read(text: str) -> None:
    assert confusion(text) is None
