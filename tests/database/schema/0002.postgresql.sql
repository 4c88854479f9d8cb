-- column document.code
text NOT NULL
-- the name used in commands

-- column document.date_earliest
date
-- lower bound, inclusive

-- column document.date_edtf
text
-- the same in EDTF

-- column document.date_latest
date
-- upper bound, inclusive

-- column document.date_text
text
-- its date as printed

-- column document.id
integer NOT NULL DEFAULT nextval('document_id_seq'::regclass)

-- column document.kind
text NOT NULL
-- what sort of document: un_document, treaty_text, book, dataset, press, web_page, other

-- column document.language
text
-- ISO 639-1 code

-- column document.note
text
-- anything a reader should know

-- column document.publisher
text
-- who issued it

-- column document.received
bytea
-- the file as received, if not plain text

-- column document.received_type
text
-- its media type

-- column document.retrieved_on
date
-- day it was read there

-- column document.sha256
text
-- SHA-256 of the text in UTF-8

-- column document.text
text
-- its text exactly as received; offsets count its characters from 0

-- column document.title
text NOT NULL

-- column document.url
text
-- where it is published

-- column document_symbol.document_id
integer NOT NULL
-- the document

-- column document_symbol.id
integer NOT NULL DEFAULT nextval('document_symbol_id_seq'::regclass)

-- column document_symbol.position
integer NOT NULL
-- order on the document, from 1

-- column document_symbol.symbol
text NOT NULL
-- A/57/88

-- column organization.code
text NOT NULL
-- the name used in commands: csto

-- column organization.id
integer NOT NULL DEFAULT nextval('organization_id_seq'::regclass)

-- column organization.name
text NOT NULL

-- column organization.note
text
-- anything a reader should know

-- column organization.treaty_id
integer NOT NULL
-- its constituent instrument

-- column signatory.accredited_to
text
-- for representatives: to whom accredited

-- column signatory.acting
integer NOT NULL DEFAULT 0
-- 1 = acting in that office

-- column signatory.as_printed
text
-- the name as the document prints it

-- column signatory.capacity
text
-- in what office: head_of_state, head_of_government, minister_for_foreign_affairs, permanent_representative, deputy_permanent_representative, permanent_observer, charge_daffaires, special_envoy, other

-- column signatory.id
integer NOT NULL DEFAULT nextval('signatory_id_seq'::regclass)

-- column signatory.joined_on
date
-- day it joined the statement later

-- column signatory.mode
text NOT NULL
-- how the State stands under the statement: signed, issued, named

-- column signatory.note
text
-- anything a reader should know

-- column signatory.person_id
integer
-- who signed; NULL = not named

-- column signatory.position
integer NOT NULL
-- order of signature, from 1

-- column signatory.state_id
integer NOT NULL
-- the State

-- column signatory.statement_id
integer NOT NULL
-- the statement

-- column signatory.withdrew_on
date
-- day it withdrew from the statement

-- column statement.addressee
text
-- to whom it is addressed

-- column statement.code
text NOT NULL
-- the name used in commands

-- column statement.date_earliest
date
-- lower bound, inclusive

-- column statement.date_edtf
text
-- the same in EDTF

-- column statement.date_latest
date
-- upper bound, inclusive

-- column statement.date_text
text
-- its date as printed

-- column statement.document_id
integer NOT NULL
-- the document it stands in

-- column statement.end_char
integer
-- character after the last one

-- column statement.id
integer NOT NULL DEFAULT nextval('statement_id_seq'::regclass)

-- column statement.kind
text NOT NULL
-- what sort of text: letter, statement, declaration, communique, treaty, decision, note_verbale, cable, other

-- column statement.language
text
-- ISO 639-1 code

-- column statement.note
text
-- anything a reader should know

-- column statement.place
text
-- where it was adopted

-- column statement.position
integer NOT NULL
-- order in the document, from 1

-- column statement.start_char
integer
-- first character in the document, from 0

-- column statement.title
text NOT NULL

-- column treaty.code
text NOT NULL
-- the name used in commands: cst

-- column treaty.depositary
text
-- who keeps the original

-- column treaty.expires_earliest
date
-- lower bound, inclusive

