"""What was made of the templates? Their code, kept beside them as Python keeps its own: making it takes 0.1 s a start.

Jinja makes it anew for another text of a template and another Python; the rest that it depends on is named here.
"""

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class TemplateCache(FileSystemBytecodeCache):
    """The code of templates, in a folder; where nothing can be read or written, there is none."""

    def __init__(self, folder: Path, made_by: str) -> None:
        super().__init__(str(folder), "%s.cache")
        self._made_by = made_by

    def get_source_checksum(self, source: str) -> str:
        return f"{super().get_source_checksum(source)} {self._made_by}"

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


def keep_code(environment: Environment, templates: Path) -> None:
    """Has an environment, which has all its options by now, keep the code of these templates from start to start."""
    if not sys.dont_write_bytecode:
        made_by = f"{version('jinja2')} {environment.trim_blocks} {environment.lstrip_blocks}"
        environment.bytecode_cache = TemplateCache(templates / "__pycache__", made_by)
