// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault at every request of a pull, and storms of them. Whatever went wrong, the pull ends;
// it fails with words or it succeeds; nothing is taken for gone that is there, and nothing is kept
// that never was so; and the next calm pull makes local equal to remote.
//
// PORTOLAN_ALL_FAULTS=1 tries all cases, else one in so many, so that each fault and each request
// is among them; with PORTOLAN_FAULT_PART=2/5 the third of five parts of all, so that a long trial
// can be done in pieces or by several at once. PORTOLAN_FAULT_ROUNDS says how many storms there
// are, PORTOLAN_SEED which; PORTOLAN_FAULT_PATIENCE how many times as long an answer may take,
// where the machine is busy.
#pragma once

#include "models/domain/accessbook.h"
#include "models/platforms/actionport.h"
#include "models/platforms/platform.h"
#include "tests/platforms/faults/pullbench.h"

#include <functional>
#include <memory>

namespace portolan::tests {

//! What a trial has to know of a platform.
struct Tried
{
    std::unique_ptr<platforms::Platform> (*platform)() = nullptr;
    QString shape; //!< as makeShape() knows it
    //! Changes something, adds and takes away, as the n-th time from 0, so that the feed tells it.
    std::function<void(Shape &, int n)> stir;
    //! The same of what no feed tells: before sweeps alone, so that after one that failed another
    //! is needed. May be empty.
    std::function<void(Shape &, int n)> stirUntold = {};
    //! Takes from the platform what a client could go on with: its feed, its cursors.
    std::function<void(Shape &)> forget = {};
    bool forgetsAccess = false; //!< and what it forgets is when something was asked for
    qint64 forgetMs = 0; //!< for how long a client was away that finds this
    qint64 awayMs = 1'000; //!< how long nobody looks before each delta of a matrix
    //! What a person does, as the n-th time; and whether the platform has it.
    std::function<domain::Operation(int n)> edit = {};
    std::function<bool(Shape &, int n)> hasEdit = {};
    std::function<void(Shape &, int n)> signIn = {}; //!< who does it, where that is not one person
    int kinds = 2; //!< of what a person does: after so many times it is of the same kind again
    ShapeSettings settings = {.seed = 1, .size = 3, .pageSize = 2};
    int oneOfSweeps = 1; //!< without PORTOLAN_ALL_FAULTS: of so many cases one is tried
    int oneOfDeltas = 1;
    int oneOfWrites = 1;
};

//! Tries all faults at all requests of a sweep or of a delta; empty, or what was wrong.
QString complaintOfFaults(const Tried &tried, bool isSweep);
//! Tries storms of faults while the platform changes and forgets; empty, or what was wrong. In
//! memory.
QString complaintOfStorms(const Tried &tried);
//! The same through the real engine into the real store.
QString complaintOfStoredStorms(const Tried &tried);

//! Tries all faults at all requests of a write: nothing is said to be done that is not, nothing is
//! given up that a server only could not do, and it is done in the end.
QString complaintOfWrites(const Tried &tried);

//! An operation of \a kind whose payload is \a payload, and that was made against \a base.
domain::Operation operationOf(const QString &kind, const QJsonObject &payload,
                              const QJsonObject &base = {});

//! A person's request for access to \a port of \a product, with the id that \a n stands for.
domain::AccessRequest accessTo(const QString &product, const QString &port, int n);
domain::Operation operationOf(const domain::AccessRequest &request);
//! That somebody says yes to \a request.
domain::Operation approvalOf(const domain::AccessRequest &request);

//! What \a variable of the environment says, if that is a number above 0.
int numberIn(const char *variable, int otherwise);

} // namespace portolan::tests
