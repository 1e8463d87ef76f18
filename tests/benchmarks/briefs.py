"""Briefs made to measure: any number of invented documents, each unlike the others, with headings, items and notes."""

from pathlib import Path
from random import Random

SUBJECTS = [
    "항만 당국",
    "철도 공사",
    "세관",
    "해운 회사",
    "전력 회사",
    "운송 위원회",
    "지방 정부",
    "통상 대표단",
    "조사단",
    "연구자들",
    "수산 조합",
    "보험 회사",
]
THINGS = [
    "하역 능력",
    "통관 절차",
    "운송 협정",
    "궤도 보수",
    "전력 사정",
    "보험 요율",
    "어획량",
    "환적 물량",
    "관세 자료",
    "항로 허가",
    "창고 면적",
    "결제 방식",
]
DEEDS = [
    "을 다시 살폈다",
    "에 관한 자료를 냈다",
    "을 두고 협의하였다",
    "을 늘리기로 하였다",
    "을 줄일 계획이다",
    "에 합의하였다",
    "을 조사하였다",
]
PLACES = ["나진", "하산", "청진", "블라디보스토크", "포시예트", "원산", "신의주", "남포", "나홋카", "훈춘"]


def sentence(random: Random) -> str:
    """A sentence of three to four clauses; with numbers, so that two are hardly ever the same."""
    year, month, count = random.randint(1995, 2026), random.randint(1, 12), random.randint(2, 98_765)
    return (
        f"{random.choice(SUBJECTS)}은 {year}년 {month}월 {random.choice(PLACES)}에서 {random.choice(PLACES)}까지의 "
        f"{random.choice(THINGS)}{random.choice(DEEDS)[:1]} 비롯한 {count:,}건의 "
        f"{random.choice(THINGS)}{random.choice(DEEDS)}."
    )


def brief(seed: int, paragraphs: int = 24) -> str:
    """The text of a brief of about five printed pages, with a note a paragraph in every third one."""
    random = Random(seed)
    parts, notes = [], []
    for i in range(paragraphs):
        if i % 6 == 0:
            parts.append(f"{i // 6 + 1}. {random.choice(PLACES)}의 {random.choice(THINGS)}")
        text = " ".join(sentence(random) for _ in range(random.randint(2, 5)))
        if i % 3 == 0:
            notes.append(
                f"{len(notes) + 1}) 「{random.choice(PLACES)} {random.choice(THINGS)}」"
                f"({2000 + i}. {i % 12 + 1}. 3), 『예시일보』."
            )
            text += f"{len(notes)})"
        parts.append(text)
    return "\n\n".join([*parts, *notes]) + "\n"


def write(folder: Path, count: int) -> None:
    """`count` briefs as files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(count):
        (folder / f"brief-{seed:05}.txt").write_text(brief(seed), "utf-8")
