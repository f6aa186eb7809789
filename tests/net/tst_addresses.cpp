// SPDX-License-Identifier: GPL-3.0-or-later
// A name that leads where no platform is: refused by the address of the connection, before anything
// is sent. The system's getpeername() stands behind one of ours here, which says what a test wants.
#include "models/net/curlclient.h"
#include "tests/net/captured.h"
#include "tests/net/loopback.h"

#include <QTcpSocket>

#include <arpa/inet.h>
#include <atomic>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<const char *> pretended = nullptr;

} // namespace

extern "C" int getpeername(int socket, sockaddr *address, socklen_t *length) noexcept
{
    const auto status = static_cast<int>(::syscall(SYS_getpeername, socket, address, length));
    const char *other = pretended.load();
    if (status == 0 && other && address->sa_family == AF_INET)
        inet_pton(AF_INET, other, &reinterpret_cast<sockaddr_in *>(address)->sin_addr);
    return status;
}

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Loopback;
using tests::waited;

class TestAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        qunsetenv("http_proxy");
        qunsetenv("all_proxy");
    }

    void cleanup() { pretended = nullptr; }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("secret");
        QTest::addColumn<bool>("linkLocal");
        QTest::addColumn<bool>("reached");
        const auto row = [](const char *name, const char *address, bool secret, bool linkLocal,
                            bool reached) {
            QTest::newRow(name) << QByteArray(address) << secret << linkLocal << reached;
        };
        row("metadata", "169.254.169.254", false, false, false);
        row("link-local", "169.254.7.7", false, false, false);
        row("link-local, configured", "169.254.7.7", false, true, true);
        row("another machine", "10.1.2.3", false, false, true);
        row("another machine, with a secret", "10.1.2.3", true, false, false);
        row("this machine, with a secret", "127.0.0.1", true, false, true);
    }

    void addresses()
    {
        QFETCH(QByteArray, address);
        QFETCH(bool, secret);
        QFETCH(bool, linkLocal);
        QFETCH(bool, reached);
        Loopback server(Loopback::always(Loopback::whole(200, "{}")));
        net::HttpRequest request;
        request.url = net::HttpUrl::parse(u"http://localhost:%1/"_s.arg(server.port())).value();
        net::ConnectionSettings settings;
        settings.mayUseLinkLocal = linkLocal;
        request.connection = std::make_shared<net::ConnectionSettings>(settings);
        if (secret)
            request.credential = {
                net::Credential::Scheme::Bearer, {}, Secret(QByteArray("CANARY-token"))};
        net::CurlClient client(m_clock);
        pretended = address.constData();
        const auto answer = waited(client.send(request));
        pretended = nullptr;
        QCOMPARE(answer.has_value(), reached);
        QCOMPARE(server.seen().size(), reached ? 1 : 0);
        if (!answer)
            QCOMPARE(answer.error().kind, Error::Kind::Usage);
    }

private:
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
