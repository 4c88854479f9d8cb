-- part record
SELECT * FROM treaties WHERE treaty = :key;

-- part relations
SELECT treaty, kind, related FROM treaty_relations WHERE treaty = :key OR related = :key ORDER BY treaty, kind, related;

-- part organizations
SELECT organization, name FROM organizations WHERE treaty = :key ORDER BY organization;

-- part rosters, cited as roster
SELECT r.roster, r.dataset, r."on", r.on_earliest, r.on_latest, r.body, r.complete, COUNT(r.entry) AS states, r.statement
FROM rosters AS r WHERE r.treaty = :key
GROUP BY r.roster, r.dataset, r."on", r.on_earliest, r.on_latest, r.body, r.complete, r.statement
ORDER BY r.on_earliest, r.roster;

-- part rows
SELECT name, language, form FROM treaty_names WHERE treaty = :key ORDER BY language, form, name;
