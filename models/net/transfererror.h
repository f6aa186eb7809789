// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/net/answerreader.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace portolan::net {

//! What is known of a transfer that brought no whole answer.
struct TransferFacts
{
    int code = 0; //!< CURLcode
    QByteArray message; //!< curl's own
    long verifyResult = 0; //!< OpenSSL's X509_V_ERR_…, 0 when the chain was fine or not reached
    long proxyStatus = 0; //!< of the proxy's answer to CONNECT
    bool connected = false; //!< a connection came about
    bool addressRefused = false; //!< we refused the address that the name led to
    AnswerReader::Stop stop = AnswerReader::Stop::None;
    QString host; //!< whose certificate was judged: the server's, or that of an encrypted proxy
    QString proxy; //!< that the request went through, without a password; empty: none
    QString proxyVariable; //!< of the environment that names it; empty where the account does
    bool hasOrganisationCa = false;
    bool hasClientCertificate = false;
    QDateTime now; //!< our wall clock
    std::optional<qint64> clockOffsetMs; //!< ours minus a server's, when one told its time lately
};

//! The kind and one sentence: what happened, and what to do. Names neither address nor request,
//! which the caller puts around it.
Error transferError(const TransferFacts &facts);

//! The part of it about certificates and TLS: a sentence for each cause, absent where the cause
//! lies elsewhere.
std::optional<QString> tlsFailure(const TransferFacts &facts);

} // namespace portolan::net
