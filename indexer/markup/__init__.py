"""What does a marked-up document (web page, Markdown) say? Its elements, tables and note links, for every markup reader."""
