-- What the models and the views mean (secdb/models), as it stood when this migration was made.
COMMENT ON TABLE act IS 'One dated legal act of a State, or of an organ, with respect to a treaty.';
COMMENT ON COLUMN act.id IS 'number of the row';

COMMENT ON TABLE act_effect IS 'The rule of derivation as data: what status each kind of act leads to.';

COMMENT ON TABLE change IS 'One row changed in one revision; written by triggers, never changed again.';
COMMENT ON COLUMN change.id IS 'number of the row';

COMMENT ON TABLE citation IS 'The link from exactly one record to a document; with text, the quotation is that slice of it.';
COMMENT ON COLUMN citation.id IS 'number of the row';

COMMENT ON TABLE dataset IS 'A body of records kept under one authority.';
COMMENT ON COLUMN dataset.id IS 'number of the row';
COMMENT ON COLUMN dataset.title IS 'the title';

COMMENT ON TABLE derivation_switch IS 'One row: whether triggers refresh `membership_period` at once, or leave the keys queued for a rebuild.';
COMMENT ON COLUMN derivation_switch.id IS 'number of the row';

COMMENT ON TABLE document IS 'Anything citable, with or without its text.';
COMMENT ON COLUMN document.id IS 'number of the row';
COMMENT ON COLUMN document.title IS 'the title';

COMMENT ON TABLE document_symbol IS 'A symbol or number under which a document is cited.';
COMMENT ON COLUMN document_symbol.id IS 'number of the row';

COMMENT ON TABLE membership_event IS 'An act that counts, with its status and its bounds: a step of the derivation, kept so that it is fast.';

COMMENT ON TABLE membership_period IS 'A spell of one status of one State under one treaty.';

COMMENT ON TABLE membership_refresh IS 'Keys whose periods must be derived again; a trigger empties it at once unless the switch is off.';

COMMENT ON TABLE organization IS 'A body founded by a treaty; its members are that treaty''s parties.';
COMMENT ON COLUMN organization.id IS 'number of the row';
COMMENT ON COLUMN organization.name IS 'the name';

COMMENT ON TABLE person IS 'A person who signed or held an office.';
COMMENT ON COLUMN person.id IS 'number of the row';

COMMENT ON TABLE person_name IS 'Another spelling or form of a person''s name.';
COMMENT ON COLUMN person_name.id IS 'number of the row';
COMMENT ON COLUMN person_name.name IS 'the name';

COMMENT ON TABLE revision IS 'One unit of change; the row without `closed_at` is the one being written.';

COMMENT ON TABLE roster IS 'A document''s own list of the members of a treaty on a day.';
COMMENT ON COLUMN roster.id IS 'number of the row';

COMMENT ON TABLE roster_entry IS 'One State on a roster.';
COMMENT ON COLUMN roster_entry.id IS 'number of the row';

COMMENT ON TABLE signatory IS 'A State (and, where known, a person in a capacity) that signed, issued or is named as author of a statement.';
COMMENT ON COLUMN signatory.id IS 'number of the row';

COMMENT ON TABLE state IS 'A State, or State-like entity, with an identity through time.';
COMMENT ON COLUMN state.id IS 'number of the row';

COMMENT ON TABLE state_code IS 'A code of a State in another scheme, for a period.';
COMMENT ON COLUMN state_code.id IS 'number of the row';
COMMENT ON COLUMN state_code.code IS 'the code';

COMMENT ON TABLE state_name IS 'A name of a State, in a language, for a period.';
COMMENT ON COLUMN state_name.id IS 'number of the row';
COMMENT ON COLUMN state_name.name IS 'the name';

COMMENT ON TABLE state_succession IS 'One State took the place of another, wholly or in part.';
COMMENT ON COLUMN state_succession.id IS 'number of the row';

COMMENT ON TABLE statement IS 'One authored text inside a document: the covering letter, an annexed statement.';
COMMENT ON COLUMN statement.id IS 'number of the row';
COMMENT ON COLUMN statement.title IS 'the title';

COMMENT ON TABLE tenure IS 'A person''s time in an office for a State, as an archivist recorded it.';
COMMENT ON COLUMN tenure.id IS 'number of the row';

COMMENT ON TABLE treaty IS 'An international agreement, whatever its title.';
COMMENT ON COLUMN treaty.id IS 'number of the row';
COMMENT ON COLUMN treaty.title IS 'the title';

COMMENT ON TABLE treaty_name IS 'Another name of a treaty or of the organization it founds.';
COMMENT ON COLUMN treaty_name.id IS 'number of the row';
COMMENT ON COLUMN treaty_name.name IS 'the name';

COMMENT ON TABLE treaty_relation IS 'How one treaty stands to another; `requires`: a party to this one must be a party to that one.';
COMMENT ON COLUMN treaty_relation.id IS 'number of the row';

COMMENT ON VIEW states IS 'A State, or State-like entity, with its latest names.';
COMMENT ON COLUMN states.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN states.state_name IS 'latest short name in English';
COMMENT ON COLUMN states.formal_name IS 'latest formal name in English';
COMMENT ON COLUMN states.existence IS 'when it existed, EDTF interval with an inclusive last day';
COMMENT ON COLUMN states.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN states.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN states.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN states.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';
COMMENT ON COLUMN states.un_admission IS 'day of admission to the United Nations';
COMMENT ON COLUMN states.note IS 'anything a reader should know';

