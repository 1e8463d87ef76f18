"""How do printed lines, or the elements of a marked-up file, become one document? Two ways in, one end."""

from indexer.assembly.finish import finish
from indexer.assembly.markup import read_markup
from indexer.assembly.printed import read_printed
