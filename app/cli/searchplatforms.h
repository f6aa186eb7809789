// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "models/sync/platformsearch.h"

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::cli {

//! What the platforms of the accounts found, in the order of accounts.
class PlatformReport
{
public:
    explicit PlatformReport(QList<sync::PlatformAnswer> answers)
        : m_answers(std::move(answers))
    {
    }

    //! Member "platforms" of the document of `search`.
    QJsonArray json() const;
    //! The same as tables.
    void print() const;

    qsizetype found() const;
    //! Of the accounts that did not answer: signed out goes before all else (exit 5 before 4).
    std::optional<Error> error() const;

private:
    QList<sync::PlatformAnswer> m_answers;
};

//! Asks the platforms of all accounts, or of those called \a names, for the words of \a query, and
//! waits for all of them. A Usage error where there are no words.
[[nodiscard]] Result<PlatformReport> askPlatforms(Context &context, const QString &query,
                                                  const QStringList &names, int limit);

} // namespace portolan::cli
