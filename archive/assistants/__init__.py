"""What may an assistant ask of the archive? Tools over the Model Context Protocol, answered by what all others use."""

from archive.assistants.server import make_server
from archive.assistants.tools import Tools
