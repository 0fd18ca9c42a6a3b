"""What `--workspace` means, and that opening it brings the records along."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from escalation.errors import WorkspaceUnusable
from tools.store.location import Location, open_location, own_store, resolve, state_root


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return workspace(tmp_path / "sample")


def workspace(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "accounts.jsonl").write_text('{"id":"a1","name":"Acme"}\n')
    return folder


def test_our_state_is_where_the_environment_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (state_root(), own_store()) == (home, home / "workspace.db")
    monkeypatch.delenv("CUSTOMER_ESCALATION_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "/nowhere/data")
    assert state_root().name == "customer-escalation"


def test_without_a_name_it_is_the_sample_until_there_is_an_own_workspace(home: Path, sample: Path) -> None:
    location = resolve(None, sample=sample)
    assert (location.kind, location.folder) == ("sample", sample)
    assert Path(location.store).parent == home / "workspaces"
    own_store().parent.mkdir(parents=True)
    own_store().touch()
    assert resolve(None, sample=sample).kind == "sample", "an empty file is no workspace yet"
    engine, _ = open_location(Location("own", str(own_store())), create=True)
    engine.dispose()
    assert resolve(None, sample=sample) == Location("own", str(own_store()))


def test_a_folder_is_imported_on_first_use_and_again_when_it_changed(tmp_path: Path, sample: Path) -> None:
    folder = workspace(tmp_path / "w")
    location = resolve(str(folder), sample=sample)
    assert (location.kind, location.name) == ("folder", str(folder))
    engine, report = open_location(location)
    engine.dispose()
    assert report is not None
    assert report.total == 1
    engine, report = open_location(location)
    engine.dispose()
    assert report is None


def test_folders_of_one_name_have_stores_of_their_own(tmp_path: Path, sample: Path) -> None:
    one, other = workspace(tmp_path / "1" / "w"), workspace(tmp_path / "2" / "w")
    stores = [Path(resolve(str(folder), sample=sample).store) for folder in (one, other)]
    assert stores[0] != stores[1]
    assert all(store.name.startswith("w-") for store in stores)


def test_a_relative_path_or_a_link_to_a_folder_is_the_same_workspace(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace(tmp_path / "w")
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    stores = {resolve(name, sample=sample).store.rpartition("-")[2] for name in (str(folder), "w", "link")}
    assert len(stores) == 1


def test_a_database_file_is_known_by_its_name_or_its_content(tmp_path: Path, sample: Path) -> None:
    assert resolve(str(tmp_path / "new.db"), sample=sample) == Location("database", str(tmp_path / "new.db"))
    connection = sqlite3.connect(tmp_path / "plain")
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    assert resolve(str(tmp_path / "plain"), sample=sample).kind == "database"


def test_a_missing_database_is_made_only_when_asked_for(tmp_path: Path, sample: Path) -> None:
    location = resolve(str(tmp_path / "new.db"), sample=sample)
    with pytest.raises(WorkspaceUnusable, match="There is no workspace"):
        open_location(location)
    engine, report = open_location(location, create=True)
    engine.dispose()
    assert (report, (tmp_path / "new.db").exists()) == (None, True)


def test_a_url_is_named_without_its_password(sample: Path) -> None:
    location = resolve("postgresql://me:secret@host/db", sample=sample)
    assert (location.kind, location.store) == ("url", "postgresql://me:secret@host/db")
    assert location.name == "host/db"


@pytest.mark.parametrize(
    ("name", "message"), [("absent", "There is no workspace"), ("notes.txt", "is not a workspace")]
)
def test_anything_else_is_told(tmp_path: Path, sample: Path, name: str, message: str) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(WorkspaceUnusable, match=message):
        resolve(str(tmp_path / name), sample=sample)


def test_a_folder_that_breaks_off_is_told_and_holds_nothing_open(tmp_path: Path, sample: Path) -> None:
    folder = workspace(tmp_path / "w")
    (folder / "kb.csv").write_bytes(b"title\nno id\n")
    location = resolve(str(folder), sample=sample)
    with pytest.raises(WorkspaceUnusable, match="no column named id"):
        open_location(location)
    (folder / "kb.csv").write_bytes(b"id\nk\n")
    engine, report = open_location(location)
    engine.dispose()
    assert report is not None
    assert report.of("article").new == 1


def test_an_empty_folder_is_told_and_may_be_filled_later(tmp_path: Path, sample: Path) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    location = resolve(str(folder), sample=sample)
    with pytest.raises(WorkspaceUnusable, match=r"has no accounts\.jsonl"):
        open_location(location)
    assert not Path(location.store).exists()
    (folder / "accounts.jsonl").write_text('{"id":"a1","name":"Acme"}\n')
    engine, report = open_location(location)
    engine.dispose()
    assert report is not None
