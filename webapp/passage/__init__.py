"""The page of a single passage."""

from webapp.passage.page import passage_page, place_of, place_of_quotation
from webapp.passage.similarity import beside_similar
