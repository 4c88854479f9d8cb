-- column act_effect.kind
text NOT NULL
-- the kind of act

-- column act_effect.level
integer NOT NULL
-- a higher level ends a lower one; a lower one after a higher one changes nothing

-- column act_effect.resets
integer NOT NULL DEFAULT 0
-- 1 = ends whatever status there was (exits and suspension)

-- column act_effect.status
text
-- the status it leads to; none = an exit; NULL = no effect on membership

-- column derivation_switch.enabled
integer NOT NULL DEFAULT 1
-- 1 = refresh at once; 0 = bulk load

-- column derivation_switch.id
integer NOT NULL DEFAULT nextval('derivation_switch_id_seq'::regclass)

-- column membership_event.act_id
integer NOT NULL
-- the act

-- column membership_event.dataset_id
integer NOT NULL
-- dataset of the key

-- column membership_event.earliest
date
-- day of effect, lower bound, inclusive; NULL = unbounded

-- column membership_event.kind
text NOT NULL
-- what was done: signature, definitive_signature, ratification, acceptance, approval, accession, succession, formal_confirmation, provisional_application, entry_into_force, participation, prolongation, non_renewal, withdrawal, suspension, resumption, expulsion, termination, extinction, observer_admission, associate_admission, reservation, declaration, objection, reservation_withdrawal

-- column membership_event.latest
date
-- day of effect, upper bound, inclusive; NULL = unbounded

-- column membership_event.level
integer NOT NULL
-- see act_effect

-- column membership_event.resets
integer NOT NULL DEFAULT 0
-- see act_effect

-- column membership_event.state_id
integer NOT NULL
-- State of the key

-- column membership_event.status
text NOT NULL
-- the status it leads to; none = an exit

-- column membership_event.treaty_id
integer NOT NULL
-- treaty of the key

-- column membership_period.closed_by
text
-- the kind of act or event that closed it; roster; NULL = open

-- column membership_period.closed_by_act_id
integer
-- the act that closed it

-- column membership_period.dataset_id
integer NOT NULL
-- whose records it follows from

-- column membership_period.end_earliest
date
-- first day it no longer holds, lower bound; NULL = open

-- column membership_period.end_latest
date
-- first day it no longer holds, upper bound; NULL with end_earliest set = end unknown

-- column membership_period.opened_by
text
-- the kind of act or event that opened it; roster

-- column membership_period.opened_by_act_id
integer
-- the act that opened it

-- column membership_period.origin
text NOT NULL
-- what it was derived from: acts, rosters

-- column membership_period.seq
integer NOT NULL
-- order of the State's periods, from 1

-- column membership_period.start_earliest
date
-- first day, lower bound, inclusive; NULL = unbounded

-- column membership_period.start_latest
date
-- first day, upper bound, inclusive; NULL = not certain ever to have begun

-- column membership_period.state_id
integer NOT NULL
-- the State

-- column membership_period.status
text NOT NULL
-- what the State was: observer, associate, signatory, provisional, suspended, contracting, party

-- column membership_period.treaty_id
integer NOT NULL
-- the treaty

-- column membership_refresh.dataset_id
integer NOT NULL
-- dataset of the key

-- column membership_refresh.state_id
integer NOT NULL
-- State of the key

-- column membership_refresh.treaty_id
integer NOT NULL
-- treaty of the key

-- constraint ck_act_effect__kind_known
act_effect CHECK ((kind = ANY (ARRAY['signature'::text, 'definitive_signature'::text, 'ratification'::text, 'acceptance'::text, 'approval'::text, 'accession'::text, 'succession'::text, 'formal_confirmation'::text, 'provisional_application'::text, 'entry_into_force'::text, 'participation'::text, 'prolongation'::text, 'non_renewal'::text, 'withdrawal'::text, 'suspension'::text, 'resumption'::text, 'expulsion'::text, 'termination'::text, 'extinction'::text, 'observer_admission'::text, 'associate_admission'::text, 'reservation'::text, 'declaration'::text, 'objection'::text, 'reservation_withdrawal'::text])))

-- constraint ck_act_effect__resets_flag
act_effect CHECK ((resets = ANY (ARRAY[0, 1])))

-- constraint ck_act_effect__status_known
act_effect CHECK ((status = ANY (ARRAY['none'::text, 'observer'::text, 'associate'::text, 'signatory'::text, 'provisional'::text, 'suspended'::text, 'contracting'::text, 'party'::text])))

-- constraint ck_derivation_switch__enabled_flag
derivation_switch CHECK ((enabled = ANY (ARRAY[0, 1])))

