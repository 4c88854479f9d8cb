-- part record
SELECT * FROM acts WHERE act = :key;

-- the act contradicted, and all that contradict it
-- part rows, cited as act
SELECT b.act, b.kind, b.date, b.date_earliest, b.date_latest, b.effect, b.effect_earliest, b.effect_latest,
  b.rank, b.contests, b.stands, b.note
FROM acts AS a JOIN acts AS b
  ON (b.act = COALESCE(a.contests, a.act) OR b.contests = COALESCE(a.contests, a.act)) AND b.act <> a.act
WHERE a.act = :key ORDER BY b.act;
