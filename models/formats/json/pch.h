// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of JSON include: the parser's header costs two seconds a file otherwise.
#pragma once

#include "models/base/pch.h"

#include <simdjson.h>