-- column treaty.expires_edtf
text
-- the same in EDTF

-- column treaty.expires_latest
date
-- upper bound, inclusive

-- column treaty.expires_text
text
-- end of the first term as the treaty provides; ends no period by itself

-- column treaty.id
integer NOT NULL DEFAULT nextval('treaty_id_seq'::regclass)

-- column treaty.in_force_earliest
date
-- lower bound, inclusive; NULL with no latest = not in force

-- column treaty.in_force_edtf
text
-- the same in EDTF

-- column treaty.in_force_latest
date
-- upper bound, inclusive

-- column treaty.in_force_text
text
-- entry into force of the treaty itself, as the source prints it

-- column treaty.note
text
-- anything a reader should know

-- column treaty.registration
text
-- registration number, e.g. UNTS I-32307

-- column treaty.signed_at
text
-- place of signature

-- column treaty.signed_earliest
date
-- lower bound, inclusive

-- column treaty.signed_edtf
text
-- the same in EDTF

-- column treaty.signed_latest
date
-- upper bound, inclusive

-- column treaty.signed_text
text
-- day of adoption or signature, as the source prints it

-- column treaty.term_years
integer
-- length of a term in years, where it has one

-- column treaty.title
text NOT NULL

-- column treaty_name.form
text NOT NULL
-- which of the names: short, formal, variant

-- column treaty_name.id
integer NOT NULL DEFAULT nextval('treaty_name_id_seq'::regclass)

-- column treaty_name.language
text NOT NULL
-- ISO 639-1 code

-- column treaty_name.name
text NOT NULL

-- column treaty_name.treaty_id
integer NOT NULL
-- the treaty

-- column treaty_relation.id
integer NOT NULL DEFAULT nextval('treaty_relation_id_seq'::regclass)

-- column treaty_relation.kind
text NOT NULL
-- what this one does to that one: amends, prolongs, supersedes, requires

-- column treaty_relation.related_id
integer NOT NULL
-- that treaty

-- column treaty_relation.treaty_id
integer NOT NULL
-- this treaty

-- constraint ck_document__code_filled
document CHECK ((code <> ''::text))

-- constraint ck_document__date_earliest_day
document CHECK (((date_earliest >= '0001-01-01'::date) AND (date_earliest <= '9999-12-31'::date)))

-- constraint ck_document__date_latest_day
document CHECK (((date_latest >= '0001-01-01'::date) AND (date_latest <= '9999-12-31'::date)))

-- constraint ck_document__date_ordered
document CHECK ((date_earliest <= date_latest))

-- constraint ck_document__date_stated
document CHECK (((date_edtf IS NOT NULL) OR ((date_earliest IS NULL) AND (date_latest IS NULL))))

-- constraint ck_document__kind_known
document CHECK ((kind = ANY (ARRAY['un_document'::text, 'treaty_text'::text, 'book'::text, 'dataset'::text, 'press'::text, 'web_page'::text, 'other'::text])))

-- constraint ck_document__received_with_type
document CHECK (((received IS NULL) = (received_type IS NULL)))

-- constraint ck_document__retrieved_on_day
document CHECK (((retrieved_on >= '0001-01-01'::date) AND (retrieved_on <= '9999-12-31'::date)))

-- constraint ck_document__text_with_hash
document CHECK (((text IS NULL) = (sha256 IS NULL)))

-- constraint ck_organization__code_lower
organization CHECK (((code = lower(code)) AND (code <> ''::text)))

-- constraint ck_signatory__acting_flag
signatory CHECK ((acting = ANY (ARRAY[0, 1])))

-- constraint ck_signatory__capacity_known
signatory CHECK ((capacity = ANY (ARRAY['head_of_state'::text, 'head_of_government'::text, 'minister_for_foreign_affairs'::text, 'permanent_representative'::text, 'deputy_permanent_representative'::text, 'permanent_observer'::text, 'charge_daffaires'::text, 'special_envoy'::text, 'other'::text])))

-- constraint ck_signatory__joined_on_day
signatory CHECK (((joined_on >= '0001-01-01'::date) AND (joined_on <= '9999-12-31'::date)))

-- constraint ck_signatory__mode_known
signatory CHECK ((mode = ANY (ARRAY['signed'::text, 'issued'::text, 'named'::text])))

