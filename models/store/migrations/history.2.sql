-- SPDX-License-Identifier: GPL-3.0-or-later
-- When each edge of the lineage held.
CREATE TABLE lineage_node (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    native_id TEXT NOT NULL
);
CREATE UNIQUE INDEX lineage_node_native ON lineage_node(account, native_id);

-- UTC milliseconds; valid_to is 0 while it holds. An edge that comes back has another row.
CREATE TABLE lineage_interval (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    target INTEGER NOT NULL,
    level INTEGER NOT NULL,
    job INTEGER NOT NULL,
    source_field TEXT NOT NULL,
    target_field TEXT NOT NULL,
    detail BLOB NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
);
CREATE UNIQUE INDEX lineage_interval_arrow ON lineage_interval(
    source, target, level, job, source_field, target_field, detail, valid_from);
