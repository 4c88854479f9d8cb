-- index ix_membership_period__end
CREATE INDEX ix_membership_period__end ON membership_period (end_earliest) WHERE end_earliest IS NOT NULL

-- index ix_membership_period__start
CREATE INDEX ix_membership_period__start ON membership_period (start_latest)

-- index ix_membership_period__state
CREATE INDEX ix_membership_period__state ON membership_period (state_id, start_latest, end_earliest, treaty_id)

-- index ix_membership_period__treaty
CREATE INDEX ix_membership_period__treaty ON membership_period (treaty_id, start_latest, end_earliest, state_id)

-- table act_effect
CREATE TABLE act_effect (
kind TEXT NOT NULL,
status TEXT,
level INTEGER NOT NULL,
resets INTEGER DEFAULT 0 NOT NULL,
CONSTRAINT pk_act_effect PRIMARY KEY (kind),
CONSTRAINT ck_act_effect__kind_known CHECK (kind IN ('signature', 'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'provisional_application', 'entry_into_force', 'participation', 'prolongation', 'non_renewal', 'withdrawal', 'suspension', 'resumption', 'expulsion', 'termination', 'extinction', 'observer_admission', 'associate_admission', 'reservation', 'declaration', 'objection', 'reservation_withdrawal')),
CONSTRAINT ck_act_effect__status_known CHECK (status IN ('none', 'observer', 'associate', 'signatory', 'provisional', 'suspended', 'contracting', 'party')),
CONSTRAINT ck_act_effect__resets_flag CHECK (resets IN (0, 1))
)
STRICT

-- table derivation_switch
CREATE TABLE derivation_switch (
id INTEGER NOT NULL,
enabled INTEGER DEFAULT 1 NOT NULL,
CONSTRAINT pk_derivation_switch PRIMARY KEY (id),
CONSTRAINT ck_derivation_switch__enabled_flag CHECK (enabled IN (0, 1)),
CONSTRAINT ck_derivation_switch__one_row CHECK (id = 1)
)
STRICT

-- table membership_event
CREATE TABLE membership_event (
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
act_id INTEGER NOT NULL,
kind TEXT NOT NULL,
status TEXT NOT NULL,
level INTEGER NOT NULL,
resets INTEGER DEFAULT 0 NOT NULL,
earliest TEXT,
latest TEXT,
CONSTRAINT pk_membership_event PRIMARY KEY (dataset_id, treaty_id, state_id, act_id)
)
STRICT

-- table membership_period
CREATE TABLE membership_period (
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
seq INTEGER NOT NULL,
status TEXT NOT NULL,
start_earliest TEXT,
start_latest TEXT,
end_earliest TEXT,
end_latest TEXT,
origin TEXT NOT NULL,
opened_by TEXT,
opened_by_act_id INTEGER,
closed_by TEXT,
closed_by_act_id INTEGER,
CONSTRAINT pk_membership_period PRIMARY KEY (dataset_id, treaty_id, state_id, seq),
CONSTRAINT ck_membership_period__end_earliest_day CHECK (end_earliest IS date(end_earliest, '+0 days') AND end_earliest >= '0001-01-01'),
CONSTRAINT ck_membership_period__end_latest_day CHECK (end_latest IS date(end_latest, '+0 days') AND end_latest >= '0001-01-01'),
CONSTRAINT ck_membership_period__start_earliest_day CHECK (start_earliest IS date(start_earliest, '+0 days') AND start_earliest >= '0001-01-01'),
CONSTRAINT ck_membership_period__start_latest_day CHECK (start_latest IS date(start_latest, '+0 days') AND start_latest >= '0001-01-01'),
CONSTRAINT ck_membership_period__origin_known CHECK (origin IN ('acts', 'rosters')),
CONSTRAINT ck_membership_period__status_known CHECK (status IN ('observer', 'associate', 'signatory', 'provisional', 'suspended', 'contracting', 'party')),
CONSTRAINT ck_membership_period__end_ordered CHECK (end_earliest <= end_latest),
CONSTRAINT ck_membership_period__end_known_since CHECK (end_latest IS NULL OR end_earliest IS NOT NULL),
CONSTRAINT ck_membership_period__start_before_end CHECK (start_earliest <= end_latest),
CONSTRAINT ck_membership_period__start_ordered CHECK (start_earliest <= start_latest),
CONSTRAINT fk_membership_period__dataset_id FOREIGN KEY(dataset_id) REFERENCES dataset (id),
CONSTRAINT fk_membership_period__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT fk_membership_period__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id)
)
STRICT

-- table membership_refresh
CREATE TABLE membership_refresh (
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
CONSTRAINT pk_membership_refresh PRIMARY KEY (dataset_id, treaty_id, state_id)
)
STRICT

-- trigger act_effect_delete
CREATE TRIGGER act_effect_delete BEFORE DELETE ON act_effect
BEGIN SELECT RAISE(ABORT, 'the rule of derivation changes only by migration'); END

-- trigger act_effect_insert
CREATE TRIGGER act_effect_insert BEFORE INSERT ON act_effect
BEGIN SELECT RAISE(ABORT, 'the rule of derivation changes only by migration'); END

-- trigger act_effect_update
CREATE TRIGGER act_effect_update BEFORE UPDATE ON act_effect
BEGIN SELECT RAISE(ABORT, 'the rule of derivation changes only by migration'); END

-- trigger act_queue_delete
CREATE TRIGGER act_queue_delete AFTER DELETE ON act
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT OLD.dataset_id, OLD.treaty_id, OLD.state_id WHERE OLD.state_id IS NOT NULL
UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
WHERE OLD.state_id IS NULL AND dataset_id = OLD.dataset_id AND treaty_id = OLD.treaty_id;
END

-- trigger act_queue_insert
CREATE TRIGGER act_queue_insert AFTER INSERT ON act
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT NEW.dataset_id, NEW.treaty_id, NEW.state_id WHERE NEW.state_id IS NOT NULL
UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
WHERE NEW.state_id IS NULL AND dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END

-- trigger act_queue_update
CREATE TRIGGER act_queue_update AFTER UPDATE ON act
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT OLD.dataset_id, OLD.treaty_id, OLD.state_id WHERE OLD.state_id IS NOT NULL
UNION SELECT NEW.dataset_id, NEW.treaty_id, NEW.state_id WHERE NEW.state_id IS NOT NULL
UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
WHERE (NEW.state_id IS NULL AND dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id)
OR (OLD.state_id IS NULL AND dataset_id = OLD.dataset_id AND treaty_id = OLD.treaty_id);
END

-- trigger derivation_switch_kept
CREATE TRIGGER derivation_switch_kept BEFORE DELETE ON derivation_switch
BEGIN SELECT RAISE(ABORT, 'the switch of the derivation is turned, not removed'); END

-- trigger derivation_switch_on
CREATE TRIGGER derivation_switch_on AFTER UPDATE ON derivation_switch
WHEN NEW.enabled = 1 AND OLD.enabled = 0
BEGIN
INSERT OR REPLACE INTO membership_refresh SELECT dataset_id, treaty_id, state_id FROM membership_refresh;
END

-- trigger derivation_switch_one
CREATE TRIGGER derivation_switch_one BEFORE INSERT ON derivation_switch
BEGIN SELECT RAISE(ABORT, 'the switch of the derivation is turned, not made again'); END

-- trigger membership_event_delete
CREATE TRIGGER membership_event_delete BEFORE DELETE ON membership_event
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
WHERE q.dataset_id = OLD.dataset_id AND q.treaty_id = OLD.treaty_id AND q.state_id = OLD.state_id)
BEGIN SELECT RAISE(ABORT, 'membership events are derived; write the acts they follow from'); END

