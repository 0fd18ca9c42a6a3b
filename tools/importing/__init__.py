"""Reading what people have (workspace folders, helpdesk exports, any CSV) into rows of design.md §7, and rows into the store."""
