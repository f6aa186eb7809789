// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretinput.h"

#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

constexpr qsizetype mostBytes =
    64 * 1024; // certificates in a token make it long; nothing is longer

//! Keeps a terminal from showing what is typed, for as long as it lives.
class Unseen
{
public:
    Unseen()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        auto hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isHidden = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }

    ~Unseen()
    {
        if (!m_isHidden)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }

    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
    termios m_before{};
    bool m_isHidden = false;
};

} // namespace

Result<Secret> readSecret(const QString &prompt)
{
    if (isatty(STDIN_FILENO) != 0)
        std::fprintf(stderr, "%s: ", prompt.toUtf8().constData());
    const Unseen unseen;
    QByteArray line;
    line.reserve(mostBytes); // growing would leave copies behind
    for (char byte = 0; line.size() < mostBytes;) {
        const auto count = read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || byte == '\n')
            break;
        line.append(byte);
    }
    if (line.size() >= mostBytes)
        return failure(Error::Kind::Usage, u"what comes on standard input is too long for it"_s);
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        return failure(Error::Kind::Usage,
                       u"standard input holds no %1; write it there, in a line of its own"_s.arg(
                           prompt.toLower()));
    }
    return Secret(std::move(line));
}

} // namespace portolan::cli
