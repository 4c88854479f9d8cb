-- column act.id
integer NOT NULL DEFAULT nextval('act_id_seq'::regclass)
-- number of the row

-- column alembic_version.version_num
character varying(32) NOT NULL
-- the newest migration that was run

-- column change.id
integer NOT NULL DEFAULT nextval('change_id_seq'::regclass)
-- number of the row

-- column citation.id
integer NOT NULL DEFAULT nextval('citation_id_seq'::regclass)
-- number of the row

-- column dataset.id
integer NOT NULL DEFAULT nextval('dataset_id_seq'::regclass)
-- number of the row

-- column dataset.title
text NOT NULL
-- the title

-- column derivation_switch.id
integer NOT NULL DEFAULT nextval('derivation_switch_id_seq'::regclass)
-- number of the row

-- column document.id
integer NOT NULL DEFAULT nextval('document_id_seq'::regclass)
-- number of the row

-- column document.title
text NOT NULL
-- the title

-- column document_symbol.id
integer NOT NULL DEFAULT nextval('document_symbol_id_seq'::regclass)
-- number of the row

-- column organization.id
integer NOT NULL DEFAULT nextval('organization_id_seq'::regclass)
-- number of the row

-- column organization.name
text NOT NULL
-- the name

-- column person.id
integer NOT NULL DEFAULT nextval('person_id_seq'::regclass)
-- number of the row

-- column person_name.id
integer NOT NULL DEFAULT nextval('person_name_id_seq'::regclass)
-- number of the row

-- column person_name.name
text NOT NULL
-- the name

-- column roster.id
integer NOT NULL DEFAULT nextval('roster_id_seq'::regclass)
-- number of the row

-- column roster_entry.id
integer NOT NULL DEFAULT nextval('roster_entry_id_seq'::regclass)
-- number of the row

-- column signatory.id
integer NOT NULL DEFAULT nextval('signatory_id_seq'::regclass)
-- number of the row

-- column state.id
integer NOT NULL DEFAULT nextval('state_id_seq'::regclass)
-- number of the row

-- column state_code.code
text NOT NULL
-- the code

-- column state_code.id
integer NOT NULL DEFAULT nextval('state_code_id_seq'::regclass)
-- number of the row

-- column state_name.id
integer NOT NULL DEFAULT nextval('state_name_id_seq'::regclass)
-- number of the row

-- column state_name.name
text NOT NULL
-- the name

-- column state_succession.id
integer NOT NULL DEFAULT nextval('state_succession_id_seq'::regclass)
-- number of the row

-- column statement.id
integer NOT NULL DEFAULT nextval('statement_id_seq'::regclass)
-- number of the row

-- column statement.title
text NOT NULL
-- the title

-- column tenure.id
integer NOT NULL DEFAULT nextval('tenure_id_seq'::regclass)
-- number of the row

-- column treaty.id
integer NOT NULL DEFAULT nextval('treaty_id_seq'::regclass)
-- number of the row

-- column treaty.title
text NOT NULL
-- the title

-- column treaty_name.id
integer NOT NULL DEFAULT nextval('treaty_name_id_seq'::regclass)
-- number of the row

-- column treaty_name.name
text NOT NULL
-- the name

-- column treaty_relation.id
integer NOT NULL DEFAULT nextval('treaty_relation_id_seq'::regclass)
-- number of the row

