"""How much may one query ask? Bounds that hold before any engine sees it."""

MAX_LENGTH = 1_000  # characters, of what is typed and of what is written back; a long paragraph with room to spare
MAX_CLAUSES = 64  # words, phrases and fields
MAX_DEPTH = 16  # brackets within brackets
MAX_HINTS = 8  # more would bury the results
