"""Texts travel compressed, as each browser takes it; the same bytes come out."""

import gzip

import pytest
from flask.testing import FlaskClient
from zstandard import ZstdDecompressor

from archive.store import StoredDocument
from webapp.compression import BEST, compressed

UNPACKED = {"": bytes, "gzip": gzip.decompress, "zstd": lambda data: ZstdDecompressor().decompress(data)}


@pytest.mark.parametrize(
    "accepted, coding",
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "gzip"),
        ("*", "zstd"),
        ("zstd;q=0, gzip;q=0.5", "gzip"),
        ("br", ""),
        ("identity", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("path", ["/help", "/d/{}", "/api/search?q=나루터", "/static/gakju.css"])
def test_each_browser_gets_the_same_text(
    client: FlaskClient, brief: StoredDocument, path: str, accepted: str, coding: str
) -> None:
    url = path.format(brief.record.id)
    response = client.get(url, headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding", "") == coding
    assert "Accept-Encoding" in response.vary
    assert int(response.headers["Content-Length"]) == len(response.data)
    assert UNPACKED[coding](response.data) == client.get(url).data


def test_what_is_small_or_no_text_is_sent_as_it_is(client: FlaskClient, brief: StoredDocument) -> None:
    for path in ("/robots.txt", f"/d/{brief.record.id}/original"):
        with client.get(path, headers={"Accept-Encoding": "gzip, zstd"}) as response:
            assert "Content-Encoding" not in response.headers, path


def test_static_files_are_made_as_small_as_they_can_be(client: FlaskClient) -> None:
    plain = client.get("/static/gakju.css").data
    for coding, level in BEST.items():
        packed = client.get("/static/gakju.css", headers={"Accept-Encoding": coding}).data
        assert len(packed) == len(compressed(plain, coding, {coding: level})) < len(compressed(plain, coding))


def test_the_same_bytes_are_compressed_to_the_same(client: FlaskClient) -> None:
    assert compressed(b"abc" * 500, "gzip") == compressed(b"abc" * 500, "gzip")
