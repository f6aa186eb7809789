// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualitysource.h"

#include <QObject>
#include <QTimer>

namespace portolan::items {

//! Asks for the board and the incidents of the last 28 days on behalf of a part of a page, when
//! that is looked at and what it shows is out of date: one question at a time, with a pause between
//! them while a sync brings more. Lives in the GUI thread.
class MeasureLoader : public QObject
{
    Q_OBJECT

public:
    explicit MeasureLoader(QObject *parent = nullptr);

    //! \a source outlives this object; null: nothing is measured, and nothing is asked.
    void setSource(QualitySource *source);

    bool hasSource() const { return m_source != nullptr; }

    //! The source's now; only with a source.
    QDateTime now() const { return m_source->now(); }

    //! Whether anybody looks: asks what was put off meanwhile.
    void setLookedAt(bool looked);
    //! What was asked before may have another answer.
    void refresh();

Q_SIGNALS:
    void loaded(const portolan::items::QualityBoard &board,
                const QList<portolan::items::Incident> &incidents);
    void failed(const portolan::Error &error);

private:
    void askIfWanted();
    void ask();
    void fail(const Error &error);

    QualitySource *m_source = nullptr;
    quint64 m_question = 0;
    QTimer m_pause;
    bool m_looked = false;
    bool m_isAsking = false;
    bool m_stale = true;
};

} // namespace portolan::items