-- constraint ck_derivation_switch__one_row
derivation_switch CHECK ((id = 1))

-- constraint ck_membership_period__end_earliest_day
membership_period CHECK (((end_earliest >= '0001-01-01'::date) AND (end_earliest <= '9999-12-31'::date)))

-- constraint ck_membership_period__end_known_since
membership_period CHECK (((end_latest IS NULL) OR (end_earliest IS NOT NULL)))

-- constraint ck_membership_period__end_latest_day
membership_period CHECK (((end_latest >= '0001-01-01'::date) AND (end_latest <= '9999-12-31'::date)))

-- constraint ck_membership_period__end_ordered
membership_period CHECK ((end_earliest <= end_latest))

-- constraint ck_membership_period__origin_known
membership_period CHECK ((origin = ANY (ARRAY['acts'::text, 'rosters'::text])))

-- constraint ck_membership_period__start_before_end
membership_period CHECK ((start_earliest <= end_latest))

-- constraint ck_membership_period__start_earliest_day
membership_period CHECK (((start_earliest >= '0001-01-01'::date) AND (start_earliest <= '9999-12-31'::date)))

-- constraint ck_membership_period__start_latest_day
membership_period CHECK (((start_latest >= '0001-01-01'::date) AND (start_latest <= '9999-12-31'::date)))

-- constraint ck_membership_period__start_ordered
membership_period CHECK ((start_earliest <= start_latest))

-- constraint ck_membership_period__status_known
membership_period CHECK ((status = ANY (ARRAY['observer'::text, 'associate'::text, 'signatory'::text, 'provisional'::text, 'suspended'::text, 'contracting'::text, 'party'::text])))

-- constraint ex_membership_period__overlap
membership_period EXCLUDE USING gist (int4range(dataset_id, dataset_id, '[]'::text) WITH &&, int4range(treaty_id, treaty_id, '[]'::text) WITH &&, int4range(state_id, state_id, '[]'::text) WITH &&, daterange(start_latest, end_earliest) WITH &&) WHERE (((start_latest IS NOT NULL) AND ((end_earliest IS NULL) OR (start_latest < end_earliest))))

-- constraint fk_membership_period__dataset_id
membership_period FOREIGN KEY (dataset_id) REFERENCES dataset(id)

-- constraint fk_membership_period__state_id
membership_period FOREIGN KEY (state_id) REFERENCES state(id)

-- constraint fk_membership_period__treaty_id
membership_period FOREIGN KEY (treaty_id) REFERENCES treaty(id)

-- constraint pk_act_effect
act_effect PRIMARY KEY (kind)

-- constraint pk_derivation_switch
derivation_switch PRIMARY KEY (id)

-- constraint pk_membership_event
membership_event PRIMARY KEY (dataset_id, treaty_id, state_id, act_id)

-- constraint pk_membership_period
membership_period PRIMARY KEY (dataset_id, treaty_id, state_id, seq)

-- constraint pk_membership_refresh
membership_refresh PRIMARY KEY (dataset_id, treaty_id, state_id)

-- function secdb_queue_act
CREATE OR REPLACE FUNCTION public.secdb_queue_act()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_OP <> 'INSERT' THEN
PERFORM secdb_queue_act_key(OLD.dataset_id, OLD.treaty_id, OLD.state_id);
END IF;
IF TG_OP <> 'DELETE' THEN
PERFORM secdb_queue_act_key(NEW.dataset_id, NEW.treaty_id, NEW.state_id);
END IF;
RETURN NULL;
END $function$

-- function secdb_queue_act_key
CREATE OR REPLACE FUNCTION public.secdb_queue_act_key(of_dataset integer, of_treaty integer, of_state integer)
RETURNS void
LANGUAGE plpgsql
AS $function$
BEGIN
IF of_state IS NULL THEN
PERFORM secdb_queue_treaty(of_dataset, of_treaty);
ELSE
INSERT INTO membership_refresh VALUES (of_dataset, of_treaty, of_state) ON CONFLICT DO NOTHING;
END IF;
END $function$

-- function secdb_queue_all
CREATE OR REPLACE FUNCTION public.secdb_queue_all()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_TABLE_NAME = 'treaty' THEN
INSERT INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE treaty_id = NEW.id ON CONFLICT DO NOTHING;
ELSE
INSERT INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE state_id = NEW.id ON CONFLICT DO NOTHING;
END IF;
RETURN NULL;
END $function$

