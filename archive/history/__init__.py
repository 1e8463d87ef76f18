"""What became of what was cited? Resolves permalinks, opens past revisions, compares them, finds quotations again."""