-- constraint ck_signatory__withdrew_on_day
signatory CHECK (((withdrew_on >= '0001-01-01'::date) AND (withdrew_on <= '9999-12-31'::date)))

-- constraint ck_statement__date_earliest_day
statement CHECK (((date_earliest >= '0001-01-01'::date) AND (date_earliest <= '9999-12-31'::date)))

-- constraint ck_statement__date_latest_day
statement CHECK (((date_latest >= '0001-01-01'::date) AND (date_latest <= '9999-12-31'::date)))

-- constraint ck_statement__date_ordered
statement CHECK ((date_earliest <= date_latest))

-- constraint ck_statement__date_stated
statement CHECK (((date_edtf IS NOT NULL) OR ((date_earliest IS NULL) AND (date_latest IS NULL))))

-- constraint ck_statement__extent_ordered
statement CHECK (((0 <= start_char) AND (start_char < end_char)))

-- constraint ck_statement__extent_whole
statement CHECK (((start_char IS NULL) = (end_char IS NULL)))

-- constraint ck_statement__kind_known
statement CHECK ((kind = ANY (ARRAY['letter'::text, 'statement'::text, 'declaration'::text, 'communique'::text, 'treaty'::text, 'decision'::text, 'note_verbale'::text, 'cable'::text, 'other'::text])))

-- constraint ck_treaty__code_lower
treaty CHECK (((code = lower(code)) AND (code <> ''::text)))

-- constraint ck_treaty__expires_earliest_day
treaty CHECK (((expires_earliest >= '0001-01-01'::date) AND (expires_earliest <= '9999-12-31'::date)))

-- constraint ck_treaty__expires_latest_day
treaty CHECK (((expires_latest >= '0001-01-01'::date) AND (expires_latest <= '9999-12-31'::date)))

-- constraint ck_treaty__expires_ordered
treaty CHECK ((expires_earliest <= expires_latest))

-- constraint ck_treaty__expires_stated
treaty CHECK (((expires_edtf IS NOT NULL) OR ((expires_earliest IS NULL) AND (expires_latest IS NULL))))

-- constraint ck_treaty__in_force_earliest_day
treaty CHECK (((in_force_earliest >= '0001-01-01'::date) AND (in_force_earliest <= '9999-12-31'::date)))

-- constraint ck_treaty__in_force_latest_day
treaty CHECK (((in_force_latest >= '0001-01-01'::date) AND (in_force_latest <= '9999-12-31'::date)))

-- constraint ck_treaty__in_force_ordered
treaty CHECK ((in_force_earliest <= in_force_latest))

-- constraint ck_treaty__in_force_stated
treaty CHECK (((in_force_edtf IS NOT NULL) OR ((in_force_earliest IS NULL) AND (in_force_latest IS NULL))))

-- constraint ck_treaty__signed_earliest_day
treaty CHECK (((signed_earliest >= '0001-01-01'::date) AND (signed_earliest <= '9999-12-31'::date)))

-- constraint ck_treaty__signed_latest_day
treaty CHECK (((signed_latest >= '0001-01-01'::date) AND (signed_latest <= '9999-12-31'::date)))

-- constraint ck_treaty__signed_ordered
treaty CHECK ((signed_earliest <= signed_latest))

-- constraint ck_treaty__signed_stated
treaty CHECK (((signed_edtf IS NOT NULL) OR ((signed_earliest IS NULL) AND (signed_latest IS NULL))))

-- constraint ck_treaty__term_positive
treaty CHECK ((term_years > 0))

-- constraint ck_treaty_name__form_known
treaty_name CHECK ((form = ANY (ARRAY['short'::text, 'formal'::text, 'variant'::text])))

-- constraint ck_treaty_relation__kind_known
treaty_relation CHECK ((kind = ANY (ARRAY['amends'::text, 'prolongs'::text, 'supersedes'::text, 'requires'::text])))

-- constraint ck_treaty_relation__two_treaties
treaty_relation CHECK ((treaty_id <> related_id))

-- constraint fk_document_symbol__document_id
document_symbol FOREIGN KEY (document_id) REFERENCES document(id)

