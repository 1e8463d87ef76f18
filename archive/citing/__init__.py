"""How is a source or a passage named in a citation? Outlets in all their spellings, and places in a document."""

from archive.citing.locator import coordinate, format_coordinate, page_label, page_of
from archive.citing.outlets import Outlet, Outlets
