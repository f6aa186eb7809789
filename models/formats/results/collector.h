// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/results/resultfile.h"

#include <QSet>

namespace portolan::formats::results {

//! A check as a result file describes it.
struct CheckDescription
{
    QString id; //!< native id
    QString name;
    QString type; //!< the tool's own word
    QString asset; //!< native id of what it is about; may be empty
    QString dimension; //!< canonical
    QString severity; //!< lower case; may be empty
    QString element; //!< column, or columns with commas; empty for all of the asset
    QString expression; //!< what it asks for
    QString description;
};

//! Puts together what a reader finds: every native id and every key of a run once.
class Collector
{
public:
    //! \a source is the tool, as checks name it: "great-expectations", "soda", …
    explicit Collector(const QString &source)
        : m_source(source)
    {
    }

    //! A table that the tool looks at; it joins nothing by itself.
    void addAsset(const QString &nativeId, const QString &name,
                  const QList<std::pair<QString, QString>> &facts = {});
    void addCheck(const CheckDescription &check);
    void addRun(const domain::CheckRun &run);
    //! An update that was seen, and with it that its source was looked at until then.
    void addUpdate(const domain::FreshnessUpdate &update);
    void addFinding(const domain::Finding &finding);

    ToolResults take() { return std::move(m_results); }

private:
    QString m_source;
    ToolResults m_results;
    QSet<QString> m_ids;
    QSet<QString> m_runs;
};

} // namespace portolan::formats::results