-- function secdb_queue_entry
CREATE OR REPLACE FUNCTION public.secdb_queue_entry(of_roster integer, of_state integer)
RETURNS void
LANGUAGE sql
AS $function$
INSERT INTO membership_refresh
SELECT r.dataset_id, r.treaty_id, of_state FROM roster AS r WHERE r.id = of_roster
UNION SELECT r.dataset_id, q.related_id, of_state FROM roster AS r
JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires' WHERE r.id = of_roster
ON CONFLICT DO NOTHING
$function$

-- function secdb_queue_relation
CREATE OR REPLACE FUNCTION public.secdb_queue_relation(of_treaty integer, of_related integer)
RETURNS void
LANGUAGE sql
AS $function$
INSERT INTO membership_refresh
SELECT DISTINCT r.dataset_id, of_related, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.treaty_id = of_treaty
ON CONFLICT DO NOTHING
$function$

-- function secdb_queue_roster
CREATE OR REPLACE FUNCTION public.secdb_queue_roster()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_OP <> 'INSERT' THEN
PERFORM secdb_queue_treaty(OLD.dataset_id, OLD.treaty_id);
END IF;
IF TG_OP <> 'DELETE' THEN
PERFORM secdb_queue_treaty(NEW.dataset_id, NEW.treaty_id);
END IF;
RETURN NULL;
END $function$

-- function secdb_queue_roster_entry
CREATE OR REPLACE FUNCTION public.secdb_queue_roster_entry()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_OP <> 'INSERT' THEN
PERFORM secdb_queue_entry(OLD.roster_id, OLD.state_id);
END IF;
IF TG_OP <> 'DELETE' THEN
PERFORM secdb_queue_entry(NEW.roster_id, NEW.state_id);
END IF;
RETURN NULL;
END $function$

-- function secdb_queue_treaty
CREATE OR REPLACE FUNCTION public.secdb_queue_treaty(of_dataset integer, of_treaty integer)
RETURNS void
LANGUAGE sql
AS $function$
INSERT INTO membership_refresh
SELECT k.dataset_id, k.treaty_id, k.state_id FROM membership_key AS k
WHERE k.dataset_id = of_dataset AND k.treaty_id IN (
SELECT of_treaty UNION SELECT related_id FROM treaty_relation WHERE treaty_id = of_treaty AND kind = 'requires')
ON CONFLICT DO NOTHING
$function$

-- function secdb_queue_treaty_relation
CREATE OR REPLACE FUNCTION public.secdb_queue_treaty_relation()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF TG_OP <> 'INSERT' THEN
PERFORM secdb_queue_relation(OLD.treaty_id, OLD.related_id);
END IF;
IF TG_OP <> 'DELETE' THEN
PERFORM secdb_queue_relation(NEW.treaty_id, NEW.related_id);
END IF;
RETURN NULL;
END $function$

-- function secdb_refresh
CREATE OR REPLACE FUNCTION public.secdb_refresh()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
IF (SELECT enabled FROM derivation_switch) = 1 THEN
DELETE FROM membership_event
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
INSERT INTO membership_event
SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets,
NULLIF(earliest, date '-infinity'), NULLIF(latest, date 'infinity')
FROM standing_act
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
DELETE FROM membership_period
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
INSERT INTO membership_period (dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest,
end_earliest, end_latest, origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id)
SELECT dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest,
end_earliest, end_latest, origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id
FROM derived_period
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
DELETE FROM membership_refresh
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
END IF;
RETURN NULL;
END $function$

-- function secdb_refuse_rule
CREATE OR REPLACE FUNCTION public.secdb_refuse_rule()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
BEGIN
RAISE EXCEPTION 'the rule of derivation changes only by migration' USING ERRCODE = 'integrity_constraint_violation';
END $function$

-- function secdb_refuse_typed
CREATE OR REPLACE FUNCTION public.secdb_refuse_typed()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
DECLARE
touched record;
BEGIN
IF TG_OP = 'INSERT' THEN touched := NEW; ELSE touched := OLD; END IF;
IF TG_OP = 'UPDATE' OR NOT EXISTS (
SELECT 1 FROM membership_refresh AS q WHERE q.dataset_id = touched.dataset_id
AND q.treaty_id = touched.treaty_id AND q.state_id = touched.state_id) THEN
RAISE EXCEPTION 'membership periods are derived; write the acts or rosters they follow from'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN touched;
END $function$

