// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/mapped.h"

namespace portolan {
namespace {

class Lookout
{
public:
    Lookout()
    {
        m_thread.setObjectName(QStringLiteral("answers"));
        m_thread.start();
    }

    ~Lookout()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Lookout)

    QThread *thread() { return &m_thread; }

private:
    QThread m_thread;
};

} // namespace

QThread *answersThread()
{
    static Lookout lookout;
    return lookout.thread();
}

} // namespace portolan
