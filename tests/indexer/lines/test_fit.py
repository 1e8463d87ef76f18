"""Lines of one text fit each other; lines of two columns that alternate do not. All texts are invented."""

from indexer.lines.fit import FEWEST, SAMPLE, fits

LEFT = (
    "연안 항로의 짐을 다룬 조사는 아직 많지 않은 편이다. 우리 연구원은 세 해 동안 남쪽 부두 다섯 곳을 돌며 배마다 "
    "실은 짐을 하나하나 적었고, 겨울에 문을 닫는 부두에서는 창고에 남은 짐의 무게를 따로 재었다. 그 결과 봄에 "
    "들어오는 곡식의 양이 가을에 나가는 소금의 양보다 두 배 가까이 많다는 사실을 알게 되었다."
)
RIGHT = (
    "마을 도서관의 책을 빌리는 사람은 해마다 조금씩 늘고 있다. 특히 저녁에 문을 여는 도서관에서는 일을 마친 어른들이 "
    "아이의 손을 잡고 찾아와 그림책을 고르는 모습을 자주 볼 수 있으며, 주말에는 옛이야기를 들려주는 할머니 곁으로 "
    "동네 꼬마들이 모여 앉는다. 사서들은 새로 들어온 책의 차례를 벽에 크게 써 붙여 두었다."
)


def wrapped(text: str, width: int = 17) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_the_lines_of_a_text_fit_the_next() -> None:
    assert fits(wrapped(LEFT) + wrapped(RIGHT)).better > 3


def test_lines_that_alternate_fit_the_one_after_the_next() -> None:
    pairs = zip(wrapped(LEFT), wrapped(RIGHT), strict=False)
    assert fits([line for pair in pairs for line in pair]).better < -3


def test_few_lines_and_lines_that_end_sentences_tell_nothing() -> None:
    assert fits(wrapped(LEFT)[: FEWEST - 1]).better == 0
    assert fits(["이 문장은 여기서 끝난다."] * 40).pairs == 0
    assert fits([line for line in wrapped(LEFT) for line in (line, "")]).pairs == 0
    assert fits(wrapped(LEFT * 20)).pairs <= SAMPLE
