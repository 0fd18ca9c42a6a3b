"""The four worked cases of domain.md §9, played through the real tools in both languages, with their facts at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from escalation.following.steps import steps
from escalation.register.events import Event
from escalation.register.state import EscalationState
from escalation.terms import Language
from evals.stories.data import CASES, Story, story
from evals.stories.run import Played, play, stage
from evals.stories.tell import Teller
from tools.desk.office import Opened

pytestmark = pytest.mark.anyio
SHANGHAI = ZoneInfo("Asia/Shanghai")
INSIDE = (
    "240,000",
    "480,000",
    "36,000",
    "ARR",
    "40%",
    "70%",
    "80%",
    "续约",
    "Mei-Lin",
    "Nadia",
    "林婉",
    "陈晓",
    "#",
    "ESC-",
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))


@dataclass(frozen=True)
class End:
    """How a case stands when it is over."""

    told: Story
    played: list[Played]
    rooms: Opened

    @property
    def state(self) -> EscalationState:
        return self.rooms.register.state("ESC-0001")

    @property
    def log(self) -> list[Event]:
        return self.rooms.register.events("ESC-0001")

    @property
    def brief(self) -> str:
        return self.state.brief or ""

    def at(self, what: str) -> list[str]:
        """Local times of an event."""
        return [f"{event.at.astimezone(SHANGHAI):%m-%d %H:%M}" for event in self.log if event.what == what]

    def replies(self, ticket: str) -> list[tuple[str, str]]:
        """What the customer reads on a ticket from us, with the local time."""
        (found,) = self.rooms.workspace.tickets([ticket])
        ours = [each for each in found.comments if each.id.startswith("ACT-")]
        return [(f"{each.at.astimezone(SHANGHAI):%m-%d %H:%M}", each.body) for each in ours]

    def left(self) -> set[str]:
        """Steps of the ending that are not done."""
        return {step.id for step in steps(self.state, self.log) if not step.done}


def case_a(end: End) -> None:
    state = end.state
    assert (state.severity, state.target, state.account_ids) == ("critical", "engineering", ("xyz-tech",))
    for fact in ("同步失败,请稍后重试", "50", "2026-03-31", "Chrome 134", "iOS 7.2.0"):
        assert fact in end.brief
    assert [at for at, _ in end.replies("T-48425")] == ["03-20 17:00", "03-20 19:00", "03-20 21:00"]
    first, second, third = (text for _, text in end.replies("T-48425"))
    assert "后端接口" in first and "重启" in first and "2026-03-20 19:00" in first  # noqa: PT018
    assert "部分用户" in second and "30 分钟" in second and "2026-03-20 21:00" in second  # noqa: PT018
    assert "全部恢复" in third and "连接池配置" in third and "监控" in third  # noqa: PT018
    # The team was asked every hour: no two words from it lie further apart while it was open.
    heard = [event.at for event in end.log if event.what in ("acknowledged", "progress", "resolved")]
    assert max((b - a).total_seconds() for a, b in pairwise(heard)) <= 5_400
    assert all(promise.kept_at and promise.due and promise.kept_at <= promise.due for promise in state.promises)
    assert "连接池" in (state.cause or "")
    assert (state.status, end.left()) == ("closed", set())
    assert len(state.improvements) == 1
    (article,) = end.rooms.workspace.articles(["KB-400"])
    assert (article.status, article.visibility) == ("published", "public")
    assert not [each for each in ("XYZ", "240", *INSIDE) if each in f"{article.title}{article.body}"]
    # Three days later another customer sees it: what was mended is no solution, the fault is back.
    again = next(a.said for each in reversed(end.played) for a in each.answers if a.tool == "prepare_escalation")
    assert (again["decision"], again["target"]) == ("escalate", "engineering")
    assert again["facts"]["kb_workaround_exists"] is False
    assert any("KB-400" in why for why in again["reasons"]["escalate"])
    assert {state.id for state in end.rooms.register.list()} == {"ESC-0001", "ESC-0002"}


def case_b(end: End) -> None:
    state = end.state
    assert (state.severity, state.target, len(state.account_ids)) == ("medium", "product", 15)
    for fact in ("PROD-118", "100", "30 秒", "50 分钟", "2026-04-10"):
        assert fact in end.brief
    assert [at for at, _ in end.replies("T-48313")] == ["03-25 15:00", "04-02 11:00"]
    waiting, decided = (text for _, text in end.replies("T-48313"))
    assert "6 月" not in waiting
    assert "第二季度" in decided and "6 月" in decided and "内测" in decided  # noqa: PT018
    ((_, english),) = end.replies("T-32953")
    assert "June" in english
    (item,) = end.rooms.workspace.items(["PROD-118"])
    assert len(item.comments) == 2
    closed = end.log[-1]
    assert (closed.what, bool(closed.why)) == ("closed", True)
    untold = next(line for line in closed.data["left"] if line.startswith("customers_told"))
    assert len(untold.split(", ")) == 13
    assert end.left() == {"customers_told", "satisfaction_confirmed", "promises_kept"}
    # June is still promised: closing with a reason ends no promise.
    assert {promise.due for promise in state.promises if promise.kept_at is None} == {
        datetime(2026, 6, 30, 10, tzinfo=UTC)
    }


def case_c(end: End) -> None:
    state = end.state
    assert (state.severity, state.target) == ("high", "security")
    assert [(each.field, each.chosen) for each in state.overrides] == [("severity", "high")]
    assert [at for at, _ in end.replies("T-48006")] == ["03-16 12:00", "03-16 14:00", "03-16 16:00"]
    assert end.at("de_escalated") == ["03-16 16:00"]
    last = end.replies("T-48006")[-1][1]
    for fact in ("您的这一个账号", "同事", "密码与其他网站重复使用", "多因素认证"):
        assert fact in last
    assert (state.status, end.left()) == ("closed", set())


def case_d(end: End) -> None:
    state = end.state
    assert (state.severity, state.target, state.account_ids) == ("high", "leadership", ("ghi-tech",))
    for fact in ("40%", "80%", "T-47430", "2026-05-20", "12"):
        assert fact in end.brief
    assert end.at("customer_told")[:2] == ["03-20 17:30", "03-20 18:00"]
    assert end.at("resolved") == ["04-20 10:00"]
    plan = next(text for at, text in end.replies("T-48409") if at == "03-23 15:00")
    assert "专属技术对接人" in plan and "三个月的折扣" in plan  # noqa: PT018
    owed = {promise.text: promise.kept_at for promise in state.promises if promise.due}
    assert all(owed.values()), owed
    assert state.status == "closed"
    assert end.left() == {"article_drafted"}


FACTS: dict[str, Callable[[End], None]] = {"A": case_a, "B": case_b, "C": case_c, "D": case_d}
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
async def test_a_case_goes_as_it_is_written_and_ends_with_its_facts(
    case: str, language: Language, tmp_path: Path
) -> None:
    told = story(case)
    with stage(tmp_path, next(told.timed())[0]) as on:
        played = [each async for each in play(told, language, on)]
        assert [f"{each.at:%m-%d %H:%M} {wrong}" for each in played for wrong in each.wrong] == []
        end = End(told, played, on.office.open())
        FACTS[case](end)
        state = end.state
        for ticket in end.rooms.workspace.tickets(state.ticket_ids):
            for _, text in end.replies(ticket.id):
                assert not [each for each in INSIDE if each in text], text
    printed = "".join(map(Teller(language).told, played))
    for each in played:
        assert each.step.tell[language][:8] in printed
