"""The pages of past revisions and of what differs between them."""

from webapp.history.pages import compare_page, history_page
