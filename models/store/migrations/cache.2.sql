-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lineage as the accounts state it now; former states are in history.db.

-- Names that edges begin at, and of jobs. The thing itself may come later, or never.
CREATE TABLE lineage_node (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account(id),
    native_id TEXT NOT NULL
);
CREATE UNIQUE INDEX lineage_node_native ON lineage_node(account, native_id);

-- Edges between datasets (level 1) and between a dataset and a job (3) that hold now. target is the
-- record that states them; job is 0 where nobody names one; times are 0 where they are not known.
CREATE TABLE lineage_edge (
    target INTEGER NOT NULL REFERENCES record(id),
    source INTEGER NOT NULL,
    job INTEGER NOT NULL,
    level INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    PRIMARY KEY (target, source, job)
) WITHOUT ROWID;

-- Edges between columns. detail is how the one comes from the other, empty where it is not known.
CREATE TABLE lineage_field (
    target INTEGER NOT NULL REFERENCES record(id),
    target_field TEXT NOT NULL,
    source INTEGER NOT NULL,
    source_field TEXT NOT NULL,
    job INTEGER NOT NULL,
    detail BLOB NOT NULL,
    valid_from INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    PRIMARY KEY (target, target_field, source, source_field, job, detail)
) WITHOUT ROWID;
CREATE INDEX lineage_field_source ON lineage_field(source);

-- What a record says about its lineage, whole: code, evidence and places as well.
CREATE TABLE lineage_document (
    record INTEGER PRIMARY KEY REFERENCES record(id),
    document BLOB NOT NULL
);

-- Records that are another name of a thing of the same account, which may come later.
CREATE TABLE other_name (
    record INTEGER PRIMARY KEY REFERENCES record(id),
    account INTEGER NOT NULL,
    native_id TEXT NOT NULL
);
CREATE INDEX other_name_of ON other_name(account, native_id);