-- trigger membership_event_insert
CREATE TRIGGER membership_event_insert BEFORE INSERT ON membership_event
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
WHERE q.dataset_id = NEW.dataset_id AND q.treaty_id = NEW.treaty_id AND q.state_id = NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'membership events are derived; write the acts they follow from'); END

-- trigger membership_event_update
CREATE TRIGGER membership_event_update BEFORE UPDATE ON membership_event
BEGIN SELECT RAISE(ABORT, 'membership events are derived; write the acts they follow from'); END

-- trigger membership_period_delete
CREATE TRIGGER membership_period_delete BEFORE DELETE ON membership_period
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
WHERE q.dataset_id = OLD.dataset_id AND q.treaty_id = OLD.treaty_id AND q.state_id = OLD.state_id)
BEGIN SELECT RAISE(ABORT, 'membership periods are derived; write the acts or rosters they follow from'); END

-- trigger membership_period_insert
CREATE TRIGGER membership_period_insert BEFORE INSERT ON membership_period
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
WHERE q.dataset_id = NEW.dataset_id AND q.treaty_id = NEW.treaty_id AND q.state_id = NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'membership periods are derived; write the acts or rosters they follow from'); END

-- trigger membership_period_overlap
CREATE TRIGGER membership_period_overlap BEFORE INSERT ON membership_period
WHEN NEW.start_latest IS NOT NULL AND (NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest) AND EXISTS (
SELECT 1 FROM membership_period AS p
WHERE p.dataset_id = NEW.dataset_id AND p.treaty_id = NEW.treaty_id AND p.state_id = NEW.state_id
AND p.start_latest IS NOT NULL AND (p.end_earliest IS NULL OR p.start_latest < p.end_earliest)
AND (p.end_earliest IS NULL OR NEW.start_latest < p.end_earliest)
AND (NEW.end_earliest IS NULL OR p.start_latest < NEW.end_earliest))
BEGIN SELECT RAISE(ABORT, 'membership periods of one State under one treaty overlap in their certain parts'); END

