// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualitysource.h"

#include <QHash>

#include <optional>

namespace portolan::tests {

//! A mesh of seven domains on Monday, 23 November 2026, 14:02 UTC: one service level missed, four
//! burning, two that nobody can tell, and twenty met. Figures come from runs and updates by the
//! real arithmetic; everything is the same on every machine.
class SampleQuality : public items::QualitySource
{
    Q_OBJECT

public:
    explicit SampleQuality(QObject *parent = nullptr);

    QDateTime at; //!< now
    bool isEmpty = false; //!< nothing is measured
    std::optional<Error> problem; //!< what every question is answered with
    int boards = 0; //!< asked for
    int stories = 0;

    //! The id of what is called \a name on the board: a service level's title, or a check.
    QUuid levelCalled(const QString &name) const;
    QUuid checkCalled(const QString &name) const;

    QDateTime now() const override { return at; }

    QFuture<Result<items::QualityBoard>> board(const items::Period &period) override;
    QFuture<Result<items::SloStory>> slo(const QUuid &id, const items::Period &period) override;
    QFuture<Result<items::CheckStory>> check(const QUuid &id, const items::Period &period) override;
    QFuture<Result<QList<items::Incident>>> incidents(const items::Period &period) override;
    QFuture<Result<QList<items::CoverageRow>>> coverage() override;
    QFuture<Result<void>> triage(const QList<store::TriageAction> &actions) override;
    QFuture<Result<void>> undoTriage() override;

private:
    //! A service level and what is known about it.
    struct Level
    {
        store::SloRow row;
        store::SloEvidence evidence;
        QString problem;
        int dependents = 0;
    };

    void addLevels();
    void addChecks();
    items::ServiceLevel levelAt(const Level &level, const QDateTime &when) const;

    QList<Level> m_levels;
    QList<store::CheckRow> m_checks;
};

} // namespace portolan::tests
