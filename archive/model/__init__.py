"""The nouns of the archive: documents, passages, notes, problems, addresses and revisions. Values only: nothing here reads, stores or searches."""