-- function secdb_switch
CREATE OR REPLACE FUNCTION public.secdb_switch()
RETURNS trigger
LANGUAGE plpgsql
AS $function$
DECLARE
key membership_refresh;
BEGIN
IF TG_OP <> 'UPDATE' THEN
RAISE EXCEPTION 'the switch of the derivation is turned, not removed or made again'
USING ERRCODE = 'integrity_constraint_violation';
END IF;
FOR key IN SELECT * FROM membership_refresh LOOP
DELETE FROM membership_refresh
WHERE dataset_id = key.dataset_id AND treaty_id = key.treaty_id AND state_id = key.state_id;
INSERT INTO membership_refresh VALUES (key.dataset_id, key.treaty_id, key.state_id);
END LOOP;
RETURN NULL;
END $function$

-- index ex_membership_period__overlap
CREATE INDEX ex_membership_period__overlap ON public.membership_period USING gist (int4range(dataset_id, dataset_id, '[]'::text), int4range(treaty_id, treaty_id, '[]'::text), int4range(state_id, state_id, '[]'::text), daterange(start_latest, end_earliest)) WHERE ((start_latest IS NOT NULL) AND ((end_earliest IS NULL) OR (start_latest < end_earliest)))

-- index ix_membership_period__end
CREATE INDEX ix_membership_period__end ON public.membership_period USING btree (end_earliest) WHERE (end_earliest IS NOT NULL)

-- index ix_membership_period__start
CREATE INDEX ix_membership_period__start ON public.membership_period USING btree (start_latest)

-- index ix_membership_period__state
CREATE INDEX ix_membership_period__state ON public.membership_period USING btree (state_id, start_latest, end_earliest, treaty_id)

-- index ix_membership_period__treaty
CREATE INDEX ix_membership_period__treaty ON public.membership_period USING btree (treaty_id, start_latest, end_earliest, state_id)

-- index pk_act_effect
CREATE UNIQUE INDEX pk_act_effect ON public.act_effect USING btree (kind)

-- index pk_derivation_switch
CREATE UNIQUE INDEX pk_derivation_switch ON public.derivation_switch USING btree (id)

-- index pk_membership_event
CREATE UNIQUE INDEX pk_membership_event ON public.membership_event USING btree (dataset_id, treaty_id, state_id, act_id)

-- index pk_membership_period
CREATE UNIQUE INDEX pk_membership_period ON public.membership_period USING btree (dataset_id, treaty_id, state_id, seq)

-- index pk_membership_refresh
CREATE UNIQUE INDEX pk_membership_refresh ON public.membership_refresh USING btree (dataset_id, treaty_id, state_id)

-- trigger act_effect_kept
CREATE TRIGGER act_effect_kept BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.act_effect FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_rule()

-- trigger act_queue
CREATE TRIGGER act_queue AFTER INSERT OR DELETE OR UPDATE ON public.act FOR EACH ROW EXECUTE FUNCTION secdb_queue_act()

-- trigger derivation_switch_kept
CREATE TRIGGER derivation_switch_kept BEFORE INSERT OR DELETE OR TRUNCATE ON public.derivation_switch FOR EACH STATEMENT EXECUTE FUNCTION secdb_switch()

-- trigger derivation_switch_on
CREATE TRIGGER derivation_switch_on AFTER UPDATE ON public.derivation_switch FOR EACH ROW WHEN (((new.enabled = 1) AND (old.enabled = 0))) EXECUTE FUNCTION secdb_switch()

-- trigger membership_event_truncate
CREATE TRIGGER membership_event_truncate BEFORE TRUNCATE ON public.membership_event FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger membership_event_typed
CREATE TRIGGER membership_event_typed BEFORE INSERT OR DELETE OR UPDATE ON public.membership_event FOR EACH ROW EXECUTE FUNCTION secdb_refuse_typed()

-- trigger membership_period_truncate
CREATE TRIGGER membership_period_truncate BEFORE TRUNCATE ON public.membership_period FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()

-- trigger membership_period_typed
CREATE TRIGGER membership_period_typed BEFORE INSERT OR DELETE OR UPDATE ON public.membership_period FOR EACH ROW EXECUTE FUNCTION secdb_refuse_typed()

-- trigger membership_refresh_now
CREATE TRIGGER membership_refresh_now AFTER INSERT ON public.membership_refresh FOR EACH ROW EXECUTE FUNCTION secdb_refresh()

-- trigger roster_entry_queue
CREATE TRIGGER roster_entry_queue AFTER INSERT OR DELETE OR UPDATE ON public.roster_entry FOR EACH ROW EXECUTE FUNCTION secdb_queue_roster_entry()

-- trigger roster_queue
CREATE TRIGGER roster_queue AFTER INSERT OR DELETE OR UPDATE ON public.roster FOR EACH ROW EXECUTE FUNCTION secdb_queue_roster()

