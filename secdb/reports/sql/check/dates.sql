-- Every date as recorded with the bounds kept beside its EDTF.
SELECT 'act' AS record, id, 'date' AS field, date_edtf AS edtf, date_earliest AS earliest, date_latest AS latest
FROM act WHERE date_edtf IS NOT NULL
UNION ALL
SELECT 'act', id, 'effect', effect_edtf, effect_earliest, effect_latest FROM act WHERE effect_edtf IS NOT NULL
UNION ALL
SELECT 'roster', id, 'on', on_edtf, on_earliest, on_latest FROM roster WHERE on_edtf IS NOT NULL
UNION ALL
SELECT 'document', id, 'date', date_edtf, date_earliest, date_latest FROM document WHERE date_edtf IS NOT NULL
UNION ALL
SELECT 'statement', id, 'date', date_edtf, date_earliest, date_latest FROM statement WHERE date_edtf IS NOT NULL
UNION ALL
SELECT 'state_succession', id, 'date', date_edtf, date_earliest, date_latest
FROM state_succession WHERE date_edtf IS NOT NULL
UNION ALL
SELECT 'treaty', id, 'signed', signed_edtf, signed_earliest, signed_latest FROM treaty WHERE signed_edtf IS NOT NULL
UNION ALL
SELECT 'treaty', id, 'in_force', in_force_edtf, in_force_earliest, in_force_latest
FROM treaty WHERE in_force_edtf IS NOT NULL
UNION ALL
SELECT 'treaty', id, 'expires', expires_edtf, expires_earliest, expires_latest
FROM treaty WHERE expires_edtf IS NOT NULL
ORDER BY 1, 2, 3
