// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platformstate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

using platforms::ActionOutcome;
using platforms::LookUpOutcome;

ActionOutcome PlatformState::apply(const domain::Operation &operation)
{
    if (m_honoursKeys && m_receipts.contains(operation.key)) {
        return {.kind = ActionOutcome::Kind::Applied,
                .nativeId = operation.objectId,
                .revision = m_receipts.value(operation.key)};
    }
    const auto revision = revisionOf(operation.objectId);
    if (!operation.baseRevision.isEmpty() && operation.baseRevision != revision) {
        return {.kind = ActionOutcome::Kind::Conflict,
                .revision = revision,
                .theirs = R"({"by":"another"})",
                .code = u"HTTP 412"_s,
                .reason = u"it was changed meanwhile"_s};
    }
    ++m_revisions[operation.objectId];
    m_receipts.insert(operation.key, revisionOf(operation.objectId));
    m_effects.append({operation.key, operation.objectId, numberOf(operation.payload)});
    return {.kind = ActionOutcome::Kind::Applied,
            .nativeId = operation.objectId,
            .revision = revisionOf(operation.objectId)};
}

LookUpOutcome PlatformState::lookUp(const QUuid &key) const
{
    if (!m_receipts.contains(key))
        return {.kind = LookUpOutcome::Kind::Absent};
    QString object;
    for (const auto &effect : m_effects) {
        if (effect.key == key)
            object = effect.object;
    }
    return {.kind = LookUpOutcome::Kind::Applied,
            .nativeId = object,
            .revision = m_receipts.value(key)};
}

void PlatformState::changeByOther(const QString &object)
{
    ++m_revisions[object];
}

QString PlatformState::revisionOf(const QString &object) const
{
    return u"r%1"_s.arg(m_revisions.value(object));
}

QByteArray numbered(qint64 number)
{
    return QJsonDocument(QJsonObject{{u"n"_s, number}}).toJson(QJsonDocument::Compact);
}

qint64 numberOf(const QByteArray &payload)
{
    return QJsonDocument::fromJson(payload).object().value(u"n"_s).toInteger();
}

QString complaintOf(const QList<Effect> &effects)
{
    QSet<QUuid> keys;
    QHash<QString, qint64> last;
    for (const auto &effect : effects) {
        if (keys.contains(effect.key))
            return u"number %1 took effect twice"_s.arg(effect.number);
        keys.insert(effect.key);
        auto &before = last[effect.object];
        if (effect.number <= before) {
            return u"number %1 of %2 came behind %3"_s.arg(effect.number)
                .arg(effect.object)
                .arg(before);
        }
        before = effect.number;
    }
    return {};
}

} // namespace portolan::tests
