"""Which reader reads this file? The registry of formats, and a reader for each."""
