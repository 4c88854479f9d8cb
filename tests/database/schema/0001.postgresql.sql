-- column alembic_version.version_num
character varying(32) NOT NULL

-- column change.id
integer NOT NULL DEFAULT nextval('change_id_seq'::regclass)

-- column change.new
jsonb
-- the row after, as JSON

-- column change.old
jsonb
-- the row before, as JSON

-- column change.operation
text NOT NULL
-- what happened to the row: insert, update, delete

-- column change.revision_id
integer NOT NULL
-- the revision it belongs to

-- column change.row_id
integer NOT NULL
-- the row's id

-- column change.table_name
text NOT NULL
-- the table of the row

-- column dataset.authority
text
-- who keeps it

-- column dataset.code
text NOT NULL
-- the name used in commands: register

-- column dataset.covers_from
date
-- first day it speaks of; NULL = no limit

-- column dataset.covers_to
date
-- last day it speaks of, inclusive; NULL = no limit

-- column dataset.id
integer NOT NULL DEFAULT nextval('dataset_id_seq'::regclass)

-- column dataset.licence
text
-- under what terms it may be used

-- column dataset.note
text
-- anything a reader should know

-- column dataset.title
text NOT NULL

-- column dataset.url
text
-- where it is published

-- column person.code
text NOT NULL
-- the name used in commands: lavrov-s

-- column person.id
integer NOT NULL DEFAULT nextval('person_id_seq'::regclass)

-- column person.name
text NOT NULL
-- the name in reports

-- column person.note
text
-- anything a reader should know

-- column person_name.form
text NOT NULL
-- which of the names: short, formal, variant

-- column person_name.id
integer NOT NULL DEFAULT nextval('person_name_id_seq'::regclass)

-- column person_name.language
text NOT NULL
-- ISO 639-1 code

-- column person_name.name
text NOT NULL

-- column person_name.person_id
integer NOT NULL
-- the person

-- column revision.author
text
-- who signed it off; NULL = a write by an outside client

-- column revision.closed_at
text
-- UTC, ISO 8601 with milliseconds; NULL while it is being written

-- column revision.hash
text
-- SHA-256 over the previous hash and the changes; NULL = not sealed yet

-- column revision.id
integer NOT NULL
-- the revision number

-- column revision.message
text
-- why

-- column revision.opened_at
text NOT NULL
-- UTC, ISO 8601 with milliseconds

-- column revision.previous_hash
text
-- hash of the revision before; NULL for the first

-- column revision.program
text
-- program and version that wrote it

-- column state.code
text NOT NULL
-- ISO 3166-1 alpha-3 where there is or was one, else the COW abbreviation

-- column state.end_earliest
date
-- first day it no longer holds, lower bound; NULL = open

-- column state.end_latest
date
-- first day it no longer holds, upper bound; NULL with end_earliest set = end unknown

-- column state.existence
text
-- when it existed, EDTF interval with an inclusive last day

-- column state.id
integer NOT NULL DEFAULT nextval('state_id_seq'::regclass)

-- column state.note
text
-- anything a reader should know

-- column state.start_earliest
date
-- first day, lower bound, inclusive; NULL = unbounded

-- column state.start_latest
date
-- first day, upper bound, inclusive; NULL = not certain ever to have begun

-- column state.un_admission
date
-- day of admission to the United Nations

-- column state_code.code
text NOT NULL

-- column state_code.end_earliest
date
-- first day it no longer holds, lower bound; NULL = open

-- column state_code.end_latest
date
-- first day it no longer holds, upper bound; NULL with end_earliest set = end unknown

-- column state_code.id
integer NOT NULL DEFAULT nextval('state_code_id_seq'::regclass)

-- column state_code.scheme
text NOT NULL
-- iso2, iso3, m49, cow, cowabb, gw, wikidata, un

-- column state_code.start_earliest
date
-- first day, lower bound, inclusive; NULL = unbounded

-- column state_code.start_latest
date
-- first day, upper bound, inclusive; NULL = not certain ever to have begun

-- column state_code.state_id
integer NOT NULL
-- the State

-- column state_code.valid
text
-- the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known

-- column state_name.end_earliest
date
-- first day it no longer holds, lower bound; NULL = open

-- column state_name.end_latest
date
-- first day it no longer holds, upper bound; NULL with end_earliest set = end unknown

-- column state_name.form
text NOT NULL
-- which of its names: short, formal, variant

-- column state_name.id
integer NOT NULL DEFAULT nextval('state_name_id_seq'::regclass)