-- trigger membership_period_update
CREATE TRIGGER membership_period_update BEFORE UPDATE ON membership_period
BEGIN SELECT RAISE(ABORT, 'membership periods are derived; write the acts or rosters they follow from'); END

-- trigger membership_refresh_now
CREATE TRIGGER membership_refresh_now AFTER INSERT ON membership_refresh
WHEN (SELECT enabled FROM derivation_switch) = 1
BEGIN
DELETE FROM membership_event
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
INSERT INTO membership_event
SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, NULLIF(earliest, ''), NULLIF(latest, '~')
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
END

-- trigger roster_entry_queue_delete
CREATE TRIGGER roster_entry_queue_delete AFTER DELETE ON roster_entry
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT r.dataset_id, r.treaty_id, OLD.state_id FROM roster AS r WHERE r.id = OLD.roster_id
UNION SELECT r.dataset_id, q.related_id, OLD.state_id FROM roster AS r
JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires' WHERE r.id = OLD.roster_id;
END

-- trigger roster_entry_queue_insert
CREATE TRIGGER roster_entry_queue_insert AFTER INSERT ON roster_entry
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT r.dataset_id, r.treaty_id, NEW.state_id FROM roster AS r WHERE r.id = NEW.roster_id
UNION SELECT r.dataset_id, q.related_id, NEW.state_id FROM roster AS r
JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires' WHERE r.id = NEW.roster_id;
END

-- trigger roster_entry_queue_update
CREATE TRIGGER roster_entry_queue_update AFTER UPDATE ON roster_entry
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT r.dataset_id, r.treaty_id, s.id FROM roster AS r JOIN state AS s ON s.id IN (OLD.state_id, NEW.state_id)
WHERE r.id IN (OLD.roster_id, NEW.roster_id)
UNION SELECT r.dataset_id, q.related_id, s.id FROM roster AS r JOIN state AS s ON s.id IN (OLD.state_id, NEW.state_id)
JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires'
WHERE r.id IN (OLD.roster_id, NEW.roster_id);
END

-- trigger roster_queue_delete
CREATE TRIGGER roster_queue_delete AFTER DELETE ON roster
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key
WHERE dataset_id = OLD.dataset_id AND treaty_id = OLD.treaty_id;
END

-- trigger roster_queue_insert
CREATE TRIGGER roster_queue_insert AFTER INSERT ON roster
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END

-- trigger roster_queue_update
CREATE TRIGGER roster_queue_update AFTER UPDATE ON roster
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT k.dataset_id, k.treaty_id, k.state_id FROM membership_key AS k
WHERE (k.dataset_id = NEW.dataset_id AND k.treaty_id IN (
SELECT NEW.treaty_id UNION SELECT related_id FROM treaty_relation WHERE treaty_id = NEW.treaty_id AND kind = 'requires'))
OR (k.dataset_id = OLD.dataset_id AND k.treaty_id IN (
SELECT OLD.treaty_id UNION SELECT related_id FROM treaty_relation WHERE treaty_id = OLD.treaty_id AND kind = 'requires'));
END

