// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the views includes, parsed once; the lint build compiles without it.
#pragma once

#include "models/base/pch.h"

#include <QtWidgets>
