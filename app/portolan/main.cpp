// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/start.h"

#include <sys/resource.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    // Before anything is written: whatever this program creates is for this user alone.
    ::umask(077);
#ifdef NDEBUG
    // A core file would hold what was shown.
    const struct rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
    return portolan::app::run(argc, argv);
}
