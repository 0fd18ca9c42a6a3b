"""Request Tracker 5: a private copy, filled over REST 2.0, and its own spreadsheet downloads."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2

from evals.peers.servers import Clock, running
from evals.peers.stories import Person, Post, Story, events, people, stories

PORT = 18081
BASE = f"http://127.0.0.1:{PORT}"
HOME = Path("/usr/share/request-tracker5")
DATABASE = Path("/var/lib/dbconfig-common/sqlite3/request-tracker5/rtdb")
PASSWORD = "lab-password-1"  # noqa: S105  of a private copy that lives for a minute on loopback
PRIORITY = {"low": 0, "normal": 50, "high": 100, "urgent": 100}
STATUS = {"pending": "stalled"}
CONFIG = """Set($rtname, 'support.example'); Set($Organization, 'support.example'); Set($Timezone, 'UTC');
Set($DatabaseType, 'SQLite'); Set($DatabaseName, '{database}'); Set($WebPath, ''); Set($WebBaseURL, '{base}');
Set($WebDomain, '127.0.0.1'); Set($WebPort, {port}); Set($MailCommand, 'testfile'); Set($LogToSyslog, undef);
Set($CorrespondAddress, 'rt@support.example'); Set($CommentAddress, 'rt-comment@support.example');
Set(%FullTextSearch, Enable => 1, Indexed => 0); Set($LogToSTDERR, 'warning');
1;
"""
RIGHTS = """@ACL = map {{ {{ GroupDomain => 'SystemInternal', GroupType => 'Privileged', Right => $_ }} }}
    qw(SeeQueue ShowTicket CreateTicket ReplyToTicket); 1;
"""
# The ticket search's default columns, with the ones that say whose ticket it is and how it stands.
TICKETS = (
    "id,Subject,Status,QueueName,OwnerName,Priority,Requestors,CreatedBy,Created,LastUpdated,LastUpdatedBy,"
    "Started,Resolved,Due,TimeWorked"
)
TRANSACTIONS = "id,ObjectId,ObjectName,Type,CreatedBy,Created,Content"


def _prepare(folder: Path) -> dict[str, str]:
    """A database and a configuration of our own: the installed ones stay as they are."""
    database = folder / "rt.sqlite"
    shutil.copyfile(DATABASE, database)
    (folder / "conf.d").mkdir(exist_ok=True)
    (folder / "RT_SiteConfig.pm").write_text(CONFIG.format(database=database, base=BASE, port=PORT))
    (folder / "rights").write_text(RIGHTS.replace("{{", "{").replace("}}", "}"))
    return {"RT_SITE_CONFIG": str(folder / "RT_SiteConfig.pm"), "RT_SITE_CONFIG_DIR": str(folder / "conf.d")}


def _grant(folder: Path, env: dict[str, str]) -> None:
    command = [
        "/usr/sbin/rt-setup-database-5",
        "--action",
        "insert",
        "--datafile",
        str(folder / "rights"),
        "--skip-create",
    ]
    subprocess.run(command, env={"PATH": "/usr/bin:/bin", **env}, check=True, capture_output=True)  # noqa: S603


class _Api:
    def __init__(self, name: str) -> None:
        self.client = httpx2.Client(base_url=f"{BASE}/REST/2.0", auth=(name, PASSWORD), timeout=60)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        answer = self.client.post(path, json=body)
        answer.raise_for_status()
        return answer.json()

    def put(self, path: str, body: dict[str, Any]) -> None:
        self.client.put(path, json=body).raise_for_status()


def _fill(clock: Clock) -> None:
    tickets, persons, root = stories(), people(), _Api("root")
    clock.set(tickets[0].at - timedelta(days=1))
    for queue in sorted({story.queue for story in tickets}):
        root.post("/queue", {"Name": queue})
    for person in persons.values():
        root.post("/user", _user(person))
    customers = {key: _Api(person.email) for key, person in persons.items()}
    ids: dict[int, str] = {}
    for at, place, post in events(tickets):
        clock.set(at)
        story = tickets[place]
        if post is None:
            ids[place] = str(root.post("/ticket", _ticket(story, persons[story.who]))["id"])
        else:
            _say(post, ids[place], root, customers[story.who])
        if at == max([story.at, *(p.at for p in story.thread)]) and story.status != "new":
            clock.set(at + timedelta(minutes=5))
            root.put(f"/ticket/{ids[place]}", {"Status": STATUS.get(story.status, story.status)})


def _user(person: Person) -> dict[str, Any]:
    return {"Name": person.email, "RealName": person.name, "EmailAddress": person.email, "Organization": person.company,
            "Password": PASSWORD, "Privileged": 1}  # fmt: skip


def _ticket(story: Story, person: Person) -> dict[str, Any]:
    return {"Queue": story.queue, "Subject": story.subject, "Requestor": person.email, "Content": story.text,
            "ContentType": "text/plain", "Priority": PRIORITY[story.priority]}  # fmt: skip


def _say(post: Post, ticket: str, root: _Api, customer: _Api) -> None:
    api = customer if post.by == "customer" else root
    verb = "comment" if post.by == "internal" else "correspond"
    api.post(f"/ticket/{ticket}/{verb}", {"Content": post.text, "ContentType": "text/plain"})


def _download(into: Path) -> list[Path]:
    """The spreadsheets of a ticket search and of a transaction search, as the browser gets them."""
    saved: list[Path] = []
    with httpx2.Client(base_url=BASE, timeout=60, follow_redirects=True, headers={"Referer": f"{BASE}/"}) as browser:
        browser.post("/NoAuth/Login.html", data={"user": "root", "pass": PASSWORD, "next": ""})
        wanted = {
            "rt-tickets.tsv": {"Query": "id > 0", "Format": _format(TICKETS), "OrderBy": "id", "Order": "ASC"},
            "rt-transactions.tsv": {
                "Class": "RT::Transactions",
                "ObjectType": "RT::Ticket",
                "Query": "Type = 'Create' OR Type = 'Correspond' OR Type = 'Comment'",
                "Format": _format(TRANSACTIONS),
                "OrderBy": "id",
                "Order": "ASC",
            },
        }
        for name, query in wanted.items():
            answer = browser.get("/Search/Results.tsv", params=query)
            answer.raise_for_status()
            (into / name).write_bytes(answer.content)
            saved.append(into / name)
    return saved


def _format(columns: str) -> str:
    return ",".join(f"'__{name}__'" for name in columns.split(","))


def export(work: Path, into: Path) -> list[Path]:
    """Start, fill, download, stop. `work` holds the private copy."""
    clock = Clock(work / "clock")
    clock.set(stories()[0].at - timedelta(days=1))
    env = _prepare(work)
    _grant(work, env)
    server = f"{HOME}/libexec/rt-server --server Starlet --host 127.0.0.1 --port {PORT} --max-workers 2"
    with running(server.split(), BASE, env={**env, **clock.environment()}, cwd=work, log=work / "rt.log"):
        _fill(clock)
        return _download(into)