COMMENT ON VIEW state_names IS 'A name of a State, in a language, for a period.';
COMMENT ON COLUMN state_names.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN state_names.name IS 'the name';
COMMENT ON COLUMN state_names.language IS 'ISO 639-1 code';
COMMENT ON COLUMN state_names.form IS 'which of the names: short, formal or variant';
COMMENT ON COLUMN state_names.valid IS 'the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known';
COMMENT ON COLUMN state_names.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN state_names.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN state_names.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN state_names.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';
COMMENT ON COLUMN state_names.id IS 'number of the name';

COMMENT ON VIEW state_codes IS 'A code of a State in another scheme, for a period.';
COMMENT ON COLUMN state_codes.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN state_codes.scheme IS 'iso2, iso3, m49, cow, cowabb, gw, wikidata, un';
COMMENT ON COLUMN state_codes.code IS 'the code';
COMMENT ON COLUMN state_codes.valid IS 'the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known';
COMMENT ON COLUMN state_codes.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN state_codes.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN state_codes.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN state_codes.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';

COMMENT ON VIEW state_successions IS 'One State took the place of another, wholly or in part.';
COMMENT ON COLUMN state_successions.predecessor IS 'code of the State before';
COMMENT ON COLUMN state_successions.successor IS 'code of the State after';
COMMENT ON COLUMN state_successions.kind IS 'continuation, dissolution, separation, unification or cession';
COMMENT ON COLUMN state_successions.date IS 'first day of the new situation, EDTF';
COMMENT ON COLUMN state_successions.date_earliest IS 'lower bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN state_successions.date_latest IS 'upper bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN state_successions.note IS 'anything a reader should know';
COMMENT ON COLUMN state_successions.id IS 'number of the succession';

COMMENT ON VIEW treaties IS 'An international agreement, whatever its title.';
COMMENT ON COLUMN treaties.treaty IS 'code of the treaty';
COMMENT ON COLUMN treaties.title IS 'the title';
COMMENT ON COLUMN treaties.signed IS 'day of adoption or signature, EDTF';
COMMENT ON COLUMN treaties.signed_earliest IS 'its lower bound, inclusive';
COMMENT ON COLUMN treaties.signed_latest IS 'its upper bound, inclusive';
COMMENT ON COLUMN treaties.signed_at IS 'place of signature';
COMMENT ON COLUMN treaties.in_force IS 'entry into force of the treaty itself, EDTF';
COMMENT ON COLUMN treaties.in_force_earliest IS 'its lower bound, inclusive; NULL with no latest = not in force';
COMMENT ON COLUMN treaties.in_force_latest IS 'its upper bound, inclusive';
COMMENT ON COLUMN treaties.term_years IS 'length of a term in years, where it has one';
COMMENT ON COLUMN treaties.expires IS 'end of the first term as the treaty provides, EDTF; ends no period by itself';
COMMENT ON COLUMN treaties.expires_earliest IS 'its lower bound, inclusive';
COMMENT ON COLUMN treaties.expires_latest IS 'its upper bound, inclusive';
COMMENT ON COLUMN treaties.depositary IS 'who keeps the original';
COMMENT ON COLUMN treaties.registration IS 'registration number, as UNTS I-32307';
COMMENT ON COLUMN treaties.note IS 'anything a reader should know';

COMMENT ON VIEW treaty_names IS 'Another name of a treaty or of the organization it founds.';
COMMENT ON COLUMN treaty_names.treaty IS 'code of the treaty';
COMMENT ON COLUMN treaty_names.name IS 'the name';
COMMENT ON COLUMN treaty_names.language IS 'ISO 639-1 code';
COMMENT ON COLUMN treaty_names.form IS 'which of the names: short, formal or variant';

COMMENT ON VIEW treaty_relations IS 'How one treaty stands to another.';
COMMENT ON COLUMN treaty_relations.treaty IS 'code of the treaty';
COMMENT ON COLUMN treaty_relations.kind IS 'amends, prolongs, supersedes or requires (a party to this one must be a party to that one)';
COMMENT ON COLUMN treaty_relations.related IS 'code of the other treaty';

COMMENT ON VIEW organizations IS 'A body founded by a treaty; its members are that treaty''s parties.';
COMMENT ON COLUMN organizations.organization IS 'code of the organization';
COMMENT ON COLUMN organizations.name IS 'the name';
COMMENT ON COLUMN organizations.treaty IS 'code of its constituent instrument';
COMMENT ON COLUMN organizations.note IS 'anything a reader should know';

COMMENT ON VIEW datasets IS 'A body of records kept under one authority.';
COMMENT ON COLUMN datasets.dataset IS 'its code; `register` holds the user''s own records';
COMMENT ON COLUMN datasets.title IS 'the title';
COMMENT ON COLUMN datasets.authority IS 'who keeps it';
COMMENT ON COLUMN datasets.licence IS 'under what terms it may be used';
COMMENT ON COLUMN datasets.covers_from IS 'first day it speaks of; NULL = no limit';
COMMENT ON COLUMN datasets.covers_to IS 'last day it speaks of, inclusive; NULL = no limit';
COMMENT ON COLUMN datasets.url IS 'where it is published';
COMMENT ON COLUMN datasets.note IS 'anything a reader should know';

