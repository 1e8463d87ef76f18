"""Which passage of a new revision is which of the old one? Weighs the evidence, and prefers an honest loss to a wrong link."""

from archive.alignment.align import AlignedUnit, Continuation, align, inherit
