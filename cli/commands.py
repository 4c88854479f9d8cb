"""Every command: its name, the module and function that are it, and the line that help shows.

Help and completion read this table and import none of the modules; a test holds it equal to their docstrings.
"""

from .lazy import Command, Group, Table

COMMANDS: Table = {
    "init": Command(".register.init", "init", "Make a register."),
    "demo": Command(".register.demo", "demo", "Show what secdb does, on a register of its own."),
    "info": Command(".register.info", "info", "Tell which register is in use and what it holds."),
    "members": Command(".reports.members", "members", "List the members of a treaty on a day.", is_report=True),
    "changes": Command(".reports.changes", "changes", "Compare the members of a treaty on two days.", is_report=True),
    "timeline": Command(
        ".reports.timeline", "timeline", "Draw the membership of a treaty through time.", is_report=True
    ),
    "panel": Command(
        ".analysis.panel", "panel", "Count the days of membership by State, treaty and year.", is_report=True
    ),
    "dyads": Command(
        ".analysis.dyads",
        "dyads",
        "Count the days two States were members together, by year.",
        is_report=True,
    ),
    "network": Command(
        ".analysis.network",
        "network",
        "Tell which States are tied by treaties or statements.",
        is_report=True,
    ),
    "matrix": Command(
        ".reports.matrix", "matrix", "Show which States are members of which treaties on a day.", is_report=True
    ),
    "signed-not-ratified": Command(
        ".reports.signed",
        "signed_not_ratified",
        "List the States that had signed a treaty without consenting.",
        is_report=True,
    ),
    "compare": Command(
        ".reports.compare",
        "compare",
        "Tell where datasets differ on the members of a treaty.",
        is_report=True,
    ),
    "dossier": Command(".reports.dossier", "dossier", "Write all that is recorded of a treaty as one page."),
    "history": Command(
        ".records.state", "history", "Tell all that is recorded of a State, in date order.", is_report=True
    ),
    "who": Command(".records.tenure", "who", "Tell who held the offices of a State on a day.", is_report=True),
    "signatories": Command(".records.statement", "signatories", "List who stands under a statement.", is_report=True),
    "search": Command(".reports.search", "search", "Find words in documents and statements.", is_report=True),
    "intake": Command(".letters.intaking", "intake", "Read letters into drafts, to be looked through and recorded."),
    "record": Command(".letters.recording", "record_files", "Record drafts, each in one revision."),
    "export": Group(
        "The register as files for other programs.",
        {
            "package": Command(".exchange.exporting", "export_package", "Write the whole register as a data package."),
            "csv": Command(".exchange.tables", "export_csv", "Write the views as CSV files."),
            "jsonl": Command(".exchange.tables", "export_jsonl", "Write the views as JSON Lines files."),
            "parquet": Command(".exchange.tables", "export_parquet", "Write the views as Parquet files."),
            "popolo": Command(".exchange.popolo", "export_popolo", "Write persons, bodies and memberships as Popolo."),
        },
    ),
    "import": Group(
        "Records from files of other programs.",
        {
            "package": Command(".exchange.packages", "import_package", "Record a data package, all of it or nothing."),
            "csv": Command(".entry.importing", "import_csv", "Record the rows of a table, all or none of them."),
            "mtdsg": Command(
                ".exchange.importing", "import_mtdsg", "Record status tables of the UN Treaty Collection."
            ),
            "cow-igo": Command(
                ".exchange.importing", "import_cow_igo", "Record the Correlates of War data on organizations."
            ),
            "manydata": Command(
                ".exchange.importing", "import_manydata", "Record a table of parties of the manydata packages."
            ),
            "atop": Command(".exchange.importing", "import_atop", "Record the members of alliances of the ATOP data."),
        },
    ),
    "schema": Command(".register.schema", "schema", "Tell what every table, view and column means."),
    "sql": Command(".register.sql", "sql", "Run a SELECT on the register."),
    "browse": Command(".register.browse", "browse", "Show the register in the browser."),
    "check": Command(".reports.check", "check", "Look for contradictions and missing sources.", is_report=True),
    "log": Group(
        "List the revisions, the newest first.",
        {"show": Command(".register.log", "log_show", "Show what a revision changed, field by field.")},
        Command(".register.log", "log", "List the revisions, the newest first."),
    ),
    "diff": Command(".register.log", "diff", "Compare what the register said at two revisions."),
    "undo": Command(".register.undo", "undo", "Undo a revision by a new one."),
    "verify": Command(".register.verify", "verify", "Check that the history is whole and nobody tampered with it."),
    "db": Group(
        "The database's schema and its revisions.",
        {
            "upgrade": Command(".register.db", "upgrade", "Bring the schema to this program's revision."),
            "downgrade": Command(".register.db", "downgrade", "Take the schema back to an earlier revision."),
            "current": Command(".register.db", "current", "Print the schema's revision."),
            "check": Command(".register.db", "check", "Compare the schema with what this program expects."),
            "grant-reader": Command(
                ".register.db", "grant_reader", "Let a role read the views and nothing else (PostgreSQL)."
            ),
        },
    ),
    "state": Group(
        "States and their names.",
        {
            "list": Command(".records.state", "list_states", "List the States."),
            "show": Command(".records.state", "show_state", "Show a State."),
            "add": Command(".entry.adding", "add_state", "Add a State."),
            "edit": Command(".entry.editing", "edit_state", "Change what is recorded of a State."),
            "remove": Command(".entry.editing", "remove_state", "Remove a State."),
            "alias": Command(".entry.special", "alias_state", "Add a name under which a State is found."),
        },
    ),
    "person": Group(
        "Persons, their offices and what they signed.",
        {
            "list": Command(".records.person", "list_persons", "List the persons."),
            "show": Command(
                ".records.person", "show_person", "Show a person's offices and all they signed.", is_report=True
            ),
            "add": Command(".entry.adding", "add_person", "Add a person."),
            "edit": Command(".entry.editing", "edit_person", "Change what is recorded of a person."),
            "remove": Command(".entry.editing", "remove_person", "Remove a person."),
            "merge": Command(
                ".entry.special", "merge_persons", "Make two records of a person one: PERSON goes, INTO remains."
            ),
        },
    ),
    "treaty": Group(
        "Treaties.",
        {
            "list": Command(".records.treaty", "list_treaties", "List the treaties."),
            "show": Command(".records.treaty", "show_treaty", "Show a treaty."),
            "add": Command(".entry.adding", "add_treaty", "Add a treaty."),
            "edit": Command(".entry.editing", "edit_treaty", "Change what is recorded of a treaty."),
            "remove": Command(".entry.editing", "remove_treaty", "Remove a treaty."),
        },
    ),
    "organization": Group(
        "Organizations.",
        {
            "list": Command(".records.organization", "list_organizations", "List the organizations."),
            "show": Command(".records.organization", "show_organization", "Show an organization."),
            "add": Command(".entry.adding", "add_organization", "Add an organization."),
            "edit": Command(".entry.editing", "edit_organization", "Change what is recorded of an organization."),
            "remove": Command(".entry.editing", "remove_organization", "Remove an organization."),
        },
    ),
    "act": Group(
        "What States did with respect to treaties.",
        {
            "list": Command(".records.act", "list_acts", "List the acts."),
            "show": Command(".records.act", "show_act", "Show an act and its sources."),
            "add": Command(".entry.adding", "add_act", "Add an act, or the same act of several States."),
            "edit": Command(".entry.editing", "edit_act", "Correct an act."),
            "remove": Command(".entry.editing", "remove_act", "Remove an act."),
            "rank": Command(".entry.special", "rank_act", "Say how an act ranks among claims that contradict it."),
        },
    ),
    "roster": Group(
        "Lists of members as documents print them.",
        {
            "list": Command(".records.roster", "list_rosters", "List the rosters."),
            "show": Command(".records.roster", "show_roster", "Show a roster and the States on it."),
            "add": Command(".entry.adding", "add_roster", "Add a roster with the States on it."),
            "edit": Command(".entry.editing", "edit_roster", "Correct a roster."),
            "remove": Command(".entry.editing", "remove_roster", "Remove a roster and its list."),
        },
    ),
    "tenure": Group(
        "Who held which office when.",
        {
            "list": Command(".records.tenure", "list_tenures", "List the tenures."),
            "show": Command(".records.tenure", "show_tenure", "Show a tenure and its sources."),
            "add": Command(".entry.adding", "add_tenure", "Add a person's time in an office."),
            "edit": Command(".entry.editing", "edit_tenure", "Correct a tenure."),
            "remove": Command(".entry.editing", "remove_tenure", "Remove a tenure."),
        },
    ),
    "document": Group(
        "Documents that are cited.",
        {
            "list": Command(".records.document", "list_documents", "List the documents."),
            "show": Command(".records.document", "show_document", "Show a document and what cites it."),
            "add": Command(".entry.adding", "add_document", "Add a document, with its text if there is a file."),
            "edit": Command(".entry.editing", "edit_document", "Change what is recorded of a document."),
            "remove": Command(".entry.editing", "remove_document", "Remove a document that nothing cites."),
        },
    ),
    "statement": Group(
        "Statements and who stands under them.",
        {
            "list": Command(".records.statement", "list_statements", "List the statements."),
            "show": Command(".records.statement", "show_statement", "Show a statement."),
            "add": Command(".entry.adding", "add_statement", "Add a statement and who stands under it."),
            "edit": Command(".entry.editing", "edit_statement", "Change what is recorded of a statement."),
            "remove": Command(".entry.editing", "remove_statement", "Remove a statement with its signatories."),
        },
    ),
    "dataset": Group(
        "The register and the datasets beside it.",
        {
            "list": Command(".records.dataset", "list_datasets", "List the datasets."),
            "show": Command(".records.dataset", "show_dataset", "Show a dataset."),
            "add": Command(".entry.adding", "add_dataset", "Add a dataset."),
            "edit": Command(".entry.editing", "edit_dataset", "Change what is recorded of a dataset."),
            "remove": Command(".entry.editing", "remove_dataset", "Remove a dataset that holds nothing."),
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
            "add": Command(".entry.adding", "add_membership", "Record the acts that make a membership."),
        },
    ),
    "head-of-state": Group(
        "Heads of State.",
        {
            "list": Command(".records.tenure", "list_heads_of_state", "List the heads of State."),
            "add": Command(".entry.special", "add_head_of_state", "Add a head of State."),
        },
    ),
    "representative": Group(
        "Permanent representatives.",
        {
            "list": Command(".records.tenure", "list_representatives", "List the permanent representatives."),
            "add": Command(".entry.special", "add_representative", "Add a permanent representative."),
        },
    ),
}
