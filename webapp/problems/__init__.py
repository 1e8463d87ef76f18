"""The page of doubtful readings, for the archive's keeper."""
