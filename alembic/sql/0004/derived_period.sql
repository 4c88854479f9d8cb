-- The rule of derivation (docs/derivation.md). @LOW and @HIGH stand for no lower and no upper limit, @NEXT(day) for the
-- day after; they never leave these views. All days are inclusive bounds of the event's own day.

-- Acts that count: of contradicting claims the best-ranked ones, never a deprecated one. Claims of equal rank that lead to
-- the same status are one event somewhere between them.
CREATE VIEW standing_act AS
SELECT a.id AS act_id, a.dataset_id, a.treaty_id, a.state_id, a.kind, e.status, e.level, e.resets,
  (SELECT MIN(COALESCE(CASE WHEN c.effect_edtf IS NULL THEN c.date_earliest ELSE c.effect_earliest END, @LOW))
    FROM act AS c JOIN act_effect AS f ON f.kind = c.kind
    WHERE (c.id = COALESCE(a.contests_id, a.id) OR c.contests_id = COALESCE(a.contests_id, a.id))
      AND c.rank = a.rank AND f.status = e.status) AS earliest,
  (SELECT MAX(COALESCE(CASE WHEN c.effect_edtf IS NULL THEN c.date_latest ELSE c.effect_latest END, @HIGH))
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
      AND b.rank = 'preferred'));

-- The acts that count, as kept in membership_event, with the limits spelt out.
CREATE VIEW event_bound AS
SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets,
  COALESCE(earliest, @LOW) AS earliest, COALESCE(latest, @HIGH) AS latest
FROM membership_event;

-- One row per act that opens a spell of a status. Two events can come in either order unless the last day of one lies
-- before the first day of the other. `ends`: a different status that resets (an exit, a suspension) or stands higher.
CREATE VIEW act_spell AS
SELECT x.dataset_id, x.treaty_id, x.state_id, x.status, x.act_id, x.kind, x.earliest, x.latest,
  -- the first day on which some other event may have ended it
  COALESCE((
    SELECT MIN(y.earliest) FROM event_bound AS y
    WHERE y.dataset_id = x.dataset_id AND y.treaty_id = x.treaty_id AND y.state_id = x.state_id
      AND y.status <> x.status AND (y.resets = 1 OR y.level > x.level)
      AND y.latest >= x.earliest), @HIGH) AS end_earliest,
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
            AND r.resets = 1 AND r.latest >= y.earliest AND r.earliest <= x.latest)))), @HIGH) AS end_latest,
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
          AND r.latest >= i.earliest AND r.earliest <= x.latest));

-- When everything ends: the treaty terminated for all, or the State extinct. Nothing starts again after it.
CREATE VIEW key_end AS
SELECT d.id AS dataset_id, t.id AS treaty_id, s.id AS state_id,
  COALESCE(s.end_earliest, @HIGH) AS state_earliest,
  CASE WHEN s.end_earliest IS NULL THEN @HIGH ELSE COALESCE(s.end_latest, @HIGH) END AS state_latest,
  COALESCE((SELECT MIN(z.earliest) FROM standing_act AS z
    WHERE z.dataset_id = d.id AND z.treaty_id = t.id AND z.kind = 'termination' AND z.state_id IS NULL), @HIGH) AS treaty_earliest,
  COALESCE((SELECT MIN(z.latest) FROM standing_act AS z
    WHERE z.dataset_id = d.id AND z.treaty_id = t.id AND z.kind = 'termination' AND z.state_id IS NULL), @HIGH) AS treaty_latest,
  COALESCE(t.in_force_earliest, CASE WHEN t.in_force_latest IS NULL THEN @HIGH ELSE @LOW END) AS force_earliest,
  COALESCE(t.in_force_latest, @HIGH) AS force_latest
FROM dataset AS d CROSS JOIN treaty AS t CROSS JOIN state AS s;

-- A roster says who was a member; one of a treaty that requires another says it of the other too.
CREATE VIEW roster_presence AS
SELECT r.dataset_id, r.treaty_id, e.state_id, r.id AS roster_id,
  COALESCE(r.on_earliest, @LOW) AS earliest, COALESCE(r.on_latest, @HIGH) AS latest
FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
WHERE r.rank <> 'deprecated'
UNION ALL
SELECT r.dataset_id, q.related_id, e.state_id, r.id,
  COALESCE(r.on_earliest, @LOW), COALESCE(r.on_latest, @HIGH)
FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires'
WHERE r.rank <> 'deprecated';

-- Each listing with the last complete roster before it and the first one after it that lack the State. A complete roster
-- proves absence from its own treaty alone: a party to the treaty required need not be a party to this one.
CREATE VIEW roster_listing AS
SELECT p.dataset_id, p.treaty_id, p.state_id, p.earliest, p.latest,
  COALESCE((SELECT MAX(@NEXT(r.on_earliest)) FROM roster AS r
    WHERE r.dataset_id = p.dataset_id AND r.treaty_id = p.treaty_id AND r.complete = 1 AND r.rank <> 'deprecated'
      AND r.on_latest < p.earliest
      AND NOT EXISTS (SELECT 1 FROM roster_entry AS e WHERE e.roster_id = r.id AND e.state_id = p.state_id)), @LOW) AS not_before,
  COALESCE((SELECT MIN(r.on_latest) FROM roster AS r
    WHERE r.dataset_id = p.dataset_id AND r.treaty_id = p.treaty_id AND r.complete = 1 AND r.rank <> 'deprecated'
      AND r.on_earliest > p.latest
      AND NOT EXISTS (SELECT 1 FROM roster_entry AS e WHERE e.roster_id = r.id AND e.state_id = p.state_id)), @HIGH) AS gone_by
FROM roster_presence AS p
WHERE NOT EXISTS (
  SELECT 1 FROM act AS a
  WHERE a.dataset_id = p.dataset_id AND a.treaty_id = p.treaty_id AND a.state_id = p.state_id);

-- Spells from acts and from rosters in one form, not yet cut by the ends of State and treaty.
CREATE VIEW raw_spell AS
SELECT s.dataset_id, s.treaty_id, s.state_id, s.status, 'acts' AS origin, s.earliest, s.latest,
  CASE WHEN s.doubtful = 1 THEN s.earliest ELSE s.end_earliest END AS end_earliest, s.end_latest,
  s.kind AS opened_by, s.act_id AS opened_by_act_id, c.kind AS closed_by, s.closed_by_act_id, s.own_entry
FROM act_spell AS s LEFT JOIN act AS c ON c.id = s.closed_by_act_id
UNION ALL
SELECT l.dataset_id, l.treaty_id, l.state_id, 'party', 'rosters', l.not_before, MIN(l.latest),
  MAX(@NEXT(l.earliest)), l.gone_by, 'roster', NULL, CASE WHEN l.gone_by < @HIGH THEN 'roster' END, NULL, 1
FROM roster_listing AS l
GROUP BY l.dataset_id, l.treaty_id, l.state_id, l.not_before, l.gone_by;

-- Cut by the ends of State and treaty; a consent makes a contracting State until the treaty is in force, then a party.
CREATE VIEW cut_spell AS
SELECT s.dataset_id, s.treaty_id, s.state_id, s.status, s.origin,
  CASE WHEN s.origin = 'rosters' AND s.earliest < k.force_earliest AND k.force_earliest <= s.latest
    THEN k.force_earliest ELSE s.earliest END AS start_earliest,
  s.latest AS start_latest,
  @LEAST(s.end_earliest, k.state_earliest, k.treaty_earliest) AS end_earliest,
  @LEAST(s.end_latest, k.state_latest, k.treaty_latest) AS end_latest,
  s.opened_by, s.opened_by_act_id,
  CASE WHEN k.treaty_latest < s.end_latest AND k.treaty_latest <= k.state_latest THEN 'termination'
    WHEN k.state_latest < s.end_latest THEN 'extinction' ELSE s.closed_by END AS closed_by,
  CASE WHEN k.treaty_latest < s.end_latest OR k.state_latest < s.end_latest THEN NULL ELSE s.closed_by_act_id END AS closed_by_act_id
