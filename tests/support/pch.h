// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test includes, parsed once; the lint build compiles without it.
#pragma once

#include "models/base/pch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
