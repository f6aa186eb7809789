// SPDX-License-Identifier: GPL-3.0-or-later
// What a process does before anything else, so that what it holds stays with its user.
#pragma once

namespace portolan::app {

//! Whatever this process creates from now on is for its user alone.
void keepFilesPrivate();
//! What is sent encrypted stays so: the keys of connections are written into no file, whatever the
//! environment says. To be called while there is one thread.
void keepKeysPrivate();
//! No core file is written of this process, nor of those it starts: it would hold secrets.
void leaveNoCoreFile();

} // namespace portolan::app
