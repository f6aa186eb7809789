// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/whatanswers.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

using Kind = Error::Kind;

//! Whether an answer of that kind is one that another platform's server may give.
bool mayBeAnother(Kind kind, const platforms::AccountSettings &settings)
{
    switch (kind) {
    case Kind::NotFound:
    case Kind::Protocol:
    case Kind::BadInput:
    case Kind::TooLarge:
    case Kind::Conflict:
    case Kind::NetworkSignIn: // a page where data was expected
        return true;
    case Kind::Unauthorised:
    case Kind::Forbidden:
        // A password that is refused several times may lock its user out.
        return settings.user.isEmpty();
    default:
        return false;
    }
}

} // namespace

Error explainedByWhatAnswers(const std::vector<std::unique_ptr<platforms::Platform>> &platforms,
                             const platforms::AccountSettings &settings,
                             const platforms::Services &services, Error error)
{
    if (settings.url.isEmpty() || !services.http || !mayBeAnother(error.kind, settings))
        return error;
    for (const auto &platform : platforms) {
        if (platform->name() == settings.platform)
            continue;
        const auto found = platform->recognised(settings, services);
        if (found.isEmpty())
            continue;
        return {Kind::Protocol,
                u"what answers there is %1, the platform \"%2\", and not \"%3\" (%4)"_s.arg(
                    found, platform->name(), settings.platform, error.detail)};
    }
    if (error.kind == Kind::NotFound || error.kind == Kind::BadInput
        || error.kind == Kind::TooLarge) {
        error.kind = Kind::Protocol;
        error.detail += u"; is this the address of a server of \"%1\"?"_s.arg(settings.platform);
    }
    return error;
}

} // namespace portolan::sync
