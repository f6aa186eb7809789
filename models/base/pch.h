// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of every layer includes, parsed once. No file may rely on it: each
// includes what it uses, and the lint build compiles without it.
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
