"""How is a source or a passage named in a citation? Outlets in all their spellings, and places in a document."""

from archive.citing.locator import coordinate, format_coordinate
from archive.citing.outlets import Outlet, Outlets