-- trigger state_queue_update
CREATE TRIGGER state_queue_update AFTER UPDATE OF end_earliest, end_latest ON state
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE state_id = NEW.id;
END

-- trigger treaty_queue_update
CREATE TRIGGER treaty_queue_update AFTER UPDATE OF in_force_earliest, in_force_latest ON treaty
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE treaty_id = NEW.id;
END

-- trigger treaty_relation_queue_delete
CREATE TRIGGER treaty_relation_queue_delete AFTER DELETE ON treaty_relation WHEN OLD.kind = 'requires'
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT r.dataset_id, OLD.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.treaty_id = OLD.treaty_id;
END

-- trigger treaty_relation_queue_insert
CREATE TRIGGER treaty_relation_queue_insert AFTER INSERT ON treaty_relation WHEN NEW.kind = 'requires'
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT r.dataset_id, NEW.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.treaty_id = NEW.treaty_id;
END

-- trigger treaty_relation_queue_update
CREATE TRIGGER treaty_relation_queue_update AFTER UPDATE ON treaty_relation
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT r.dataset_id, OLD.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.treaty_id = OLD.treaty_id
UNION SELECT r.dataset_id, NEW.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.treaty_id = NEW.treaty_id;
END

-- view act_spell
CREATE VIEW act_spell AS
SELECT x.dataset_id, x.treaty_id, x.state_id, x.status, x.act_id, x.kind, x.earliest, x.latest,
-- the first day on which some other event may have ended it
COALESCE((
SELECT MIN(y.earliest) FROM event_bound AS y
WHERE y.dataset_id = x.dataset_id AND y.treaty_id = x.treaty_id AND y.state_id = x.state_id
AND y.status <> x.status AND (y.resets = 1 OR y.level > x.level)
AND y.latest >= x.earliest), '~') AS end_earliest,
-- the first day on which some later event has ended it for certain; of two acts in unknown order that lead upwards, the
-- lower has effect only before the higher, unless an exit may lie between them
COALESCE((
SELECT MIN(y.latest) FROM event_bound AS y
WHERE y.dataset_id = x.dataset_id AND y.treaty_id = x.treaty_id AND y.state_id = x.state_id
AND y.status <> x.status AND (y.resets = 1 OR y.level > x.level)
AND (y.earliest > x.latest OR (
x.resets = 0 AND y.resets = 0 AND y.latest >= x.earliest AND NOT EXISTS (
SELECT 1 FROM event_bound AS r
WHERE r.dataset_id = x.dataset_id AND r.treaty_id = x.treaty_id AND r.state_id = x.state_id
AND r.resets = 1 AND r.latest >= y.earliest AND r.earliest <= x.latest)))), '~') AS end_latest,
(
SELECT y.act_id FROM event_bound AS y
WHERE y.dataset_id = x.dataset_id AND y.treaty_id = x.treaty_id AND y.state_id = x.state_id
AND y.status <> x.status AND (y.resets = 1 OR y.level > x.level)
AND y.latest >= x.earliest
ORDER BY y.latest, y.earliest, y.kind, y.act_id LIMIT 1) AS closed_by_act_id,
-- 1 = a higher status came before and no exit lies between for certain: this one is possible, never certain
CASE WHEN x.resets = 0 AND EXISTS (
SELECT 1 FROM event_bound AS i
WHERE i.dataset_id = x.dataset_id AND i.treaty_id = x.treaty_id AND i.state_id = x.state_id
AND i.latest < x.earliest AND i.level > x.level
AND NOT EXISTS (
SELECT 1 FROM event_bound AS r
WHERE r.dataset_id = x.dataset_id AND r.treaty_id = x.treaty_id AND r.state_id = x.state_id
AND r.resets = 1 AND r.act_id <> i.act_id AND r.earliest > i.latest AND r.latest < x.earliest))
THEN 1 ELSE 0 END AS doubtful,
-- 1 = the State's own entry into force is to follow, so the treaty's own does not make it a party; 2 = it may follow, or
-- may have come before an exit that lies before this act: then both are possible
CASE WHEN x.status <> 'contracting' THEN 0
WHEN EXISTS (
SELECT 1 FROM event_bound AS y
WHERE y.dataset_id = x.dataset_id AND y.treaty_id = x.treaty_id AND y.state_id = x.state_id
AND y.kind = 'entry_into_force' AND y.latest >= x.earliest
AND NOT EXISTS (
SELECT 1 FROM event_bound AS r
WHERE r.dataset_id = x.dataset_id AND r.treaty_id = x.treaty_id AND r.state_id = x.state_id
AND r.resets = 1 AND y.earliest <= x.latest AND r.latest >= y.earliest AND r.earliest <= x.latest))
THEN 1
WHEN EXISTS (
SELECT 1 FROM event_bound AS y
WHERE y.dataset_id = x.dataset_id AND y.treaty_id = x.treaty_id AND y.state_id = x.state_id
AND y.kind = 'entry_into_force' AND y.latest >= x.earliest)
THEN 2 ELSE 0 END AS own_entry
FROM event_bound AS x
WHERE x.status <> 'none'
-- an act that changes nothing opens nothing: the same or a higher status came before, and nothing can lie between
AND NOT EXISTS (
SELECT 1 FROM event_bound AS i
WHERE i.dataset_id = x.dataset_id AND i.treaty_id = x.treaty_id AND i.state_id = x.state_id
AND i.latest < x.earliest
AND (i.status = x.status OR (x.resets = 0 AND i.level >= x.level))
AND NOT EXISTS (
SELECT 1 FROM event_bound AS r
WHERE r.dataset_id = x.dataset_id AND r.treaty_id = x.treaty_id AND r.state_id = x.state_id
AND r.act_id <> i.act_id AND r.act_id <> x.act_id
AND (r.resets = 1 OR (x.resets = 1 AND r.level > i.level))
AND r.latest >= i.earliest AND r.earliest <= x.latest))

