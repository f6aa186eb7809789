// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>
#include <QUrl>

namespace portolan::tests {

//! A real OpenID provider with an API beside it (provider.mjs), and a person who signs in there
//! with a browser. Absent where node or the provider's module is missing.
class RealProvider
{
public:
    //! Starts it; isRunning() is false where that cannot be.
    RealProvider();
    ~RealProvider();

    RealProvider(const RealProvider &) = delete;
    RealProvider &operator=(const RealProvider &) = delete;

    bool isRunning() const { return !m_issuer.isEmpty(); }

    QString issuer() const { return m_issuer; }

    QString api() const { return m_api; }

    //! Does what a person does: opens \a page, fills in and sends each form, until there is none.
    //! The text of the last page; empty when something failed.
    QString walk(const QUrl &page, const QString &userCode = {});
    //! All access tokens are refused from now on.
    void expire();
    //! "token", "refused", "served" or "revoked": how often.
    int count(const QString &what);

private:
    QByteArray ask(const QUrl &url, const QByteArray *form, QUrl *redirect);

    QProcess m_process;
    QNetworkAccessManager m_browser;
    QString m_issuer;
    QString m_api;
};

} // namespace portolan::tests
