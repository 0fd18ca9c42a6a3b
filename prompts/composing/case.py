"""One assessment with what its sections look up again and again: evidence by record, names, the customer's time zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from escalation.assessment import Assessment, Finding, Reason
from escalation.evidence import Evidence
from escalation.records import Account
from escalation.terms import Dimension, Language
from prompts.plain import disarm
from prompts.render import phrase
from prompts.statements import say_with_sources, with_sources


@dataclass(frozen=True)
class Case:
    """An assessment about to be put into words in one language."""

    assessment: Assessment
    language: Language

    @cached_property
    def customer(self) -> Account | None:
        """The account the words are about: the one named, else the only one affected."""
        found = self.assessment
        return found.account or (found.affected[0] if len(found.affected) == 1 else None)

    @cached_property
    def timezone(self) -> str | None:
        """The zone of the one customer concerned; None when there are several, whose times differ."""
        others = {account.id for account in self.assessment.affected} - {self.customer.id if self.customer else None}
        return self.customer.timezone if self.customer and not others else None

    def own_zone(self, account_id: str | None) -> str | None:
        """The zone for a time on a record of this account, where it is the customer the words are about: "for the customer" is
        said of no other's time."""
        return self.customer.timezone if self.customer and self.customer.id == account_id else None

    def timezone_of(self, account_id: str | None) -> str | None:
        return next((account.timezone for account in self._accounts if account.id == account_id), None)

    @cached_property
    def _accounts(self) -> tuple[Account, ...]:
        named = self.assessment.account
        return (*self.assessment.affected, *((named,) if named else ()))

    @cached_property
    def _by_record(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for evidence in self.assessment.evidence:
            found.setdefault(evidence.record_id, []).append(evidence.id)
        return found

    def sources_of(self, *record_ids: str) -> tuple[str, ...]:
        """Ids of the text evidence from these records, the first of each."""
        return tuple(self._by_record[id][0] for id in record_ids if id in self._by_record)

    def records_of(self, evidence_ids: Iterable[str]) -> list[str]:
        """The records that these pieces of evidence are from, each once, in their order."""
        held = {evidence.id: evidence.record_id for evidence in self.assessment.evidence}
        return list(dict.fromkeys(held[id] for id in evidence_ids if id in held))

    def first_of(self, evidence_ids: Iterable[str]) -> Evidence | None:
        """The first piece of evidence among these, in the order of the ledger: where a quotation stands and whose it is."""
        return next((evidence for evidence in self.assessment.evidence if evidence.id in evidence_ids), None)

    @cached_property
    def error_seen(self) -> Reason | None:
        """The reason that rests on an error text which the reports show."""
        reasons = self.assessment.reasons
        return next((r for r in reasons if r.signal == "error_seen" and r.values.get("error")), None)

    def sources_about(self, about: str) -> tuple[str, ...]:
        """Ids of the evidence about one computed or structured value ("arr_at_risk_usd"), without results that hold no more."""
        found = self.assessment
        return tuple(e.id for e in found.evidence if e.about == about and e.id not in found.outdated)

    def account_name(self, account_id: str | None) -> str | None:
        """The name of an account of this assessment, or None."""
        return next((disarm(account.name) for account in self._accounts if account.id == account_id), None)

    def sentence(self, key: str, evidence: Iterable[str] = (), **values: object) -> str:
        """The phrase `key` with its references."""
        return with_sources(phrase(key, self.language, **values), tuple(evidence))

    def as_reported(self) -> str:
        """The mark behind words that nobody but the reporter vouches for; English sets a space before it."""
        return ("" if self.language == "zh" else " ") + self.sentence("as_reported").strip()

    def dimension(self, *names: Dimension, without: Iterable[str] = ()) -> list[str]:
        """The sentences of the findings of these dimensions, each once, leaving out the signals `without`."""
        skipped = set(without)
        found: list[Finding] = [
            finding for name in names for finding in self.assessment.impact.dimensions.get(name, ())
        ]
        return self.findings(finding for finding in found if finding.signal not in skipped)

    def unechoed(self, finding: Finding) -> Finding:
        """A finding without words that only repeat the typed line, which the brief has as its title already."""
        words = finding.values.get("words")
        typed = set(self.sources_of("reporter"))
        echoed = isinstance(words, str) and typed and set(finding.evidence) <= typed
        return finding.model_copy(update={"values": finding.values | {"words": None}}) if echoed else finding

    def findings(self, found: Iterable[Finding]) -> list[str]:
        """One sentence per finding, each once, with references."""
        return list(dict.fromkeys(say_with_sources(finding, self.language) for finding in found))

    def holding(self, ids: Sequence[str], text: str) -> tuple[str, ...]:
        """Of `ids` the evidence that holds these very words, else other evidence that does, else the first two: at most two."""
        held = [e.id for e in self.assessment.evidence if e.source != "computed" and text.strip() in e.quotation]
        own = [id for id in held if id in ids]
        return tuple(own[:2] or held[:2] or ids[:2])

    def joined(self, said: Iterable[str]) -> str:
        """Sentences as running text: a space between them in English, none in Chinese."""
        return ("" if self.language == "zh" else " ").join(part for part in said if part)
