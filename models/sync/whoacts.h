// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountstore.h"

#include <QList>
#include <QString>

namespace portolan::sync {

class Engine;

//! The name of the person at this machine, for what is decided here and sent nowhere: as the first
//! of \a accounts knows it, else as the machine does. Blocks (git is asked); any thread.
QString whoActs(const QList<store::Account> &accounts, const Engine &engine);

} // namespace portolan::sync
