// SPDX-License-Identifier: GPL-3.0-or-later
// What a server answers, read without any I/O. All of it is untrusted: what is
// not clearly a verdict is an error, and nothing is ever taken for allowed that
// does not say so in full.
#pragma once

#include "models/base/result.h"
#include "models/domain/policyquestion.h"
#include "models/net/httpresponse.h"

#include <QByteArray>
#include <QString>

namespace portolan::platforms::opa {

//! Decoded bytes of an answer about a decision that are read at most.
inline constexpr qint64 mostAnswerBytes = 4 * 1024 * 1024;
//! Reasons, checks, obligations or violations that one answer may carry, each.
inline constexpr int mostEntries = 500;

//! The verdicts in \a body, the answer to a question about a request; \a path
//! is what was asked, "mesh/access/request", and names what the rules as a
//! whole say.
[[nodiscard]] Result<domain::PolicyAnswer> requestAnswer(const QByteArray &body,
                                                         const QString &path);
//! The same for a question about a product.
[[nodiscard]] Result<domain::PolicyAnswer> productAnswer(const QByteArray &body,
                                                         const QString &path);

//! \a response where it is one, else an error with the server's own code and
//! message. A 401 is said to be either of its two meanings.
[[nodiscard]] Result<net::HttpResponse> acceptedByOpa(net::HttpResponse response);

} // namespace portolan::platforms::opa
