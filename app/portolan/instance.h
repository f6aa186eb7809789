// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portolan/options.h"
#include "models/base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

class QLocalSocket;

namespace portolan::app {

//! One window per profile: the first start holds the lock and listens; a later one hands over what
//! it was started with and ends, unless the first one is ending itself.
class Instance final : public QObject
{
    Q_OBJECT

public:
    Instance(const QString &lockFile, const QString &socketName, QObject *parent = nullptr);

    //! What a start came to.
    enum class Start { First, HandedOver };

    //! True when this process is the one with the window; it listens from then on.
    bool isFirst();
    //! First when this process is the one with the window, which listens from then on. Else hands
    //! \a options to the one that has it, and HandedOver once that has said that it took them;
    //! where that one ends instead, this one takes its place. Blocks, for \a patienceMs at most.
    [[nodiscard]] Result<Start> begin(const Options &options, int patienceMs = 30'000);
    //! The window is closing: whoever asks from here on is to open one of their own.
    void stopListening();

Q_SIGNALS:
    //! Another start wants this. The window should come to the front in any case.
    void asked(const portolan::app::Options &options);

private:
    void accept();
    void take(QLocalSocket &socket, const Options &options);
    [[nodiscard]] Result<Start> handOver(const Options &options, int patienceMs);

    QLockFile m_lock;
    QString m_name;
    QLocalServer m_server;
};

} // namespace portolan::app
