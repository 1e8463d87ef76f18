"""Which name is this inflected Russian surface a form of? Лавровым -> Лавров, Набиуллиной -> Набиуллина.

The endings of the singular, as a table; more than one name may fit, and all are given, the likeliest first. Names are
not looked up anywhere, so a name that does not inflect (Кожемяко) is among its own candidates.
Source: the declensions of Русская грамматика (1980), §§ 1202-1216 (surnames in -ов and -ин take adjectives' endings).
"""

MOST = 4  # candidates; more only add doubt
# (ending of the surface, endings of the nominative); the first row that fits decides, longest endings first.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("скому", ("ский",)), ("ского", ("ский",)), ("ским", ("ский",)), ("ском", ("ский", "ск")),
    ("скую", ("ская",)), ("ской", ("ская", "ской")),
    ("цкому", ("цкий",)), ("цкого", ("цкий",)), ("цким", ("цкий",)), ("цком", ("цкий",)),
    ("овым", ("ов",)), ("евым", ("ев",)), ("ёвым", ("ёв",)), ("иным", ("ин",)), ("ыным", ("ын",)),
    ("овой", ("ова",)), ("евой", ("ева",)), ("ёвой", ("ёва",)), ("иной", ("ина",)),
    ("ову", ("ов", "ова")), ("еву", ("ев", "ева")), ("ёву", ("ёв", "ёва")), ("ину", ("ин", "ина")),
    ("ова", ("ова", "ов")), ("ева", ("ева", "ев")), ("ёва", ("ёва", "ёв")), ("ина", ("ина", "ин")),
    ("ове", ("ов",)), ("еве", ("ев",)), ("ёве", ("ёв",)), ("ине", ("ин", "ина")),
    ("ому", ("ый",)), ("ого", ("ый", "ого")), ("ему", ("ий",)), ("его", ("ий",)),
    ("ией", ("ия",)), ("ию", ("ия", "ий")), ("ии", ("ия", "ий")), ("ия", ("ия", "ий")), ("ием", ("ий",)),
    ("еем", ("ей",)), ("аем", ("ай",)), ("еею", ("ея",)), ("ею", ("ей",)), ("аю", ("ай",)), ("ее", ("ей", "ея")),
    ("ея", ("ея", "ей")), ("ая", ("ая", "ай")), ("ае", ("ай",)),
    ("ью", ("ь",)), ("ем", ("ь", "")), ("ём", ("ь",)), ("ым", ("", "ый")), ("ом", ("",)), ("ой", ("а", "ой")),
    ("ей", ("ей", "я")),
    ("ы", ("а", "ы")), ("и", ("и", "ь", "я", "а")), ("у", ("", "а", "у")), ("ю", ("ь", "я", "ю")),
    ("е", ("", "а", "е", "ь")), ("а", ("а", "")), ("я", ("я", "ь")),
)  # fmt: skip
_NEVER_FIRST = "скому ского ским скую цкому цкого цким овым евым ёвым иным ыным овой евой ёвой ову еву ёву ове еве ёве"
_OBLIQUE = frozenset(_NEVER_FIRST.split())  # endings that no nominative has
STEM = 3  # letters that must remain before an ending, one of them a vowel


def nominatives(surface: str) -> tuple[str, ...]:
    """What the surface may be a form of, likeliest first; in lower case. It is itself among them, and first unless its
    ending is one that no nominative has."""
    word = surface.casefold()
    for ending, names in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= STEM - (len(ending) >= 2) and any(c in "аоуыиэеёюя" for c in stem):
            found = [stem + name for name in names if _can_end(stem, name)]
            first = () if ending in _OBLIQUE else (word,)
            return (*dict.fromkeys((*first, *found[: MOST - 1], word)),)
    return (word,)


def _can_end(stem: str, ending: str) -> bool:
    """A soft sign follows consonants only; nothing may be left to end in a sign or two hard consonants and ь."""
    return ending != "ь" or stem[-1] in "бвдзлмнпрст"
