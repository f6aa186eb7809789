// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/platforms/actionport.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

namespace portolan::tests {

//! One thing that took effect on the platform.
struct Effect
{
    QUuid key;
    QString object;
    qint64 number = 0; //!< as the payload counts: {"n": 12}

    bool operator==(const Effect &) const = default;
};

//! What a platform has: objects, each with a revision that counts its changes, and everything that
//! ever took effect, in order. Answers as a platform would; loses nothing.
class PlatformState
{
public:
    //! With \a honoursKeys, what comes twice with one key has one effect.
    explicit PlatformState(bool honoursKeys)
        : m_honoursKeys(honoursKeys)
    {
    }

    platforms::ActionOutcome apply(const domain::Operation &operation);
    platforms::LookUpOutcome lookUp(const QUuid &key) const;
    void changeByOther(const QString &object);

    bool honoursKeys() const { return m_honoursKeys; }

    QString revisionOf(const QString &object) const;

    const QHash<QString, int> &objects() const { return m_revisions; }

    const QList<Effect> &effects() const { return m_effects; }

private:
    bool m_honoursKeys;
    QHash<QString, int> m_revisions;
    QHash<QUuid, QString> m_receipts; //!< revision, by key
    QList<Effect> m_effects;
};

//! The payload of the operation that a test counts as \a number, and back.
QByteArray numbered(qint64 number);
qint64 numberOf(const QByteArray &payload);

//! What is wrong with \a effects, or empty: one key twice, or an object's numbers out of order.
QString complaintOf(const QList<Effect> &effects);

} // namespace portolan::tests
