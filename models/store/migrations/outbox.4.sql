-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations, made anew: an id is never given twice (who discards "7" in a script must not hit what
-- came later), and an operation keeps what a person has to see in a conflict, what the platform
-- asked for, and its receipt.
CREATE TABLE operation_4 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account BLOB NOT NULL,
    object_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    idempotency_key BLOB NOT NULL UNIQUE,
    base_revision TEXT NOT NULL DEFAULT '',
    base BLOB NOT NULL DEFAULT x'',
    created INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt INTEGER NOT NULL DEFAULT 0,
    sent INTEGER NOT NULL DEFAULT 0,
    last_error_code TEXT NOT NULL DEFAULT '',
    last_error_text TEXT NOT NULL DEFAULT '',
    request_id TEXT NOT NULL DEFAULT '',
    doubtful INTEGER NOT NULL DEFAULT 0,
    recovered INTEGER NOT NULL DEFAULT 0,
    theirs BLOB NOT NULL DEFAULT x'',
    their_revision TEXT NOT NULL DEFAULT '',
    native_id TEXT NOT NULL DEFAULT '',
    revision TEXT NOT NULL DEFAULT '',
    settled INTEGER NOT NULL DEFAULT 0
);
INSERT INTO operation_4 (id, account, object_id, kind, payload, idempotency_key, base_revision,
        created, state, attempts, next_attempt, last_error_code, last_error_text, request_id,
        recovered)
    SELECT id, account, object_id, kind, payload, idempotency_key, base_revision, created, state,
        attempts, next_attempt, last_error_code, last_error_text, request_id, recovered
    FROM operation ORDER BY id;
DROP TABLE operation;
ALTER TABLE operation_4 RENAME TO operation;
CREATE INDEX operation_state ON operation(state);

-- Until when a platform asked not to be asked again. Of the account, not of the operation that it
-- was told about: that may be taken back.
CREATE TABLE IF NOT EXISTS account_pause (
    account BLOB PRIMARY KEY,
    until INTEGER NOT NULL
);
