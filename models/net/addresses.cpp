// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpurl.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <optional>

namespace portolan::net {

namespace {

//! IPv4 as it is mapped into IPv6 (RFC 4291, 2.5.5.2), so that both have one form.
using Address = std::array<std::uint8_t, 16>;

constexpr std::array<std::uint8_t, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

std::optional<Address> parsed(QByteArrayView text)
{
    const auto scope = std::find(text.begin(), text.end(), '%');
    const QByteArray plain(text.begin(), scope - text.begin());
    Address address{};
    if (inet_pton(AF_INET6, plain.constData(), address.data()) == 1)
        return address;
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), address.begin());
    if (inet_pton(AF_INET, plain.constData(), address.data() + mappedPrefix.size()) == 1)
        return address;
    return std::nullopt;
}

bool isMapped(const Address &address)
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), address.begin());
}

} // namespace

bool isMetadataAddress(QByteArrayView text)
{
    const auto address = parsed(text);
    if (!address)
        return false;
    const auto &bytes = *address;
    if (isMapped(bytes)) {
        // Alibaba Cloud, Azure and Oracle have theirs outside 169.254.0.0/16.
        static const std::array others{parsed("100.100.100.200"), parsed("168.63.129.16"),
                                       parsed("192.0.0.192")};
        return (bytes[12] == 169 && bytes[13] == 254)
            || std::find(others.begin(), others.end(), address) != others.end();
    }
    static const auto ec2 = parsed("fd00:ec2::254");
    return (bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80) || address == ec2;
}

bool isLoopbackAddress(QByteArrayView text)
{
    const auto address = parsed(text);
    if (!address)
        return false;
    static const auto loopback = parsed("::1");
    return address == loopback || (isMapped(*address) && (*address)[12] == 127);
}

} // namespace portolan::net
