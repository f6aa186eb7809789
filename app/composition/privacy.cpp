// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/privacy.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace portolan::app {

void keepFilesPrivate()
{
    ::umask(077);
}

void keepKeysPrivate()
{
    // Browsers and libraries obey it; a laptop of an organisation may have it set for all of them.
    ::unsetenv("SSLKEYLOGFILE");
}

void leaveNoCoreFile()
{
    // Not PR_SET_DUMPABLE: without it the desktop's portals refuse to show a file dialog.
    const struct rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace portolan::app
