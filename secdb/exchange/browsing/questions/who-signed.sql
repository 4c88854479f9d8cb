-- Who stands under a statement, and in what capacity?
-- The States and persons that signed, issued or are named in it; the view statements has the codes.
SELECT s.statement, t.document, t.date, s.position, s.state, s.state_name, s.person_name, s.capacity, s.acting, s.mode
FROM signatories AS s
JOIN statements AS t ON t.statement = s.statement
WHERE :statement IN ('', s.statement) AND upper(:state) IN ('', s.state)
ORDER BY s.statement, s.position, s.state
