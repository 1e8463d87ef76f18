"""How is the API described for programs that read descriptions? OpenAPI 3.1, with every parameter, answer and error."""

from webapp.openapi.description import description
