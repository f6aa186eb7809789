// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/contract.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>

namespace portolan::formats::odcs {

//! The rules of \a list, a quality key of any version; \a element is the object or object.property
//! that they stand under.
QList<domain::QualityRule> qualityOf(const document::Node &list, const QString &element);

} // namespace portolan::formats::odcs
