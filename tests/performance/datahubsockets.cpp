// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/1.1 for one client: requests with a length or without a body, answers with a length, and
// connections that stay.
#include "tests/performance/datahubserver.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <thread>
#include <unistd.h>

namespace portolan::performance {
namespace {

struct Request
{
    std::string target;
    std::string body;
};

//! One connection, closed when it goes out of scope.
class Connection
{
public:
    explicit Connection(int socket)
        : m_socket(socket)
    {
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }

    ~Connection() { ::close(m_socket); }

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    //! The next request; empty where the client has left.
    std::optional<Request> read()
    {
        std::size_t end = 0;
        while ((end = m_text.find("\r\n\r\n")) == std::string::npos) {
            if (!readMore())
                return std::nullopt;
        }
        auto head = m_text.substr(0, end);
        std::transform(head.begin(), head.end(), head.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        std::size_t length = 0;
        static constexpr std::string_view name = "\r\ncontent-length:";
        if (const auto at = head.find(name); at != std::string::npos)
            length = std::stoul(head.substr(at + name.size()));
        end += 4;
        while (m_text.size() < end + length) {
            if (!readMore())
                return std::nullopt;
        }
        const auto from = m_text.find(' ') + 1;
        Request request{.target = m_text.substr(from, m_text.find(' ', from) - from),
                        .body = m_text.substr(end, length)};
        m_text.erase(0, end + length);
        return request;
    }

    bool write(const HubReply &reply)
    {
        const auto head = "HTTP/1.1 " + std::to_string(reply.status)
            + (reply.status == 200 ? " OK" : " Not Found")
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + std::to_string(reply.size()) + "\r\n\r\n";
        std::vector<iovec> pieces{{const_cast<char *>(head.data()), head.size()}};
        for (const auto piece : reply.pieces)
            pieces.push_back({const_cast<char *>(piece.data()), piece.size()});
        return writeAll(pieces);
    }

private:
    bool readMore()
    {
        char part[65536];
        const auto got = ::recv(m_socket, part, sizeof part, 0);
        if (got <= 0)
            return false;
        m_text.append(part, std::size_t(got));
        return true;
    }

    bool writeAll(std::vector<iovec> &pieces)
    {
        constexpr std::size_t mostAtOnce = 512;
        for (std::size_t next = 0; next < pieces.size();) {
            msghdr message{};
            message.msg_iov = &pieces[next];
            message.msg_iovlen = std::min(mostAtOnce, pieces.size() - next);
            auto sent = ::sendmsg(m_socket, &message, MSG_NOSIGNAL);
            if (sent < 0)
                return false;
            for (; next < pieces.size() && std::size_t(sent) >= pieces[next].iov_len; ++next)
                sent -= ssize_t(pieces[next].iov_len);
            if (next < pieces.size()) {
                pieces[next].iov_base = static_cast<char *>(pieces[next].iov_base) + sent;
                pieces[next].iov_len -= std::size_t(sent);
            }
        }
        return true;
    }

    int m_socket;
    std::string m_text; //!< read and not used yet
};

void talk(int socket, DataHubAnswers &answers)
{
    Connection connection(socket);
    while (const auto request = connection.read()) {
        if (!connection.write(answers.reply(request->target, request->body)))
            return;
    }
}

} // namespace

quint16 serve(DataHubAnswers &answers)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *where = reinterpret_cast<sockaddr *>(&address);
    if (listener < 0 || ::bind(listener, where, size) != 0 || ::listen(listener, 16) != 0
        || ::getsockname(listener, where, &size) != 0)
        qFatal("no port: %s", std::strerror(errno));
    std::thread([listener, &answers] {
        for (int socket = 0; (socket = ::accept(listener, nullptr, nullptr)) >= 0;)
            std::thread(talk, socket, std::ref(answers)).detach();
    }).detach();
    return ntohs(address.sin_port);
}

} // namespace portolan::performance