COMMENT ON VIEW acts IS 'One dated legal act of a State, or of an organ, with respect to a treaty; contradicting claims are all here.';
COMMENT ON COLUMN acts.act IS 'number of the act';
COMMENT ON COLUMN acts.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN acts.treaty IS 'code of the treaty';
COMMENT ON COLUMN acts.state IS 'code of the State; NULL = an act for all parties';
COMMENT ON COLUMN acts.state_name IS 'latest short name in English';
COMMENT ON COLUMN acts.kind IS 'what was done: signature, accession, withdrawal, suspension and so on (view act_effects)';
COMMENT ON COLUMN acts.date_text IS 'the date as the source prints it';
COMMENT ON COLUMN acts.date IS 'date of the act (for an instrument: its deposit), EDTF';
COMMENT ON COLUMN acts.date_earliest IS 'lower bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN acts.date_latest IS 'upper bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN acts.effect IS 'date of effect where it differs, EDTF';
COMMENT ON COLUMN acts.effect_earliest IS 'its lower bound, inclusive';
COMMENT ON COLUMN acts.effect_latest IS 'its upper bound, inclusive';
COMMENT ON COLUMN acts.organ IS 'the organ that acted, where it was not the State';
COMMENT ON COLUMN acts.signer IS 'code of the person who signed for the State';
COMMENT ON COLUMN acts.signer_capacity IS 'in what office';
COMMENT ON COLUMN acts.rank IS 'preferred, normal or deprecated: order among contradicting claims';
COMMENT ON COLUMN acts.contests IS 'number of the act about the same event that this one contradicts';
COMMENT ON COLUMN acts.stands IS '1 = membership follows from it; 0 = it has no effect, or a better-ranked claim stands';
COMMENT ON COLUMN acts.note IS 'anything a reader should know';

COMMENT ON VIEW act_effects IS 'The rule of derivation as data: the status that each kind of act leads to.';
COMMENT ON COLUMN act_effects.kind IS 'the kind of act';
COMMENT ON COLUMN act_effects.status IS 'the status it leads to; `none` = an exit; NULL = no effect on membership';
COMMENT ON COLUMN act_effects.level IS 'a higher level ends a lower one; a lower one after a higher one changes nothing';
COMMENT ON COLUMN act_effects.resets IS '1 = ends whatever status there was (exits and suspension)';

COMMENT ON VIEW memberships IS 'A spell of one status of one State under one treaty; derived from acts and rosters, never typed.';
COMMENT ON COLUMN memberships.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN memberships.treaty IS 'code of the treaty';
COMMENT ON COLUMN memberships.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN memberships.state_name IS 'latest short name in English';
COMMENT ON COLUMN memberships.status IS 'signatory, contracting, provisional, party, suspended, associate or observer';
COMMENT ON COLUMN memberships.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN memberships.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN memberships.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN memberships.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';
COMMENT ON COLUMN memberships.opened_by IS 'kind of act or event that opened the period; `roster` where it follows from rosters';
COMMENT ON COLUMN memberships.closed_by IS 'kind of act or event that closed it; NULL = open';
COMMENT ON COLUMN memberships.origin IS 'what it was derived from: acts or rosters';
COMMENT ON COLUMN memberships.seq IS 'order of the State''s periods under the treaty, from 1';
COMMENT ON COLUMN memberships.opened_by_act IS 'number of the act that opened it';
COMMENT ON COLUMN memberships.closed_by_act IS 'number of the act that closed it';

COMMENT ON VIEW current_members IS 'A party today, certain or possible.';
COMMENT ON COLUMN current_members.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN current_members.treaty IS 'code of the treaty';
COMMENT ON COLUMN current_members.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN current_members.state_name IS 'latest short name in English';
COMMENT ON COLUMN current_members.standing IS '`member` = certainly, `possible` = perhaps';
COMMENT ON COLUMN current_members.since_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN current_members.since_latest IS 'first day, upper bound, inclusive; NULL = not certain';
COMMENT ON COLUMN current_members.opened_by IS 'kind of act or event that opened the period; `roster` where it follows from rosters';

COMMENT ON VIEW membership_changes IS 'A beginning or an end of a membership period.';
COMMENT ON COLUMN membership_changes.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN membership_changes.treaty IS 'code of the treaty';
COMMENT ON COLUMN membership_changes.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN membership_changes.state_name IS 'latest short name in English';
COMMENT ON COLUMN membership_changes.change IS 'began or ended';
COMMENT ON COLUMN membership_changes.status IS 'signatory, contracting, provisional, party, suspended, associate or observer';
COMMENT ON COLUMN membership_changes.earliest IS 'lower bound of the day, inclusive; NULL = unbounded';
COMMENT ON COLUMN membership_changes.latest IS 'upper bound of the day, inclusive; NULL = unbounded';
COMMENT ON COLUMN membership_changes.caused_by IS 'kind of act or event';
COMMENT ON COLUMN membership_changes.act IS 'number of the act';

COMMENT ON VIEW rosters IS 'A State on a document''s own list of members; a list without States is one row.';
COMMENT ON COLUMN rosters.roster IS 'number of the list';
COMMENT ON COLUMN rosters.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN rosters.treaty IS 'code of the treaty';
COMMENT ON COLUMN rosters.statement IS 'code of the statement';
COMMENT ON COLUMN rosters.body IS 'the treaty or organization as the document names it';
COMMENT ON COLUMN rosters.on_text IS 'the day it speaks of, as printed';
COMMENT ON COLUMN rosters."on" IS 'the same in EDTF (a word of SQL: write it in double quotes)';
COMMENT ON COLUMN rosters.on_earliest IS 'its lower bound, inclusive';
COMMENT ON COLUMN rosters.on_latest IS 'its upper bound, inclusive';
COMMENT ON COLUMN rosters.complete IS '1 = a State not listed was not a member';
COMMENT ON COLUMN rosters.rank IS 'preferred, normal or deprecated: order among contradicting claims';
COMMENT ON COLUMN rosters.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN rosters.state_name IS 'latest short name in English';
COMMENT ON COLUMN rosters.position IS 'order on the list, from 1';
COMMENT ON COLUMN rosters.as_printed IS 'the name as the document prints it';
COMMENT ON COLUMN rosters.entry IS 'number of the State''s line on the list';
COMMENT ON COLUMN rosters.note IS 'anything a reader should know';

