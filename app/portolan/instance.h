// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portolan/options.h"
#include "models/base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace portolan::app {

//! One window per profile: the first start holds the lock and listens; a later one hands over what
//! it was started with and ends.
class Instance final : public QObject
{
    Q_OBJECT

public:
    Instance(const QString &lockFile, const QString &socketName, QObject *parent = nullptr);

    //! True when this process is the one with the window; it listens from then on.
    bool isFirst();
    //! Hands \a options to the process that has the window. Blocks for some seconds at most.
    [[nodiscard]] Result<void> handOver(const Options &options);

Q_SIGNALS:
    //! Another start wants this. The window should come to the front in any case.
    void asked(const portolan::app::Options &options);

private:
    void accept();

    QLockFile m_lock;
    QString m_name;
    QLocalServer m_server;
};

} // namespace portolan::app
