-- column act.contests_id
integer
-- the claim about the same event that this one contradicts

-- column act.dataset_id
integer NOT NULL
-- who records it

-- column act.date_earliest
date
-- lower bound, inclusive

-- column act.date_edtf
text
-- the same in EDTF

-- column act.date_latest
date
-- upper bound, inclusive

-- column act.date_text
text
-- date of the act (for an instrument: its deposit), as the source prints it

-- column act.effect_earliest
date
-- lower bound, inclusive

-- column act.effect_edtf
text
-- the same in EDTF

-- column act.effect_latest
date
-- upper bound, inclusive

-- column act.effect_text
text
-- date of effect where it differs, as the source prints it

-- column act.id
integer NOT NULL DEFAULT nextval('act_id_seq'::regclass)

-- column act.kind
text NOT NULL
-- what was done: signature, definitive_signature, ratification, acceptance, approval, accession, succession, formal_confirmation, provisional_application, entry_into_force, participation, prolongation, non_renewal, withdrawal, suspension, resumption, expulsion, termination, extinction, observer_admission, associate_admission, reservation, declaration, objection, reservation_withdrawal

-- column act.note
text
-- anything a reader should know

-- column act.organ
text
-- the organ that acted, where it was not the State

-- column act.rank
text NOT NULL DEFAULT 'normal'::text
-- order among contradicting claims: preferred, normal, deprecated

-- column act.signer_capacity
text
-- in what office: head_of_state, head_of_government, minister_for_foreign_affairs, permanent_representative, deputy_permanent_representative, permanent_observer, charge_daffaires, special_envoy, other

-- column act.signer_id
integer
-- who signed for the State

-- column act.state_id
integer
-- the State; NULL = an act for all its parties

-- column act.treaty_id
integer NOT NULL
-- the treaty

-- column citation.act_id
integer
-- the record proved

-- column citation.document_id
integer NOT NULL
-- the document that proves it

-- column citation.end_char
integer
-- character after the last one

-- column citation.id
integer NOT NULL DEFAULT nextval('citation_id_seq'::regclass)

-- column citation.locator
text
-- page, paragraph or annex

-- column citation.note
text
-- anything a reader should know

-- column citation.quotation
text
-- the words; exactly those of the document's text where it has one

-- column citation.roster_entry_id
integer
-- the record proved

-- column citation.roster_id
integer
-- the record proved

-- column citation.signatory_id
integer
-- the record proved

-- column citation.start_char
integer
-- first character in the text, from 0

-- column citation.state_id
integer
-- the record proved

-- column citation.state_name_id
integer
-- the record proved

-- column citation.state_succession_id
integer
-- the record proved

-- column citation.statement_id
integer
-- the record proved

-- column citation.tenure_id
integer
-- the record proved

-- column citation.treaty_id
integer
-- the record proved

-- column roster.body
text
-- the treaty or organization as the document names it

-- column roster.complete
integer NOT NULL DEFAULT 0
-- 1 = a State not listed was not a member

-- column roster.dataset_id
integer NOT NULL
-- who records it

-- column roster.id
integer NOT NULL DEFAULT nextval('roster_id_seq'::regclass)

-- column roster.note
text
-- anything a reader should know

-- column roster.on_earliest
date
-- lower bound, inclusive

-- column roster.on_edtf
text
-- the same in EDTF

-- column roster.on_latest
date
-- upper bound, inclusive

-- column roster.on_text
text
-- the day it speaks of, as printed

-- column roster.rank
text NOT NULL DEFAULT 'normal'::text
-- order among contradicting rosters: preferred, normal, deprecated

-- column roster.statement_id
integer
-- where it stands

-- column roster.treaty_id
integer NOT NULL
-- whose members it lists

-- column roster_entry.as_printed
text
-- the State's name as printed

-- column roster_entry.id
integer NOT NULL DEFAULT nextval('roster_entry_id_seq'::regclass)

-- column roster_entry.position
integer
-- order on the list, from 1

