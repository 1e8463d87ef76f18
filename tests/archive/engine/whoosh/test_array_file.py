"""Arrays come back from their file as they were, or not at all."""

from pathlib import Path

import numpy as np
import pytest

from archive.engine.whoosh.array_file import map_arrays, write_arrays
from archive.errors import StaleIndex

ARRAYS = {"keys": np.array([3, 2**40]), "none": np.zeros(0, np.uint8), "counts": np.arange(100, dtype=np.uint16)}


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    write_arrays(tmp_path / "one", "MAIN_1", ARRAYS)
    back = map_arrays(tmp_path / "one", "MAIN_1")
    assert {name: (a.dtype, a.tolist()) for name, a in back.items()} == {
        name: (a.dtype, a.tolist()) for name, a in ARRAYS.items()
    }


@pytest.mark.parametrize("left", [0, 7, 20, 100, -64, -1])
def test_a_file_that_was_cut_is_refused(tmp_path: Path, left: int) -> None:
    write_arrays(tmp_path / "one", "MAIN_1", ARRAYS)
    (tmp_path / "one").write_bytes((tmp_path / "one").read_bytes()[:left])
    with pytest.raises(StaleIndex, match="gakju index"):
        map_arrays(tmp_path / "one", "MAIN_1")


def test_the_file_of_another_segment_is_refused(tmp_path: Path) -> None:
    write_arrays(tmp_path / "one", "MAIN_1", ARRAYS)
    with pytest.raises(StaleIndex):
        map_arrays(tmp_path / "one", "MAIN_2")
    with pytest.raises(StaleIndex):
        map_arrays(tmp_path / "two", "MAIN_2")
