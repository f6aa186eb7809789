// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policyquestion.h"

#include <QByteArray>
#include <QHash>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! Answers of policy platforms by what was asked and by which policies: the same document and the
//! same revision need no second question. Only what was answered is kept. Used by one thread at a
//! time.
class AnswerCache
{
public:
    //! How long an answer holds whose policies have no revision that we know.
    static constexpr qint64 unsureMs = 5 * 60 * 1000;

    //! What stands for \a question to \a account, judged by the policies of \a revision.
    static QByteArray keyOf(const QUuid &account, const domain::PolicyQuestion &question,
                            const QByteArray &revision);

    //! The answer that was kept under \a key; none where it is older than \a olderMs (0: any age).
    std::optional<domain::PolicyAnswer> find(const QByteArray &key, qint64 nowMs,
                                             qint64 olderMs) const;
    void keep(const QByteArray &key, const domain::PolicyAnswer &answer, qint64 nowMs);

private:
    struct Kept
    {
        domain::PolicyAnswer answer;
        qint64 atMs = 0;
    };

    QHash<QByteArray, Kept> m_kept;
};

} // namespace portolan::items
