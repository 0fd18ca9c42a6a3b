"""Redmine 5: a private database, filled over its REST API, and its own issue CSVs."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2

from evals.peers.servers import Clock, running
from evals.peers.stories import Post, Story, events, people, stories

PORT = 18082
BASE = f"http://127.0.0.1:{PORT}"
HOME = Path("/usr/share/redmine")
DATABASE = Path("/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default")
KEY = "0123456789abcdef0123456789abcdef01234567"
PRIORITY = {"low": "Low", "normal": "Normal", "high": "High", "urgent": "Urgent"}
STATUS = {"new": "New", "open": "In Progress", "pending": "Feedback", "resolved": "Resolved", "rejected": "Rejected"}
TRACKER = {"Product ideas": "Feature", "Billing": "Support"}
# Exports as people make them: in English, and in Chinese with the encoding its dialogue offers first.
EXPORTS = {"redmine-issues.csv": ("en", "UTF-8"), "redmine-issues-zh.csv": ("zh", "GB18030")}
SET_UP = """
Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?
Setting.rest_api_enabled = '1'
Setting.default_language = 'en'
admin = User.find_by_login('admin')
admin.update_columns(must_change_passwd: false, language: 'en', firstname: 'Support', lastname: 'Desk')
admin.pref.update(time_zone: 'UTC')
Token.where(user: admin, action: 'api').delete_all
Token.create!(user: admin, action: 'api').update_columns(value: '%(key)s')
project = Project.create!(name: 'Helpdesk', identifier: 'helpdesk', is_public: true, tracker_ids: Tracker.pluck(:id))
%(queues)s.each { |name| IssueCategory.create!(project: project, name: name) }
IssueCustomField.create!(name: 'Customer', field_format: 'string', is_for_all: true, is_filter: true,
  tracker_ids: Tracker.pluck(:id))
role = Role.non_member
role.update!(permissions: role.permissions | %%i[view_issues add_issues add_issue_notes])
%(people)s.each do |login, first, last, mail|
  User.create!(login: login, firstname: first, lastname: last, mail: mail, language: 'en', password: SecureRandom.hex, status: 1)