-- constraint fk_organization__treaty_id
organization FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint fk_signatory__person_id
signatory FOREIGN KEY (person_id) REFERENCES person(id)

-- constraint fk_signatory__state_id
signatory FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_signatory__statement_id
signatory FOREIGN KEY (statement_id) REFERENCES statement(id)

-- constraint fk_statement__document_id
statement FOREIGN KEY (document_id) REFERENCES document(id)

-- constraint fk_treaty_name__treaty_id
treaty_name FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint fk_treaty_relation__related_id
treaty_relation FOREIGN KEY (related_id) REFERENCES treaty(id)

-- constraint fk_treaty_relation__treaty_id
treaty_relation FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint pk_document
document PRIMARY KEY (id)

-- constraint pk_document_symbol
document_symbol PRIMARY KEY (id)

-- constraint pk_organization
organization PRIMARY KEY (id)

-- constraint pk_signatory
signatory PRIMARY KEY (id)

-- constraint pk_statement
statement PRIMARY KEY (id)

-- constraint pk_treaty
treaty PRIMARY KEY (id)

-- constraint pk_treaty_name
treaty_name PRIMARY KEY (id)

-- constraint pk_treaty_relation
treaty_relation PRIMARY KEY (id)

-- constraint uq_document__code
document UNIQUE (code)

-- constraint uq_document__sha256
document UNIQUE (sha256)

-- constraint uq_document_symbol__document_id_symbol
document_symbol UNIQUE (document_id, symbol)

-- constraint uq_document_symbol__symbol
document_symbol UNIQUE (symbol)

-- constraint uq_organization__code
organization UNIQUE (code)

-- constraint uq_signatory__statement_id_position
signatory UNIQUE (statement_id, "position")

-- constraint uq_statement__code
statement UNIQUE (code)

-- constraint uq_statement__document_id_position
statement UNIQUE (document_id, "position")

-- constraint uq_treaty__code
treaty UNIQUE (code)

-- constraint uq_treaty_name__treaty_id_language_name
treaty_name UNIQUE (treaty_id, language, name)

-- constraint uq_treaty_relation__treaty_id_related_id_kind
treaty_relation UNIQUE (treaty_id, related_id, kind)

-- index ix_organization__treaty_id
CREATE INDEX ix_organization__treaty_id ON public.organization USING btree (treaty_id)

-- index ix_signatory__person_id
CREATE INDEX ix_signatory__person_id ON public.signatory USING btree (person_id)

-- index ix_signatory__state_id
CREATE INDEX ix_signatory__state_id ON public.signatory USING btree (state_id)

-- index ix_treaty_relation__related_id
CREATE INDEX ix_treaty_relation__related_id ON public.treaty_relation USING btree (related_id)

-- index pk_document
CREATE UNIQUE INDEX pk_document ON public.document USING btree (id)

-- index pk_document_symbol
CREATE UNIQUE INDEX pk_document_symbol ON public.document_symbol USING btree (id)

-- index pk_organization
CREATE UNIQUE INDEX pk_organization ON public.organization USING btree (id)

-- index pk_signatory
CREATE UNIQUE INDEX pk_signatory ON public.signatory USING btree (id)

-- index pk_statement
CREATE UNIQUE INDEX pk_statement ON public.statement USING btree (id)

-- index pk_treaty
CREATE UNIQUE INDEX pk_treaty ON public.treaty USING btree (id)

-- index pk_treaty_name
CREATE UNIQUE INDEX pk_treaty_name ON public.treaty_name USING btree (id)

-- index pk_treaty_relation
CREATE UNIQUE INDEX pk_treaty_relation ON public.treaty_relation USING btree (id)

-- index uq_document__code
CREATE UNIQUE INDEX uq_document__code ON public.document USING btree (code)

-- index uq_document__sha256
CREATE UNIQUE INDEX uq_document__sha256 ON public.document USING btree (sha256)

-- index uq_document_symbol__document_id_symbol
CREATE UNIQUE INDEX uq_document_symbol__document_id_symbol ON public.document_symbol USING btree (document_id, symbol)

-- index uq_document_symbol__symbol
CREATE UNIQUE INDEX uq_document_symbol__symbol ON public.document_symbol USING btree (symbol)

