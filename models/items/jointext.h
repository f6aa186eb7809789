// SPDX-License-Identifier: GPL-3.0-or-later
// Names and joins in words.
#pragma once

#include "models/domain/join.h"

#include <QString>

namespace portolan::items {

//! Name of the account that has \a name, in at most \a longest characters; of one that is gone,
//! that it is.
QString accountText(const domain::JoinName &name, qsizetype longest = 40);

//! "corp: urn:li:dataset:…": whose name it is, and the name, shortened.
QString nameText(const domain::JoinName &name);

//! Why \a joined is a name of its thing; empty for the first.
QString joinedText(const domain::JoinedName &joined);

//! "Maya Lindqvist, 23 Nov 2026 14:02", as far as it is known; "a person" where nothing is.
QString deciderText(const domain::JoinDecision &decision);

//! "Kept apart by Maya Lindqvist, …": of the latest of its decisions.
QString apartText(const domain::ApartName &apart);

//! "Description" for the member name "description".
QString memberTitle(const QString &member);

} // namespace portolan::items
