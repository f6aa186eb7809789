-- SPDX-License-Identifier: GPL-3.0-or-later
-- The accounts whose lineage was read whole once: what they state from then on begins when we see
-- it; what we find before, holds since before we looked.
CREATE TABLE lineage_begun (account BLOB PRIMARY KEY NOT NULL);
INSERT INTO lineage_begun (account) SELECT DISTINCT account FROM lineage_node;