-- index uq_organization__code
CREATE UNIQUE INDEX uq_organization__code ON public.organization USING btree (code)

-- index uq_signatory__statement_id_position
CREATE UNIQUE INDEX uq_signatory__statement_id_position ON public.signatory USING btree (statement_id, "position")

-- index uq_statement__code
CREATE UNIQUE INDEX uq_statement__code ON public.statement USING btree (code)

-- index uq_statement__document_id_position
CREATE UNIQUE INDEX uq_statement__document_id_position ON public.statement USING btree (document_id, "position")

-- index uq_treaty__code
CREATE UNIQUE INDEX uq_treaty__code ON public.treaty USING btree (code)

-- index uq_treaty_name__treaty_id_language_name
CREATE UNIQUE INDEX uq_treaty_name__treaty_id_language_name ON public.treaty_name USING btree (treaty_id, language, name)

-- index uq_treaty_relation__treaty_id_related_id_kind
CREATE UNIQUE INDEX uq_treaty_relation__treaty_id_related_id_kind ON public.treaty_relation USING btree (treaty_id, related_id, kind)

-- trigger document_id
CREATE TRIGGER document_id BEFORE UPDATE OF id ON public.document FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger document_log
CREATE TRIGGER document_log AFTER INSERT OR DELETE OR UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger document_symbol_id
CREATE TRIGGER document_symbol_id BEFORE UPDATE OF id ON public.document_symbol FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger document_symbol_log
CREATE TRIGGER document_symbol_log AFTER INSERT OR DELETE OR UPDATE ON public.document_symbol FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger document_symbol_truncate
CREATE TRIGGER document_symbol_truncate BEFORE TRUNCATE ON public.document_symbol FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger document_truncate
CREATE TRIGGER document_truncate BEFORE TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger organization_id
CREATE TRIGGER organization_id BEFORE UPDATE OF id ON public.organization FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger organization_log
CREATE TRIGGER organization_log AFTER INSERT OR DELETE OR UPDATE ON public.organization FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger organization_truncate
CREATE TRIGGER organization_truncate BEFORE TRUNCATE ON public.organization FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger signatory_id
CREATE TRIGGER signatory_id BEFORE UPDATE OF id ON public.signatory FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger signatory_log
CREATE TRIGGER signatory_log AFTER INSERT OR DELETE OR UPDATE ON public.signatory FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger signatory_truncate
CREATE TRIGGER signatory_truncate BEFORE TRUNCATE ON public.signatory FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger statement_id
CREATE TRIGGER statement_id BEFORE UPDATE OF id ON public.statement FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger statement_log
CREATE TRIGGER statement_log AFTER INSERT OR DELETE OR UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger statement_truncate
CREATE TRIGGER statement_truncate BEFORE TRUNCATE ON public.statement FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger treaty_id
CREATE TRIGGER treaty_id BEFORE UPDATE OF id ON public.treaty FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger treaty_log
CREATE TRIGGER treaty_log AFTER INSERT OR DELETE OR UPDATE ON public.treaty FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger treaty_name_id
CREATE TRIGGER treaty_name_id BEFORE UPDATE OF id ON public.treaty_name FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger treaty_name_log
CREATE TRIGGER treaty_name_log AFTER INSERT OR DELETE OR UPDATE ON public.treaty_name FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger treaty_name_truncate
CREATE TRIGGER treaty_name_truncate BEFORE TRUNCATE ON public.treaty_name FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger treaty_relation_id
CREATE TRIGGER treaty_relation_id BEFORE UPDATE OF id ON public.treaty_relation FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION secdb_refuse_new_id()

-- trigger treaty_relation_log
CREATE TRIGGER treaty_relation_log AFTER INSERT OR DELETE OR UPDATE ON public.treaty_relation FOR EACH ROW EXECUTE FUNCTION secdb_log_change()

-- trigger treaty_relation_truncate
CREATE TRIGGER treaty_relation_truncate BEFORE TRUNCATE ON public.treaty_relation FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger treaty_truncate
CREATE TRIGGER treaty_truncate BEFORE TRUNCATE ON public.treaty FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()
