// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpurl.h"

#include "models/base/hiddencharacters.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

struct ClosesUrl
{
    void operator()(CURLU *handle) const { curl_url_cleanup(handle); }
};

using UrlHandle = std::unique_ptr<CURLU, ClosesUrl>;

QByteArray part(CURLU *handle, CURLUPart which, unsigned int flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(handle, which, &text, flags) != CURLUE_OK)
        return {};
    const QByteArray value(text);
    curl_free(text);
    return value;
}

bool setPart(CURLU *handle, CURLUPart which, const QByteArray &text, unsigned int flags = 0)
{
    return curl_url_set(handle, which, text.constData(), flags) == CURLUE_OK;
}

UrlHandle opened(const QByteArray &text)
{
    UrlHandle handle(curl_url());
    if (handle && !setPart(handle.get(), CURLUPART_URL, text, CURLU_DISALLOW_USER))
        handle.reset();
    return handle;
}

//! curl drops white space from addresses, and a NUL would end one early.
bool hasControlCharacters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar unit) {
        return unit.isSpace() || isControlCharacter(unit.unicode());
    });
}

} // namespace

Result<HttpUrl> HttpUrl::read(void *handle)
{
    auto *parts = static_cast<CURLU *>(handle);
    const auto scheme = part(parts, CURLUPART_SCHEME).toLower();
    if (scheme != "https" && scheme != "http")
        return failure(Error::Kind::Usage, u"an address of a platform begins with https://"_s);
    curl_url_set(parts, CURLUPART_FRAGMENT, nullptr, 0);
    HttpUrl url;
    url.m_host = part(parts, CURLUPART_HOST).toLower();
    if (url.m_host.isEmpty())
        return failure(Error::Kind::Usage, u"the address names no host"_s);
    url.m_origin =
        scheme + "://" + url.m_host + ':' + part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    // Equal addresses have equal texts.
    setPart(parts, CURLUPART_HOST, url.m_host);
    url.m_text = part(parts, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
    if (url.m_host.startsWith('['))
        url.m_host = url.m_host.mid(1, url.m_host.size() - 2);
    return url;
}

Result<HttpUrl> HttpUrl::parse(const QString &text)
{
    // curl takes any number of slashes for two, and the path for a host.
    if (text.contains(u":///"_s))
        return failure(Error::Kind::Usage, u"the address names no host"_s);
    // The text itself is not repeated: what is no address may be a token pasted into a wrong field.
    if (hasControlCharacters(text))
        return failure(Error::Kind::Usage, u"the address holds a space or a control character"_s);
    const auto handle = opened(text.toUtf8());
    if (!handle)
        return failure(Error::Kind::Usage,
                       u"this is no address; it looks like https://host/path, without a user name "
                       "or password"_s);
    return read(handle.get());
}

Result<HttpUrl> HttpUrl::below(const QStringList &segments) const
{
    const auto handle = opened(m_text);
    if (!handle)
        return failure(Error::Kind::Usage, u"nothing is below an empty address"_s);
    auto path = part(handle.get(), CURLUPART_PATH);
    for (const auto &segment : segments) {
        if (segment.isEmpty() || segment == u"."_s || segment == u".."_s)
            return failure(Error::Kind::Usage, u"“%1” cannot be part of an address"_s.arg(segment));
        if (!path.endsWith('/'))
            path += '/';
        path += segment.toUtf8().toPercentEncoding();
    }
    if (!setPart(handle.get(), CURLUPART_PATH, path))
        return failure(Error::Kind::Usage, u"the path is too long for an address"_s);
    return read(handle.get());
}

Result<HttpUrl> HttpUrl::withQuery(const QString &name, const QString &value) const
{
    const auto handle = opened(m_text);
    const QByteArray pair =
        name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    if (!handle || !setPart(handle.get(), CURLUPART_QUERY, pair, CURLU_APPENDQUERY))
        return failure(Error::Kind::Usage, u"the query does not fit into an address"_s);
    return read(handle.get());
}

Result<HttpUrl> HttpUrl::resolved(const QString &reference) const
{
    const auto handle = opened(m_text);
    if (!handle || hasControlCharacters(reference)
        || !setPart(handle.get(), CURLUPART_URL, reference.toUtf8(), CURLU_DISALLOW_USER))
        return failure(Error::Kind::Protocol, shown() + u" sent an address that is none"_s);
    const auto url = read(handle.get());
    if (!url || url->origin() != m_origin)
        return failure(Error::Kind::Protocol,
                       u"%1 sent an address on another host; it is not fetched"_s.arg(shown()));
    return url;
}

bool HttpUrl::isLoopback() const
{
    return m_host == "localhost" || isLoopbackAddress(m_host);
}

QString HttpUrl::shown() const
{
    const auto start = m_text.indexOf('?');
    if (start < 0)
        return QString::fromUtf8(m_text);
    auto text = QString::fromUtf8(m_text.left(start));
    auto separator = u'?';
    for (const auto &pair : m_text.mid(start + 1).split('&')) {
        // What has no name may itself be the secret.
        const auto equals = pair.indexOf('=');
        text += separator
            + (equals < 0 ? u"…"_s : QString(QString::fromUtf8(pair.left(equals)) + u"=…"_s));
        separator = u'&';
    }
    return text;
}

} // namespace portolan::net