end
"""


def _quoted(value: Any) -> str:
    """A Ruby literal of strings and lists of strings."""
    if isinstance(value, list):
        return "[" + ", ".join(_quoted(part) for part in value) + "]"  # pyright: ignore[reportUnknownVariableType]
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


def _names(key: str, name: str, email: str) -> list[str]:
    first, _, last = name.partition(" ")
    # A Chinese name is written family name first, without a space.
    return [key, first, last, email] if last else [key, name[1:], name[:1], email]


def _environment(folder: Path) -> dict[str, str]:
    database = folder / "redmine.sqlite"
    shutil.copyfile(DATABASE, database)
    return {
        "RAILS_ENV": "production",
        "X_DEBIAN_SITEID": "default",
        "DATABASE_URL": f"sqlite3:{database}",
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
    }


def _set_up(folder: Path, env: dict[str, str], tickets: list[Story]) -> None:
    """What REST cannot do: default data, the API switch, a custom field, people without a mail round."""
    listed = [_names(key, person.name, person.email) for key, person in people().items()]
    script = folder / "set_up.rb"
    queues = _quoted(sorted({story.queue for story in tickets}))
    script.write_text(SET_UP % {"key": KEY, "queues": queues, "people": _quoted(listed)}, encoding="utf-8")
    # Needs puma in the bundle, once: echo "gem 'puma'" > Gemfile.local && bundle install --local
    command = ["/usr/bin/bundle", "exec", "rails", "runner", str(script)]
    subprocess.run(command, cwd=HOME, env={**os.environ, **env}, check=True)  # noqa: S603  our own script


class _Api:
    def __init__(self, client: httpx2.Client) -> None:
        self.client = client

    def ids(self, path: str, box: str) -> dict[str, int]:
        answer = self.client.get(path)
        answer.raise_for_status()
        return {entry["name"]: entry["id"] for entry in answer.json()[box]}

    def send(self, method: str, path: str, issue: dict[str, Any], login: str) -> httpx2.Response:
        answer = self.client.request(method, path, json={"issue": issue}, headers={"X-Redmine-Switch-User": login})
        answer.raise_for_status()
        return answer


class _Filling:
    """The ids the server gave to the words of the stories."""

    def __init__(self, api: _Api) -> None:
        self.api = api
        self.status = api.ids("/issue_statuses.json", "issue_statuses")
        self.priority = api.ids("/enumerations/issue_priorities.json", "issue_priorities")
        self.tracker = api.ids("/trackers.json", "trackers")
        self.category = api.ids("/projects/helpdesk/issue_categories.json", "issue_categories")
        self.customer = api.ids("/custom_fields.json", "custom_fields")["Customer"]

    def open(self, story: Story) -> str:
        body = {
            "project_id": "helpdesk",
            "subject": story.subject,
            "description": story.text,
            "priority_id": self.priority[PRIORITY[story.priority]],
            "tracker_id": self.tracker[TRACKER.get(story.queue, "Bug")],
            "category_id": self.category[story.queue],
            "custom_fields": [{"id": self.customer, "value": people()[story.who].company}],
        }
        return str(self.api.send("POST", "/issues.json", body, story.who).json()["issue"]["id"])

    def say(self, post: Post, issue: str, story: Story) -> None:
        note = {"notes": post.text, "private_notes": post.by == "internal"}
        self.api.send("PUT", f"/issues/{issue}.json", note, story.who if post.by == "customer" else "admin")

    def settle(self, issue: str, story: Story) -> None:
        self.api.send("PUT", f"/issues/{issue}.json", {"status_id": self.status[STATUS[story.status]]}, "admin")


def _fill(client: httpx2.Client, clock: Clock, tickets: list[Story]) -> None:
    filling = _Filling(_Api(client))
    ids: dict[int, str] = {}
    for at, place, post in events(tickets):
        clock.set(at)
        story = tickets[place]
        if post is None:
            ids[place] = filling.open(story)
        else:
            filling.say(post, ids[place], story)
        if at == max([story.at, *(p.at for p in story.thread)]) and story.status != "new":
            clock.set(at + timedelta(minutes=5))
            filling.settle(ids[place], story)


def _download(client: httpx2.Client, into: Path) -> list[Path]:
    """The CSV dialogue with "all columns", description and last notes ticked. The language is that of the one who exports."""
    saved: list[Path] = []
    for name, (language, encoding) in EXPORTS.items():
        client.put("/users/1.json", json={"user": {"language": language}}).raise_for_status()
        wanted = {
            "c[]": ["all_inline", "description", "last_notes"],
            "status_id": "*",
            "set_filter": "1",
            "encoding": encoding,
            "sort": "id",
        }
        answer = client.get("/issues.csv", params=wanted)
        answer.raise_for_status()
        (into / name).write_bytes(answer.content)
        saved.append(into / name)
    return saved


def export(work: Path, into: Path) -> list[Path]:
    """Start, fill, download, stop. `work` holds the private database."""
    tickets = stories()
    clock = Clock(work / "clock")
    clock.set(tickets[0].at - timedelta(days=1))
    env = _environment(work)
    _set_up(work, {**env, **clock.environment()}, tickets)
    puma = f"/usr/bin/bundle exec puma -b tcp://127.0.0.1:{PORT} -e production -w 0 -t 1:4 config.ru"
    with (
        running(puma.split(), BASE, env={**env, **clock.environment()}, cwd=HOME, log=work / "redmine.log"),
        httpx2.Client(base_url=BASE, timeout=60, headers={"X-Redmine-API-Key": KEY}) as client,
    ):
        _fill(client, clock, tickets)
        return _download(client, into)
