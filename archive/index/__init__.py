"""What does the search index hold, and is it in step with the store? Makes index entries, facets and the lexicon."""
