"""Where are the notes, and which mark calls which? Finds notes and references in printed text."""
