"""The indexer: reads files into documents, and documents into the archive. The only package that knows file formats."""