-- trigger state_queue
CREATE TRIGGER state_queue AFTER UPDATE OF end_earliest, end_latest ON public.state FOR EACH ROW EXECUTE FUNCTION secdb_queue_all()

-- trigger treaty_queue
CREATE TRIGGER treaty_queue AFTER UPDATE OF in_force_earliest, in_force_latest ON public.treaty FOR EACH ROW EXECUTE FUNCTION secdb_queue_all()

-- trigger treaty_relation_queue
CREATE TRIGGER treaty_relation_queue AFTER INSERT OR DELETE OR UPDATE ON public.treaty_relation FOR EACH ROW EXECUTE FUNCTION secdb_queue_treaty_relation()

-- view act_spell
SELECT dataset_id,
treaty_id,
state_id,
status,
act_id,
kind,
earliest,
latest,
COALESCE(( SELECT min(y.earliest) AS min
FROM event_bound y
WHERE ((y.dataset_id = x.dataset_id) AND (y.treaty_id = x.treaty_id) AND (y.state_id = x.state_id) AND (y.status <> x.status) AND ((y.resets = 1) OR (y.level > x.level)) AND (y.latest >= x.earliest))), 'infinity'::date) AS end_earliest,
COALESCE(( SELECT min(y.latest) AS min
FROM event_bound y
WHERE ((y.dataset_id = x.dataset_id) AND (y.treaty_id = x.treaty_id) AND (y.state_id = x.state_id) AND (y.status <> x.status) AND ((y.resets = 1) OR (y.level > x.level)) AND ((y.earliest > x.latest) OR ((x.resets = 0) AND (y.resets = 0) AND (y.latest >= x.earliest) AND (NOT (EXISTS ( SELECT 1
FROM event_bound r
WHERE ((r.dataset_id = x.dataset_id) AND (r.treaty_id = x.treaty_id) AND (r.state_id = x.state_id) AND (r.resets = 1) AND (r.latest >= y.earliest) AND (r.earliest <= x.latest))))))))), 'infinity'::date) AS end_latest,
( SELECT y.act_id
FROM event_bound y
WHERE ((y.dataset_id = x.dataset_id) AND (y.treaty_id = x.treaty_id) AND (y.state_id = x.state_id) AND (y.status <> x.status) AND ((y.resets = 1) OR (y.level > x.level)) AND (y.latest >= x.earliest))
ORDER BY y.latest, y.earliest, y.kind, y.act_id
LIMIT 1) AS closed_by_act_id,
CASE
WHEN ((resets = 0) AND (EXISTS ( SELECT 1
FROM event_bound i
WHERE ((i.dataset_id = x.dataset_id) AND (i.treaty_id = x.treaty_id) AND (i.state_id = x.state_id) AND (i.latest < x.earliest) AND (i.level > x.level) AND (NOT (EXISTS ( SELECT 1
FROM event_bound r
WHERE ((r.dataset_id = x.dataset_id) AND (r.treaty_id = x.treaty_id) AND (r.state_id = x.state_id) AND (r.resets = 1) AND (r.act_id <> i.act_id) AND (r.earliest > i.latest) AND (r.latest < x.earliest))))))))) THEN 1
ELSE 0
END AS doubtful,
CASE
WHEN (status <> 'contracting'::text) THEN 0
WHEN (EXISTS ( SELECT 1
FROM event_bound y
WHERE ((y.dataset_id = x.dataset_id) AND (y.treaty_id = x.treaty_id) AND (y.state_id = x.state_id) AND (y.kind = 'entry_into_force'::text) AND (y.latest >= x.earliest) AND (NOT (EXISTS ( SELECT 1
FROM event_bound r
WHERE ((r.dataset_id = x.dataset_id) AND (r.treaty_id = x.treaty_id) AND (r.state_id = x.state_id) AND (r.resets = 1) AND (y.earliest <= x.latest) AND (r.latest >= y.earliest) AND (r.earliest <= x.latest)))))))) THEN 1
WHEN (EXISTS ( SELECT 1
FROM event_bound y
WHERE ((y.dataset_id = x.dataset_id) AND (y.treaty_id = x.treaty_id) AND (y.state_id = x.state_id) AND (y.kind = 'entry_into_force'::text) AND (y.latest >= x.earliest)))) THEN 2
ELSE 0
END AS own_entry
FROM event_bound x
WHERE ((status <> 'none'::text) AND (NOT (EXISTS ( SELECT 1
FROM event_bound i
WHERE ((i.dataset_id = x.dataset_id) AND (i.treaty_id = x.treaty_id) AND (i.state_id = x.state_id) AND (i.latest < x.earliest) AND ((i.status = x.status) OR ((x.resets = 0) AND (i.level >= x.level))) AND (NOT (EXISTS ( SELECT 1
FROM event_bound r
WHERE ((r.dataset_id = x.dataset_id) AND (r.treaty_id = x.treaty_id) AND (r.state_id = x.state_id) AND (r.act_id <> i.act_id) AND (r.act_id <> x.act_id) AND ((r.resets = 1) OR ((x.resets = 1) AND (r.level > i.level))) AND (r.latest >= i.earliest) AND (r.earliest <= x.latest))))))))));

