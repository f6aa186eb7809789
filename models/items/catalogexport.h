// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/catalogsource.h"

#include <QObject>
#include <QSaveFile>
#include <QString>

#include <memory>

namespace portolan::items {

//! One cell of a CSV line: quoted, and, where a spreadsheet would take it for a formula, with an
//! apostrophe in front (security.md, T4).
QString csvCell(const QString &text);

//! Writes all results of one question into a CSV file, page by page; the file appears whole or not
//! at all. Deletes itself when it is done.
class CatalogExport : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object; it is written in the order that \a request asks for.
    CatalogExport(CatalogSource &source, const store::SearchRequest &request, const QString &file,
                  QObject *parent = nullptr);

    void start();

    //! Stops after the page under way; finished() says Cancelled.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    //! How many rows were written.
    void finished(const portolan::Result<qint64> &rows);

private:
    void next();
    void take(const store::SearchAnswer &answer);
    void finish(Result<qint64> result);

    CatalogSource &m_source;
    store::SearchRequest m_request;
    QSaveFile m_file;
    qint64 m_done = 0;
    bool m_cancelled = false;
};

} // namespace portolan::items
