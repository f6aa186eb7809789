// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/longjob.h"
#include "models/base/result.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

namespace portolan::views {

//! How a work ended. Qt compares what signals carry where it can be compared, and a result of
//! nothing only looks as if it could.
struct WorkEnd
{
    Result<void> done;
};

//! Work that may take longer than a person waits for: it runs beside everything else, one such work
//! after the other in a thread that paints no frames, and can be cancelled. The window shows it
//! where it is told of it (Pane::workBegun). Lives in the GUI thread, and deletes itself when it is
//! done.
class LongWork final : public QObject
{
    Q_OBJECT

public:
    //! In the worker's thread.
    using Run = std::function<Result<void>(LongJob &)>;

    //! Begins \a run, which is called \a text: "Exporting lineage.png".
    static LongWork *begin(const QString &text, Run run);

    QString text() const { return m_text; }

    //! How far it is, 0 to 100; negative while nobody knows.
    int percent() const { return m_percent; }

    //! Whether finished() was said.
    bool isEnded() const { return m_isEnded; }

    //! Gives it up. finished() says so at once; the worker ends when it next looks.
    void cancel();

Q_SIGNALS:
    //! percent() is another now.
    void advanced();
    //! The last that is heard of it.
    void finished(const portolan::views::WorkEnd &end);

private:
    explicit LongWork(const QString &text);

    void look();
    void end(const Result<void> &done);

    QString m_text;
    std::shared_ptr<LongJob> m_job = std::make_shared<LongJob>();
    QTimer m_looking;
    int m_percent = -1;
    bool m_isEnded = false;
};

} // namespace portolan::views
