-- Every period as recorded with the bounds kept beside its EDTF; without the text there are no bounds.
SELECT 'state' AS record, id, 'existence' AS field, existence AS edtf,
  start_earliest, start_latest, end_earliest, end_latest
FROM state
UNION ALL
SELECT 'state_name', id, 'valid', valid, start_earliest, start_latest, end_earliest, end_latest FROM state_name
UNION ALL
SELECT 'state_code', id, 'valid', valid, start_earliest, start_latest, end_earliest, end_latest FROM state_code
UNION ALL
SELECT 'tenure', id, 'valid', valid, start_earliest, start_latest, end_earliest, end_latest FROM tenure
ORDER BY 1, 2
