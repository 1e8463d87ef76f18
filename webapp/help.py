"""How does one ask? The rules of the query language, each with an example to try, and what is found beside."""

from archive.query import syntax
from archive.search import ExpansionKind
from webapp.site import Frame
from webapp.view_models import Example, HelpPage, Variety

SHORT = ("words", "phrase", "without", "years", "note")  # the rules of the short help
GENERAL = ("words", "phrase", "prefix", "without", "and", "or", "group")
NOWHERE = ("document",)  # the example is the address of no document here

# What is found beside the words typed: (typed, found). Names, terms and dates that any archive of the field would have.
VARIETIES = {
    ExpansionKind.TERM: (
        ("정찰위성", "spy satellite, 侦察卫星"),
        ("UN Security Council", "안보리, Совет Безопасности"),
    ),
    ExpansionKind.NAME: (("Lavrov", "라브로프, Лавров"), ("Kim Jong Un", "김정은")),
    ExpansionKind.SPELLING: (("로씨야", "러시아"), ("북 한 의 다 리", "북한의 다리")),
    ExpansionKind.QUANTITY: (("2024-06", "2024년 6월, ’24년 6월"), ("20 billion dollars", "200억 달러")),
    ExpansionKind.HANJA: (("金正恩", "김정은"), ("制裁", "제재")),
    ExpansionKind.KEYBOARD: (("qnrgks", "북한"), ("ㅔㅕ샤ㅜ", "putin"), ("genby", "путин")),
    ExpansionKind.INITIALS: (("ㄷㅁㄱ", "두만강"),),
}


def help_page(frame: Frame) -> HelpPage:
    """The page of help."""
    everything = _examples(frame)
    return HelpPage(
        tuple(everything[name] for name in GENERAL),
        tuple(example for name, example in everything.items() if name not in GENERAL),
        tuple(
            Variety(str(frame.t(f"expansion-{kind.value}")), str(frame.t(f"help-{kind.value}")), examples)
            for kind, examples in VARIETIES.items()
        ),
    )


def short_help(frame: Frame) -> tuple[Example, ...]:
    """The few rules that stand where one types."""
    everything = _examples(frame)
    return tuple(everything[name] for name in SHORT)


def _examples(frame: Frame) -> dict[str, Example]:
    return {
        rule.name: Example(
            rule.example(frame.language),
            None if rule.name in NOWHERE else frame.urls.search(rule.example(frame.language)),
            rule.meaning(frame.language),
        )
        for rule in syntax()
    }