-- column roster_entry.roster_id
integer NOT NULL
-- the roster

-- column roster_entry.state_id
integer NOT NULL
-- the State

-- column tenure.accredited_to
text
-- for representatives: to whom; NULL = the United Nations

-- column tenure.acting
integer NOT NULL DEFAULT 0
-- 1 = acting

-- column tenure.dataset_id
integer NOT NULL
-- who records it

-- column tenure.end_earliest
date
-- first day it no longer holds, lower bound; NULL = open

-- column tenure.end_latest
date
-- first day it no longer holds, upper bound; NULL with end_earliest set = end unknown

-- column tenure.id
integer NOT NULL DEFAULT nextval('tenure_id_seq'::regclass)

-- column tenure.note
text
-- anything a reader should know

-- column tenure.office
text NOT NULL
-- which office: head_of_state, head_of_government, minister_for_foreign_affairs, permanent_representative, deputy_permanent_representative, permanent_observer, charge_daffaires, special_envoy, other

-- column tenure.person_id
integer NOT NULL
-- who

-- column tenure.rank
text NOT NULL DEFAULT 'normal'::text
-- order among contradicting claims: preferred, normal, deprecated

-- column tenure.start_earliest
date
-- first day, lower bound, inclusive; NULL = unbounded

-- column tenure.start_latest
date
-- first day, upper bound, inclusive; NULL = not certain ever to have begun

-- column tenure.state_id
integer NOT NULL
-- for which State

-- column tenure.title
text
-- the office as printed

-- column tenure.valid
text
-- the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known

-- constraint ck_act__contests_another
act CHECK ((contests_id <> id))

-- constraint ck_act__date_earliest_day
act CHECK (((date_earliest >= '0001-01-01'::date) AND (date_earliest <= '9999-12-31'::date)))

-- constraint ck_act__date_latest_day
act CHECK (((date_latest >= '0001-01-01'::date) AND (date_latest <= '9999-12-31'::date)))

-- constraint ck_act__date_ordered
act CHECK ((date_earliest <= date_latest))

-- constraint ck_act__date_stated
act CHECK (((date_edtf IS NOT NULL) OR ((date_earliest IS NULL) AND (date_latest IS NULL))))

-- constraint ck_act__dated
act CHECK (((date_edtf IS NOT NULL) OR (effect_edtf IS NOT NULL)))

-- constraint ck_act__effect_earliest_day
act CHECK (((effect_earliest >= '0001-01-01'::date) AND (effect_earliest <= '9999-12-31'::date)))

-- constraint ck_act__effect_latest_day
act CHECK (((effect_latest >= '0001-01-01'::date) AND (effect_latest <= '9999-12-31'::date)))

-- constraint ck_act__effect_ordered
act CHECK ((effect_earliest <= effect_latest))

-- constraint ck_act__effect_stated
act CHECK (((effect_edtf IS NOT NULL) OR ((effect_earliest IS NULL) AND (effect_latest IS NULL))))

-- constraint ck_act__kind_known
act CHECK ((kind = ANY (ARRAY['signature'::text, 'definitive_signature'::text, 'ratification'::text, 'acceptance'::text, 'approval'::text, 'accession'::text, 'succession'::text, 'formal_confirmation'::text, 'provisional_application'::text, 'entry_into_force'::text, 'participation'::text, 'prolongation'::text, 'non_renewal'::text, 'withdrawal'::text, 'suspension'::text, 'resumption'::text, 'expulsion'::text, 'termination'::text, 'extinction'::text, 'observer_admission'::text, 'associate_admission'::text, 'reservation'::text, 'declaration'::text, 'objection'::text, 'reservation_withdrawal'::text])))

-- constraint ck_act__rank_known
act CHECK ((rank = ANY (ARRAY['preferred'::text, 'normal'::text, 'deprecated'::text])))

