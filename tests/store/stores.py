"""Writing to a store and reading it back, as every test of stores needs it."""

from pathlib import Path

from sqlalchemy import select

from tools.store.engine import open_store, writing
from tools.store.schema import meta


def put(path: Path, key: str) -> None:
    engine = open_store(path)
    with writing(engine) as connection:
        connection.execute(meta.insert().values(key=key, value="1"))
    engine.dispose()


def keys(path: Path) -> set[str]:
    engine = open_store(path)
    with engine.connect() as connection:
        found = set(connection.execute(select(meta.c.key)).scalars())
    engine.dispose()
    return found
