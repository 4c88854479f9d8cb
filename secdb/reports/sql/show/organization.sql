-- part record
SELECT * FROM organizations WHERE organization = :key;

-- part names
SELECT n.name, n.language, n.form
FROM treaty_names AS n JOIN organizations AS o ON o.treaty = n.treaty
WHERE o.organization = :key ORDER BY n.language, n.form, n.name;

-- part rows, cited as roster
SELECT r.roster, r.dataset, r."on", r.on_earliest, r.on_latest, r.body, r.complete, COUNT(r.entry) AS states, r.statement
FROM rosters AS r JOIN organizations AS o ON o.treaty = r.treaty
WHERE o.organization = :key
GROUP BY r.roster, r.dataset, r."on", r.on_earliest, r.on_latest, r.body, r.complete, r.statement
ORDER BY r.on_earliest, r.roster;
