"""What does an empty form field (누름틀) show? Its guide, "이곳에 입력하세요", which is no text of the document.

HWP prints the guide in the place of the text as long as nobody has filled it in; HWPX leaves it out there.
"""

import re

from indexer.readers.office.hwp_records import Record

FIELD, CLICK_HERE = b"%", b"%clk"
MODIFIED = 1 << 15  # Source: 한글 문서 파일 형식 5.0, "필드 컨트롤", properties: the content was changed
COMMAND = 9  # bytes before it: the kind of control, its properties, others
DIRECTION = re.compile(r"Direction:wstring:(\d{1,5}):")  # the guide, after how many letters it has


def is_field(control: Record) -> bool:
    """Whether the text that follows, up to the end of a field, stands in this one."""
    return control.data[3:4] == FIELD


def field_guide(control: Record) -> str:
    """The guide that stands in the place of the text; "" of what was filled in and of other fields."""
    if control.data[3::-1] != CLICK_HERE or control.number(4, 4) & MODIFIED:
        return ""
    command = control.text(COMMAND)
    found = DIRECTION.search(command)
    return command[found.end() : found.end() + int(found[1])].strip() if found else ""