-- column state_name.language
text NOT NULL
-- ISO 639-1 code

-- column state_name.name
text NOT NULL

-- column state_name.note
text
-- anything a reader should know

-- column state_name.start_earliest
date
-- first day, lower bound, inclusive; NULL = unbounded

-- column state_name.start_latest
date
-- first day, upper bound, inclusive; NULL = not certain ever to have begun

-- column state_name.state_id
integer NOT NULL
-- the State

-- column state_name.valid
text
-- the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known

-- column state_succession.date_earliest
date
-- lower bound, inclusive

-- column state_succession.date_edtf
text
-- the same in EDTF

-- column state_succession.date_latest
date
-- upper bound, inclusive

-- column state_succession.date_text
text
-- first day of the new situation, as the source prints it

-- column state_succession.id
integer NOT NULL DEFAULT nextval('state_succession_id_seq'::regclass)

-- column state_succession.kind
text NOT NULL
-- how: continuation, dissolution, separation, unification, cession

-- column state_succession.note
text
-- anything a reader should know

-- column state_succession.predecessor_id
integer NOT NULL
-- the State before

-- column state_succession.successor_id
integer NOT NULL
-- the State after

-- constraint alembic_version_pkc
alembic_version PRIMARY KEY (version_num)

-- constraint ck_change__new_when_kept
change CHECK (((operation = 'delete'::text) = (new IS NULL)))

-- constraint ck_change__old_when_replaced
change CHECK (((operation = 'insert'::text) = (old IS NULL)))

-- constraint ck_change__operation_known
change CHECK ((operation = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))

-- constraint ck_dataset__code_filled
dataset CHECK ((code <> ''::text))

-- constraint ck_dataset__covers_from_day
dataset CHECK (((covers_from >= '0001-01-01'::date) AND (covers_from <= '9999-12-31'::date)))

-- constraint ck_dataset__covers_to_day
dataset CHECK (((covers_to >= '0001-01-01'::date) AND (covers_to <= '9999-12-31'::date)))

-- constraint ck_person__filled
person CHECK (((code <> ''::text) AND (name <> ''::text)))

-- constraint ck_person_name__form_known
person_name CHECK ((form = ANY (ARRAY['short'::text, 'formal'::text, 'variant'::text])))

-- constraint ck_revision__closed_before_hash
revision CHECK (((hash IS NULL) OR (closed_at IS NOT NULL)))

-- constraint ck_revision__number_positive
revision CHECK ((id > 0))

-- constraint ck_state__code_upper
state CHECK (((code = upper(code)) AND (code <> ''::text)))

-- constraint ck_state__end_earliest_day
state CHECK (((end_earliest >= '0001-01-01'::date) AND (end_earliest <= '9999-12-31'::date)))

-- constraint ck_state__end_known_since
state CHECK (((end_latest IS NULL) OR (end_earliest IS NOT NULL)))

-- constraint ck_state__end_latest_day
state CHECK (((end_latest >= '0001-01-01'::date) AND (end_latest <= '9999-12-31'::date)))

-- constraint ck_state__end_ordered
state CHECK ((end_earliest <= end_latest))

-- constraint ck_state__start_before_end
state CHECK ((start_earliest <= end_latest))

-- constraint ck_state__start_earliest_day
state CHECK (((start_earliest >= '0001-01-01'::date) AND (start_earliest <= '9999-12-31'::date)))

-- constraint ck_state__start_latest_day
state CHECK (((start_latest >= '0001-01-01'::date) AND (start_latest <= '9999-12-31'::date)))

-- constraint ck_state__start_ordered
state CHECK ((start_earliest <= start_latest))

-- constraint ck_state__un_admission_day
state CHECK (((un_admission >= '0001-01-01'::date) AND (un_admission <= '9999-12-31'::date)))

-- constraint ck_state_code__code_filled
state_code CHECK ((code <> ''::text))

-- constraint ck_state_code__end_earliest_day
state_code CHECK (((end_earliest >= '0001-01-01'::date) AND (end_earliest <= '9999-12-31'::date)))

-- constraint ck_state_code__end_known_since
state_code CHECK (((end_latest IS NULL) OR (end_earliest IS NOT NULL)))

-- constraint ck_state_code__end_latest_day
state_code CHECK (((end_latest >= '0001-01-01'::date) AND (end_latest <= '9999-12-31'::date)))

-- constraint ck_state_code__end_ordered
state_code CHECK ((end_earliest <= end_latest))

