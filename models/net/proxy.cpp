// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/proxy.h"

#include <QList>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>

namespace portolan::net {

namespace {

//! The first of \a names that says something, and what.
std::optional<Proxy> firstOf(std::initializer_list<const char *> names)
{
    for (const auto *name : names) {
        if (auto value = qgetenv(name); !value.isEmpty())
            return Proxy{std::move(value), name};
    }
    return std::nullopt;
}

//! An IPv4 or IPv6 address: 4 bytes or 16; none for a name.
QByteArray bytesOf(const QByteArray &address)
{
    std::array<char, 16> bytes{};
    if (inet_pton(AF_INET, address.constData(), bytes.data()) == 1)
        return {bytes.data(), 4};
    if (inet_pton(AF_INET6, address.constData(), bytes.data()) == 1)
        return {bytes.data(), 16};
    return {};
}

//! Whether the first \a bits of both are the same.
bool isInNetwork(const QByteArray &address, const QByteArray &network, int bits)
{
    if (address.size() != network.size() || bits > address.size() * 8)
        return false;
    const auto whole = bits / 8;
    if (!address.startsWith(network.left(whole)))
        return false;
    const auto rest = bits % 8;
    const auto top = [rest](char byte) { return static_cast<std::uint8_t>(byte) >> (8 - rest); };
    return rest == 0 || top(address.at(whole)) == top(network.at(whole));
}

//! Whether \a entry of no_proxy means \a host: the same address, a network that it is in, the same
//! name, or the end of it behind a dot.
bool means(QByteArray entry, const QByteArray &host)
{
    const auto address = bytesOf(host);
    if (!address.isEmpty()) {
        const auto slash = entry.indexOf('/');
        const auto network = bytesOf(slash < 0 ? entry : entry.left(slash));
        bool isNumber = true;
        const int bits =
            slash < 0 ? int(network.size() * 8) : entry.mid(slash + 1).toInt(&isNumber);
        return !network.isEmpty() && isNumber && bits >= 0 && isInNetwork(address, network, bits);
    }
    if (entry.endsWith('.'))
        entry.chop(1);
    if (entry.startsWith('.'))
        entry.remove(0, 1);
    const auto name = host.endsWith('.') ? host.chopped(1) : host;
    return !entry.isEmpty() && (name == entry || name.endsWith(QByteArray('.' + entry)));
}

//! Whether no_proxy says that \a host is reached without one.
bool isExcepted(const QByteArray &host)
{
    const auto list = firstOf({"no_proxy", "NO_PROXY"});
    if (!list)
        return false;
    if (list->address == "*")
        return true;
    auto entries = list->address.toLower();
    std::replace_if(
        entries.begin(), entries.end(), [](char c) { return c == ' ' || c == '\t'; }, ',');
    const auto each = entries.split(',');
    return std::any_of(each.begin(), each.end(),
                       [&host](const QByteArray &entry) { return means(entry, host); });
}

} // namespace

QString Proxy::shown() const
{
    const auto scheme = address.indexOf("://");
    const auto begin = scheme < 0 ? 0 : scheme + 3;
    const auto at = address.lastIndexOf('@');
    const auto host = address.mid(at < begin ? begin : at + 1).split('/').first();
    return QString::fromUtf8(address.left(begin) + host);
}

Proxy proxyOf(const HttpRequest &request)
{
    if (request.connection && request.connection->proxy)
        return {request.connection->proxy->toUtf8(), {}};
    // What the environment says is about other machines, and its proxy is none of ours.
    if (request.url.isLoopback() || isExcepted(request.url.host()))
        return {};
    // HTTP_PROXY is what a web server sets for a header "Proxy" that a stranger sends.
    const auto named = request.url.isEncrypted()
        ? firstOf({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
        : firstOf({"http_proxy", "all_proxy", "ALL_PROXY"});
    return named.value_or(Proxy());
}

} // namespace portolan::net
