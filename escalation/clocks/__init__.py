"""When the team must be asked and the customer told: due times as a function of the record, the policy and the contracts."""
