// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files of access stand in a workspace (ruling 24). Names are made of UUIDs alone:
// nothing that a person wrote becomes a part of a path (security.md, T5).
#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::formats::access {

//! "access/requests/<uuid>.yaml".
QString requestPath(const QUuid &request);
//! "access/decisions/<item>/<uuid>.yaml".
QString decisionPath(const QUuid &item, const QUuid &decision);
//! "access/agreements/<uuid>.yaml".
QString agreementPath(const QUuid &agreement);
//! "access/grants/<uuid>.yaml", of the agreement that it is about.
QString grantPath(const QUuid &agreement);

//! What a path says about the file that stands there.
struct AccessPath
{
    enum class Kind { Request, Decision, Agreement, Grant };

    Kind kind = Kind::Request;
    QUuid id;
    QUuid item; //!< of a decision

    bool operator==(const AccessPath &) const = default;
};

//! Takes \a path, relative to the workspace, apart; empty for any other file. UUIDs are those that
//! the functions above write: lower case, 36 characters.
std::optional<AccessPath> accessPathOf(const QString &path);

} // namespace portolan::formats::access
