"""What stands in frames and shapes of an OpenDocument text."""

from indexer.readers.office import read_odt
from tests.indexer.readers.office.odt_files import IMAGE, frame, odt, para
from tests.indexer.readers.office.reading import short

FORMULA = (
    '<manifest:file-entry manifest:media-type="application/vnd.oasis.opendocument.formula" '
    'manifest:full-path="Object 1/"/>'
)


def read(body: str, manifest: str = "") -> tuple[list[str], list[tuple[str, tuple[str, ...]]]]:
    found = read_odt(odt(body, manifest=manifest), "강.odt")
    return [text for _, text in short(found)], [(one.code, one.values) for one in found.problems]


def test_boxes_stand_in_their_places_in_frames_shapes_and_groups() -> None:
    box = frame(f"<draw:text-box>{para('상자.')}</draw:text-box>")
    shape = f"<draw:custom-shape>{para('도형.')}<draw:enhanced-geometry/></draw:custom-shape>"
    group = f"<draw:g><draw:rect>{para('모둠.')}</draw:rect><draw:line/></draw:g>"
    link = f'<draw:a xlink:href="x">{box}</draw:a>'
    body = para("강", box, "이 흐른다.") + para(shape) + para(group) + para(link) + box + para("길이 있다.")
    assert read(body) == (["강이 흐른다.", "상자.", "도형.", "모둠.", "상자.", "상자.", "길이 있다."], [])


def test_pictures_charts_and_formulas_are_counted() -> None:
    chart = frame(
        '<draw:object xlink:href="./Object 2"/>' + IMAGE, "<svg:title>막대</svg:title><svg:desc>설명</svg:desc>"
    )
    formula, flat = (
        frame('<draw:object xlink:href="./Object 1"/>' + IMAGE),
        frame("<draw:object><math:math/></draw:object>"),
    )
    body = para("강", frame(IMAGE), chart, formula, flat, frame("<draw:plugin/>"), frame())
    assert read(body, FORMULA) == (["강"], [("equations-left-out", ("2",)), ("pictures-left-out", ("3",))])


def test_a_caption_stands_in_the_box_of_its_picture() -> None:
    caption = f"<draw:text-box>{para(frame(IMAGE), '그림 1. 강의 모습', style='Caption')}</draw:text-box>"
    assert read(para("강", frame(caption)))[0] == ["강", "그림 1. 강의 모습"]
