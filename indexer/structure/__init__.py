"""What are the parts of a document? Page furniture, front matter, headings, blocks and tables."""
