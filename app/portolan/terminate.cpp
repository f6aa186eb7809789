// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/terminate.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace portolan::app {
namespace {

// A signal handler may use nothing but what the kernel promises: it writes one byte to this end.
int writeEnd = -1;

extern "C" void wakeUp(int)
{
    const char byte = 1;
    const auto written = ::write(writeEnd, &byte, 1);
    static_cast<void>(written);
}

constexpr int signalsOfTheEnd[]{SIGTERM, SIGINT, SIGHUP};

} // namespace

Terminate::Terminate(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends) != 0)
        return;
    writeEnd = m_ends[0];
    auto *notifier = new QSocketNotifier(m_ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT asked();
    });
    for (const int number : signalsOfTheEnd) {
        struct sigaction action = {};
        action.sa_handler = wakeUp;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}

Terminate::~Terminate()
{
    for (const int number : signalsOfTheEnd)
        std::signal(number, SIG_DFL);
    writeEnd = -1;
    for (const int end : m_ends) {
        if (end >= 0)
            ::close(end);
    }
}

} // namespace portolan::app
