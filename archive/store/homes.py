"""Is there an archive in this folder, and if not, where may it be that was meant?"""

from difflib import get_close_matches
from pathlib import Path

FILE = "archive.sqlite"
SHOWN = 3


def absence(home: Path) -> str:
    """That there is no archive in this folder, which one may be meant, and what makes one."""
    what = "is a file, no folder" if home.is_file() else "holds no archive" if home.is_dir() else "is not there"
    meant = [str(path) for path in neighbours(home)]
    hint = f"; there is one in {' and in '.join(meant)} (--home)" if meant else ""
    return f"{home} {what}{hint}; gakju index FOLDER makes one"


def neighbours(home: Path) -> list[Path]:
    """The archives in, around and beside a folder, those of a like name first."""
    try:
        around = [home / "gakju-home", home.parent, *sorted(home.parent.iterdir()), Path("gakju-home").resolve()]
        found = {str(path): path for path in around if path != home and (path / FILE).is_file()}
    except OSError:  # what cannot be looked into holds nothing that could be opened
        return []
    like = get_close_matches(str(home), found, SHOWN, 0.8)
    return [found[name] for name in [*like, *(name for name in found if name not in like)][:SHOWN]]