COMMENT ON VIEW documents IS 'Anything citable, with or without its text.';
COMMENT ON COLUMN documents.document IS 'code of the document';
COMMENT ON COLUMN documents.kind IS 'which kind';
COMMENT ON COLUMN documents.title IS 'the title';
COMMENT ON COLUMN documents.date_text IS 'the date as the source prints it';
COMMENT ON COLUMN documents.date IS 'the date in EDTF';
COMMENT ON COLUMN documents.date_earliest IS 'lower bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN documents.date_latest IS 'upper bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN documents.symbols IS 'symbols or numbers under which it is cited, `; ` between';
COMMENT ON COLUMN documents.language IS 'ISO 639-1 code';
COMMENT ON COLUMN documents.publisher IS 'who issued it';
COMMENT ON COLUMN documents.url IS 'where it is published';
COMMENT ON COLUMN documents.retrieved_on IS 'day it was read there';
COMMENT ON COLUMN documents.sha256 IS 'SHA-256 of the text in UTF-8';
COMMENT ON COLUMN documents.characters IS 'length of the text';
COMMENT ON COLUMN documents.text IS 'its text exactly as received; offsets count its characters from 0';
COMMENT ON COLUMN documents.note IS 'anything a reader should know';
COMMENT ON COLUMN documents.received_type IS 'media type of the file kept beside the text; NULL = only a text was received';
COMMENT ON COLUMN documents.received_size IS 'how many bytes it has';
COMMENT ON COLUMN documents.received_sha256 IS 'its SHA-256';

COMMENT ON VIEW statements IS 'One authored text inside a document: the covering letter, an annexed statement.';
COMMENT ON COLUMN statements.statement IS 'code of the statement';
COMMENT ON COLUMN statements.document IS 'code of the document';
COMMENT ON COLUMN statements.position IS 'order in the document, from 1';
COMMENT ON COLUMN statements.kind IS 'which kind';
COMMENT ON COLUMN statements.title IS 'the title';
COMMENT ON COLUMN statements.date_text IS 'the date as the source prints it';
COMMENT ON COLUMN statements.date IS 'the date in EDTF';
COMMENT ON COLUMN statements.date_earliest IS 'lower bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN statements.date_latest IS 'upper bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN statements.place IS 'where it was adopted';
COMMENT ON COLUMN statements.addressee IS 'to whom it is addressed';
COMMENT ON COLUMN statements.language IS 'ISO 639-1 code';
COMMENT ON COLUMN statements.start_char IS 'first character in the document''s text, from 0';
COMMENT ON COLUMN statements.end_char IS 'character after the last one';
COMMENT ON COLUMN statements.note IS 'anything a reader should know';

COMMENT ON VIEW signatories IS 'A State, and where known a person in a capacity, under a statement.';
COMMENT ON COLUMN signatories.statement IS 'code of the statement';
COMMENT ON COLUMN signatories.position IS 'order of signature, from 1';
COMMENT ON COLUMN signatories.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN signatories.state_name IS 'latest short name in English';
COMMENT ON COLUMN signatories.person IS 'code of the person; NULL = not named';
COMMENT ON COLUMN signatories.person_name IS 'the person''s name, or as printed where the person is not recorded';
COMMENT ON COLUMN signatories.as_printed IS 'the name as the document prints it';
COMMENT ON COLUMN signatories.capacity IS 'in what office the person acted';
COMMENT ON COLUMN signatories.acting IS '1 = acting in that office';
COMMENT ON COLUMN signatories.accredited_to IS 'for representatives: to whom accredited; NULL = the United Nations';
COMMENT ON COLUMN signatories.mode IS 'signed, issued or named';
COMMENT ON COLUMN signatories.joined_on IS 'day it joined the statement later';
COMMENT ON COLUMN signatories.withdrew_on IS 'day it withdrew from the statement';
COMMENT ON COLUMN signatories.date IS 'date of the statement, EDTF';
COMMENT ON COLUMN signatories.date_earliest IS 'lower bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN signatories.date_latest IS 'upper bound of the date, inclusive; NULL = unbounded';
COMMENT ON COLUMN signatories.signatory IS 'number of the signatory';
COMMENT ON COLUMN signatories.note IS 'anything a reader should know';

COMMENT ON VIEW persons IS 'A person who signed or held an office.';
COMMENT ON COLUMN persons.person IS 'code of the person';
COMMENT ON COLUMN persons.name IS 'the name in reports';
COMMENT ON COLUMN persons.names IS 'other spellings, `; ` between';
COMMENT ON COLUMN persons.note IS 'anything a reader should know';

COMMENT ON VIEW person_names IS 'Another spelling or form of a person''s name.';
COMMENT ON COLUMN person_names.person IS 'code of the person; NULL = not named';
COMMENT ON COLUMN person_names.name IS 'the name';
COMMENT ON COLUMN person_names.language IS 'ISO 639-1 code';
COMMENT ON COLUMN person_names.form IS 'which of the names: short, formal or variant';