-- function changes
CREATE OR REPLACE FUNCTION public.changes(treaty text, from_day date, to_day date, dataset text DEFAULT 'register'::text, basis text DEFAULT 'in-force'::text, unchanged boolean DEFAULT false)
RETURNS TABLE(state text, state_name text, change text, standing_before text, status_before text, standing_after text, status_after text, acts integer[])
LANGUAGE plpgsql
STABLE PARALLEL SAFE STRICT ROWS 30
SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
meant text := secdb_asked(changes.treaty, changes.dataset, changes.basis);
BEGIN
IF changes.from_day > changes.to_day THEN
RAISE EXCEPTION '% is after %; give the earlier day first', changes.from_day, changes.to_day
USING ERRCODE = 'invalid_parameter_value';
END IF;
RETURN QUERY
-- A State that is possibly a member and possibly suspended stands here as the member.
WITH old AS (
SELECT DISTINCT ON (m.state) m.state, m.state_name, m.status,
CASE m.status WHEN 'suspended' THEN 'none' ELSE m.standing END AS counted
FROM members_on(meant, changes.from_day, changes.dataset, changes.basis) AS m
ORDER BY m.state, m.standing <> 'member', m.status = 'suspended'
),
new AS (
SELECT DISTINCT ON (m.state) m.state, m.state_name, m.status,
CASE m.status WHEN 'suspended' THEN 'none' ELSE m.standing END AS counted
FROM members_on(meant, changes.to_day, changes.dataset, changes.basis) AS m
ORDER BY m.state, m.standing <> 'member', m.status = 'suspended'
),
counted AS (
SELECT m.* FROM memberships AS m
WHERE m.dataset = changes.dataset AND m.treaty = meant
AND (m.status = 'party'
OR (m.status = 'contracting' AND changes.basis IN ('signed', 'consented'))
OR (m.status IN ('signatory', 'provisional') AND changes.basis = 'signed'))
),
-- Counted on the first day, and a period closed that no other period continues.
broken AS (
SELECT DISTINCT a.state
FROM counted AS a
WHERE a.end_earliest <= changes.to_day AND (a.end_latest IS NULL OR a.end_latest > changes.from_day)
AND (a.start_earliest IS NULL OR a.start_earliest <= changes.from_day)
AND NOT EXISTS (
SELECT 1 FROM counted AS b
WHERE b.state = a.state AND (b.opened_by_act = a.closed_by_act
OR (a.status = 'contracting' AND b.status = 'party' AND b.opened_by_act = a.opened_by_act)))
AND a.closed_by IS NOT NULL
),
-- The acts that count and may have taken effect after the first day and not after the second.
dated AS (
SELECT a.act, a.state,
CASE WHEN a.effect IS NULL THEN a.date_earliest ELSE a.effect_earliest END AS earliest,
CASE WHEN a.effect IS NULL THEN a.date_latest ELSE a.effect_latest END AS latest
FROM acts AS a
WHERE a.dataset = changes.dataset AND a.treaty = meant AND a.stands = 1
),
between_days AS (
SELECT d.state, array_agg(d.act ORDER BY d.earliest, d.latest, d.act) AS acts
FROM dated AS d
WHERE (d.earliest IS NULL OR d.earliest <= changes.to_day) AND (d.latest IS NULL OR d.latest > changes.from_day)
GROUP BY d.state
),
compared AS (
SELECT x.state, COALESCE(n.state_name, o.state_name, x.state) AS named,
COALESCE(o.counted, 'none') AS before, o.status AS was, COALESCE(n.counted, 'none') AS after, n.status AS became,
x.state IN (SELECT b.state FROM broken AS b) AS is_broken,
o.state_name <> n.state_name AS is_renamed
FROM (SELECT o.state FROM old AS o UNION SELECT n.state FROM new AS n UNION SELECT b.state FROM broken AS b) AS x
LEFT JOIN old AS o ON o.state = x.state
LEFT JOIN new AS n ON n.state = x.state
),
told AS (
SELECT c.*,
CASE
WHEN (c.before = 'possible') <> (c.after = 'possible') THEN 'possible'
WHEN c.before = 'none' AND c.after = 'member' THEN CASE c.was WHEN 'suspended' THEN 'resumed' ELSE 'joined' END
WHEN c.before = 'member' AND c.after = 'none' THEN CASE c.became WHEN 'suspended' THEN 'suspended' ELSE 'left' END
WHEN c.before = 'member' AND c.after = 'member' AND c.is_broken THEN 'returned'
WHEN c.was IS DISTINCT FROM c.became AND c.became = 'suspended' THEN 'suspended'
WHEN c.was IS DISTINCT FROM c.became AND c.was = 'suspended' THEN 'left'
WHEN c.was IS DISTINCT FROM c.became THEN 'status'
WHEN c.is_renamed THEN 'renamed'
ELSE 'unchanged'
END AS change
FROM compared AS c
)
SELECT t.state, t.named, t.change, t.before, t.was, t.after, t.became, COALESCE(b.acts, '{}')
FROM told AS t LEFT JOIN between_days AS b ON b.state = t.state
WHERE changes.unchanged OR t.change <> 'unchanged'
ORDER BY t.named, t.state;
END $function$

