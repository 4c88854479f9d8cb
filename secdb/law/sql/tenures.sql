-- The tenures that archivists recorded in :dataset; those that signatures attest prove nothing against a signature.
SELECT n.tenure, n.state, n.person, n.person_name, n.office, n.acting, n.accredited_to,
  n.start_earliest, n.start_latest, n.end_earliest, n.end_latest
FROM tenures AS n
WHERE n.origin = 'recorded' AND n.dataset = :dataset @LIMITS(n)
ORDER BY n.state, n.tenure
