-- constraint ck_act__id_positive
act CHECK ((id > 0))

-- constraint ck_change__id_positive
change CHECK ((id > 0))

-- constraint ck_citation__id_positive
citation CHECK ((id > 0))

-- constraint ck_dataset__code_lower
dataset CHECK (((code = lower(code)) AND (code <> ''::text)))

-- constraint ck_dataset__code_whole
dataset CHECK ((code !~ '[\s\u00a0]'::text))

-- constraint ck_dataset__covers_ordered
dataset CHECK ((covers_from <= covers_to))

-- constraint ck_dataset__id_positive
dataset CHECK ((id > 0))

-- constraint ck_document__hash_true
document CHECK ((sha256 = encode(sha256(convert_to(text, 'UTF8'::name)), 'hex'::text)))

-- constraint ck_document__id_positive
document CHECK ((id > 0))

-- constraint ck_document_symbol__id_positive
document_symbol CHECK ((id > 0))

-- constraint ck_organization__id_positive
organization CHECK ((id > 0))

-- constraint ck_person__id_positive
person CHECK ((id > 0))

-- constraint ck_person_name__id_positive
person_name CHECK ((id > 0))

-- constraint ck_roster__id_positive
roster CHECK ((id > 0))

-- constraint ck_roster_entry__id_positive
roster_entry CHECK ((id > 0))

-- constraint ck_signatory__id_positive
signatory CHECK ((id > 0))

-- constraint ck_state__id_positive
state CHECK ((id > 0))

-- constraint ck_state_code__id_positive
state_code CHECK ((id > 0))

-- constraint ck_state_name__id_positive
state_name CHECK ((id > 0))

-- constraint ck_state_succession__id_positive
state_succession CHECK ((id > 0))

-- constraint ck_statement__id_positive
statement CHECK ((id > 0))

-- constraint ck_tenure__id_positive
tenure CHECK ((id > 0))

-- constraint ck_treaty__id_positive
treaty CHECK ((id > 0))

-- constraint ck_treaty_name__id_positive
treaty_name CHECK ((id > 0))

-- constraint ck_treaty_relation__id_positive
treaty_relation CHECK ((id > 0))

-- function secdb_one_state
CREATE OR REPLACE FUNCTION public.secdb_one_state()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF EXISTS (
SELECT 1 FROM state_code AS c
WHERE c.scheme = NEW.scheme AND c.code = NEW.code AND c.state_id <> NEW.state_id
AND (c.start_latest IS NOT NULL OR c.start_earliest IS NULL)
AND (NEW.start_latest IS NOT NULL OR NEW.start_earliest IS NULL)
AND (c.start_latest IS NULL OR c.end_earliest IS NULL OR c.start_latest < c.end_earliest)
AND (NEW.start_latest IS NULL OR NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest)
AND (c.start_latest IS NULL OR NEW.end_earliest IS NULL OR c.start_latest < NEW.end_earliest)
AND (NEW.start_latest IS NULL OR c.end_earliest IS NULL OR NEW.start_latest < c.end_earliest)) THEN
RAISE EXCEPTION 'the code is another State''s on the same days' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NULL;
END $function$

-- trigger state_code_one_state
CREATE TRIGGER state_code_one_state AFTER INSERT OR UPDATE ON public.state_code FOR EACH ROW EXECUTE FUNCTION secdb_one_state()

-- view current_members
SELECT dataset,
treaty,
state,
state_name,
CASE
WHEN ((start_latest <= CURRENT_DATE) AND ((end_earliest IS NULL) OR (CURRENT_DATE < end_earliest))) THEN 'member'::text
ELSE 'possible'::text
END AS standing,
start_earliest AS since_earliest,
start_latest AS since_latest,
opened_by
FROM memberships m
WHERE ((status = 'party'::text) AND ((start_earliest IS NULL) OR (start_earliest <= CURRENT_DATE)) AND ((end_latest IS NULL) OR (CURRENT_DATE < end_latest)) AND ((start_latest IS NOT NULL) OR (start_earliest IS NOT NULL)) AND (dataset IN ( SELECT d.code
FROM dataset d
WHERE (((d.covers_from IS NULL) OR (d.covers_from <= CURRENT_DATE)) AND ((d.covers_to IS NULL) OR (CURRENT_DATE <= d.covers_to))))));

-- dropped: constraint ck_dataset__code_filled