-- constraint ck_state_code__start_before_end
state_code CHECK ((start_earliest <= end_latest))

-- constraint ck_state_code__start_earliest_day
state_code CHECK (((start_earliest >= '0001-01-01'::date) AND (start_earliest <= '9999-12-31'::date)))

-- constraint ck_state_code__start_latest_day
state_code CHECK (((start_latest >= '0001-01-01'::date) AND (start_latest <= '9999-12-31'::date)))

-- constraint ck_state_code__start_ordered
state_code CHECK ((start_earliest <= start_latest))

-- constraint ck_state_name__end_earliest_day
state_name CHECK (((end_earliest >= '0001-01-01'::date) AND (end_earliest <= '9999-12-31'::date)))

-- constraint ck_state_name__end_known_since
state_name CHECK (((end_latest IS NULL) OR (end_earliest IS NOT NULL)))

-- constraint ck_state_name__end_latest_day
state_name CHECK (((end_latest >= '0001-01-01'::date) AND (end_latest <= '9999-12-31'::date)))

-- constraint ck_state_name__end_ordered
state_name CHECK ((end_earliest <= end_latest))

-- constraint ck_state_name__form_known
state_name CHECK ((form = ANY (ARRAY['short'::text, 'formal'::text, 'variant'::text])))

-- constraint ck_state_name__name_filled
state_name CHECK ((name <> ''::text))

-- constraint ck_state_name__start_before_end
state_name CHECK ((start_earliest <= end_latest))

-- constraint ck_state_name__start_earliest_day
state_name CHECK (((start_earliest >= '0001-01-01'::date) AND (start_earliest <= '9999-12-31'::date)))

-- constraint ck_state_name__start_latest_day
state_name CHECK (((start_latest >= '0001-01-01'::date) AND (start_latest <= '9999-12-31'::date)))

-- constraint ck_state_name__start_ordered
state_name CHECK ((start_earliest <= start_latest))

-- constraint ck_state_succession__date_earliest_day
state_succession CHECK (((date_earliest >= '0001-01-01'::date) AND (date_earliest <= '9999-12-31'::date)))

-- constraint ck_state_succession__date_latest_day
state_succession CHECK (((date_latest >= '0001-01-01'::date) AND (date_latest <= '9999-12-31'::date)))

-- constraint ck_state_succession__date_ordered
state_succession CHECK ((date_earliest <= date_latest))

-- constraint ck_state_succession__date_stated
state_succession CHECK (((date_edtf IS NOT NULL) OR ((date_earliest IS NULL) AND (date_latest IS NULL))))

-- constraint ck_state_succession__kind_known
state_succession CHECK ((kind = ANY (ARRAY['continuation'::text, 'dissolution'::text, 'separation'::text, 'unification'::text, 'cession'::text])))

-- constraint ck_state_succession__two_states
state_succession CHECK ((predecessor_id <> successor_id))

-- constraint fk_change__revision_id
change FOREIGN KEY (revision_id) REFERENCES revision(id)

-- constraint fk_person_name__person_id
person_name FOREIGN KEY (person_id) REFERENCES person(id)

-- constraint fk_state_code__state_id
state_code FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_state_name__state_id
state_name FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_state_succession__predecessor_id
state_succession FOREIGN KEY (predecessor_id) REFERENCES state(id)

-- constraint fk_state_succession__successor_id
state_succession FOREIGN KEY (successor_id) REFERENCES state(id)

-- constraint pk_change
change PRIMARY KEY (id)

-- constraint pk_dataset
dataset PRIMARY KEY (id)

-- constraint pk_person
person PRIMARY KEY (id)

-- constraint pk_person_name
person_name PRIMARY KEY (id)

-- constraint pk_revision
revision PRIMARY KEY (id)

-- constraint pk_state
state PRIMARY KEY (id)

-- constraint pk_state_code
state_code PRIMARY KEY (id)

-- constraint pk_state_name
state_name PRIMARY KEY (id)

-- constraint pk_state_succession
state_succession PRIMARY KEY (id)

-- constraint uq_dataset__code
dataset UNIQUE (code)

-- constraint uq_person__code
person UNIQUE (code)

-- constraint uq_person_name__person_id_language_name
person_name UNIQUE (person_id, language, name)

-- constraint uq_state__code
state UNIQUE (code)

-- constraint uq_state_code__state_id_scheme_code_valid
state_code UNIQUE (state_id, scheme, code, valid)

-- constraint uq_state_name__state_id_language_form_name_valid
state_name UNIQUE (state_id, language, form, name, valid)

