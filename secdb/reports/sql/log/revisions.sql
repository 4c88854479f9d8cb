SELECT revision, author, message, program, opened_at, closed_at, outside, changes, hash
FROM revisions ORDER BY revision DESC
