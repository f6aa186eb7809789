// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace portolan {

void keepHeapSmall()
{
#ifdef __GLIBC__
    constexpr int largeBlock = 1024 * 1024;
    static_cast<void>(::mallopt(M_MMAP_THRESHOLD, largeBlock));
    static_cast<void>(::mallopt(M_TRIM_THRESHOLD, largeBlock));
#endif
}

void giveBackFreeMemory()
{
#ifdef __GLIBC__
    static_cast<void>(::malloc_trim(0));
#endif
}

} // namespace portolan
