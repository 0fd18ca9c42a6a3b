"""Every signal a finding, reason, question or unknown can carry, with the values its sentence needs.

`prompts` must have words in each language for each of them (a test holds it). A value named here may be None, which the
sentence then leaves out. `account`, `ticket`, `item`, `article` values are display names or ids; amounts are USD; `hours`
and `days` are numbers; instants are aware UTC datetimes.
"""

from __future__ import annotations

REASONS: dict[str, tuple[str, ...]] = {
    # technical
    "bug_on_tracker": ("item", "title", "status"),
    "error_seen": ("error", "tickets"),
    "function_broken": ("words",),
    "data_loss": ("words",),
    "outage_over": ("words",),
    "defect_confirmed": ("words", "ticket"),
    # complexity
    "beyond_support": ("words",),
    # impact
    "several_customers": ("count",),
    "production_down": ("words",),
    "security_concern": ("words",),
    "security_possible": ("words",),
    "customer_blocked": ("account", "words"),
    "several_high_value": ("count", "accounts"),
    "read_as_critical": (),
    "severity_on_record": ("escalation", "held", "alone"),
    "report_graver": ("words",),
    # business
    "high_value_account": ("account", "arr_usd"),
    "churn_threat": ("account", "words"),
    "sla_breached": ("count", "tickets"),
    "sla_imminent": ("ticket", "hours"),
    "executive_request": ("account", "words"),
    "renewal_near": ("account", "date", "days"),
    "compliance_deadline": ("account", "words", "date"),
    "feature_gap": ("words", "requests"),
    # time
    "open_beyond_sla": ("ticket", "hours"),
    "waiting_long": ("hours", "ticket"),
    "waiting_long_said": ("words",),
    # pattern
    "three_or_more_customers": ("count", "days"),
    "recurrence": ("item", "fixed_in", "then", "about"),
    # arguments against
    "documented_workaround": ("article", "title", "reason", "applies_to"),
    "article_outdated": ("article", "title", "draft"),
    "article_not_applicable": ("article", "title", "applies_to"),
    "article_refuted": ("article", "title", "words"),
    "article_ruled_out": ("article", "title", "words"),
    "configuration_cause": ("words",),
    "customers_cause": ("account", "words"),
    "guidance_needed": ("words",),
    "known_limitation": ("article", "title", "reason", "applies_to"),
    "similar_solved_by_support": ("ticket", "subject"),
    "hypothetical": ("words",),
    # what the thread shows beside the fault
    "note_for_support": ("words",),
    "note_against_support": ("words",),
    "wrote_back": ("count",),
    # what the typed line argues by its words
    "said_technical": ("words", "ticket"),
    "said_complexity": ("words", "ticket"),
    "said_impact": ("words", "ticket"),
    "said_business": ("words", "ticket"),
    "said_time": ("words", "ticket"),
    "said_pattern": ("words", "ticket"),
    "said_documented_solution": ("words", "ticket", "unsaid"),
    "said_configuration": ("words", "ticket", "unsaid"),
    "said_guidance": ("words", "ticket", "unsaid"),
    "said_known_limitation": ("words", "ticket", "unsaid"),
    "said_similar_resolved": ("words", "ticket", "unsaid"),
    "rather_support": ("words",),
    "too_little_said": ("unnamed",),
    "nothing_asked": ("words",),
    "several_matters": ("tickets",),
    "no_matching_records": ("beside", "perhaps"),
}

