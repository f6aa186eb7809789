// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/background.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace portolan {

void giveWay()
{
#ifdef Q_OS_LINUX
    // Linux ignores QThread's priorities, and takes the id of a thread for that of a process. A
    // third of the share of others: an import that runs beside a build still comes to its end.
    constexpr int niceness = 5;
    static_cast<void>(
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), niceness));
#endif
}

} // namespace portolan
