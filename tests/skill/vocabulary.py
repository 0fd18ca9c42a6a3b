"""Every name that words for a model may set in backticks: what the served definitions and results really have."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any, cast

from mcp import Client
from mcp.server.mcpserver import MCPServer
from pydantic import BaseModel

import tools.results
from tools.desk.office import Office
from tools.results.base import Row

_NAME = re.compile(r"`([a-z][a-z_]+)`")


async def arguments(server: MCPServer[Office]) -> dict[str, set[str]]:
    """Each tool's arguments, with those of its objects."""
    async with Client(server) as client:
        listed = (await client.list_tools()).tools
    return {tool.name: set(_named(tool.input_schema, "properties")) for tool in listed}


async def values(server: MCPServer[Office]) -> set[str]:
    """Every value that an argument with a closed list takes."""
    async with Client(server) as client:
        listed = (await client.list_tools()).tools
    return {str(value) for tool in listed for value in _enums(tool.input_schema)}


def results() -> set[str]:
    """Every field of every answer."""
    for module in pkgutil.iter_modules(tools.results.__path__):
        importlib.import_module(f"tools.results.{module.name}")
    return {field for model in _models(Row) for field in model.model_fields}


def quoted(text: str) -> set[str]:
    """The names that a text sets in backticks."""
    return set(_NAME.findall(text))


def _models(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield base
    for model in base.__subclasses__():
        yield from _models(model)


def _named(schema: Any, key: str) -> Iterator[str]:
    if isinstance(schema, dict):
        for name, part in cast("dict[str, Any]", schema).items():
            if name == key and isinstance(part, dict):
                yield from cast("dict[str, Any]", part)
            yield from _named(part, key)
    elif isinstance(schema, list):
        for part in cast("list[Any]", schema):
            yield from _named(part, key)


def _enums(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        for name, part in cast("dict[str, Any]", schema).items():
            if name == "enum":
                yield from part
            yield from _enums(part)
    elif isinstance(schema, list):
        for part in cast("list[Any]", schema):
            yield from _enums(part)
