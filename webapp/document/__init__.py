"""The page of a whole document, and the lists of documents."""
