"""The page of a whole document, and the lists of documents."""

from webapp.document.common_sources import sources_of
from webapp.document.finder import search_document
from webapp.document.home import home_page
from webapp.document.lists import about_page, documents_page, named_page
from webapp.document.page import DisplayOptions, Related, document_page
