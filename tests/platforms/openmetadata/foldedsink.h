// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"
#include "tests/support/keptnotes.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>

namespace portolan::tests {

//! Takes pages as the store does, and keeps what it would hold after them.
class FoldedSink final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override
    {
        if (mostPages >= 0 && pages >= mostPages)
            return failure(Error::Kind::Cancelled, QStringLiteral("killed by the test"));
        ++pages;
        for (const auto &id : page.removed) {
            removed += records.remove(id) > 0 ? 1 : 0;
            lineage.remove(id);
            marks.remove(id);
        }
        for (const auto &record : page.records) {
            written.append(record.nativeId);
            records.insert(record.nativeId, record);
            if (page.sweep != 0)
                marks.insert(record.nativeId, page.sweep);
        }
        for (const auto &of : page.lineage) {
            if (records.contains(of.nativeId))
                lineage.insert(of.nativeId, of.lineage);
        }
        for (const auto &run : page.evidence.runs)
            runs.insert(run.check + run.at.toString(Qt::ISODateWithMs), run);
        if (page.cursor)
            cursor = *page.cursor;
        keep(page.notes, noted);
        last = std::move(page);
        return {};
    }

    Result<QHash<QString, QByteArray>> notes() override { return noted; }

    void progress(qint64, qint64, const QString &) override { }

    bool isCancelled() const override { return mostPages >= 0 && pages >= mostPages; }

    //! What the engine does behind a pull that went well.
    void end(const platforms::PullResult &result)
    {
        if (result.swept != 0) {
            const auto ids = records.keys();
            for (const auto &id : ids) {
                if (marks.value(id) != result.swept) {
                    records.remove(id);
                    lineage.remove(id);
                }
            }
        }
        const bool isWhole = result.complete && !result.unchanged;
        if (isWhole && result.swept == 0)
            records.removeIf([&](const auto &entry) { return !result.seen.contains(entry.key()); });
        cursor = result.cursor;
        if (isWhole)
            slos.clear();
        for (const auto &slo : result.slos)
            slos.insert(slo.nativeId, slo);
    }

    int count(const QString &type) const
    {
        int n = 0;
        for (auto it = records.begin(); it != records.end(); ++it)
            n += it.key().startsWith(type + u':') && !it.key().contains(u'#') ? 1 : 0;
        return n;
    }

    qsizetype edges(domain::LineageLevel level) const
    {
        qsizetype n = 0;
        for (const auto &list : lineage) {
            for (const auto &edge : list)
                n += edge.level == level ? 1 : 0;
        }
        return n;
    }

    int mostPages = -1; //!< behind so many the pull is killed; without a limit when negative
    int pages = 0;
    int removed = 0;
    QMap<QString, domain::Record> records;
    QMap<QString, QList<domain::LineageEdge>> lineage;
    QMap<QString, domain::CheckRun> runs;
    QMap<QString, domain::Slo> slos;
    QHash<QString, qint64> marks;
    QHash<QString, QByteArray> noted;
    QStringList written; //!< native ids, in order
    platforms::Page last;
    QByteArray cursor;
};

} // namespace portolan::tests