COMMENT ON VIEW tenures IS 'A person''s time in an office for a State, recorded or attested by a signature.';
COMMENT ON COLUMN tenures.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN tenures.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN tenures.state_name IS 'latest short name in English';
COMMENT ON COLUMN tenures.person IS 'code of the person; NULL = not named';
COMMENT ON COLUMN tenures.person_name IS 'the person''s name, or as printed where the person is not recorded';
COMMENT ON COLUMN tenures.office IS 'the office held';
COMMENT ON COLUMN tenures.acting IS '1 = acting in that office';
COMMENT ON COLUMN tenures.accredited_to IS 'for representatives: to whom accredited; NULL = the United Nations';
COMMENT ON COLUMN tenures.title IS 'the office as printed';
COMMENT ON COLUMN tenures.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN tenures.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN tenures.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN tenures.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';
COMMENT ON COLUMN tenures.origin IS '`recorded` by an archivist, or `attested` by a signature (for the day of the statement)';
COMMENT ON COLUMN tenures.tenure IS 'number of the tenure, where recorded';
COMMENT ON COLUMN tenures.signatory IS 'number of the signatory, where attested';
COMMENT ON COLUMN tenures.statement IS 'code of the statement signed, where attested';

COMMENT ON VIEW heads_of_state IS 'A tenure of a head of State.';
COMMENT ON COLUMN heads_of_state.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN heads_of_state.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN heads_of_state.state_name IS 'latest short name in English';
COMMENT ON COLUMN heads_of_state.person IS 'code of the person; NULL = not named';
COMMENT ON COLUMN heads_of_state.person_name IS 'the person''s name, or as printed where the person is not recorded';
COMMENT ON COLUMN heads_of_state.office IS 'the office held';
COMMENT ON COLUMN heads_of_state.acting IS '1 = acting in that office';
COMMENT ON COLUMN heads_of_state.accredited_to IS 'for representatives: to whom accredited; NULL = the United Nations';
COMMENT ON COLUMN heads_of_state.title IS 'the office as printed';
COMMENT ON COLUMN heads_of_state.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN heads_of_state.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN heads_of_state.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN heads_of_state.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';
COMMENT ON COLUMN heads_of_state.origin IS '`recorded` by an archivist, or `attested` by a signature (for the day of the statement)';
COMMENT ON COLUMN heads_of_state.tenure IS 'number of the tenure, where recorded';
COMMENT ON COLUMN heads_of_state.signatory IS 'number of the signatory, where attested';
COMMENT ON COLUMN heads_of_state.statement IS 'code of the statement signed, where attested';

COMMENT ON VIEW representatives IS 'A tenure of a permanent representative, deputy, permanent observer or charge d''affaires.';
COMMENT ON COLUMN representatives.dataset IS 'code of the dataset: under whose authority it is recorded';
COMMENT ON COLUMN representatives.state IS 'code of the State: ISO 3166-1 alpha-3, else the COW abbreviation';
COMMENT ON COLUMN representatives.state_name IS 'latest short name in English';
COMMENT ON COLUMN representatives.person IS 'code of the person; NULL = not named';
COMMENT ON COLUMN representatives.person_name IS 'the person''s name, or as printed where the person is not recorded';
COMMENT ON COLUMN representatives.office IS 'the office held';
COMMENT ON COLUMN representatives.acting IS '1 = acting in that office';
COMMENT ON COLUMN representatives.accredited_to IS 'for representatives: to whom accredited; NULL = the United Nations';
COMMENT ON COLUMN representatives.title IS 'the office as printed';
COMMENT ON COLUMN representatives.start_earliest IS 'first day, lower bound, inclusive; NULL = unbounded';
COMMENT ON COLUMN representatives.start_latest IS 'first day, upper bound, inclusive; NULL = not certain ever to have begun';
COMMENT ON COLUMN representatives.end_earliest IS 'first day it no longer holds, lower bound; NULL = open, no end has happened';
COMMENT ON COLUMN representatives.end_latest IS 'first day it no longer holds, upper bound; NULL with end_earliest set = end unknown';
COMMENT ON COLUMN representatives.origin IS '`recorded` by an archivist, or `attested` by a signature (for the day of the statement)';
COMMENT ON COLUMN representatives.tenure IS 'number of the tenure, where recorded';
COMMENT ON COLUMN representatives.signatory IS 'number of the signatory, where attested';
COMMENT ON COLUMN representatives.statement IS 'code of the statement signed, where attested';

COMMENT ON VIEW citations IS 'The link from exactly one record to a document; the columns from `act` on hold that record''s number.';
COMMENT ON COLUMN citations.citation IS 'number of the citation';
COMMENT ON COLUMN citations.record IS 'what it proves: act, roster, roster_entry, signatory, tenure, statement, treaty, state, state_name or state_succession';
COMMENT ON COLUMN citations.record_id IS 'number of that record';
COMMENT ON COLUMN citations.document IS 'code of the document';
COMMENT ON COLUMN citations.title IS 'the document''s title';
COMMENT ON COLUMN citations.url IS 'where it is published';
COMMENT ON COLUMN citations.retrieved_on IS 'day it was read there';
COMMENT ON COLUMN citations.locator IS 'page, paragraph or annex';
COMMENT ON COLUMN citations.quotation IS 'the words; exactly that slice of the document''s text where it has one';
COMMENT ON COLUMN citations.start_char IS 'first character in the document''s text, from 0';
COMMENT ON COLUMN citations.end_char IS 'character after the last one';
COMMENT ON COLUMN citations.note IS 'anything a reader should know';
COMMENT ON COLUMN citations.act IS 'number of the act, where it proves one';
COMMENT ON COLUMN citations.roster IS 'number of the roster, where it proves one';
COMMENT ON COLUMN citations.roster_entry IS 'number of the roster entry, where it proves one';
COMMENT ON COLUMN citations.signatory IS 'number of the signatory, where it proves one';
COMMENT ON COLUMN citations.tenure IS 'number of the tenure, where it proves one';
COMMENT ON COLUMN citations.statement IS 'code of the statement, where it proves one';
COMMENT ON COLUMN citations.treaty IS 'code of the treaty, where it proves one';
COMMENT ON COLUMN citations.state IS 'code of the State, where it proves one';
COMMENT ON COLUMN citations.state_name IS 'number of the state name, where it proves one';
COMMENT ON COLUMN citations.state_succession IS 'number of the succession, where it proves one';

