"""Every command: its name, the module and function that are it, and the line that help shows.

Help and completion read this table and import none of the modules; a test holds it equal to their docstrings.
"""

from .lazy import Command, Group, Table

COMMANDS: Table = {
    "init": Command(".init", "init", "Make a register."),
    "demo": Command(".demo", "demo", "Show what secdb does, on a register of its own."),
    "info": Command(".info", "info", "Tell which register is in use and what it holds."),
    "members": Command(".members", "members", "List the members of a treaty on a day."),
    "changes": Command(".changes", "changes", "Compare the members of a treaty on two days."),
    "timeline": Command(".timeline", "timeline", "Draw the membership of a treaty through time."),
    "history": Command(".records.state", "history", "Tell all that is recorded of a State, in date order."),
    "who": Command(".records.tenure", "who", "Tell who held the offices of a State on a day."),
    "signatories": Command(".records.statement", "signatories", "List who stands under a statement."),
    "sql": Command(".sql", "sql", "Run a SELECT on the register."),
    "check": Command(".check", "check", "Look for contradictions and missing sources."),
    "db": Group(
        "The database's schema and its revisions.",
        {
            "upgrade": Command(".db", "upgrade", "Bring the schema to this program's revision."),
            "downgrade": Command(".db", "downgrade", "Take the schema back to an earlier revision."),
            "current": Command(".db", "current", "Print the schema's revision."),
            "check": Command(".db", "check", "Compare the schema with what this program expects."),
        },
    ),
    "state": Group(
        "States and their names.",
        {
            "list": Command(".records.state", "list_states", "List the States."),
            "show": Command(".records.state", "show_state", "Show a State."),
        },
    ),
    "person": Group(
        "Persons, their offices and what they signed.",
        {
            "list": Command(".records.person", "list_persons", "List the persons."),
            "show": Command(".records.person", "show_person", "Show a person's offices and all they signed."),
        },
    ),
    "treaty": Group(
        "Treaties.",
        {
            "list": Command(".records.treaty", "list_treaties", "List the treaties."),
            "show": Command(".records.treaty", "show_treaty", "Show a treaty."),
        },
    ),
    "organization": Group(
        "Organizations.",
        {
            "list": Command(".records.organization", "list_organizations", "List the organizations."),
            "show": Command(".records.organization", "show_organization", "Show an organization."),
        },
    ),
    "act": Group(
        "What States did with respect to treaties.",
        {
            "list": Command(".records.act", "list_acts", "List the acts."),
            "show": Command(".records.act", "show_act", "Show an act and its sources."),
        },
    ),
    "roster": Group(
        "Lists of members as documents print them.",
        {
            "list": Command(".records.roster", "list_rosters", "List the rosters."),
            "show": Command(".records.roster", "show_roster", "Show a roster and the States on it."),
        },
    ),
    "tenure": Group(
        "Who held which office when.",
        {
            "list": Command(".records.tenure", "list_tenures", "List the tenures."),
            "show": Command(".records.tenure", "show_tenure", "Show a tenure and its sources."),
        },
    ),
    "document": Group(
        "Documents that are cited.",
        {
            "list": Command(".records.document", "list_documents", "List the documents."),
            "show": Command(".records.document", "show_document", "Show a document and what cites it."),
        },
    ),
    "statement": Group(
        "Statements and who stands under them.",
        {
            "list": Command(".records.statement", "list_statements", "List the statements."),
            "show": Command(".records.statement", "show_statement", "Show a statement."),
        },
    ),
    "dataset": Group(
        "The register and the datasets beside it.",
        {
            "list": Command(".records.dataset", "list_datasets", "List the datasets."),
            "show": Command(".records.dataset", "show_dataset", "Show a dataset."),
        },
    ),
    "membership": Group(
        "Membership periods, derived from acts and rosters.",
        {
            "list": Command(".records.membership", "list_memberships", "List the membership periods."),
            "show": Command(".records.membership", "show_membership", "Show a membership period."),
            "explain": Command(
                ".records.membership", "explain_membership", "Tell which rule, acts and sources make a period."
            ),
        },
    ),
    "head-of-state": Group(
        "Heads of State.",
        {"list": Command(".records.tenure", "list_heads_of_state", "List the heads of State.")},
    ),
    "representative": Group(
        "Permanent representatives.",
        {"list": Command(".records.tenure", "list_representatives", "List the permanent representatives.")},
    ),
}