-- view cut_spell
SELECT s.dataset_id,
s.treaty_id,
s.state_id,
s.status,
s.origin,
CASE
WHEN ((s.origin = 'rosters'::text) AND (s.earliest < k.force_earliest) AND (k.force_earliest <= s.latest)) THEN k.force_earliest
ELSE s.earliest
END AS start_earliest,
s.latest AS start_latest,
LEAST(s.end_earliest, k.state_earliest, k.treaty_earliest) AS end_earliest,
LEAST(s.end_latest, k.state_latest, k.treaty_latest) AS end_latest,
s.opened_by,
s.opened_by_act_id,
CASE
WHEN ((k.treaty_latest < s.end_latest) AND (k.treaty_latest <= k.state_latest)) THEN 'termination'::text
WHEN (k.state_latest < s.end_latest) THEN 'extinction'::text
ELSE s.closed_by
END AS closed_by,
CASE
WHEN ((k.treaty_latest < s.end_latest) OR (k.state_latest < s.end_latest)) THEN NULL::integer
ELSE s.closed_by_act_id
END AS closed_by_act_id
FROM (raw_spell s
JOIN key_end k ON (((k.dataset_id = s.dataset_id) AND (k.treaty_id = s.treaty_id) AND (k.state_id = s.state_id))))
WHERE ((s.status <> 'contracting'::text) OR (s.own_entry <> 0))
UNION ALL
SELECT s.dataset_id,
s.treaty_id,
s.state_id,
'contracting'::text AS status,
s.origin,
s.earliest AS start_earliest,
s.latest AS start_latest,
LEAST(s.end_earliest, k.state_earliest, k.treaty_earliest, k.force_earliest) AS end_earliest,
LEAST(s.end_latest, k.state_latest, k.treaty_latest, k.force_latest) AS end_latest,
s.opened_by,
s.opened_by_act_id,
CASE
WHEN (k.force_latest < LEAST(s.end_latest, k.state_latest, k.treaty_latest)) THEN 'entry_into_force'::text
WHEN ((k.treaty_latest < s.end_latest) AND (k.treaty_latest <= k.state_latest)) THEN 'termination'::text
WHEN (k.state_latest < s.end_latest) THEN 'extinction'::text
ELSE s.closed_by
END AS closed_by,
CASE
WHEN (LEAST(k.force_latest, k.treaty_latest, k.state_latest) < s.end_latest) THEN NULL::integer
ELSE s.closed_by_act_id
END AS closed_by_act_id
FROM (raw_spell s
JOIN key_end k ON (((k.dataset_id = s.dataset_id) AND (k.treaty_id = s.treaty_id) AND (k.state_id = s.state_id))))
WHERE ((s.status = 'contracting'::text) AND (s.own_entry = 0))
UNION ALL
SELECT s.dataset_id,
s.treaty_id,
s.state_id,
'party'::text AS status,
s.origin,
CASE
WHEN (s.earliest < k.force_earliest) THEN k.force_earliest
ELSE s.earliest
END AS start_earliest,
CASE
WHEN (s.latest < k.force_latest) THEN k.force_latest
ELSE s.latest
END AS start_latest,
LEAST(s.end_earliest, k.state_earliest, k.treaty_earliest) AS end_earliest,
LEAST(s.end_latest, k.state_latest, k.treaty_latest) AS end_latest,
CASE
WHEN (k.force_earliest > s.latest) THEN 'entry_into_force'::text
ELSE s.opened_by
END AS opened_by,
s.opened_by_act_id,
CASE
WHEN ((k.treaty_latest < s.end_latest) AND (k.treaty_latest <= k.state_latest)) THEN 'termination'::text
WHEN (k.state_latest < s.end_latest) THEN 'extinction'::text
ELSE s.closed_by
END AS closed_by,
CASE
WHEN ((k.treaty_latest < s.end_latest) OR (k.state_latest < s.end_latest)) THEN NULL::integer
ELSE s.closed_by_act_id
END AS closed_by_act_id
FROM (raw_spell s
JOIN key_end k ON (((k.dataset_id = s.dataset_id) AND (k.treaty_id = s.treaty_id) AND (k.state_id = s.state_id))))
WHERE ((s.status = 'contracting'::text) AND (s.own_entry <> 1) AND (k.force_earliest < 'infinity'::date));

