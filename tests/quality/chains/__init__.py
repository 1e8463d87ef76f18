"""A bed for permalinks, made without a look at the code under test: chains of states, every answer judged."""
