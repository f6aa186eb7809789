// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/dossier.h"

#include <QObject>
#include <QUuid>

namespace portolan::items {

class PageSource;

//! Fetches a page and, after it, the pages around it that its tabs need. Answers to earlier
//! questions are dropped. When the mesh changes it asks again, and says so only when something
//! differs, so that selection and scroll survive a sync.
class PageLoader : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };
    Q_ENUM(State)

    //! \a source outlives this object.
    explicit PageLoader(PageSource &source, QObject *parent = nullptr);

    void load(const QUuid &id);
    void reload();

    QUuid id() const { return m_id; }

    State state() const { return m_state; }

    Error error() const { return m_error; } //!< in state Failed

    const Dossier &dossier() const { return m_dossier; }

    //! Whether the pages around are there: until then consumers and contracts may be missing.
    bool isComplete() const { return m_complete; }

Q_SIGNALS:
    //! The page is there, differs, or could not be had.
    void pageChanged();
    //! What is around the page is there, or differs.
    void surroundingsChanged();

private:
    void ask();
    void takePage(domain::Page page);
    void fetchNear(const QList<QUuid> &ids, bool beyond);
    void finishNear(bool beyond);
    void fail(const Error &error);

    PageSource &m_source;
    QUuid m_id;
    State m_state = State::Idle;
    Error m_error;
    Dossier m_dossier;
    Dossier m_next; //!< being collected
    bool m_complete = false;
    quint64 m_question = 0;
    qsizetype m_awaited = 0;
};

} // namespace portolan::items
