-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a sync brings back: records per account, what is merged from them, and how pulls ended.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE
);

-- One row per thing and account. entity is the row of the first alias it is merged into, which is
-- the record itself wherever nothing joins. join_key is 0 for what never joins by itself.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account(id),
    native_id TEXT NOT NULL,
    own_id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    join_key INTEGER NOT NULL,
    dataset_key TEXT NOT NULL,
    joined_by TEXT NOT NULL DEFAULT '',
    hash BLOB NOT NULL,
    fetched_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX record_native ON record(account, native_id);
CREATE INDEX record_own ON record(own_id);
CREATE INDEX record_join ON record(join_key) WHERE join_key <> 0;
CREATE INDEX record_joined ON record(entity) WHERE entity <> id;

-- The whole record: payload is all but fields and native; each may be compressed.
CREATE TABLE document (
    record INTEGER PRIMARY KEY REFERENCES record(id),
    payload BLOB NOT NULL,
    fields BLOB NOT NULL,
    native BLOB NOT NULL
);

-- Arrows by native id, so that one may come before its target; outgoing ones stand in the payload.
CREATE TABLE link (
    account INTEGER NOT NULL,
    target TEXT NOT NULL,
    relation INTEGER NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (account, target, relation, record)
) WITHOUT ROWID;

-- What lists and search show; id is the record of the first alias.
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL,
    kind INTEGER NOT NULL,
    native_id TEXT NOT NULL,
    account INTEGER NOT NULL,
    aliases INTEGER NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    owner_account INTEGER NOT NULL,
    owner_name TEXT NOT NULL,
    status TEXT NOT NULL,
    version TEXT NOT NULL,
    classification TEXT NOT NULL,
    lists BLOB NOT NULL,
    field_count INTEGER NOT NULL,
    popularity INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    name_key INTEGER NOT NULL,
    title_key INTEGER NOT NULL,
    description TEXT NOT NULL
);
CREATE INDEX entity_native ON entity(kind, native_id);
CREATE INDEX entity_name ON entity(name_key);
CREATE INDEX entity_title ON entity(title_key) WHERE title_key <> 0;
-- Owners that were not there yet when their things came.
CREATE INDEX entity_unnamed_owner ON entity(id) WHERE owner_name = '' AND owner_id <> '';

-- Entities that changed since the search index was last brought up to date.
CREATE TABLE change (
    generation INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (generation, entity)
) WITHOUT ROWID;

-- Contracts and products whose next state is still to be written to history.db.
CREATE TABLE version_due (
    record INTEGER PRIMARY KEY
);

CREATE TABLE finding (
    account INTEGER NOT NULL REFERENCES account(id),
    ordinal INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    position INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    rule TEXT NOT NULL,
    field TEXT NOT NULL,
    message TEXT NOT NULL,
    remedy TEXT NOT NULL,
    PRIMARY KEY (account, ordinal)
) WITHOUT ROWID;

CREATE TABLE pull_state (
    account INTEGER PRIMARY KEY REFERENCES account(id),
    cursor BLOB NOT NULL,
    last_sync INTEGER NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL,
    generation INTEGER NOT NULL
);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES ('generation', 0), ('changes_from', 0), ('changes', 0);
