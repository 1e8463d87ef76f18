"""The pages and addresses of searching: from the request to results, facets, suggestions and the API."""

from webapp.search.api import search_json
from webapp.search.cards import named_cards
from webapp.search.pasted_address import follow_address
from webapp.search.request import SearchForm, parse_api_form, parse_flag, parse_form
from webapp.search.results import cells, results_page
from webapp.search.suggestions import MOST, USUAL, suggestions
