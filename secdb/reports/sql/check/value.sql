-- Values that the tables take and nobody can mean: blank codes and titles, a code that is another's in other letters,
-- days covered that end before they begin.
SELECT 'dataset' AS record, d.id, 'its code is blank' AS told FROM dataset AS d WHERE trim(d.code) = ''
UNION ALL
SELECT 'dataset', d.id, 'its title is blank' FROM dataset AS d WHERE trim(d.title) = ''
UNION ALL
SELECT 'dataset', b.id, 'its code ' || b.code || ' is that of dataset ' || a.id || ' in other letters'
FROM dataset AS a JOIN dataset AS b ON b.id > a.id AND lower(trim(b.code)) = lower(trim(a.code))
UNION ALL
SELECT 'dataset', d.id, 'the days it covers end before they begin' FROM dataset AS d WHERE d.covers_to < d.covers_from
UNION ALL
SELECT 'treaty', t.id, 'its code is blank' FROM treaty AS t WHERE trim(t.code) = ''
UNION ALL
SELECT 'treaty', t.id, 'its title is blank' FROM treaty AS t WHERE trim(t.title) = ''
UNION ALL
SELECT 'organization', o.id, 'its name is blank' FROM organization AS o WHERE trim(o.name) = ''
UNION ALL
SELECT 'document', d.id, 'its title is blank' FROM document AS d WHERE trim(d.title) = ''
UNION ALL
SELECT 'person', p.id, 'its name is blank' FROM person AS p WHERE trim(p.name) = ''
UNION ALL
SELECT 'state_name', n.id, 'its name is blank' FROM state_name AS n WHERE trim(n.name) = ''
ORDER BY 1, 2, 3
