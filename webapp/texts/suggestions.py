"""Which words do suggestions and similar passages use? See `webapp.texts.texts` for the form."""

SUGGESTING = {
    "suggestions": ("자동완성", "Suggestions"),
    "n-suggestions": (
        "자동완성 {n}건. 위아래 화살표로 고르십시오.",
        "{n} suggestion: choose with the arrow keys|{n} suggestions: choose with the arrow keys",
    ),
    "no-suggestions": ("자동완성 없음", "No suggestions"),
    "suggested-name": ("이름·낱말", "Name, word"),
    "suggested-term": ("용어", "Term"),
    "similar": ("비슷한 대목", "Similar passages"),
    "same-words": ("거의 같은 글", "Nearly the same text"),
    "in-common": ("공통된 말", "In common"),
}
