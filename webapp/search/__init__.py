"""The pages and addresses of searching: from the request to results, facets, suggestions and the API."""

from webapp.search.api import answer
from webapp.search.request import asked_by_machine, asked_by_reader, said_yes
from webapp.search.results import cells, results_page
from webapp.search.suggestions import MOST, USUAL, suggestions
