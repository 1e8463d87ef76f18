"""Which passages answer a query, and why? From the parsed query to hits with their marks and reasons."""
