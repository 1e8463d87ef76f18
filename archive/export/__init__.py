"""How does a document leave for other programs and for paper? JSON and plain text."""
