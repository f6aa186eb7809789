// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualitysource.h"

#include <QFutureInterface>
#include <QHash>

#include <optional>

namespace portolan::tests {

//! A mesh on Monday, 23 November 2026, 14:02 UTC, in which a carrier's events stopped in the
//! morning and two assets below fail since, two older incidents are worked on, and one was
//! resolved. What is done about incidents is kept, and can be taken back step by step. One check
//! has ten million runs.
class SampleTriage : public items::QualitySource
{
    Q_OBJECT

public:
    explicit SampleTriage(QObject *parent = nullptr);

    QDateTime at; //!< now
    bool isEmpty = false;
    std::optional<Error> problem; //!< what every question is answered with
    bool holdsChecks = false; //!< answers to check() wait for release()
    QList<QList<store::TriageAction>> steps; //!< of triage(), those taken back left out
    QList<items::Period> asked; //!< by check()
    QList<store::Flip> flips;
    QList<store::CheckRow> checks;
    QList<items::CoverageRow> covered;

    //! Answers the question number \a question to check() that was held back.
    void release(int question);
    static QUuid idOf(const QString &name);
    //! The check \a name on \a asset, which \a turns (minutes before now, bad).
    store::CheckRow &addCheck(const QString &asset, const QString &name,
                              const QList<std::pair<int, bool>> &turns);

    //! The id of the check with ten million runs.
    static QUuid bigCheck() { return idOf(QStringLiteral("big")); }

    QDateTime now() const override { return at; }

    QFuture<Result<items::QualityBoard>> board(const items::Period &period) override;
    QFuture<Result<items::SloStory>> slo(const QUuid &id, const items::Period &period) override;
    QFuture<Result<items::CheckStory>> check(const QUuid &id, const items::Period &period) override;
    QFuture<Result<QList<items::Incident>>> incidents(const items::Period &period) override;
    QFuture<Result<QList<items::CoverageRow>>> coverage() override;
    QFuture<Result<void>> triage(const QList<store::TriageAction> &actions) override;
    QFuture<Result<void>> undoTriage() override;

private:
    void addCoverage();
    Result<items::CheckStory> storyOf(const QUuid &id, const items::Period &period) const;
    items::CheckStory bigStory(const items::Period &period) const;

    QHash<QUuid, QUuid> m_roots; //!< of assets
    QList<std::pair<QFutureInterface<Result<items::CheckStory>>, Result<items::CheckStory>>> m_held;
};

//! The last 28 days before \a source's now.
items::Period lastWeeks(const items::QualitySource &source);

} // namespace portolan::tests
