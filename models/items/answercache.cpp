// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/answercache.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace portolan::items {
namespace {

constexpr qsizetype most = 5000;

} // namespace

QByteArray AnswerCache::keyOf(const QUuid &account, const domain::PolicyQuestion &question,
                              const QByteArray &revision)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(account.toRfc4122());
    hash.addData(QByteArray(QByteArray::number(revision.size()) + ':' + revision));
    hash.addData(QJsonDocument(question.input).toJson(QJsonDocument::Compact));
    return hash.result();
}

std::optional<domain::PolicyAnswer> AnswerCache::find(const QByteArray &key, qint64 nowMs,
                                                      qint64 olderMs) const
{
    const auto found = m_kept.constFind(key);
    if (found == m_kept.constEnd() || (olderMs > 0 && nowMs - found->atMs > olderMs))
        return {};
    return found->answer;
}

void AnswerCache::keep(const QByteArray &key, const domain::PolicyAnswer &answer, qint64 nowMs)
{
    if (m_kept.size() >= most)
        m_kept.clear();
    m_kept.insert(key, {answer, nowMs});
}

} // namespace portolan::items
