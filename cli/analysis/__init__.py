"""Tables for analysts, printed as they are made."""
