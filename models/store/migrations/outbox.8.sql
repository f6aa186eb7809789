-- SPDX-License-Identifier: GPL-3.0-or-later
-- Accounts that were removed and may have left something in the other two files: removing all of it
-- takes a while, and goes on after whatever ends the program.
CREATE TABLE removed_account (account BLOB PRIMARY KEY);