-- view cut_spell
CREATE VIEW cut_spell AS
SELECT s.dataset_id, s.treaty_id, s.state_id, s.status, s.origin,
CASE WHEN s.origin = 'rosters' AND s.earliest < k.force_earliest AND k.force_earliest <= s.latest
THEN k.force_earliest ELSE s.earliest END AS start_earliest,
s.latest AS start_latest,
min(s.end_earliest, k.state_earliest, k.treaty_earliest) AS end_earliest,
min(s.end_latest, k.state_latest, k.treaty_latest) AS end_latest,
s.opened_by, s.opened_by_act_id,
CASE WHEN k.treaty_latest < s.end_latest AND k.treaty_latest <= k.state_latest THEN 'termination'
WHEN k.state_latest < s.end_latest THEN 'extinction' ELSE s.closed_by END AS closed_by,
CASE WHEN k.treaty_latest < s.end_latest OR k.state_latest < s.end_latest THEN NULL ELSE s.closed_by_act_id END AS closed_by_act_id
FROM raw_spell AS s
JOIN key_end AS k ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
WHERE s.status <> 'contracting' OR s.own_entry <> 0
UNION ALL
SELECT s.dataset_id, s.treaty_id, s.state_id, 'contracting', s.origin, s.earliest, s.latest,
min(s.end_earliest, k.state_earliest, k.treaty_earliest, k.force_earliest),
min(s.end_latest, k.state_latest, k.treaty_latest, k.force_latest),
s.opened_by, s.opened_by_act_id,
CASE WHEN k.force_latest < min(s.end_latest, k.state_latest, k.treaty_latest) THEN 'entry_into_force'
WHEN k.treaty_latest < s.end_latest AND k.treaty_latest <= k.state_latest THEN 'termination'
WHEN k.state_latest < s.end_latest THEN 'extinction' ELSE s.closed_by END,
CASE WHEN min(k.force_latest, k.treaty_latest, k.state_latest) < s.end_latest THEN NULL ELSE s.closed_by_act_id END
FROM raw_spell AS s
JOIN key_end AS k ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
WHERE s.status = 'contracting' AND s.own_entry = 0
UNION ALL
SELECT s.dataset_id, s.treaty_id, s.state_id, 'party', s.origin,
CASE WHEN s.earliest < k.force_earliest THEN k.force_earliest ELSE s.earliest END,
CASE WHEN s.latest < k.force_latest THEN k.force_latest ELSE s.latest END,
min(s.end_earliest, k.state_earliest, k.treaty_earliest),
min(s.end_latest, k.state_latest, k.treaty_latest),
CASE WHEN k.force_earliest > s.latest THEN 'entry_into_force' ELSE s.opened_by END, s.opened_by_act_id,
CASE WHEN k.treaty_latest < s.end_latest AND k.treaty_latest <= k.state_latest THEN 'termination'
WHEN k.state_latest < s.end_latest THEN 'extinction' ELSE s.closed_by END,
CASE WHEN k.treaty_latest < s.end_latest OR k.state_latest < s.end_latest THEN NULL ELSE s.closed_by_act_id END
FROM raw_spell AS s
JOIN key_end AS k ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
WHERE s.status = 'contracting' AND s.own_entry <> 1 AND k.force_earliest < '~'

