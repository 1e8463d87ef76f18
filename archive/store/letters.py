"""Which letters does a database hold? All but NUL, which PostgreSQL refuses, and halves of pairs, which are none.

Both become U+FFFD in whatever is written and asked, so that every database holds the same, and a question with a letter
that is none finds nothing instead of failing. Readers say what a file has lost long before
(`indexer.readers.decoding`); this is for names, messages, addresses and questions.
"""

import re
from typing import Any

_NONE = re.compile("[\0\ud800-\udfff]")


def held(values: Any) -> Any:
    """The parameters of a statement as a database holds them: one, several, or several by name, and lists of these."""
    if isinstance(values, str):
        return _NONE.sub("\ufffd", values) if _NONE.search(values) else values
    if isinstance(values, dict):
        return {name: held(value) for name, value in values.items()}
    return type(values)(map(held, values)) if isinstance(values, tuple | list) else values
