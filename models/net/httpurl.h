// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace portolan::net {

//! An absolute http or https address (RFC 3986), always whole and encoded, as curl's own parser
//! reads it. Has no user information and no fragment. A plain value.
class HttpUrl
{
public:
    HttpUrl() = default;

    //! Reads \a text as a person or a server wrote it. Usage error for another scheme, a user name
    //! or password, control characters, or no host.
    [[nodiscard]] static Result<HttpUrl> parse(const QString &text);

    //! The address below this one with \a segments appended to its path, each encoded as a whole:
    //! a slash within one stays within it. Usage error for "." and "..", which servers resolve.
    [[nodiscard]] Result<HttpUrl> below(const QStringList &segments) const;
    //! The address with \a name = \a value appended to its query, both encoded.
    [[nodiscard]] Result<HttpUrl> withQuery(const QString &name, const QString &value) const;
    //! What \a reference, which a server sent, means when read from here (RFC 3986, section 5).
    //! Protocol error where it leads to another scheme, host or port: that is not fetched.
    [[nodiscard]] Result<HttpUrl> resolved(const QString &reference) const;

    bool isEmpty() const { return m_text.isEmpty(); }

    bool isEncrypted() const { return m_origin.startsWith("https:"); }

    //! Whether the host is this machine: "localhost", 127.0.0.0/8 or ::1.
    bool isLoopback() const;

    //! The whole address, for the wire alone: a query may hold a token.
    const QByteArray &text() const { return m_text; }

    //! Scheme, host in lower case and port: "https://host:443".
    const QByteArray &origin() const { return m_origin; }

    //! Host in lower case; IPv6 without brackets, IPv4 in its usual form.
    const QByteArray &host() const { return m_host; }

    //! For logs and errors: the values of the query are replaced by "…".
    QString shown() const;

    bool operator==(const HttpUrl &) const = default;

private:
    QByteArray m_text;
    QByteArray m_origin;
    QByteArray m_host;

    [[nodiscard]] static Result<HttpUrl> read(void *handle);
};

//! Whether \a address (IPv4 or IPv6, numeric) is link-local or where clouds hand out credentials:
//! never a platform, and what a hostile address would aim at.
bool isMetadataAddress(QByteArrayView address);

//! Whether \a address (IPv4 or IPv6, numeric) is this machine.
bool isLoopbackAddress(QByteArrayView address);

} // namespace portolan::net