-- constraint ck_act__signer_capacity_known
act CHECK ((signer_capacity = ANY (ARRAY['head_of_state'::text, 'head_of_government'::text, 'minister_for_foreign_affairs'::text, 'permanent_representative'::text, 'deputy_permanent_representative'::text, 'permanent_observer'::text, 'charge_daffaires'::text, 'special_envoy'::text, 'other'::text])))

-- constraint ck_act__state_named
act CHECK (((state_id IS NOT NULL) OR (kind = ANY (ARRAY['termination'::text, 'prolongation'::text, 'entry_into_force'::text]))))

-- constraint ck_citation__offsets_fit_quotation
citation CHECK (((0 <= start_char) AND ((end_char - start_char) = length(quotation))))

-- constraint ck_citation__offsets_with_quotation
citation CHECK ((((start_char IS NULL) = (end_char IS NULL)) AND ((start_char IS NULL) OR (quotation IS NOT NULL))))

-- constraint ck_citation__one_target
citation CHECK (((((((((((
CASE
WHEN (state_id IS NULL) THEN 0
ELSE 1
END +
CASE
WHEN (state_name_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (state_succession_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (treaty_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (act_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (roster_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (roster_entry_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (tenure_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (statement_id IS NULL) THEN 0
ELSE 1
END) +
CASE
WHEN (signatory_id IS NULL) THEN 0
ELSE 1
END) = 1))

-- constraint ck_citation__quotation_filled
citation CHECK ((quotation <> ''::text))

-- constraint ck_roster__complete_flag
roster CHECK ((complete = ANY (ARRAY[0, 1])))

-- constraint ck_roster__dated
roster CHECK ((on_edtf IS NOT NULL))

-- constraint ck_roster__on_earliest_day
roster CHECK (((on_earliest >= '0001-01-01'::date) AND (on_earliest <= '9999-12-31'::date)))

-- constraint ck_roster__on_latest_day
roster CHECK (((on_latest >= '0001-01-01'::date) AND (on_latest <= '9999-12-31'::date)))

-- constraint ck_roster__on_ordered
roster CHECK ((on_earliest <= on_latest))

-- constraint ck_roster__on_stated
roster CHECK (((on_edtf IS NOT NULL) OR ((on_earliest IS NULL) AND (on_latest IS NULL))))

-- constraint ck_roster__rank_known
roster CHECK ((rank = ANY (ARRAY['preferred'::text, 'normal'::text, 'deprecated'::text])))

-- constraint ck_tenure__acting_flag
tenure CHECK ((acting = ANY (ARRAY[0, 1])))

-- constraint ck_tenure__end_earliest_day
tenure CHECK (((end_earliest >= '0001-01-01'::date) AND (end_earliest <= '9999-12-31'::date)))

-- constraint ck_tenure__end_known_since
tenure CHECK (((end_latest IS NULL) OR (end_earliest IS NOT NULL)))

-- constraint ck_tenure__end_latest_day
tenure CHECK (((end_latest >= '0001-01-01'::date) AND (end_latest <= '9999-12-31'::date)))

-- constraint ck_tenure__end_ordered
tenure CHECK ((end_earliest <= end_latest))

-- constraint ck_tenure__office_known
tenure CHECK ((office = ANY (ARRAY['head_of_state'::text, 'head_of_government'::text, 'minister_for_foreign_affairs'::text, 'permanent_representative'::text, 'deputy_permanent_representative'::text, 'permanent_observer'::text, 'charge_daffaires'::text, 'special_envoy'::text, 'other'::text])))

-- constraint ck_tenure__rank_known
tenure CHECK ((rank = ANY (ARRAY['preferred'::text, 'normal'::text, 'deprecated'::text])))

-- constraint ck_tenure__start_before_end
tenure CHECK ((start_earliest <= end_latest))

-- constraint ck_tenure__start_earliest_day
tenure CHECK (((start_earliest >= '0001-01-01'::date) AND (start_earliest <= '9999-12-31'::date)))

-- constraint ck_tenure__start_latest_day
tenure CHECK (((start_latest >= '0001-01-01'::date) AND (start_latest <= '9999-12-31'::date)))

-- constraint ck_tenure__start_ordered
tenure CHECK ((start_earliest <= start_latest))

-- constraint fk_act__contests_id
act FOREIGN KEY (contests_id) REFERENCES act(id)

-- constraint fk_act__dataset_id
act FOREIGN KEY (dataset_id) REFERENCES dataset(id)

-- constraint fk_act__signer_id
act FOREIGN KEY (signer_id) REFERENCES person(id)

-- constraint fk_act__state_id
act FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_act__treaty_id
act FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint fk_citation__act_id
citation FOREIGN KEY (act_id) REFERENCES act(id)

-- constraint fk_citation__document_id
citation FOREIGN KEY (document_id) REFERENCES document(id)

-- constraint fk_citation__roster_entry_id
citation FOREIGN KEY (roster_entry_id) REFERENCES roster_entry(id)

-- constraint fk_citation__roster_id
citation FOREIGN KEY (roster_id) REFERENCES roster(id)

-- constraint fk_citation__signatory_id
citation FOREIGN KEY (signatory_id) REFERENCES signatory(id)

-- constraint fk_citation__state_id
citation FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_citation__state_name_id
citation FOREIGN KEY (state_name_id) REFERENCES state_name(id)

-- constraint fk_citation__state_succession_id
citation FOREIGN KEY (state_succession_id) REFERENCES state_succession(id)

-- constraint fk_citation__statement_id
citation FOREIGN KEY (statement_id) REFERENCES statement(id)

-- constraint fk_citation__tenure_id
citation FOREIGN KEY (tenure_id) REFERENCES tenure(id)

-- constraint fk_citation__treaty_id
citation FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint fk_roster__dataset_id
roster FOREIGN KEY (dataset_id) REFERENCES dataset(id)

-- constraint fk_roster__statement_id
roster FOREIGN KEY (statement_id) REFERENCES statement(id)

-- constraint fk_roster__treaty_id
roster FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint fk_roster_entry__roster_id
roster_entry FOREIGN KEY (roster_id) REFERENCES roster(id)

-- constraint fk_roster_entry__state_id
roster_entry FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_tenure__dataset_id
tenure FOREIGN KEY (dataset_id) REFERENCES dataset(id)

-- constraint fk_tenure__person_id
tenure FOREIGN KEY (person_id) REFERENCES person(id)

-- constraint fk_tenure__state_id
tenure FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint pk_act
act PRIMARY KEY (id)

-- constraint pk_citation
citation PRIMARY KEY (id)

-- constraint pk_roster
roster PRIMARY KEY (id)

-- constraint pk_roster_entry
roster_entry PRIMARY KEY (id)

-- constraint pk_tenure
tenure PRIMARY KEY (id)

-- constraint uq_roster_entry__roster_id_state_id
roster_entry UNIQUE (roster_id, state_id)

-- function secdb_act_contest
CREATE OR REPLACE FUNCTION public.secdb_act_contest()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF (NEW.contests_id IS NOT NULL AND (
NOT EXISTS (
SELECT 1 FROM act AS a WHERE a.id = NEW.contests_id AND a.contests_id IS NULL
AND a.dataset_id = NEW.dataset_id AND a.treaty_id = NEW.treaty_id
AND a.state_id IS NOT DISTINCT FROM NEW.state_id)
OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM act AS a WHERE a.contests_id = NEW.id))))
OR TG_OP = 'UPDATE' AND EXISTS (
SELECT 1 FROM act AS a WHERE a.contests_id = NEW.id
AND (a.dataset_id <> NEW.dataset_id OR a.treaty_id <> NEW.treaty_id
OR a.state_id IS DISTINCT FROM NEW.state_id)) THEN
RAISE EXCEPTION 'an act contests an uncontesting act of the same dataset, treaty and State'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
END $function$

-- function secdb_citation_words
CREATE OR REPLACE FUNCTION public.secdb_citation_words()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
DECLARE
words text := (SELECT d.text FROM document AS d WHERE d.id = NEW.document_id);
BEGIN
IF NEW.quotation IS NOT NULL AND words IS NOT NULL AND (NEW.start_char IS NULL OR NEW.start_char < 0
OR NEW.end_char < NEW.start_char
OR substr(words, NEW.start_char + 1, NEW.end_char - NEW.start_char) IS DISTINCT FROM NEW.quotation) THEN
RAISE EXCEPTION 'the quotation is not the slice of the document''s text that its offsets name'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
END $function$

-- function secdb_document_text
CREATE OR REPLACE FUNCTION public.secdb_document_text()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF NEW.text IS NULL AND EXISTS (
SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.start_char IS NOT NULL) THEN
RAISE EXCEPTION 'citations quote the text of this document' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF EXISTS (
SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.quotation IS NOT NULL AND NEW.text IS NOT NULL
AND (c.start_char IS NULL
OR substr(NEW.text, c.start_char + 1, c.end_char - c.start_char) IS DISTINCT FROM c.quotation)) THEN
RAISE EXCEPTION 'citations quote words that the new text does not have there'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF EXISTS (SELECT 1 FROM statement AS s WHERE s.document_id = OLD.id AND s.end_char > length(NEW.text)) THEN
RAISE EXCEPTION 'statements reach beyond the new text of the document'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
END $function$

-- function secdb_statement_extent
CREATE OR REPLACE FUNCTION public.secdb_statement_extent()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF NEW.end_char > (SELECT length(d.text) FROM document AS d WHERE d.id = NEW.document_id) THEN
RAISE EXCEPTION 'the statement reaches beyond the text of its document'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
END $function$

-- index ix_act__contests
CREATE INDEX ix_act__contests ON public.act USING btree (contests_id)

-- index ix_act__key
CREATE INDEX ix_act__key ON public.act USING btree (dataset_id, treaty_id, state_id)

-- index ix_act__signer_id
CREATE INDEX ix_act__signer_id ON public.act USING btree (signer_id)

-- index ix_act__state
CREATE INDEX ix_act__state ON public.act USING btree (state_id, treaty_id)

-- index ix_act__treaty_kind
CREATE INDEX ix_act__treaty_kind ON public.act USING btree (treaty_id, kind)

-- index ix_citation__act
CREATE INDEX ix_citation__act ON public.citation USING btree (act_id)

-- index ix_citation__document_id
CREATE INDEX ix_citation__document_id ON public.citation USING btree (document_id)

-- index ix_citation__roster
CREATE INDEX ix_citation__roster ON public.citation USING btree (roster_id)

-- index ix_citation__roster_entry
CREATE INDEX ix_citation__roster_entry ON public.citation USING btree (roster_entry_id)

-- index ix_citation__signatory
CREATE INDEX ix_citation__signatory ON public.citation USING btree (signatory_id)

-- index ix_citation__state
CREATE INDEX ix_citation__state ON public.citation USING btree (state_id)

-- index ix_citation__state_name
CREATE INDEX ix_citation__state_name ON public.citation USING btree (state_name_id)

-- index ix_citation__state_succession
CREATE INDEX ix_citation__state_succession ON public.citation USING btree (state_succession_id)

-- index ix_citation__statement
CREATE INDEX ix_citation__statement ON public.citation USING btree (statement_id)

-- index ix_citation__tenure
CREATE INDEX ix_citation__tenure ON public.citation USING btree (tenure_id)

-- index ix_citation__treaty
CREATE INDEX ix_citation__treaty ON public.citation USING btree (treaty_id)

-- index ix_roster__dataset_id
CREATE INDEX ix_roster__dataset_id ON public.roster USING btree (dataset_id)

-- index ix_roster__statement_id
CREATE INDEX ix_roster__statement_id ON public.roster USING btree (statement_id)

-- index ix_roster__treaty
CREATE INDEX ix_roster__treaty ON public.roster USING btree (treaty_id, dataset_id)

-- index ix_roster_entry__state_id
CREATE INDEX ix_roster_entry__state_id ON public.roster_entry USING btree (state_id)

-- index ix_tenure__dataset_id
CREATE INDEX ix_tenure__dataset_id ON public.tenure USING btree (dataset_id)

-- index ix_tenure__person_id
CREATE INDEX ix_tenure__person_id ON public.tenure USING btree (person_id)

-- index ix_tenure__state_office
CREATE INDEX ix_tenure__state_office ON public.tenure USING btree (state_id, office)

-- index pk_act
CREATE UNIQUE INDEX pk_act ON public.act USING btree (id)

-- index pk_citation
CREATE UNIQUE INDEX pk_citation ON public.citation USING btree (id)

-- index pk_roster
CREATE UNIQUE INDEX pk_roster ON public.roster USING btree (id)

-- index pk_roster_entry
CREATE UNIQUE INDEX pk_roster_entry ON public.roster_entry USING btree (id)

-- index pk_tenure
CREATE UNIQUE INDEX pk_tenure ON public.tenure USING btree (id)

-- index uq_roster_entry__roster_id_state_id
CREATE UNIQUE INDEX uq_roster_entry__roster_id_state_id ON public.roster_entry USING btree (roster_id, state_id)

-- trigger act_contest
CREATE TRIGGER act_contest BEFORE INSERT OR UPDATE ON public.act FOR EACH ROW EXECUTE FUNCTION secdb_act_contest()

-- trigger act_id
CREATE TRIGGER act_id BEFORE UPDATE OF id ON public.act FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger act_log
CREATE TRIGGER act_log AFTER INSERT OR DELETE OR UPDATE ON public.act FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger act_truncate
CREATE TRIGGER act_truncate BEFORE TRUNCATE ON public.act FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger citation_id
CREATE TRIGGER citation_id BEFORE UPDATE OF id ON public.citation FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger citation_log
CREATE TRIGGER citation_log AFTER INSERT OR DELETE OR UPDATE ON public.citation FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger citation_truncate
CREATE TRIGGER citation_truncate BEFORE TRUNCATE ON public.citation FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger citation_words
CREATE TRIGGER citation_words BEFORE INSERT OR UPDATE ON public.citation FOR EACH ROW EXECUTE FUNCTION secdb_citation_words()

-- trigger document_text
CREATE TRIGGER document_text BEFORE UPDATE OF text ON public.document FOR EACH ROW WHEN ((new.text IS DISTINCT FROM old.text)) EXECUTE FUNCTION secdb_document_text()

-- trigger roster_entry_id
CREATE TRIGGER roster_entry_id BEFORE UPDATE OF id ON public.roster_entry FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger roster_entry_log
CREATE TRIGGER roster_entry_log AFTER INSERT OR DELETE OR UPDATE ON public.roster_entry FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger roster_entry_truncate
CREATE TRIGGER roster_entry_truncate BEFORE TRUNCATE ON public.roster_entry FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger roster_id
CREATE TRIGGER roster_id BEFORE UPDATE OF id ON public.roster FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger roster_log
CREATE TRIGGER roster_log AFTER INSERT OR DELETE OR UPDATE ON public.roster FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger roster_truncate
CREATE TRIGGER roster_truncate BEFORE TRUNCATE ON public.roster FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger statement_extent
CREATE TRIGGER statement_extent BEFORE INSERT OR UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION secdb_statement_extent()

-- trigger tenure_id
CREATE TRIGGER tenure_id BEFORE UPDATE OF id ON public.tenure FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger tenure_log
CREATE TRIGGER tenure_log AFTER INSERT OR DELETE OR UPDATE ON public.tenure FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger tenure_truncate
CREATE TRIGGER tenure_truncate BEFORE TRUNCATE ON public.tenure FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()
