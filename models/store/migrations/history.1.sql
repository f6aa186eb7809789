-- SPDX-License-Identifier: GPL-3.0-or-later
-- What no sync brings back.
CREATE TABLE contract_version (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    native_id TEXT NOT NULL,
    version TEXT NOT NULL,
    hash BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    document BLOB NOT NULL
);
CREATE INDEX contract_version_of ON contract_version(account, native_id, id);
