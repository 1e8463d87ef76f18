"""The page of a single passage."""

from webapp.passage.page import passage_context, passage_page, quotation_context
from webapp.passage.similarity import with_similar
