-- The organizations, each with the treaty that founds it.
SELECT o.organization, o.name, o.treaty, t.title, t.in_force, o.note
FROM organizations AS o JOIN treaties AS t ON t.treaty = o.treaty
ORDER BY o.organization
