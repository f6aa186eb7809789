// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/odcs/contract.h"

#include <QList>

namespace portolan::formats::odcs {

//! The checks that the rules of \a contract ask for, in document order, each with the relation
//! Checks to its asset. The native id is "<contract id>#quality/<element>/<id, else name, else
//! metric>", with "#2", "#3", … where it repeats. Rules of type text ask for none: they are words
//! for people, and no tool gives a verdict on them. Any thread.
QList<domain::Record> checksOf(const Contract &contract);

} // namespace portolan::formats::odcs
