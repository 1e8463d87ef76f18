"""A file that is not as it was sealed is found, whatever letter of it is another."""

from pathlib import Path

import pytest

from archive.engine.whoosh import seal
from archive.engine.whoosh.seal import SEAL, add_seal, is_whole


@pytest.mark.parametrize("size", [0, 1, 20, 31, 32, 33])
def test_every_flip_and_every_cut_of_a_sealed_file_is_found(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal, "CHUNK", 16)
    path = tmp_path / "one"
    path.write_bytes(bytes(range(size)))
    add_seal(path)
    sealed = path.read_bytes()
    assert (is_whole(path), len(sealed)) == (True, size + SEAL)
    for at in range(len(sealed)):
        path.write_bytes(sealed[:at] + bytes([sealed[at] ^ 4]) + sealed[at + 1 :])
        assert not is_whole(path)
        path.write_bytes(sealed[:at])
        assert not is_whole(path)
    path.write_bytes(sealed + b"\0")
    assert not is_whole(path)