IMPACT: dict[str, tuple[str, ...]] = {
    # breadth
    "customers_affected": ("count", "accounts"),
    "customers_asked": ("count", "accounts"),
    "users_affected": ("count",),
    "users_told": ("count", "words"),
    "users_reported": ("words",),
    "customers_handed_in": ("accounts",),
    "customers_joined": ("accounts",),
    "growth": ("recent", "before", "days"),
    "growth_flat": ("recent", "before", "days"),
    # depth
    "blocked": ("words", "account"),
    "degraded": ("words", "account"),
    "fails_throughout": ("words", "account"),
    "workaround_available": ("article",),
    # duration
    "ongoing_since": ("at", "hours"),
    "over_on_record": ("words",),
    "over_for": ("account", "words"),
    "loss_told": ("account", "words"),
    "was_over": ("at", "words"),
    "came_back": ("account", "at", "hours", "words"),
    "start_as_reported": ("words",),
    "start_as_told": ("account", "words", "on"),
    "outages": ("count", "hours", "tickets"),
    "outages_said": ("account", "words"),
    # revenue
    "arr_at_risk": ("amount_usd", "accounts", "asked"),
    "arr_of_named": ("account", "amount_usd"),
    "arr_partly_unknown": ("accounts", "summed"),
    "renewal": ("account", "date", "days"),
    "trial_converting": ("account", "date"),
    "open_deal": ("account", "deal", "amount_usd", "date"),
    # reputation
    "reference_customer": ("account",),
    "may_go_public": ("words",),
    # contractual
    "sla_late": ("count", "tickets"),
    "sla_running": ("ticket", "due"),
    "sla_none_on_record": (),
    "sla_met": ("tickets",),
    "sla_answered": (),
}

CLAIMS: dict[str, tuple[str, ...]] = {
    "claimed_customers_more_than_found": ("claimed", "found"),
    "claimed_customers_fewer_than_found": ("claimed", "found"),
    "claimed_users_not_in_records": ("claimed", "found"),
    "claimed_arr_not_in_records": ("claimed_usd", "found_usd"),
    "claimed_segment_not_supported": ("segment", "found", "segment_size", "others"),
    "named_account_not_in_records": ("account",),
    "named_account_uncounted": ("account", "ticket", "title"),
    "named_account_unknown": ("name", "near"),
    "named_ticket_unknown": ("ticket",),
    "named_ticket_of_another": ("ticket", "account", "named"),
    "clock_before_records": ("at",),
    "second_matter": ("words",),
    "security_set_aside": ("words", "who", "reason"),
}

LOOKALIKES: dict[str, tuple[str, ...]] = {
    "older_occurrence": ("at", "item"),
    "older_alike": ("at",),
    "happened_before": ("at",),
    "other_error": ("error",),
    "other_area": ("area",),
    "other_endpoint": ("endpoint",),
    "merged": ("into",),
    "not_the_issue": (),
    "ruled_apart": ("reason",),
    "ruled_no_solution": ("reason",),
    "merged_into_apart": ("into",),
    "archived": (),
    "fixed_earlier": ("fixed_in",),
}

WOULD_CHANGE: dict[str, tuple[str, ...]] = {
    "third_customer": ("count", "threshold"),
    "arr_above": ("threshold_usd",),
    "workaround_found": (),
    "workaround_fails": ("article",),
    "failed_elsewhere": ("article", "account", "words"),
    "sla_passes": ("ticket", "due"),
}

QUESTIONS: dict[str, tuple[str, ...]] = {
    "security_matter": ("words",),
    "handed_back": ("lack",),
    "which_account": ("candidates", "alike", "called", "near"),
    "ticket_number": ("tickets",),
    "what_is_broken": (),
    "what_is_wanted": (),
    "which_customers": ("claimed", "found"),
    "how_many_users": ("account",),
    "blocked_or_inconvenienced": (),
    "since_when": (),
    "what_was_tried": (),
    "reproduction_steps": (),
    "error_text": (),
    "environment": (),
    "workaround_tried": ("article", "title"),
    "arr": ("account",),
    "deadline": (),
    "customer_expectation": (),
    "last_update": (),
    "data_exposed": (),
    "containment": (),
    "still_happening": (),
    "use_case": (),
    "competitors": (),
    "decision_needed": (),
    "renewal_odds": ("account",),
}

READINESS: dict[str, tuple[str, ...]] = {
    "l2": ("ticket_summary", "steps_tried", "customer_context"),
    "engineering": ("reproduction_steps", "environment", "error_evidence", "business_impact", "customer_timeline"),
    "product": ("use_case", "business_impact", "request_frequency", "competitive_pressure"),
    "security": ("observed", "who_is_affected", "containment", "urgency"),
    "leadership": ("business_context", "revenue_at_risk", "steps_tried", "decision_needed", "deadline"),
}
"""The "must include" checklist of each target, domain.md §4."""