-- view derived_period
SELECT dataset_id,
treaty_id,
state_id,
row_number() OVER (PARTITION BY dataset_id, treaty_id, state_id ORDER BY j.start_earliest, j.start_latest, j.end_latest, status, j.end_earliest, opened_by_act_id) AS seq,
status,
NULLIF(start_earliest, '-infinity'::date) AS start_earliest,
NULLIF(start_latest, 'infinity'::date) AS start_latest,
CASE
WHEN ((end_latest = 'infinity'::date) AND (end_earliest = 'infinity'::date)) THEN NULL::date
WHEN (end_earliest > start_earliest) THEN end_earliest
WHEN (start_earliest > '-infinity'::date) THEN start_earliest
ELSE NULLIF(LEAST(start_latest, end_latest), 'infinity'::date)
END AS end_earliest,
NULLIF(end_latest, 'infinity'::date) AS end_latest,
origin,
opened_by,
opened_by_act_id,
closed_by,
closed_by_act_id
FROM joined_spell j
WHERE (place = 1);

-- view event_bound
SELECT dataset_id,
treaty_id,
state_id,
act_id,
kind,
status,
level,
resets,
COALESCE(earliest, '-infinity'::date) AS earliest,
COALESCE(latest, 'infinity'::date) AS latest
FROM membership_event;

-- view joined_spell
SELECT dataset_id,
treaty_id,
state_id,
status,
origin,
min(start_earliest) OVER same AS start_earliest,
min(start_latest) OVER same AS start_latest,
end_earliest,
end_latest,
opened_by,
opened_by_act_id,
closed_by,
closed_by_act_id,
row_number() OVER (same ORDER BY c.start_latest, c.start_earliest, opened_by, opened_by_act_id) AS place
FROM cut_spell c
WHERE (start_earliest < end_latest)
WINDOW same AS (PARTITION BY dataset_id, treaty_id, state_id, origin, status, end_earliest, end_latest);

-- view key_end
SELECT d.id AS dataset_id,
t.id AS treaty_id,
s.id AS state_id,
COALESCE(s.end_earliest, 'infinity'::date) AS state_earliest,
CASE
WHEN (s.end_earliest IS NULL) THEN 'infinity'::date
ELSE COALESCE(s.end_latest, 'infinity'::date)
END AS state_latest,
COALESCE(( SELECT min(z.earliest) AS min
FROM standing_act z
WHERE ((z.dataset_id = d.id) AND (z.treaty_id = t.id) AND (z.kind = 'termination'::text) AND (z.state_id IS NULL))), 'infinity'::date) AS treaty_earliest,
COALESCE(( SELECT min(z.latest) AS min
FROM standing_act z
WHERE ((z.dataset_id = d.id) AND (z.treaty_id = t.id) AND (z.kind = 'termination'::text) AND (z.state_id IS NULL))), 'infinity'::date) AS treaty_latest,
COALESCE(t.in_force_earliest,
CASE
WHEN (t.in_force_latest IS NULL) THEN 'infinity'::date
ELSE '-infinity'::date
END) AS force_earliest,
COALESCE(t.in_force_latest, 'infinity'::date) AS force_latest
FROM ((dataset d
CROSS JOIN treaty t)
CROSS JOIN state s);

-- view membership_key
SELECT act.dataset_id,
act.treaty_id,
act.state_id
FROM act
WHERE (act.state_id IS NOT NULL)
UNION
SELECT roster_presence.dataset_id,
roster_presence.treaty_id,
roster_presence.state_id
FROM roster_presence
UNION
SELECT membership_period.dataset_id,
membership_period.treaty_id,
membership_period.state_id
FROM membership_period;

-- view raw_spell
SELECT s.dataset_id,
s.treaty_id,
s.state_id,
s.status,
'acts'::text AS origin,
s.earliest,
s.latest,
CASE
WHEN (s.doubtful = 1) THEN s.earliest
ELSE s.end_earliest
END AS end_earliest,
s.end_latest,
s.kind AS opened_by,
s.act_id AS opened_by_act_id,
c.kind AS closed_by,
s.closed_by_act_id,
s.own_entry
FROM (act_spell s
LEFT JOIN act c ON ((c.id = s.closed_by_act_id)))
UNION ALL
SELECT l.dataset_id,
l.treaty_id,
l.state_id,
'party'::text AS status,
'rosters'::text AS origin,
l.not_before AS earliest,
min(l.latest) AS latest,
max((l.earliest + 1)) AS end_earliest,
l.gone_by AS end_latest,
'roster'::text AS opened_by,
NULL::integer AS opened_by_act_id,
CASE
WHEN (l.gone_by < 'infinity'::date) THEN 'roster'::text
ELSE NULL::text
END AS closed_by,
NULL::integer AS closed_by_act_id,
1 AS own_entry
FROM roster_listing l
GROUP BY l.dataset_id, l.treaty_id, l.state_id, l.not_before, l.gone_by;