-- constraint uq_state_succession__predecessor_id_successor_id_kind_date_edtf
state_succession UNIQUE (predecessor_id, successor_id, kind, date_edtf)

-- function secdb_current_revision
CREATE OR REPLACE FUNCTION public.secdb_current_revision()
RETURNS integer
LANGUAGE plpgsql
AS $function$
DECLARE
found integer;
moment text := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
BEGIN
SELECT id INTO found FROM revision WHERE closed_at IS NULL;
IF found IS NOT NULL THEN
RETURN found;
END IF;
PERFORM pg_advisory_xact_lock(5032002);
SELECT id INTO found FROM revision
WHERE id = (SELECT max(id) FROM revision) AND author IS NULL AND hash IS NULL AND opened_at = moment;
IF found IS NULL THEN
INSERT INTO revision (id, opened_at, closed_at)
SELECT COALESCE(max(id), 0) + 1, moment, moment FROM revision
RETURNING id INTO found;
END IF;
RETURN found;
END $function$

-- function secdb_keep_history
CREATE OR REPLACE FUNCTION public.secdb_keep_history()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_TABLE_NAME = 'revision' AND TG_OP = 'UPDATE' THEN
IF OLD.hash IS NULL AND NEW.id = OLD.id THEN
RETURN NEW;
END IF;
RAISE EXCEPTION 'a sealed revision cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RAISE EXCEPTION 'the change log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $function$

-- function secdb_log_change
CREATE OR REPLACE FUNCTION public.secdb_log_change()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_OP = 'INSERT' THEN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new)
VALUES (secdb_current_revision(), TG_TABLE_NAME, NEW.id, 'insert', NULL, to_jsonb(NEW));
ELSIF TG_OP = 'DELETE' THEN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new)
VALUES (secdb_current_revision(), TG_TABLE_NAME, OLD.id, 'delete', to_jsonb(OLD), NULL);
ELSIF to_jsonb(NEW) <> to_jsonb(OLD) THEN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new)
VALUES (secdb_current_revision(), TG_TABLE_NAME, NEW.id, 'update', to_jsonb(OLD), to_jsonb(NEW));
END IF;
RETURN NULL;
END $function$

-- function secdb_refuse_new_id
CREATE OR REPLACE FUNCTION public.secdb_refuse_new_id()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
RAISE EXCEPTION 'the id of a row is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $function$

-- function secdb_refuse_sealed
CREATE OR REPLACE FUNCTION public.secdb_refuse_sealed()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND hash IS NOT NULL) THEN
RAISE EXCEPTION 'a change belongs to a revision that is not sealed yet'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
END $function$

-- function secdb_refuse_truncate
CREATE OR REPLACE FUNCTION public.secdb_refuse_truncate()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
RAISE EXCEPTION 'TRUNCATE passes by the change log; use DELETE' USING ERRCODE = 'integrity_constraint_violation';
END $function$

-- index alembic_version_pkc
CREATE UNIQUE INDEX alembic_version_pkc ON public.alembic_version USING btree (version_num)

-- index ix_change__record
CREATE INDEX ix_change__record ON public.change USING btree (table_name, row_id)

-- index ix_change__revision_id
CREATE INDEX ix_change__revision_id ON public.change USING btree (revision_id)

-- index ix_revision__open
CREATE INDEX ix_revision__open ON public.revision USING btree (id) WHERE (closed_at IS NULL)

-- index ix_state_code__scheme_code
CREATE INDEX ix_state_code__scheme_code ON public.state_code USING btree (scheme, code)

-- index ix_state_succession__successor_id
CREATE INDEX ix_state_succession__successor_id ON public.state_succession USING btree (successor_id)

-- index pk_change
CREATE UNIQUE INDEX pk_change ON public.change USING btree (id)

-- index pk_dataset
CREATE UNIQUE INDEX pk_dataset ON public.dataset USING btree (id)

-- index pk_person
CREATE UNIQUE INDEX pk_person ON public.person USING btree (id)

-- index pk_person_name
CREATE UNIQUE INDEX pk_person_name ON public.person_name USING btree (id)

-- index pk_revision
CREATE UNIQUE INDEX pk_revision ON public.revision USING btree (id)

-- index pk_state
CREATE UNIQUE INDEX pk_state ON public.state USING btree (id)

-- index pk_state_code
CREATE UNIQUE INDEX pk_state_code ON public.state_code USING btree (id)

-- index pk_state_name
CREATE UNIQUE INDEX pk_state_name ON public.state_name USING btree (id)

