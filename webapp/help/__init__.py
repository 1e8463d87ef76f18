"""The page that explains the query language."""
