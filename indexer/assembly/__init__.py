"""How do printed lines, or the elements of a marked-up file, become one document? Two ways in, one end."""

from indexer.assembly.finish import finish
from indexer.assembly.extracts import read_extract
