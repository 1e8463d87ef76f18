"""How does a house print its documents? One row a document: notes, page heads and feet, paragraphs.

The habits are those of Korean institutes, journals and newspapers; each stands for many houses, none for one.
"""

from dataclasses import dataclass

RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Habit:
    """How one document is printed. `{page}` and `{pages}` in a head or foot are the page and their number."""

    document: str
    call: str  # what calls a note: "raised" (a small 7), "raised paren" (a small 7)), "sign" (⁷), "square" ([7])
    label: str  # before a note in a list at the end: "raised", "paren", "dot", "square", "sign"
    heading: str | None = None  # above such a list; None: a rule only
    head: tuple[str, str] = ("", "")  # left and right
    foot: str = ""
    indent: bool = False  # paragraphs begin with an indent instead of after a gap
    points: float = 10.5

    def mark(self, label: str) -> str:
        """The mark that calls a note, as letters."""
        return {"raised": label, "raised paren": f"{label})", "square": f"[{label}]"}.get(
            self.call, label.translate(RAISED_DIGITS)
        )

    def number(self, label: str) -> str:
        """What stands before a note in a list at the end, as letters."""
        return {"raised": label, "paren": f"{label})", "dot": f"{label}.", "square": f"[{label}]"}.get(
            self.label, label.translate(RAISED_DIGITS)
        )


HABITS = (
    Habit("sanctions-monitoring", "sign", "sign", foot="- {page} -"),
    Habit("monitoring-gap-en", "raised", "dot", head=("", "Sample Issue Note No. 2025-03"), foot="{page}"),
    Habit("maritime-drills", "raised", "raised", head=("예시해양연구원 안보논단", "{page}"), indent=True),
    Habit(
        "settlement-and-shipping",
        "raised paren",
        "paren",
        head=("예시연구원 동북아 포커스", "2025.03.18."),
        foot="{page} / {pages}",
    ),
    Habit("tumen-bridge-column", "raised", "raised", foot="{page}", points=11),
    Habit(
        "treaty-wording",
        "raised paren",
        "paren",
        head=("하예본, 조약 문면으로 본 북러 관계", ""),
        foot="{page}",
        indent=True,
        points=10,
    ),
    Habit("arctic-route", "square", "square", "미주", head=("예시해양연구소 정책보고 제7호", "{page}"), indent=True),
    Habit("labour-policy", "raised paren", "paren", "주", foot="예시노동정책원 국제이주팀 {page}", points=11),
    Habit("border-libraries", "raised", "raised", "주석", foot="- {page} -", indent=True, points=11),
)
