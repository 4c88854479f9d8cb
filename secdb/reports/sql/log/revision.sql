SELECT revision, author, message, program, opened_at, closed_at, outside, changes, hash
FROM revisions WHERE revision = :revision
