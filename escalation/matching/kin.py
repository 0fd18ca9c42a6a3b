"""Concepts that people use for one another: a report is the same report when one says "missing" and the other "cut off"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

KIN: tuple[frozenset[str], ...] = tuple(
    frozenset(family.split())
    for family in (
        # what is wrong
        "missing truncated empty data_loss gap not_found_search no_order not_counted",
        "outage unreadable blocked not_found timeout not_open server_error",
        "outage crash frozen app_close",
        "outage disconnected offline_state provider_down",
        "fail stopped outage no_effect",
        "busy fail timeout outage",
        "slow delayed timeout late_arrival",
        "delayed late_arrival stuck_state bounce",
        "stuck_state processing_state frozen",
        "frozen stopped ended_early",
        "duplicate overcount conflict twice double_booking double_charge",
        "wrong calculation corrupt overcount encoding too_high too_low changed_itself",
        "wrong day_off hour_off timezone negative out_of_order",
        "too_low missing not_counted",
        "unpaid not_counted missing",
        "encoding garbled unreadable",
        "unauthorized locked rejected signed_out not_open",
        "rejected refused invalid fail",
        "bounce rejected no_alarm late_arrival",
        "not_saved data_loss changed_itself",
        "no_sound call_drop echo_noise",
        "loop signed_out no_order",
        "empty white_page not_open",
        "expired consent",
        "recurring intermittent",
        "spinning timeout slow stuck_state load not_open",
        "swapped out_of_order wrong",
        "one_short missing truncated not_counted",
        "strange_login unauthorized_access wrong_person",
        "breach cross_tenant wrong_person guessable switch_org",
        "restart_loop offline_state crash",
        "not_sent bounce no_alarm",
        "not_sent not_counted",
        "not_produced not_sent",
        "not_recorded not_saved",
        "not_recognised unreadable",
        "not_credited bounce not_counted",
        "outdated not_counted",
        "rolled_back outdated changed_itself not_saved",
        "double_charge twice duplicate overcharged",
        "overcharged too_high",
        "overspent too_high",
        "oversell double_booking",
        "all_zero empty",
        "exposed breach cross_tenant wrong_person",
        "wrong_person swapped",
        "flood duplicate",
        "login_fails locked not_open",
        "app_close crash",
        "hour_off day_off too_early late_arrival",
        "signed_out disconnected offline_state",
        "call_drop disconnected",
        "ended_early too_early expired says_closed",
        "already_used refused rejected",
        "says_full refused",
        "broken_image empty",
        "switched_off not_open",
        "not_possible refused gray_out",
        "did_not_run not_produced",
        # what it is wrong with
        "csv spreadsheet",
        "export download",
        "export push_out",
        "login sso saml session signed_out",
        "mobile ios android client_app",
        "dashboard chart website",
        "website page browser",
        "invoice billing payment subscription",
        "notification email alarm",
        "sms message",
        "approval sign_off delegate workflow",
        "bank_feed bank_statement transaction",
        "file_server server push_out",
        "push_out automation job",
        "receipt expense",
        "payment_page payment payout checkout card bank_booking",
        "card_terminal payment card checkout",
        "key_card door_access",
        "room_rate price booking",
        "booking_cancelled cancel_fee booking order",
        "revenue_report report",
        "customer_profile profile_page",
        "driving_time tachograph",
        "position live_view track gps",
        "cart checkout order no_order",
        "promo discount gift_card",
        "price_list price",
        "gateway device sensor connection",
        "sensor temperature meter reading humidity",
        "shift calendar booking",
        "timesheet overtime payroll",
        "carrier shipment route driver parcel",
        "postage_label shipment printing barcode",
        "limit_raise quota limit",
        "stock_level product_catalog oversell product_item",
        "recording video audio transcript",
        "phone_call call phone_number softphone",
        "callback call_queue",
        "sound audio no_sound",
        "lesson livestream video course",
        "quiz grade student",
        "homework assignment",
        "class_list import attendance",
        "picture video frozen",
        "appointment booking",
        "e_signature signature",
        "share_link guessable",
        "erasure privacy data_subject_request delete",
        "incident_report root_cause",
        "size_paper tiny postage_label",
        "holiday calendar opening_hours leave",
        "ivr voicemail holiday",
        "expiry deadline due_date",
        "daily_close till cash reconciliation period_close",
        "price_tag price label_of",
        "top_up gift_card balance",
        "standing_order subscription bank_booking payout",
        "name_badge fob",
        "door_phone door_access phone_call",
        "position map gps vehicle",
        "login login_fails biometric",
        "mfa verification_code",
        "reminder notification dunning checkup",
        "timetable calendar lesson",
        "seat_map event_ticket booking",
        "library_loan booking appointment",
        "fare distance",
        "market_price quote",
        "ear_tag animal tag",
        "contact_record customer_profile",
        "batch_number serial production_line",
        "stock_level rack",
        "membership_fee member_card subscription",
        "artifact package_sw build_run",
        "replacement_unit device",
        "on_duty alarm",
        "retention_money deposit",
    )
)

GENERIC_SYMPTOMS = frozenset(
    {"fail", "error", "stopped", "load", "display", "server_error", "intermittent", "invalid", "limit"}
)
"""Symptoms that many other symptoms are reported as."""


@lru_cache(maxsize=1)
def troubles() -> frozenset[str]:
    """Concepts that say what goes wrong, as the lexicon sorts them; all others name things."""
    lexicon = files("escalation.text") / "lexicon"
    stated = (tomllib.loads((lexicon / f"{area}.toml").read_text(encoding="utf-8")) for area in ("trouble", "faults"))
    return frozenset(concept for area in stated for concept in area)


def specific(concepts: frozenset[str]) -> frozenset[str]:
    """The symptoms among `concepts` that tell one fault from another."""
    return concepts & _telling()


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    return troubles() - GENERIC_SYMPTOMS


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=4_096)
def kin_of(concepts: frozenset[str]) -> frozenset[str]:
    """Every further concept that people use for one of these; remembered, since each record is held against many others."""
    families = _families()
    return frozenset[str]().union(*(families[c] for c in concepts if c in families)) - concepts or _NOTHING


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    """Concept -> everything in the families it belongs to; asked for every pair of records, so laid out once."""
    known = frozenset[str]().union(*KIN)
    return {one: frozenset[str]().union(*(family for family in KIN if one in family)) for one in known}


def families_of(concept: str) -> frozenset[str]:
    """Everything in the families that a concept belongs to, itself among it; empty where it belongs to none."""
    return _families().get(concept, _NOTHING)


def share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of concepts meet, in the same or in kindred words."""
    return not one.isdisjoint(other) or not kin_of(one).isdisjoint(other)
