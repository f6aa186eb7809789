// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace portolan {

void giveBackFreeMemory()
{
#ifdef __GLIBC__
    static_cast<void>(::malloc_trim(0));
#endif
}

} // namespace portolan