FROM raw_spell AS s
JOIN key_end AS k ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
WHERE s.status <> 'contracting' OR s.own_entry <> 0
UNION ALL
SELECT s.dataset_id, s.treaty_id, s.state_id, 'contracting', s.origin, s.earliest, s.latest,
  @LEAST(s.end_earliest, k.state_earliest, k.treaty_earliest, k.force_earliest),
  @LEAST(s.end_latest, k.state_latest, k.treaty_latest, k.force_latest),
  s.opened_by, s.opened_by_act_id,
  CASE WHEN k.force_latest < @LEAST(s.end_latest, k.state_latest, k.treaty_latest) THEN 'entry_into_force'
    WHEN k.treaty_latest < s.end_latest AND k.treaty_latest <= k.state_latest THEN 'termination'
    WHEN k.state_latest < s.end_latest THEN 'extinction' ELSE s.closed_by END,
  CASE WHEN @LEAST(k.force_latest, k.treaty_latest, k.state_latest) < s.end_latest THEN NULL ELSE s.closed_by_act_id END
FROM raw_spell AS s
JOIN key_end AS k ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
WHERE s.status = 'contracting' AND s.own_entry = 0
UNION ALL
SELECT s.dataset_id, s.treaty_id, s.state_id, 'party', s.origin,
  CASE WHEN s.earliest < k.force_earliest THEN k.force_earliest ELSE s.earliest END,
  CASE WHEN s.latest < k.force_latest THEN k.force_latest ELSE s.latest END,
  @LEAST(s.end_earliest, k.state_earliest, k.treaty_earliest),
  @LEAST(s.end_latest, k.state_latest, k.treaty_latest),
  CASE WHEN k.force_earliest > s.latest THEN 'entry_into_force' ELSE s.opened_by END, s.opened_by_act_id,
  CASE WHEN k.treaty_latest < s.end_latest AND k.treaty_latest <= k.state_latest THEN 'termination'
    WHEN k.state_latest < s.end_latest THEN 'extinction' ELSE s.closed_by END,
  CASE WHEN k.treaty_latest < s.end_latest OR k.state_latest < s.end_latest THEN NULL ELSE s.closed_by_act_id END
FROM raw_spell AS s
JOIN key_end AS k ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
WHERE s.status = 'contracting' AND s.own_entry <> 1 AND k.force_earliest < @HIGH;

-- One row per spell: what several events open in unknown order starts with the first of them; empty spells fall away.
CREATE VIEW joined_spell AS
SELECT c.dataset_id, c.treaty_id, c.state_id, c.status, c.origin,
  MIN(c.start_earliest) OVER same AS start_earliest,
  MIN(c.start_latest) OVER same AS start_latest,
  c.end_earliest, c.end_latest, c.opened_by, c.opened_by_act_id, c.closed_by, c.closed_by_act_id,
  ROW_NUMBER() OVER (same ORDER BY c.start_latest, c.start_earliest, c.opened_by, c.opened_by_act_id) AS place
FROM cut_spell AS c
WHERE c.start_earliest < c.end_latest
WINDOW same AS (PARTITION BY c.dataset_id, c.treaty_id, c.state_id, c.origin, c.status, c.end_earliest, c.end_latest);

-- The same columns as membership_period.
CREATE VIEW derived_period AS
SELECT j.dataset_id, j.treaty_id, j.state_id,
  ROW_NUMBER() OVER (PARTITION BY j.dataset_id, j.treaty_id, j.state_id
    ORDER BY j.start_earliest, j.start_latest, j.end_latest, j.status, j.end_earliest, j.opened_by_act_id) AS seq,
  j.status,
  NULLIF(j.start_earliest, @LOW) AS start_earliest,
  NULLIF(j.start_latest, @HIGH) AS start_latest,
  CASE
    WHEN j.end_latest = @HIGH AND j.end_earliest = @HIGH THEN NULL
    WHEN j.end_earliest > j.start_earliest THEN j.end_earliest
    -- it may have ended before it can have begun: then it is nowhere certain, whatever day stands here up to its start
    WHEN j.start_earliest > @LOW THEN j.start_earliest
    ELSE NULLIF(@LEAST(j.start_latest, j.end_latest), @HIGH)
  END AS end_earliest,
  NULLIF(j.end_latest, @HIGH) AS end_latest,
  j.origin, j.opened_by, j.opened_by_act_id, j.closed_by, j.closed_by_act_id
FROM joined_spell AS j
WHERE j.place = 1;

-- Every key that has, or had, something to derive from.
CREATE VIEW membership_key AS
SELECT dataset_id, treaty_id, state_id FROM act WHERE state_id IS NOT NULL
UNION
SELECT dataset_id, treaty_id, state_id FROM roster_presence
UNION
SELECT dataset_id, treaty_id, state_id FROM membership_period;
