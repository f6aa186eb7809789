// SPDX-License-Identifier: GPL-3.0-or-later
// What the people of the demo have asked for and decided, as a table.
#pragma once

#include "models/domain/access.h"

#include <array>
#include <span>

namespace portolan::demo {

//! Who the person at the demo is; addresses are made of names.
inline constexpr const char *demoPersonName = "Maya Lindqvist";

//! What one person said; \a item counts from 0.
struct Said
{
    int day;
    const char *by;
    domain::DecisionKind kind;
    const char *reason;
    int item = 0;
};

//! A port that is asked for.
struct Wish
{
    const char *product;
    const char *port;
    const char *role;
    const char *first; //!< who decides at the first level
    const char *second = nullptr; //!< and at the second, where there is one
};

//! A request; days count from the first start, \a to is 0 where there is no end.
struct Asked
{
    const char *name; //!< its ids are made of
    const char *by;
    const char *consumer; //!< product
    const char *consumerName;
    const char *purpose;
    const char *why;
    int created;
    int from;
    int to;
    std::array<Wish, 2> wishes;
    std::array<Said, 3> said = {};
    const char *renews = nullptr; //!< name of the request whose agreement goes on
    const char *exception = nullptr;
};

//! All requests of the demo, those that wait for its person first.
std::span<const Asked> askedFor();

} // namespace portolan::demo
