"""A package gives its parts within limits; bombs, entities and damage are refused by name."""

import zipfile
from io import BytesIO

import pytest

from archive.errors import SourceError
from indexer.readers.office import package as packages
from indexer.readers.office.package import Package
from tests.indexer.readers.office.hangul_files import zipped


def test_parts_are_read_by_name() -> None:
    package = Package(zipped({"a.xml": "<a>강</a>", "b": "다리"}), "강.docx")
    assert (package.names, package.holds("b"), package.holds("c")) == (("a.xml", "b"), True, False)
    assert (package.read("b").decode(), package.tree("a.xml").text) == ("다리", "강")


def test_what_is_no_archive_and_what_is_cut_off_are_refused() -> None:
    whole = zipped({"a.xml": "<a/>" * 500})
    for data in (b"PK\x03\x04", whole[: len(whole) // 2]):
        with pytest.raises(SourceError, match=r"강\.docx is cut off or damaged"):
            Package(data, "강.docx")


def test_a_part_that_is_not_there_or_damaged_is_named() -> None:
    data = bytearray(zipped({"a.xml": "강이 흐른다. " * 200}))
    data[60] ^= 0xFF
    with pytest.raises(SourceError, match=r"a\.xml is cut off or damaged"):
        Package(bytes(data), "강.docx").read("a.xml")
    with pytest.raises(SourceError, match=r"has no b\.xml"):
        Package(zipped({}), "강.docx").read("b.xml")


def test_a_bomb_is_refused_by_its_ratio_and_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"a.xml": "0" * 4_000_000})
    with pytest.raises(SourceError, match="times its size"):
        Package(bomb, "강.docx").read("a.xml")
    monkeypatch.setattr(packages, "MAX_XML", 1_000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        Package(bomb, "강.docx").read("a.xml")


def test_the_limit_holds_for_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_XML", 15)
    package = Package(zipped({"a": "0123456789", "b": "0123456789"}), "강.docx")
    package.read("a")
    with pytest.raises(SourceError, match="unpacks to more than"):
        package.read("b")


def test_a_size_that_a_member_lies_about_is_not_believed() -> None:
    data = zipped({"a": "0123456789" * 10})
    lying = data.replace((100).to_bytes(4, "little"), (3).to_bytes(4, "little"))
    with pytest.raises(SourceError, match="cut off or damaged"):
        Package(lying, "강.docx").read("a")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_MEMBERS", 1)
    with pytest.raises(SourceError, match="holds 2 parts"):
        Package(zipped({"a": "", "b": ""}), "강.docx")


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    ],
)
def test_a_document_type_is_refused_and_no_entity_is_read(xml: str) -> None:
    with pytest.raises(SourceError, match="has a document type"):
        Package(zipped({"a.xml": xml}), "강.docx").tree("a.xml")


@pytest.mark.parametrize("xml", ["", "<a>", "<a>" * 5_000 + "</a>" * 5_000, "강"])
def test_xml_that_is_none_or_nests_too_deep_is_refused(xml: str) -> None:
    with pytest.raises(SourceError, match=r"a\.xml is not well-formed"):
        Package(zipped({"a.xml": xml}), "강.docx").tree("a.xml")


def test_a_locked_member_is_said_to_be_locked() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a", "강")
    data = bytearray(file.getvalue())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(SourceError, match="locked by a password"):
        Package(bytes(data), "강.docx").read("a")


def test_an_id_that_is_no_name_does_no_harm() -> None:
    assert Package(zipped({"a.xml": '<a xml:id="1"><b xml:id="1"/></a>'}), "강.odt").tree("a.xml").tag == "a"
