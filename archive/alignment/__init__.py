"""Which passage of a new revision is which of the old one? An honest loss is better than a wrong link."""

from archive.alignment.align import AlignedUnit, Continuation, align, inherit
from archive.alignment.departures import departures, holds_some, known_letters
from archive.alignment.succession import follow
