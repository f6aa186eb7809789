-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lineage as the accounts state it now; former states are in history.db.

-- Names that edges begin at, and of jobs. The thing itself may come later, or never.
CREATE TABLE lineage_node (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account(id),
    native_id TEXT NOT NULL
);
CREATE UNIQUE INDEX lineage_node_native ON lineage_node(account, native_id);

-- The edges that hold now and end in a record, packed: those between things, and those between
-- columns. One row for each target keeps the reading of a million edges to a fraction of a second.
CREATE TABLE lineage_in (
    target INTEGER PRIMARY KEY REFERENCES record(id),
    edges BLOB NOT NULL,
    fields BLOB NOT NULL,
    edge_count INTEGER NOT NULL,
    field_count INTEGER NOT NULL
);

-- Which targets a name leads to, at any level.
CREATE TABLE lineage_out (
    source INTEGER NOT NULL,
    target INTEGER NOT NULL REFERENCES record(id),
    PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX lineage_out_target ON lineage_out(target);

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