-- view roster_listing
SELECT dataset_id,
treaty_id,
state_id,
earliest,
latest,
COALESCE(( SELECT max((r.on_earliest + 1)) AS max
FROM roster r
WHERE ((r.dataset_id = p.dataset_id) AND (r.treaty_id = p.treaty_id) AND (r.complete = 1) AND (r.rank <> 'deprecated'::text) AND (r.on_latest < p.earliest) AND (NOT (EXISTS ( SELECT 1
FROM roster_entry e
WHERE ((e.roster_id = r.id) AND (e.state_id = p.state_id))))))), '-infinity'::date) AS not_before,
COALESCE(( SELECT min(r.on_latest) AS min
FROM roster r
WHERE ((r.dataset_id = p.dataset_id) AND (r.treaty_id = p.treaty_id) AND (r.complete = 1) AND (r.rank <> 'deprecated'::text) AND (r.on_earliest > p.latest) AND (NOT (EXISTS ( SELECT 1
FROM roster_entry e
WHERE ((e.roster_id = r.id) AND (e.state_id = p.state_id))))))), 'infinity'::date) AS gone_by
FROM roster_presence p
WHERE (NOT (EXISTS ( SELECT 1
FROM act a
WHERE ((a.dataset_id = p.dataset_id) AND (a.treaty_id = p.treaty_id) AND (a.state_id = p.state_id)))));

-- view roster_presence
SELECT r.dataset_id,
r.treaty_id,
e.state_id,
r.id AS roster_id,
COALESCE(r.on_earliest, '-infinity'::date) AS earliest,
COALESCE(r.on_latest, 'infinity'::date) AS latest
FROM (roster r
JOIN roster_entry e ON ((e.roster_id = r.id)))
WHERE (r.rank <> 'deprecated'::text)
UNION ALL
SELECT r.dataset_id,
q.related_id AS treaty_id,
e.state_id,
r.id AS roster_id,
COALESCE(r.on_earliest, '-infinity'::date) AS earliest,
COALESCE(r.on_latest, 'infinity'::date) AS latest
FROM ((roster r
JOIN roster_entry e ON ((e.roster_id = r.id)))
JOIN treaty_relation q ON (((q.treaty_id = r.treaty_id) AND (q.kind = 'requires'::text))))
WHERE (r.rank <> 'deprecated'::text);

-- view standing_act
SELECT a.id AS act_id,
a.dataset_id,
a.treaty_id,
a.state_id,
a.kind,
e.status,
e.level,
e.resets,
( SELECT min(COALESCE(
CASE
WHEN (c.effect_edtf IS NULL) THEN c.date_earliest
ELSE c.effect_earliest
END, '-infinity'::date)) AS min
FROM (act c
JOIN act_effect f ON ((f.kind = c.kind)))
WHERE (((c.id = COALESCE(a.contests_id, a.id)) OR (c.contests_id = COALESCE(a.contests_id, a.id))) AND (c.rank = a.rank) AND (f.status = e.status))) AS earliest,
( SELECT max(COALESCE(
CASE
WHEN (c.effect_edtf IS NULL) THEN c.date_latest
ELSE c.effect_latest
END, 'infinity'::date)) AS max
FROM (act c
JOIN act_effect f ON ((f.kind = c.kind)))
WHERE (((c.id = COALESCE(a.contests_id, a.id)) OR (c.contests_id = COALESCE(a.contests_id, a.id))) AND (c.rank = a.rank) AND (f.status = e.status))) AS latest
FROM (act a
JOIN act_effect e ON ((e.kind = a.kind)))
WHERE ((e.status IS NOT NULL) AND (a.rank <> 'deprecated'::text) AND ((a.rank = 'preferred'::text) OR (NOT (EXISTS ( SELECT 1
FROM act b
WHERE (((b.id = COALESCE(a.contests_id, a.id)) OR (b.contests_id = COALESCE(a.contests_id, a.id))) AND (b.rank = 'preferred'::text)))))));
