// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <memory>

class QDebug;

namespace portolan {

//! A token or a password: can be copied and sent, never printed. Copies share one buffer, which is
//! overwritten when the last of them goes. Safe to read from any thread.
class Secret
{
public:
    Secret() = default;
    //! Takes \a bytes over, and overwrites what was handed in where nobody else shares it.
    explicit Secret(QByteArray &&bytes);

    bool isEmpty() const { return m_bytes == nullptr; }

    //! The bytes themselves, zero-terminated; for who sends them, and for nobody else.
    QByteArrayView reveal() const;

private:
    struct Wiping
    {
        std::size_t size;
        void operator()(char *bytes) const;
    };

    std::shared_ptr<const char> m_bytes;
    qsizetype m_size = 0;
};

//! What would print a secret does not compile.
QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace portolan
