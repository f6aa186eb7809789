// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test with widgets includes, parsed once; the lint build compiles without it. Qt
// Test as far as it is the same for every test: <QTest> itself reads which other libraries a test
// links.
#pragma once

#include "views/shared/pch.h"

#include <QAbstractItemModel>
#include <QBitArray>
#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPoint>
#include <QRect>
#include <QSignalSpy>
#include <QSize>
#include <QTemporaryDir>
#include <QUrl>
#include <QVariant>
#include <QtTest/qbenchmark.h>
#include <QtTest/qtestcase.h>
#include <QtTest/qtestdata.h>