COMMENT ON VIEW revisions IS 'One unit of change to the register.';
COMMENT ON COLUMN revisions.revision IS 'its number, from 1';
COMMENT ON COLUMN revisions.author IS 'who signed it off; NULL = a write by an outside client';
COMMENT ON COLUMN revisions.message IS 'why';
COMMENT ON COLUMN revisions.program IS 'program and version that wrote it';
COMMENT ON COLUMN revisions.opened_at IS 'UTC, ISO 8601 with milliseconds';
COMMENT ON COLUMN revisions.closed_at IS 'UTC, ISO 8601 with milliseconds; NULL while it is being written';
COMMENT ON COLUMN revisions.changes IS 'how many rows it changed';
COMMENT ON COLUMN revisions.outside IS '1 = written by a client that named no author';
COMMENT ON COLUMN revisions.previous_hash IS 'hash of the revision before; NULL for the first';
COMMENT ON COLUMN revisions.hash IS 'SHA-256 over the previous hash and the changes; NULL = not sealed yet';

COMMENT ON VIEW changes IS 'One row changed in one revision.';
COMMENT ON COLUMN changes.change IS 'number of the change';
COMMENT ON COLUMN changes.revision IS 'number of the revision';
COMMENT ON COLUMN changes.table_name IS 'the table of the row';
COMMENT ON COLUMN changes.row_id IS 'the row''s id';
COMMENT ON COLUMN changes.operation IS 'insert, update or delete';
COMMENT ON COLUMN changes.old IS 'the row before, as JSON';
COMMENT ON COLUMN changes.new IS 'the row after, as JSON';

COMMENT ON VIEW standing_act IS 'A step of the derivation: an act that counts: of contradicting claims the best-ranked one, never a deprecated one.';
COMMENT ON COLUMN standing_act.act_id IS 'number of the act';
COMMENT ON COLUMN standing_act.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN standing_act.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN standing_act.state_id IS 'number of the State';
COMMENT ON COLUMN standing_act.kind IS 'the kind of act';
COMMENT ON COLUMN standing_act.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN standing_act.level IS 'see act_effect';
COMMENT ON COLUMN standing_act.resets IS 'see act_effect';
COMMENT ON COLUMN standing_act.earliest IS 'first day it can have happened, inclusive';
COMMENT ON COLUMN standing_act.latest IS 'last day it can have happened, inclusive';

COMMENT ON VIEW event_bound IS 'A step of the derivation: an act that counts, as kept in membership_event, with the limits spelt out.';
COMMENT ON COLUMN event_bound.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN event_bound.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN event_bound.state_id IS 'number of the State';
COMMENT ON COLUMN event_bound.act_id IS 'number of the act';
COMMENT ON COLUMN event_bound.kind IS 'the kind of act';
COMMENT ON COLUMN event_bound.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN event_bound.level IS 'see act_effect';
COMMENT ON COLUMN event_bound.resets IS 'see act_effect';
COMMENT ON COLUMN event_bound.earliest IS 'first day it can have happened, inclusive';
COMMENT ON COLUMN event_bound.latest IS 'last day it can have happened, inclusive';

COMMENT ON VIEW act_spell IS 'A step of the derivation: an act that opens a spell of a status, and when that may have ended and has ended.';
COMMENT ON COLUMN act_spell.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN act_spell.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN act_spell.state_id IS 'number of the State';
COMMENT ON COLUMN act_spell.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN act_spell.act_id IS 'number of the act';
COMMENT ON COLUMN act_spell.kind IS 'the kind of act';
COMMENT ON COLUMN act_spell.earliest IS 'first day it can have happened, inclusive';
COMMENT ON COLUMN act_spell.latest IS 'last day it can have happened, inclusive';
COMMENT ON COLUMN act_spell.end_earliest IS 'first day on which it may have ended';
COMMENT ON COLUMN act_spell.end_latest IS 'first day on which it has ended for certain';
COMMENT ON COLUMN act_spell.closed_by_act_id IS 'number of the act that closed it';
COMMENT ON COLUMN act_spell.doubtful IS '1 = a higher status came before and no exit lies between for certain: possible, never certain';
COMMENT ON COLUMN act_spell.own_entry IS '1 = the State''s own entry into force is to follow, 2 = it may, 0 = the treaty''s own counts';

COMMENT ON VIEW key_end IS 'A step of the derivation: when everything ends for a dataset, treaty and State: the treaty terminated for all, or the State extinct.';
COMMENT ON COLUMN key_end.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN key_end.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN key_end.state_id IS 'number of the State';
COMMENT ON COLUMN key_end.state_earliest IS 'end of the State, lower bound';
COMMENT ON COLUMN key_end.state_latest IS 'end of the State, upper bound';
COMMENT ON COLUMN key_end.treaty_earliest IS 'termination of the treaty for all, lower bound';
COMMENT ON COLUMN key_end.treaty_latest IS 'termination of the treaty for all, upper bound';
COMMENT ON COLUMN key_end.force_earliest IS 'entry into force of the treaty, lower bound';
COMMENT ON COLUMN key_end.force_latest IS 'entry into force of the treaty, upper bound';

