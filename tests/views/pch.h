// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test with widgets includes, parsed once; the lint build compiles without it.
#pragma once

#include "views/shared/pch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