-- view derived_period
CREATE VIEW derived_period AS
SELECT j.dataset_id, j.treaty_id, j.state_id,
ROW_NUMBER() OVER (PARTITION BY j.dataset_id, j.treaty_id, j.state_id
ORDER BY j.start_earliest, j.start_latest, j.end_latest, j.status, j.end_earliest, j.opened_by_act_id) AS seq,
j.status,
NULLIF(j.start_earliest, '') AS start_earliest,
NULLIF(j.start_latest, '~') AS start_latest,
CASE
WHEN j.end_latest = '~' AND j.end_earliest = '~' THEN NULL
WHEN j.end_earliest > j.start_earliest THEN j.end_earliest
-- it may have ended before it can have begun: then it is nowhere certain, whatever day stands here up to its start
WHEN j.start_earliest > '' THEN j.start_earliest
ELSE NULLIF(min(j.start_latest, j.end_latest), '~')
END AS end_earliest,
NULLIF(j.end_latest, '~') AS end_latest,
j.origin, j.opened_by, j.opened_by_act_id, j.closed_by, j.closed_by_act_id
FROM joined_spell AS j
WHERE j.place = 1

-- view event_bound
CREATE VIEW event_bound AS
SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets,
COALESCE(earliest, '') AS earliest, COALESCE(latest, '~') AS latest
FROM membership_event

-- view joined_spell
CREATE VIEW joined_spell AS
SELECT c.dataset_id, c.treaty_id, c.state_id, c.status, c.origin,
MIN(c.start_earliest) OVER same AS start_earliest,
MIN(c.start_latest) OVER same AS start_latest,
c.end_earliest, c.end_latest, c.opened_by, c.opened_by_act_id, c.closed_by, c.closed_by_act_id,
ROW_NUMBER() OVER (same ORDER BY c.start_latest, c.start_earliest, c.opened_by, c.opened_by_act_id) AS place
FROM cut_spell AS c
WHERE c.start_earliest < c.end_latest
WINDOW same AS (PARTITION BY c.dataset_id, c.treaty_id, c.state_id, c.origin, c.status, c.end_earliest, c.end_latest)

-- view key_end
CREATE VIEW key_end AS
SELECT d.id AS dataset_id, t.id AS treaty_id, s.id AS state_id,
COALESCE(s.end_earliest, '~') AS state_earliest,
CASE WHEN s.end_earliest IS NULL THEN '~' ELSE COALESCE(s.end_latest, '~') END AS state_latest,
COALESCE((SELECT MIN(z.earliest) FROM standing_act AS z
WHERE z.dataset_id = d.id AND z.treaty_id = t.id AND z.kind = 'termination' AND z.state_id IS NULL), '~') AS treaty_earliest,
COALESCE((SELECT MIN(z.latest) FROM standing_act AS z
WHERE z.dataset_id = d.id AND z.treaty_id = t.id AND z.kind = 'termination' AND z.state_id IS NULL), '~') AS treaty_latest,
COALESCE(t.in_force_earliest, CASE WHEN t.in_force_latest IS NULL THEN '~' ELSE '' END) AS force_earliest,
COALESCE(t.in_force_latest, '~') AS force_latest
FROM dataset AS d CROSS JOIN treaty AS t CROSS JOIN state AS s

-- view membership_key
CREATE VIEW membership_key AS
SELECT dataset_id, treaty_id, state_id FROM act WHERE state_id IS NOT NULL
UNION
SELECT dataset_id, treaty_id, state_id FROM roster_presence
UNION
SELECT dataset_id, treaty_id, state_id FROM membership_period

