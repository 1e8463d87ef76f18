"""The pages and addresses of searching: from the request to results, facets, suggestions and the API."""
