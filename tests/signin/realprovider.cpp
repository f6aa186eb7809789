// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signin/realprovider.h"

#include "tests/support/shared.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

//! The form of a page as it is sent when a person has filled it in; null where there is none.
QByteArray filledForm(const QString &page, const QString &userCode, QUrl *action)
{
    static const QRegularExpression form(u"<form[^>]*action=\"([^\"]*)\""_s);
    static const QRegularExpression input(u"<input[^>]*>"_s);
    static const QRegularExpression name(u"name=\"([^\"]*)\""_s);
    static const QRegularExpression value(u"value=\"([^\"]*)\""_s);
    const auto found = form.match(page);
    if (!found.hasMatch())
        return {};
    *action = QUrl(found.captured(1).replace(u"&amp;"_s, u"&"_s));
    QByteArray body("");
    for (auto it = input.globalMatch(page); it.hasNext();) {
        const auto field = it.next().captured();
        const auto key = name.match(field).captured(1);
        auto text = value.match(field).captured(1);
        if (key == u"login"_s)
            text = u"alice"_s;
        else if (key == u"password"_s)
            text = u"any"_s;
        else if (key == u"user_code"_s && text.isEmpty())
            text = userCode;
        if (!key.isEmpty())
            body += key.toUtf8() + '=' + text.toUtf8().toPercentEncoding() + '&';
    }
    return body;
}

} // namespace

RealProvider::RealProvider()
{
    const auto folder = QDir(sharedDir()).filePath(u"testservers"_s);
    const auto node = QStandardPaths::findExecutable(u"node"_s);
    if (sharedDir().isEmpty() || node.isEmpty()
        || !QDir(folder).exists(u"node_modules/oidc-provider"_s))
        return;
    m_process.start(node,
                    {QStringLiteral(PORTOLAN_SOURCE_DIR "/tests/signin/provider.mjs"), folder});
    QByteArray line;
    (void)QTest::qWaitFor(
        [&] {
            line += m_process.readAllStandardOutput();
            return line.contains('\n') || m_process.state() == QProcess::NotRunning;
        },
        60'000);
    const auto object = QJsonDocument::fromJson(line.trimmed()).object();
    m_issuer = object.value(u"issuer"_s).toString();
    m_api = object.value(u"api"_s).toString();
}

RealProvider::~RealProvider()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QByteArray RealProvider::ask(const QUrl &url, const QByteArray *form, QUrl *redirect)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    auto *reply = form ? m_browser.post(request, *form) : m_browser.get(request);
    (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000);
    // LocationHeader gives absolute addresses only.
    const auto target = QUrl::fromEncoded(reply->rawHeader("Location"));
    *redirect = target.isEmpty() ? QUrl() : url.resolved(target);
    auto body = reply->readAll();
    delete reply;
    return body;
}

QString RealProvider::walk(const QUrl &page, const QString &userCode)
{
    QUrl url = page;
    QByteArray form;
    bool sends = false;
    QString text;
    for (int step = 0; step < 20; ++step) {
        QUrl redirect;
        text = QString::fromUtf8(ask(url, sends ? &form : nullptr, &redirect));
        sends = false;
        if (!redirect.isEmpty()) {
            url = redirect;
            continue;
        }
        QUrl action;
        form = filledForm(text, userCode, &action);
        if (form.isNull())
            return text;
        url = url.resolved(action);
        sends = true;
    }
    return {};
}

void RealProvider::expire()
{
    QUrl redirect;
    ask(QUrl(QString(m_issuer + u"/control/expire"_s)), nullptr, &redirect);
}

int RealProvider::count(const QString &what)
{
    QUrl redirect;
    const auto body = ask(QUrl(QString(m_issuer + u"/control/counts"_s)), nullptr, &redirect);
    return QJsonDocument::fromJson(body).object().value(what).toInt();
}

} // namespace portolan::tests
