"""The page that explains the query language."""

from webapp.help.page import help_page, short_help
