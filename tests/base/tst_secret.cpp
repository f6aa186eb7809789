// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/secret.h"

#include <QDebug>
#include <QTest>

#include <utility>

using namespace portolan;

namespace {

template <typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

static_assert(Printable<QByteArray>);
static_assert(!Printable<Secret>);

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void itKeepsTheBytesAndLeavesNoneBehind()
    {
        QByteArray bytes("CANARY-token");
        bytes.detach();
        const Secret secret(std::move(bytes));
        QCOMPARE(secret.reveal().toByteArray(), "CANARY-token");
        QVERIFY(!secret.isEmpty());
        QVERIFY(bytes.isEmpty());
    }

    void whatWasHandedInIsOverwritten()
    {
        // The buffer is our own, so that looking at it afterwards is allowed.
        char buffer[] = "CANARY-token";
        auto bytes = QByteArray::fromRawData(buffer, sizeof buffer - 1);
        bytes.detach();
        const auto *inside = bytes.constData();
        QByteArray shared(bytes);
        {
            const Secret secret(std::move(bytes));
            QCOMPARE(secret.reveal().toByteArray(), "CANARY-token");
        }
        // Shared with somebody else: theirs stays as it is.
        QCOMPARE(shared, "CANARY-token");
        QCOMPARE(shared.constData(), inside);
    }

    void copiesShareOneBuffer()
    {
        Secret copy;
        {
            const Secret first(QByteArray("abc"));
            copy = first;
            QCOMPARE(copy.reveal().data(), first.reveal().data());
        }
        QCOMPARE(copy.reveal().toByteArray(), "abc");
    }

    void nothingIsEmptyAndTerminated()
    {
        const Secret none;
        QVERIFY(none.isEmpty());
        QCOMPARE(none.reveal().size(), 0);
        QCOMPARE(*none.reveal().data(), '\0');
        QVERIFY(Secret(QByteArray()).isEmpty());
    }

    void curlFindsItsEnd()
    {
        const Secret secret(QByteArray("abc"));
        QCOMPARE(secret.reveal().data()[3], '\0');
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
