"""What a helpdesk, a tracker or a CRM exports, read through mapping presets that people can list, copy and change.

The presets are the TOML files in this folder; `tools.importing.mapping` gives their format as data.
"""

from tools.importing.presets.catalogue import copy_preset, describe_presets
from tools.importing.presets.reader import rows_of

__all__ = ["copy_preset", "describe_presets", "rows_of"]