-- function members_on
CREATE OR REPLACE FUNCTION public.members_on(treaty text, day date DEFAULT CURRENT_DATE, dataset text DEFAULT 'register'::text, basis text DEFAULT 'in-force'::text)
RETURNS TABLE(state text, state_name text, standing text, status text, since_earliest date, since_latest date, until_earliest date, until_latest date, opened_by text, closed_by text, origin text, opened_by_act integer, closed_by_act integer)
LANGUAGE plpgsql
STABLE PARALLEL SAFE STRICT ROWS 30
SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
meant text := secdb_asked(members_on.treaty, members_on.dataset, members_on.basis);
BEGIN
IF EXISTS (SELECT 1 FROM datasets AS d WHERE d.dataset = members_on.dataset
AND (members_on.day < d.covers_from OR members_on.day > d.covers_to)) THEN
RAISE EXCEPTION 'the dataset % has no data on %', members_on.dataset, members_on.day
USING ERRCODE = 'no_data_found',
HINT = 'SELECT dataset, covers_from, covers_to FROM datasets tells of which days it speaks.';
END IF;
RETURN QUERY
WITH RECURSIVE counted AS MATERIALIZED (
SELECT m.*,
CASE
WHEN m.start_latest <= members_on.day AND (m.end_earliest IS NULL OR members_on.day < m.end_earliest) THEN 'member'
WHEN (m.start_earliest IS NULL OR m.start_earliest <= members_on.day)
AND (m.end_latest IS NULL OR members_on.day < m.end_latest) THEN 'possible'
ELSE 'none'
END AS standing
FROM memberships AS m
WHERE m.dataset = members_on.dataset AND m.treaty = meant
AND (m.status IN ('party', 'suspended')
OR (m.status = 'contracting' AND members_on.basis IN ('signed', 'consented'))
OR (m.status IN ('signatory', 'provisional') AND members_on.basis = 'signed'))
),
-- One status passed into another that counts too, on a day that is not known: in between the State counts either way.
-- From a status that has begun, `reached` goes by what closed it to what that act opened, and so on.
reached AS (
SELECT c.treaty, c.state, c.status, c.start_earliest, c.start_latest, c.end_earliest, c.end_latest,
c.opened_by_act, c.closed_by_act
FROM counted AS c
WHERE c.standing = 'possible' AND c.status <> 'suspended' AND c.start_latest <= members_on.day
-- if a suspension may last, an act that leads no higher may have changed nothing
AND (c.status IN ('contracting', 'party') OR NOT EXISTS (
SELECT 1 FROM counted AS s
WHERE s.treaty = c.treaty AND s.state = c.state AND s.status = 'suspended' AND s.standing <> 'none'))
UNION
SELECT b.treaty, b.state, b.status, b.start_earliest, b.start_latest, b.end_earliest, b.end_latest,
b.opened_by_act, b.closed_by_act
FROM reached AS a JOIN counted AS b ON b.treaty = a.treaty AND b.state = a.state
AND (b.opened_by_act = a.closed_by_act OR (
a.status = 'contracting' AND b.status = 'party' AND b.opened_by_act = a.opened_by_act))
WHERE b.status <> 'suspended'
),
-- Nothing may have ended the last of them by the day. An end is kept as no earlier than the start: where the two are
-- one day, an exit may have come first.
passage AS MATERIALIZED (
SELECT DISTINCT r.treaty, r.state
FROM reached AS r
WHERE (r.end_earliest IS NULL AND (r.start_earliest IS NOT NULL OR r.start_latest IS NOT NULL))
OR (members_on.day < r.end_earliest AND r.end_earliest <> COALESCE(
r.start_earliest, CASE WHEN r.end_latest < r.start_latest THEN r.end_latest ELSE r.start_latest END))
),
best AS (
SELECT c.*,
CASE WHEN c.status <> 'suspended' AND EXISTS (SELECT 1 FROM passage AS p WHERE p.state = c.state)
THEN 'member' ELSE c.standing END AS known,
ROW_NUMBER() OVER (PARTITION BY c.state, CASE WHEN c.status = 'suspended' THEN 1 ELSE 0 END
ORDER BY CASE c.standing WHEN 'member' THEN 0 ELSE 1 END, c.start_latest DESC, c.seq) AS place
FROM counted AS c
WHERE c.standing <> 'none'
)
SELECT b.state,
COALESCE((SELECT n.name FROM state_names AS n
WHERE n.state = b.state AND n.language = 'en' AND n.form = 'short'
AND (n.start_earliest IS NULL OR n.start_earliest <= members_on.day)
AND (n.end_latest IS NULL OR members_on.day < n.end_latest)
ORDER BY CASE WHEN n.start_latest <= members_on.day
AND (n.end_earliest IS NULL OR members_on.day < n.end_earliest) THEN 0 ELSE 1 END,
n.start_latest DESC, n.name
LIMIT 1), b.state_name) AS named,
b.known, b.status, b.start_earliest, b.start_latest, b.end_earliest, b.end_latest,
b.opened_by, b.closed_by, b.origin, b.opened_by_act, b.closed_by_act
FROM best AS b
WHERE b.place = 1
ORDER BY named, b.state;
END $function$

-- function secdb_asked
CREATE OR REPLACE FUNCTION public.secdb_asked(treaty text, dataset text, basis text)
RETURNS text
LANGUAGE plpgsql
STABLE PARALLEL SAFE
SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
meant text := COALESCE(
(SELECT t.treaty FROM treaties AS t WHERE t.treaty = lower(secdb_asked.treaty)),
(SELECT o.treaty FROM organizations AS o WHERE o.organization = lower(secdb_asked.treaty)));
BEGIN
IF meant IS NULL THEN
RAISE EXCEPTION 'no treaty or organization has the code %', secdb_asked.treaty
USING ERRCODE = 'no_data_found', HINT = 'SELECT treaty, title FROM treaties lists them.';
END IF;
IF NOT EXISTS (SELECT 1 FROM datasets AS d WHERE d.dataset = secdb_asked.dataset) THEN
RAISE EXCEPTION 'no dataset has the code %', secdb_asked.dataset
USING ERRCODE = 'no_data_found', HINT = 'SELECT dataset, title FROM datasets lists them.';
END IF;
IF secdb_asked.basis NOT IN ('signed', 'consented', 'in-force') THEN
RAISE EXCEPTION 'the basis is signed, consented or in-force, not %', secdb_asked.basis
USING ERRCODE = 'invalid_parameter_value';
END IF;
RETURN meant;
END $function$
