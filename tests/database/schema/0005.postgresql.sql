-- view act_effects
SELECT kind,
status,
level,
resets
FROM act_effect e;

-- view acts
SELECT a.id AS act,
d.code AS dataset,
t.code AS treaty,
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
a.kind,
a.date_text,
a.date_edtf AS date,
a.date_earliest,
a.date_latest,
a.effect_edtf AS effect,
a.effect_earliest,
a.effect_latest,
a.organ,
p.code AS signer,
a.signer_capacity,
a.rank,
a.contests_id AS contests,
CASE
WHEN (EXISTS ( SELECT 1
FROM standing_act z
WHERE (z.act_id = a.id))) THEN 1
ELSE 0
END AS stands,
a.note
FROM ((((act a
JOIN dataset d ON ((d.id = a.dataset_id)))
JOIN treaty t ON ((t.id = a.treaty_id)))
LEFT JOIN state s ON ((s.id = a.state_id)))
LEFT JOIN person p ON ((p.id = a.signer_id)));

-- view changes
SELECT id AS change,
revision_id AS revision,
table_name,
row_id,
operation,
old,
new
FROM change c;

-- view citations
SELECT c.id AS citation,
CASE
WHEN (c.act_id IS NOT NULL) THEN 'act'::text
WHEN (c.roster_id IS NOT NULL) THEN 'roster'::text
WHEN (c.roster_entry_id IS NOT NULL) THEN 'roster_entry'::text
WHEN (c.signatory_id IS NOT NULL) THEN 'signatory'::text
WHEN (c.tenure_id IS NOT NULL) THEN 'tenure'::text
WHEN (c.statement_id IS NOT NULL) THEN 'statement'::text
WHEN (c.treaty_id IS NOT NULL) THEN 'treaty'::text
WHEN (c.state_id IS NOT NULL) THEN 'state'::text
WHEN (c.state_name_id IS NOT NULL) THEN 'state_name'::text
ELSE 'state_succession'::text
END AS record,
COALESCE(c.act_id, c.roster_id, c.roster_entry_id, c.signatory_id, c.tenure_id, c.statement_id, c.treaty_id, c.state_id, c.state_name_id, c.state_succession_id) AS record_id,
d.code AS document,
d.title,
d.url,
d.retrieved_on,
c.locator,
c.quotation,
c.start_char,
c.end_char,
c.note,
c.act_id AS act,
c.roster_id AS roster,
c.roster_entry_id AS roster_entry,
c.signatory_id AS signatory,
c.tenure_id AS tenure,
s.code AS statement,
t.code AS treaty,
z.code AS state,
c.state_name_id AS state_name,
c.state_succession_id AS state_succession
FROM ((((citation c
JOIN document d ON ((d.id = c.document_id)))
LEFT JOIN statement s ON ((s.id = c.statement_id)))
LEFT JOIN treaty t ON ((t.id = c.treaty_id)))
LEFT JOIN state z ON ((z.id = c.state_id)));

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
WHERE ((status = 'party'::text) AND ((start_earliest IS NULL) OR (start_earliest <= CURRENT_DATE)) AND ((end_latest IS NULL) OR (CURRENT_DATE < end_latest)) AND ((start_latest IS NOT NULL) OR (start_earliest IS NOT NULL)));

-- view datasets
SELECT code AS dataset,
title,
authority,
licence,
covers_from,
covers_to,
url,
note
FROM dataset d;

-- view documents
SELECT code AS document,
kind,
title,
date_text,
date_edtf AS date,
date_earliest,
date_latest,
( SELECT string_agg(y.symbol, '; '::text) AS string_agg
FROM ( SELECT x.symbol
FROM document_symbol x
WHERE (x.document_id = d.id)
ORDER BY x."position") y) AS symbols,
language,
publisher,
url,
retrieved_on,
sha256,
length(text) AS characters,
text,
note
FROM document d;

-- view heads_of_state
SELECT dataset,
state,
state_name,
person,
person_name,
office,
acting,
accredited_to,
title,
start_earliest,
start_latest,
end_earliest,
end_latest,
origin,
tenure,
signatory,
statement
FROM tenures
WHERE (office = 'head_of_state'::text);

