// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/secret.h"

#include <algorithm>
#include <cstring>

namespace portolan {

Secret::Secret(QByteArray &&bytes)
    : m_size(bytes.size())
{
    if (bytes.isEmpty())
        return;
    const auto size = static_cast<std::size_t>(bytes.size());
    auto *copy = new char[size + 1];
    std::copy(bytes.cbegin(), bytes.cend(), copy);
    copy[size] = '\0';
    m_bytes = std::shared_ptr<const char>(copy, Wiping{size});
    // A shared or constant buffer is not ours to change: data() would copy it once more.
    if (bytes.isDetached())
        explicit_bzero(bytes.data(), size);
    bytes.clear();
}

QByteArrayView Secret::reveal() const
{
    return {m_bytes ? m_bytes.get() : "", m_size};
}

void Secret::Wiping::operator()(char *bytes) const
{
    explicit_bzero(bytes, size);
    delete[] bytes;
}

} // namespace portolan
