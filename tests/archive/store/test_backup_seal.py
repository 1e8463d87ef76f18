"""A file is known to be as it was sealed, to the last byte."""

from pathlib import Path

import pytest

from archive.store.backup_seal import EMPTY, add_seal, is_whole


@pytest.mark.parametrize("size", [0, 1, 5_000_000])
def test_any_flip_and_any_cut_is_seen(tmp_path: Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size + EMPTY)
    add_seal(path)
    whole = path.read_bytes()
    assert (is_whole(path), len(whole)) == (True, size + len(EMPTY))
    for place in {0, len(whole) // 2, len(whole) - 65, len(whole) - 1}:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not is_whole(path)
        path.write_bytes(whole[:place])
        assert not is_whole(path)
