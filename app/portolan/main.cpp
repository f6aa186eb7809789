// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/privacy.h"
#include "app/portolan/start.h"
#include "models/base/memory.h"

int main(int argc, char **argv)
{
    portolan::keepHeapSmall();
    // Before anything is written.
    portolan::app::keepFilesPrivate();
    portolan::app::keepKeysPrivate();
#ifdef NDEBUG // who builds it for debugging wants one
    portolan::app::leaveNoCoreFile();
#endif
    return portolan::app::run(argc, argv);
}