-- view membership_changes
SELECT m.dataset,
m.treaty,
m.state,
m.state_name,
'began'::text AS change,
m.status,
m.start_earliest AS earliest,
m.start_latest AS latest,
m.opened_by AS caused_by,
m.opened_by_act AS act
FROM memberships m
UNION ALL
SELECT m.dataset,
m.treaty,
m.state,
m.state_name,
'ended'::text AS change,
m.status,
m.end_earliest AS earliest,
m.end_latest AS latest,
m.closed_by AS caused_by,
m.closed_by_act AS act
FROM memberships m
WHERE (m.end_earliest IS NOT NULL);

-- view memberships
SELECT d.code AS dataset,
t.code AS treaty,
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
m.status,
m.start_earliest,
m.start_latest,
m.end_earliest,
m.end_latest,
m.opened_by,
m.closed_by,
m.origin,
m.seq,
m.opened_by_act_id AS opened_by_act,
m.closed_by_act_id AS closed_by_act
FROM (((membership_period m
JOIN dataset d ON ((d.id = m.dataset_id)))
JOIN treaty t ON ((t.id = m.treaty_id)))
JOIN state s ON ((s.id = m.state_id)));

-- view organizations
SELECT o.code AS organization,
o.name,
t.code AS treaty,
o.note
FROM (organization o
JOIN treaty t ON ((t.id = o.treaty_id)));

-- view person_names
SELECT p.code AS person,
n.name,
n.language,
n.form
FROM (person_name n
JOIN person p ON ((p.id = n.person_id)));

-- view persons
SELECT code AS person,
name,
( SELECT string_agg(y.name, '; '::text) AS string_agg
FROM ( SELECT n.name
FROM person_name n
WHERE (n.person_id = p.id)
ORDER BY n.language, n.name) y) AS names,
note
FROM person p;

-- view representatives
SELECT dataset,
state,
state_name,
person,
person_name,
office,
acting,
accredited_to,
title,
start_earliest,
start_latest,
end_earliest,
end_latest,
origin,
tenure,
signatory,
statement
FROM tenures
WHERE (office = ANY (ARRAY['permanent_representative'::text, 'deputy_permanent_representative'::text, 'permanent_observer'::text, 'charge_daffaires'::text]));

-- view revisions
SELECT id AS revision,
author,
message,
program,
opened_at,
closed_at,
( SELECT count(*) AS count
FROM change c
WHERE (c.revision_id = r.id)) AS changes,
CASE
WHEN (author IS NULL) THEN 1
ELSE 0
END AS outside,
previous_hash,
hash
FROM revision r;

-- view rosters
SELECT r.id AS roster,
d.code AS dataset,
t.code AS treaty,
x.code AS statement,
r.body,
r.on_text,
r.on_edtf AS "on",
r.on_earliest,
r.on_latest,
r.complete,
r.rank,
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
e."position",
e.as_printed,
e.id AS entry,
r.note
FROM (((((roster r
JOIN dataset d ON ((d.id = r.dataset_id)))
JOIN treaty t ON ((t.id = r.treaty_id)))
LEFT JOIN statement x ON ((x.id = r.statement_id)))
LEFT JOIN roster_entry e ON ((e.roster_id = r.id)))
LEFT JOIN state s ON ((s.id = e.state_id)));

-- view signatories
SELECT t.code AS statement,
x."position",
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
p.code AS person,
COALESCE(p.name, x.as_printed) AS person_name,
x.as_printed,
x.capacity,
x.acting,
x.accredited_to,
x.mode,
x.joined_on,
x.withdrew_on,
t.date_edtf AS date,
t.date_earliest,
t.date_latest,
x.id AS signatory,
x.note
FROM (((signatory x
JOIN statement t ON ((t.id = x.statement_id)))
JOIN state s ON ((s.id = x.state_id)))
LEFT JOIN person p ON ((p.id = x.person_id)));

