"""How many passages are too many for the embedded index? What it takes grows with them, and what can be done then."""

COMFORTABLE = 300_000  # passages; measured to a million by tests/benchmarks/searching.py: see the README's "Size"
MILLISECONDS = 4  # of CPU that the index takes for a question of seven words, for each 100,000 passages


def crowding(passages: int) -> str | None:
    """What to say of an archive of so many passages; nothing as long as it is comfortable."""
    if passages <= COMFORTABLE:
        return None
    taken = round(MILLISECONDS * passages / 100_000)
    return (
        f"{passages:,} passages are more than the embedded index is made for ({COMFORTABLE:,}): a question takes about "
        f"{taken} ms in it, a merge of its segments minutes. Keep collections in archives of their own (--home)"
    )
