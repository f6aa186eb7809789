// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace portolan::tests {

//! Keeps what pulls bring as the store does, in memory: marks of sweeps, lineage that is told
//! apart, what is gone before what comes.
class MemorySink final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override;
    void progress(qint64 done, qint64 total, const QString &what) override;

    bool isCancelled() const override { return pagesLeft == 0; }

    Result<QHash<QString, QByteArray>> notes() override { return noted; }

    Result<domain::NamePairs> namesApart() override { return apart; }

    //! What the engine does at the end of a pull that went well.
    void finish(const platforms::PullResult &result);

    QMap<QString, domain::Record> records; //!< by native id
    QMap<QString, QList<domain::LineageEdge>> lineage; //!< that was told apart; by what it ends in
    QMap<QString, domain::CheckRun> runs; //!< by check, time and run
    QMap<QString, domain::Slo> slos;
    domain::AccessBook book;
    domain::NamePairs apart; //!< what a person keeps apart
    QByteArray cursor; //!< where the next pull goes on
    QHash<QString, QByteArray> noted;
    qsizetype written = 0; //!< bytes of cursors and notes, by all pages
    int pagesLeft = -1; //!< until somebody stops the pull; -1: nobody does
    int pages = 0;
    QStringList told; //!< progress of this pull
    QString complaint; //!< about progress that cannot be shown; empty while there is none

private:
    void note(const platforms::Page &page);

    QHash<QString, qint64> m_marks; //!< the sweep that saw a record last
    QSet<QString> m_removed; //!< by pages, since the last pull ended
};

//! What the first thing that differs is, or empty.
QString differenceOf(const MemorySink &left, const MemorySink &right);

} // namespace portolan::tests