-- view state_codes
SELECT s.code AS state,
c.scheme,
c.code,
c.valid,
c.start_earliest,
c.start_latest,
c.end_earliest,
c.end_latest
FROM (state_code c
JOIN state s ON ((s.id = c.state_id)));

-- view state_names
SELECT s.code AS state,
n.name,
n.language,
n.form,
n.valid,
n.start_earliest,
n.start_latest,
n.end_earliest,
n.end_latest,
n.id
FROM (state_name n
JOIN state s ON ((s.id = n.state_id)));

-- view state_successions
SELECT p.code AS predecessor,
s.code AS successor,
x.kind,
x.date_edtf AS date,
x.date_earliest,
x.date_latest,
x.note,
x.id
FROM ((state_succession x
JOIN state p ON ((p.id = x.predecessor_id)))
JOIN state s ON ((s.id = x.successor_id)));

-- view statements
SELECT s.code AS statement,
d.code AS document,
s."position",
s.kind,
s.title,
s.date_text,
s.date_edtf AS date,
s.date_earliest,
s.date_latest,
s.place,
s.addressee,
s.language,
s.start_char,
s.end_char,
s.note
FROM (statement s
JOIN document d ON ((d.id = s.document_id)));

-- view states
SELECT code AS state,
COALESCE(( SELECT n.name
FROM state_name n
WHERE ((n.state_id = s.id) AND (n.language = 'en'::text) AND (n.form = 'short'::text))
ORDER BY (n.end_earliest IS NOT NULL), n.end_earliest DESC, n.name
LIMIT 1), code) AS state_name,
( SELECT n.name
FROM state_name n
WHERE ((n.state_id = s.id) AND (n.language = 'en'::text) AND (n.form = 'formal'::text))
ORDER BY (n.end_earliest IS NOT NULL), n.end_earliest DESC, n.name
LIMIT 1) AS formal_name,
existence,
start_earliest,
start_latest,
end_earliest,
end_latest,
un_admission,
note
FROM state s;

-- view tenures
SELECT d.code AS dataset,
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
p.code AS person,
p.name AS person_name,
n.office,
n.acting,
n.accredited_to,
n.title,
n.start_earliest,
n.start_latest,
n.end_earliest,
n.end_latest,
'recorded'::text AS origin,
n.id AS tenure,
NULL::integer AS signatory,
NULL::text AS statement
FROM (((tenure n
JOIN dataset d ON ((d.id = n.dataset_id)))
JOIN state s ON ((s.id = n.state_id)))
JOIN person p ON ((p.id = n.person_id)))
WHERE (n.rank <> 'deprecated'::text)
UNION ALL
SELECT 'register'::text AS dataset,
x.state,
x.state_name,
x.person,
x.person_name,
x.capacity AS office,
x.acting,
x.accredited_to,
NULL::text AS title,
NULL::date AS start_earliest,
x.date_latest AS start_latest,
(x.date_earliest + 1) AS end_earliest,
NULL::date AS end_latest,
'attested'::text AS origin,
NULL::integer AS tenure,
x.signatory,
x.statement
FROM signatories x
WHERE ((x.capacity IS NOT NULL) AND (x.mode <> 'named'::text) AND (x.date_earliest IS NOT NULL));

-- view treaties
SELECT code AS treaty,
title,
signed_edtf AS signed,
signed_earliest,
signed_latest,
signed_at,
in_force_edtf AS in_force,
in_force_earliest,
in_force_latest,
term_years,
expires_edtf AS expires,
expires_earliest,
expires_latest,
depositary,
registration,
note
FROM treaty t;

-- view treaty_names
SELECT t.code AS treaty,
n.name,
n.language,
n.form
FROM (treaty_name n
JOIN treaty t ON ((t.id = n.treaty_id)));

-- view treaty_relations
SELECT t.code AS treaty,
x.kind,
r.code AS related
FROM ((treaty_relation x
JOIN treaty t ON ((t.id = x.treaty_id)))
JOIN treaty r ON ((r.id = x.related_id)));