-- view raw_spell
CREATE VIEW raw_spell AS
SELECT s.dataset_id, s.treaty_id, s.state_id, s.status, 'acts' AS origin, s.earliest, s.latest,
CASE WHEN s.doubtful = 1 THEN s.earliest ELSE s.end_earliest END AS end_earliest, s.end_latest,
s.kind AS opened_by, s.act_id AS opened_by_act_id, c.kind AS closed_by, s.closed_by_act_id, s.own_entry
FROM act_spell AS s LEFT JOIN act AS c ON c.id = s.closed_by_act_id
UNION ALL
SELECT l.dataset_id, l.treaty_id, l.state_id, 'party', 'rosters', l.not_before, MIN(l.latest),
MAX(date(l.earliest, '+1 day')), l.gone_by, 'roster', NULL, CASE WHEN l.gone_by < '~' THEN 'roster' END, NULL, 1
FROM roster_listing AS l
GROUP BY l.dataset_id, l.treaty_id, l.state_id, l.not_before, l.gone_by

-- view roster_listing
CREATE VIEW roster_listing AS
SELECT p.dataset_id, p.treaty_id, p.state_id, p.earliest, p.latest,
COALESCE((SELECT MAX(date(r.on_earliest, '+1 day')) FROM roster AS r
WHERE r.dataset_id = p.dataset_id AND r.treaty_id = p.treaty_id AND r.complete = 1 AND r.rank <> 'deprecated'
AND r.on_latest < p.earliest
AND NOT EXISTS (SELECT 1 FROM roster_entry AS e WHERE e.roster_id = r.id AND e.state_id = p.state_id)), '') AS not_before,
COALESCE((SELECT MIN(r.on_latest) FROM roster AS r
WHERE r.dataset_id = p.dataset_id AND r.treaty_id = p.treaty_id AND r.complete = 1 AND r.rank <> 'deprecated'
AND r.on_earliest > p.latest
AND NOT EXISTS (SELECT 1 FROM roster_entry AS e WHERE e.roster_id = r.id AND e.state_id = p.state_id)), '~') AS gone_by
FROM roster_presence AS p
WHERE NOT EXISTS (
SELECT 1 FROM act AS a
WHERE a.dataset_id = p.dataset_id AND a.treaty_id = p.treaty_id AND a.state_id = p.state_id)

-- view roster_presence
CREATE VIEW roster_presence AS
SELECT r.dataset_id, r.treaty_id, e.state_id, r.id AS roster_id,
COALESCE(r.on_earliest, '') AS earliest, COALESCE(r.on_latest, '~') AS latest
FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.rank <> 'deprecated'
UNION ALL
SELECT r.dataset_id, q.related_id, e.state_id, r.id,
COALESCE(r.on_earliest, ''), COALESCE(r.on_latest, '~')
FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires'
WHERE r.rank <> 'deprecated'

-- view standing_act
CREATE VIEW standing_act AS
SELECT a.id AS act_id, a.dataset_id, a.treaty_id, a.state_id, a.kind, e.status, e.level, e.resets,
(SELECT MIN(COALESCE(CASE WHEN c.effect_edtf IS NULL THEN c.date_earliest ELSE c.effect_earliest END, ''))
FROM act AS c JOIN act_effect AS f ON f.kind = c.kind
WHERE (c.id = COALESCE(a.contests_id, a.id) OR c.contests_id = COALESCE(a.contests_id, a.id))
AND c.rank = a.rank AND f.status = e.status) AS earliest,
(SELECT MAX(COALESCE(CASE WHEN c.effect_edtf IS NULL THEN c.date_latest ELSE c.effect_latest END, '~'))
FROM act AS c JOIN act_effect AS f ON f.kind = c.kind
WHERE (c.id = COALESCE(a.contests_id, a.id) OR c.contests_id = COALESCE(a.contests_id, a.id))
AND c.rank = a.rank AND f.status = e.status) AS latest
FROM act AS a
JOIN act_effect AS e ON e.kind = a.kind
WHERE e.status IS NOT NULL
AND a.rank <> 'deprecated'
AND (a.rank = 'preferred' OR NOT EXISTS (
SELECT 1 FROM act AS b
WHERE (b.id = COALESCE(a.contests_id, a.id) OR b.contests_id = COALESCE(a.contests_id, a.id))
AND b.rank = 'preferred'))
