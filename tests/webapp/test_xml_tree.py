"""What is written as XML can be read as XML, whatever stands in it, and says what was meant."""

from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from webapp.xml_tree import document, element, plain


def test_a_tree_is_written_with_its_prefixes() -> None:
    root = element("a", [element("b:c", "하나 & 둘", d='"<'), None], **{"xmlns:b": "urn:b", "e": None})
    assert document(root).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns:b="urn:b"><b:c d="&quot;&lt;">하나 &amp; 둘</b:c></a>'
    )


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_any_text_comes_back_without_what_xml_cannot_hold(text: str, value: str) -> None:
    read = fromstring(document(element("a", [element("b", text, c=value)])))
    assert (read[0].text or "") == plain(text).replace("\r\n", "\n").replace("\r", "\n")
    assert read[0].get("c") is not None


def test_what_no_document_may_hold_is_left_out() -> None:
    assert plain("가\x00나\x0b다\ufffe라\ud800마\t\n") == "가나다라마\t\n"
