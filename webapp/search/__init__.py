"""The pages and addresses of searching: from the request to results, facets, suggestions and the API."""

from webapp.search.api import refuse_nothing, search_json
from webapp.search.cards import named_cards
from webapp.search.pasted_address import follow_address
from webapp.search.request import (
    API_DEEPEST, API_MOST, API_USUAL, LONGEST_ID, MOST_DROPPED, SearchForm, parse_api_form, parse_flag, parse_form,
    parse_whole,
)  # fmt: skip
from webapp.search.results import cells, results_page
from webapp.search.suggestions import MOST, USUAL, suggestions
