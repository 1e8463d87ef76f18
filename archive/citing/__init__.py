"""How is a source or a passage named in a citation? Outlets in all their spellings, and where in a document a passage stands."""
