"""Is a row as it was written? Each carries a digest of its values, which any letter that is another changes."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from archive.store.letters import held

SEAL = "seal"


def row_seal(values: Mapping[str, Any]) -> int:
    """The seal of a row, by the names of its columns: 64 bits, signed. What is missing is NULL; a seal counts not."""
    said = {name: _said(value) for name, value in values.items() if value is not None and name != SEAL}
    text = json.dumps(said, sort_keys=True).encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)


def _said(value: Any) -> Any:
    if isinstance(value, bytes):
        return blake2b(value).hexdigest()
    return held(value) if isinstance(value, str) else value