COMMENT ON VIEW roster_presence IS 'A step of the derivation: a State on a roster, under its treaty and under a treaty that this one requires.';
COMMENT ON COLUMN roster_presence.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN roster_presence.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN roster_presence.state_id IS 'number of the State';
COMMENT ON COLUMN roster_presence.roster_id IS 'number of the roster';
COMMENT ON COLUMN roster_presence.earliest IS 'first day it can have happened, inclusive';
COMMENT ON COLUMN roster_presence.latest IS 'last day it can have happened, inclusive';

COMMENT ON VIEW roster_listing IS 'A step of the derivation: a State on a roster, between the complete rosters before and after it that lack the State.';
COMMENT ON COLUMN roster_listing.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN roster_listing.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN roster_listing.state_id IS 'number of the State';
COMMENT ON COLUMN roster_listing.earliest IS 'first day it can have happened, inclusive';
COMMENT ON COLUMN roster_listing.latest IS 'last day it can have happened, inclusive';
COMMENT ON COLUMN roster_listing.not_before IS 'day after the last complete roster before it that lacks the State';
COMMENT ON COLUMN roster_listing.gone_by IS 'day of the first complete roster after it that lacks the State';

COMMENT ON VIEW raw_spell IS 'A step of the derivation: a spell from acts or from rosters, not yet cut by the ends of State and treaty.';
COMMENT ON COLUMN raw_spell.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN raw_spell.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN raw_spell.state_id IS 'number of the State';
COMMENT ON COLUMN raw_spell.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN raw_spell.origin IS 'acts or rosters';
COMMENT ON COLUMN raw_spell.earliest IS 'first day it can have happened, inclusive';
COMMENT ON COLUMN raw_spell.latest IS 'last day it can have happened, inclusive';
COMMENT ON COLUMN raw_spell.end_earliest IS 'first day on which it may have ended';
COMMENT ON COLUMN raw_spell.end_latest IS 'first day on which it has ended for certain';
COMMENT ON COLUMN raw_spell.opened_by IS 'the kind of act or event that opened it';
COMMENT ON COLUMN raw_spell.opened_by_act_id IS 'number of the act that opened it';
COMMENT ON COLUMN raw_spell.closed_by IS 'the kind of act or event that closed it';
COMMENT ON COLUMN raw_spell.closed_by_act_id IS 'number of the act that closed it';
COMMENT ON COLUMN raw_spell.own_entry IS '1 = the State''s own entry into force is to follow, 2 = it may, 0 = the treaty''s own counts';

COMMENT ON VIEW cut_spell IS 'A step of the derivation: a spell cut by the ends of State and treaty; a contracting State is a party once the treaty is in force.';
COMMENT ON COLUMN cut_spell.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN cut_spell.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN cut_spell.state_id IS 'number of the State';
COMMENT ON COLUMN cut_spell.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN cut_spell.origin IS 'acts or rosters';
COMMENT ON COLUMN cut_spell.start_earliest IS 'first day, lower bound, inclusive';
COMMENT ON COLUMN cut_spell.start_latest IS 'first day, upper bound, inclusive';
COMMENT ON COLUMN cut_spell.end_earliest IS 'first day on which it may have ended';
COMMENT ON COLUMN cut_spell.end_latest IS 'first day on which it has ended for certain';
COMMENT ON COLUMN cut_spell.opened_by IS 'the kind of act or event that opened it';
COMMENT ON COLUMN cut_spell.opened_by_act_id IS 'number of the act that opened it';
COMMENT ON COLUMN cut_spell.closed_by IS 'the kind of act or event that closed it';
COMMENT ON COLUMN cut_spell.closed_by_act_id IS 'number of the act that closed it';

COMMENT ON VIEW joined_spell IS 'A step of the derivation: a spell, those that several events open in unknown order brought together; place 1 is kept.';
COMMENT ON COLUMN joined_spell.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN joined_spell.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN joined_spell.state_id IS 'number of the State';
COMMENT ON COLUMN joined_spell.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN joined_spell.origin IS 'acts or rosters';
COMMENT ON COLUMN joined_spell.start_earliest IS 'first day, lower bound, inclusive';
COMMENT ON COLUMN joined_spell.start_latest IS 'first day, upper bound, inclusive';
COMMENT ON COLUMN joined_spell.end_earliest IS 'first day on which it may have ended';
COMMENT ON COLUMN joined_spell.end_latest IS 'first day on which it has ended for certain';
COMMENT ON COLUMN joined_spell.opened_by IS 'the kind of act or event that opened it';
COMMENT ON COLUMN joined_spell.opened_by_act_id IS 'number of the act that opened it';
COMMENT ON COLUMN joined_spell.closed_by IS 'the kind of act or event that closed it';
COMMENT ON COLUMN joined_spell.closed_by_act_id IS 'number of the act that closed it';
COMMENT ON COLUMN joined_spell.place IS '1 = the spell that stands for all that several events opened in unknown order';

