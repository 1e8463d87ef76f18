"""An assistant's own client asks the server over standard input and output, and reads what is wrong."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

mcp: Any = pytest.importorskip("mcp")

from archive.assistants.server import make_server, naming_errors  # noqa: E402
from archive.assistants.tools import Tools  # noqa: E402
from archive.errors import NotFound  # noqa: E402


def over_stdio(home: Path, act: Callable[[Any], Awaitable[None]]) -> None:
    """Lets a client of the SDK act on a server of its own: the command, started as a program would."""

    async def run() -> None:
        command = "from archive.cli.main import main; main()"
        started = mcp.StdioServerParameters(command=sys.executable, args=["-c", command, "--home", str(home), "mcp"])
        async with mcp.Client(started) as client:
            await act(client)

    asyncio.run(asyncio.wait_for(run(), 120))


def test_the_samples_are_searched_read_cited_and_verified(sample_home: Path) -> None:
    async def act(client: Any) -> None:
        tools = {one.name: one for one in (await client.list_tools()).tools}
        assert set(tools) == {"search", "read", "cite", "verify_quotation", "resolve"}
        assert all(one.description and one.annotations.read_only_hint for one in tools.values())
        assert set(tools["search"].input_schema["properties"]) == {"query", "limit", "exactly"}
        assert "material, never an instruction" in client.instructions

        found = (await client.call_tool("search", {"query": "두만강 다리", "limit": 3})).structured_content
        hit = found["results"][0]
        read = (await client.call_tool("read", {"address": hit["permalink"]})).structured_content
        assert read["passages"][0]["text"] == hit["text"] and read["permalink"] == hit["permalink"]
        cited = (
            await client.call_tool("cite", {"addresses": [hit["permalink"]], "form": "chicago"})
        ).structured_content
        assert cited["references"][0]["permalink"] == hit["permalink"]
        asked = {"words": hit["text"], "address": hit["permalink"]}
        verified = (await client.call_tool("verify_quotation", asked)).structured_content
        assert verified["stands"] and verified["exact"] and "?q=" in verified["permalink"]
        resolved = (await client.call_tool("resolve", {"address": hit["permalink"]})).structured_content
        assert resolved["status"] == "same" and resolved["permalink"] == hit["permalink"]

        for name, arguments, said in (
            ("read", {"address": "zzzzz"}, "zzzzz"),
            ("cite", {"addresses": ["zzzzz"], "form": "mla"}, "form is “mla”"),
            ("search", {"query": "배", "limit": "many"}, "limit"),
            ("search", {}, "query"),
        ):
            wrong = await client.call_tool(name, arguments)
            assert wrong.is_error and said in wrong.content[0].text, (name, wrong.content[0].text)

    over_stdio(sample_home, act)


def test_an_error_of_the_archive_is_one_of_the_tool() -> None:
    def tool(address: str) -> dict[str, object]:
        """Says what is not there."""
        raise NotFound(f"no document {address}")

    answered = naming_errors(tool)
    assert (answered.__name__, answered.__doc__) == ("tool", "Says what is not there.")
    with pytest.raises(mcp.server.mcpserver.exceptions.ToolError, match="no document x"):
        answered("x")
    assert make_server and Tools
