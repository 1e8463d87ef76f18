"""The page of a single passage."""
