"""What is asked for twice is worked out once, for each object by itself."""

from archive.text.once import Once


class Box:
    made = 0

    def __init__(self, size: int) -> None:
        self.size = size

    @Once
    def volume(self) -> int:
        """How much it holds."""
        Box.made += 1
        return self.size**3


def test_it_is_worked_out_once_for_each_object() -> None:
    two, three = Box(2), Box(3)
    assert [two.volume, three.volume, two.volume, three.volume, Box.made] == [8, 27, 8, 27, 2]
    assert isinstance(Box.volume, Once)
    assert Box.volume.__doc__ == "How much it holds."
