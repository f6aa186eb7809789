// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/labels.h"

#include <QDateTime>
#include <QProgressBar>
#include <QWidget>

namespace portolan::views::shell {

//! What the line at the foot of the window says.
struct MeshState
{
    QString accounts; //!< "demo", "3 accounts"; empty when there is none
    QDateTime asOf; //!< UTC, of the oldest account's last pull; null when never
    QString connection; //!< "Local files", "Offline since 13:40"
    QString connectionHint; //!< the same at length
    bool connected = true;
    int failed = 0; //!< accounts whose last pull failed
    QString outbox; //!< what waits in the outbox, in words; empty: nothing does
    bool needsPerson = false; //!< something of that
    bool running = false;
    QString job; //!< what runs, in words
    int percent = -1; //!< how far it is; negative while unknown

    bool operator==(const MeshState &) const = default;
};

//! The line at the foot of the window: account, as of when, connection, and the job that runs,
//! which can be stopped.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setState(const MeshState &state, const QDateTime &now);

    QWidget *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelRequested();
    void failedClicked();
    void outboxClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_account;
    ElidedLabel *m_connection;
    LinkButton *m_failed;
    IconLabel *m_outboxIcon;
    LinkButton *m_outbox;
    ElidedLabel *m_job;
    QProgressBar *m_progress;
    LinkButton *m_cancel;
};

} // namespace portolan::views::shell
