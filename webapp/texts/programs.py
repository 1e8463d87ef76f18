"""The words for programs and those who set them up: feed, search in the browser, harvesting."""

FOR_PROGRAMS = {
    "search-name": ("각주 Gakju", "Gakju"),
    "search-description": (
        "한국어 정책 브리프를 한국어·러시아어·영어·중국어로 찾아 각주와 함께 읽고 인용합니다.",
        "Korean policy briefs: find passages in Korean, Russian, English and Chinese, read them with notes, cite them.",
    ),
    "feed": ("새 문서와 바뀐 문서", "New and changed documents"),
    "feed-title": ("{name}: 새 문서와 바뀐 문서", "{name}: new and changed documents"),
    "feed-of-search": (
        "{name}: “{query}” 검색 결과의 새 문서와 바뀐 문서",
        "{name}: new and changed documents for “{query}”",
    ),
    "feed-say": (
        "새로 실리거나 바뀐 문서를 피드(Atom)로 구독할 수 있습니다. "
        "주소 끝에 ?q=검색어를 붙이면 그 검색 결과에 든 문서만 받습니다:",
        "New and changed documents as an Atom feed; with ?q=… only those that a search finds:",
    ),
    "oai-say": ("서지정보를 OAI-PMH로 수집할 수 있습니다:", "Catalogue data for harvesters, by OAI-PMH:"),
    "api-description-say": ("요청과 응답의 형식(OpenAPI 3.1):", "Every request and answer, as OpenAPI 3.1:"),
    "help-feed": (
        "새 문서와 바뀐 문서를 피드로 구독하거나, 브라우저에 검색 엔진으로 추가해 주소창에서 바로 검색할 수 있습니다. "
        "자세한 내용:",
        "Subscribe to new and changed documents as a feed, or add this archive to your browser’s search engines. More:",
    ),
}