COMMENT ON VIEW derived_period IS 'A step of the derivation: a membership period as the rule derives it: the rows that membership_period keeps.';
COMMENT ON COLUMN derived_period.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN derived_period.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN derived_period.state_id IS 'number of the State';
COMMENT ON COLUMN derived_period.seq IS 'order of the State''s periods, from 1';
COMMENT ON COLUMN derived_period.status IS 'the status it leads to; none = an exit';
COMMENT ON COLUMN derived_period.start_earliest IS 'first day, lower bound, inclusive';
COMMENT ON COLUMN derived_period.start_latest IS 'first day, upper bound, inclusive';
COMMENT ON COLUMN derived_period.end_earliest IS 'first day on which it may have ended';
COMMENT ON COLUMN derived_period.end_latest IS 'first day on which it has ended for certain';
COMMENT ON COLUMN derived_period.origin IS 'acts or rosters';
COMMENT ON COLUMN derived_period.opened_by IS 'the kind of act or event that opened it';
COMMENT ON COLUMN derived_period.opened_by_act_id IS 'number of the act that opened it';
COMMENT ON COLUMN derived_period.closed_by IS 'the kind of act or event that closed it';
COMMENT ON COLUMN derived_period.closed_by_act_id IS 'number of the act that closed it';

COMMENT ON VIEW membership_key IS 'A step of the derivation: a dataset, treaty and State that has, or had, something to derive from.';
COMMENT ON COLUMN membership_key.dataset_id IS 'number of the dataset';
COMMENT ON COLUMN membership_key.treaty_id IS 'number of the treaty';
COMMENT ON COLUMN membership_key.state_id IS 'number of the State';

COMMENT ON TABLE alembic_version IS 'The revision of the schema, kept by Alembic.';
COMMENT ON COLUMN alembic_version.version_num IS 'the newest migration that was run';

COMMENT ON FUNCTION secdb_keep_history() IS 'Trigger: the change log is append-only, and a sealed revision is never altered.';
COMMENT ON FUNCTION secdb_refuse_sealed() IS 'Trigger: nothing is added to a sealed revision.';
COMMENT ON FUNCTION secdb_refuse_truncate() IS 'Trigger: TRUNCATE, which would pass by the change log, is refused.';
COMMENT ON FUNCTION secdb_refuse_new_id() IS 'Trigger: the id of a row is never changed.';
COMMENT ON FUNCTION secdb_current_revision() IS 'The revision a write belongs to: the one being written, else one made for the outside client''s transaction.';
COMMENT ON FUNCTION secdb_log_change() IS 'Trigger: every row changed is copied into the change log.';
COMMENT ON FUNCTION secdb_words(text, text) IS 'The words of a title and a text for search, without accents and case.';
COMMENT ON FUNCTION secdb_find(tsquery) IS 'The documents whose words, or whose statements'' titles, answer to a query.';
COMMENT ON FUNCTION secdb_citation_words() IS 'Trigger: a quotation is exactly the slice of the document''s text that its offsets name.';
COMMENT ON FUNCTION secdb_document_text() IS 'Trigger: a document''s text keeps what citations quote and statements reach.';
COMMENT ON FUNCTION secdb_act_contest() IS 'Trigger: a claim contests an uncontesting claim of the same dataset, treaty and State.';
COMMENT ON FUNCTION secdb_statement_extent() IS 'Trigger: a statement stands inside its document.';
COMMENT ON FUNCTION secdb_refresh() IS 'Trigger: membership periods are derived again for the keys that were queued.';
COMMENT ON FUNCTION secdb_switch() IS 'Trigger: derivation is switched off for a bulk load and on again.';
COMMENT ON FUNCTION secdb_refuse_typed() IS 'Trigger: what is derived is typed by nobody.';
COMMENT ON FUNCTION secdb_refuse_rule() IS 'Trigger: the rule of derivation changes only by migration.';
COMMENT ON FUNCTION secdb_queue_treaty(integer, integer) IS 'Queue every State of a dataset and treaty to be derived again.';
COMMENT ON FUNCTION secdb_queue_entry(integer, integer) IS 'Queue the State of a roster''s line to be derived again, under the treaties required too.';
COMMENT ON FUNCTION secdb_queue_relation(integer, integer) IS 'Queue the States on a treaty''s rosters to be derived again under the treaty it requires.';
COMMENT ON FUNCTION secdb_queue_act_key(integer, integer, integer) IS 'Queue an act''s dataset, treaty and State to be derived again; without a State, all of them.';
COMMENT ON FUNCTION secdb_queue_act() IS 'Trigger: an act queues its key to be derived again.';
COMMENT ON FUNCTION secdb_queue_roster() IS 'Trigger: a roster queues the keys it speaks of.';
COMMENT ON FUNCTION secdb_queue_roster_entry() IS 'Trigger: a roster''s line queues its key.';
COMMENT ON FUNCTION secdb_queue_treaty_relation() IS 'Trigger: a relation of treaties queues the keys that follow from it.';
COMMENT ON FUNCTION secdb_queue_all() IS 'Trigger: a treaty or State whose limits change queues all its keys.';
COMMENT ON FUNCTION secdb_asked(text, text, text) IS 'The treaty meant by a code of its own or of the organization it founds; an error for a word that means nothing.';
COMMENT ON FUNCTION members_on(text, date, text, text) IS 'The States with a standing under a treaty on a day, as `secdb members`: treaty or organization, day (default: today), dataset (default: register), basis signed, consented or in-force (default). Suspended States are rows too, and never counted. Bounds: since_* inclusive, until_* the first day no longer.';
COMMENT ON FUNCTION changes(text, date, date, text, text, boolean) IS 'How the members of a treaty differ on two days, as `secdb changes`: treaty or organization, the two days, dataset, basis, and whether to list States without a change. `acts` are the numbers of the acts between that count.';
