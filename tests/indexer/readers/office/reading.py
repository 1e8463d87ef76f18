"""What a file says, in short, for tests: (role, level, marker, text) of each element, and the tables' cells."""

from indexer.markup import Element, Extract


def short(found: Extract) -> list[tuple[str, str]]:
    """Role and text of each element, a marker before it; a table is its rows."""
    return [(element.role.value, _text(element)) for element in found.elements or ()]


def _text(element: Element) -> str:
    if element.rows:
        return "\n".join(" | ".join(cell.text for cell in row) for row in element.rows)
    return f"{element.marker} {element.text}" if element.marker else element.text


def bindings(found: Extract) -> list[tuple[str, int, str, str | None]]:
    """(text, offset, mark, text of its note) of each mark, those in cells after those of the text."""
    notes = {element.key: element.text for element in found.elements or () if element.key}
    marked = [(element.text, element.marks) for element in found.elements or ()]
    marked += [(cell.text, cell.marks) for element in found.elements or () for row in element.rows for cell in row]
    return [(text, mark.offset, mark.printed, notes.get(mark.key or "")) for text, marks in marked for mark in marks]