-- index pk_state_succession
CREATE UNIQUE INDEX pk_state_succession ON public.state_succession USING btree (id)

-- index uq_dataset__code
CREATE UNIQUE INDEX uq_dataset__code ON public.dataset USING btree (code)

-- index uq_person__code
CREATE UNIQUE INDEX uq_person__code ON public.person USING btree (code)

-- index uq_person_name__person_id_language_name
CREATE UNIQUE INDEX uq_person_name__person_id_language_name ON public.person_name USING btree (person_id, language, name)

-- index uq_state__code
CREATE UNIQUE INDEX uq_state__code ON public.state USING btree (code)

-- index uq_state_code__state_id_scheme_code_valid
CREATE UNIQUE INDEX uq_state_code__state_id_scheme_code_valid ON public.state_code USING btree (state_id, scheme, code, valid)

-- index uq_state_name__state_id_language_form_name_valid
CREATE UNIQUE INDEX uq_state_name__state_id_language_form_name_valid ON public.state_name USING btree (state_id, language, form, name, valid)

-- index uq_state_succession__predecessor_id_successor_id_kind_date_edtf
CREATE UNIQUE INDEX uq_state_succession__predecessor_id_successor_id_kind_date_edtf ON public.state_succession USING btree (predecessor_id, successor_id, kind, date_edtf)

-- trigger change_kept
CREATE TRIGGER change_kept BEFORE DELETE OR UPDATE ON public.change FOR EACH ROW EXECUTE FUNCTION secdb_keep_history()

-- trigger change_kept_insert
CREATE TRIGGER change_kept_insert BEFORE INSERT ON public.change FOR EACH ROW EXECUTE FUNCTION secdb_refuse_sealed()

-- trigger change_kept_truncate
CREATE TRIGGER change_kept_truncate BEFORE TRUNCATE ON public.change FOR EACH STATEMENT EXECUTE FUNCTION secdb_keep_history()

-- trigger dataset_id
CREATE TRIGGER dataset_id BEFORE UPDATE OF id ON public.dataset FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger dataset_log
CREATE TRIGGER dataset_log AFTER INSERT OR DELETE OR UPDATE ON public.dataset FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger dataset_truncate
CREATE TRIGGER dataset_truncate BEFORE TRUNCATE ON public.dataset FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger person_id
CREATE TRIGGER person_id BEFORE UPDATE OF id ON public.person FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger person_log
CREATE TRIGGER person_log AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger person_name_id
CREATE TRIGGER person_name_id BEFORE UPDATE OF id ON public.person_name FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger person_name_log
CREATE TRIGGER person_name_log AFTER INSERT OR DELETE OR UPDATE ON public.person_name FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger person_name_truncate
CREATE TRIGGER person_name_truncate BEFORE TRUNCATE ON public.person_name FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger person_truncate
CREATE TRIGGER person_truncate BEFORE TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger revision_kept
CREATE TRIGGER revision_kept BEFORE DELETE OR UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION secdb_keep_history()

-- trigger state_code_id
CREATE TRIGGER state_code_id BEFORE UPDATE OF id ON public.state_code FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger state_code_log
CREATE TRIGGER state_code_log AFTER INSERT OR DELETE OR UPDATE ON public.state_code FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger state_code_truncate
CREATE TRIGGER state_code_truncate BEFORE TRUNCATE ON public.state_code FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger state_id
CREATE TRIGGER state_id BEFORE UPDATE OF id ON public.state FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger state_log
CREATE TRIGGER state_log AFTER INSERT OR DELETE OR UPDATE ON public.state FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger state_name_id
CREATE TRIGGER state_name_id BEFORE UPDATE OF id ON public.state_name FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger state_name_log
CREATE TRIGGER state_name_log AFTER INSERT OR DELETE OR UPDATE ON public.state_name FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger state_name_truncate
CREATE TRIGGER state_name_truncate BEFORE TRUNCATE ON public.state_name FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger state_succession_id
CREATE TRIGGER state_succession_id BEFORE UPDATE OF id ON public.state_succession FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger state_succession_log
CREATE TRIGGER state_succession_log AFTER INSERT OR DELETE OR UPDATE ON public.state_succession FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger state_succession_truncate
CREATE TRIGGER state_succession_truncate BEFORE TRUNCATE ON public.state_succession FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger state_truncate
CREATE TRIGGER state_truncate BEFORE TRUNCATE ON public.state FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()
