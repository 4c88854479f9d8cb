-- part record
SELECT roster, dataset, treaty, statement, body, on_text, "on", on_earliest, on_latest, complete, rank,
  COUNT(entry) AS states, note
FROM rosters WHERE roster = :key
GROUP BY roster, dataset, treaty, statement, body, on_text, "on", on_earliest, on_latest, complete, rank, note;

-- part rows, cited as roster_entry
SELECT position, state, state_name AS name, as_printed, entry AS roster_entry
FROM rosters WHERE roster = :key AND entry IS NOT NULL
ORDER BY position, entry;
