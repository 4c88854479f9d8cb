-- Documents with the file that was received; the bytes stand in no view.
SELECT code AS document, received, received_sha256 FROM document WHERE received IS NOT NULL ORDER BY code
