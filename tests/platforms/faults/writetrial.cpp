// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "tests/platforms/faults/faulttrial.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using Kind = platforms::ActionOutcome::Kind;
using Found = platforms::LookUpOutcome::Kind;

constexpr int mostAttempts = 6;

//! Whether an answer with \a fault may be taken for the platform's last word on a write: a status
//! that refuses. A lost name (404, 410) is one as well.
bool mayRefuse(const Fault &fault)
{
    return fault.kind == Fault::Kind::Status && fault.status >= 300 && fault.status < 500
        && fault.status != 401 && fault.status != 408 && fault.status != 425 && fault.status != 429;
}

//! A success without a body, of what was not done, is a lie that nobody can see through.
bool isTried(const Fault &fault)
{
    return !(fault.kind == Fault::Kind::Status && fault.status < 300);
}

//! All cases of a write, one after the other at one installation.
class WriteMatrix
{
public:
    explicit WriteMatrix(const Tried &tried)
        : m_tried(tried)
        , m_bench(makeShape(tried.shape, tried.settings), tried.platform())
    {
    }

    QString run()
    {
        if (const auto wrong = measure(); !wrong.isEmpty())
            return wrong;
        const int most = *std::max_element(m_requests.cbegin(), m_requests.cend());
        int oneIn =
            qEnvironmentVariableIntValue("PORTOLAN_ALL_FAULTS") == 1 ? 1 : m_tried.oneOfWrites;
        while (std::gcd(oneIn, most * m_tried.kinds) != 1)
            ++oneIn; // else it would be the same few requests with every fault
        auto faults = allFaults();
        faults.removeIf([](const Fault &fault) { return !isTried(fault); });
        for (const auto &fault : faults) {
            for (int at = 1; at <= most; ++at) {
                for (int kind = 0; kind < m_tried.kinds; ++kind) {
                    const bool isSkipped = ++m_number % oneIn != 0 || at > m_requests.at(kind);
                    const auto wrong = isSkipped ? doCalmly() : tryOne(fault, at);
                    if (!wrong.isEmpty())
                        return u"%1 at request %2 of write %3: %4"_s.arg(faultWord(fault))
                            .arg(at)
                            .arg(m_count - 1)
                            .arg(wrong);
                }
            }
        }
        qInfo(
            "%d cases (faults at %d requests of %d kinds of writes): %d were in doubt, %d refused, "
            "all done in the end",
            m_cases, std::accumulate(m_requests.cbegin(), m_requests.cend(), 0), m_tried.kinds,
            m_doubts, m_refused);
        // Each kind of write is a request at least, and each of those met every fault, or its
        // share.
        return m_cases * oneIn >= int(faults.size()) * m_tried.kinds - oneIn
            ? QString()
            : u"hardly anything was tried"_s;
    }

private:
    //! How many requests each kind of write is where nothing goes wrong, but for the first in a
    //! session.
    QString measure()
    {
        if (const auto wrong = doAllCalmly(); !wrong.isEmpty())
            return wrong;
        for (int kind = 0; kind < m_tried.kinds; ++kind) {
            m_bench.requests();
            if (const auto wrong = doCalmly(); !wrong.isEmpty())
                return wrong;
            m_requests.append(int(m_bench.requests()));
        }
        return {};
    }

    QString doAllCalmly()
    {
        for (int kind = 0; kind < m_tried.kinds; ++kind) {
            if (const auto wrong = doCalmly(); !wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    domain::Operation nextEdit()
    {
        const auto n = m_count++;
        if (m_tried.signIn)
            m_bench.change([this, n](Shape &shape) { m_tried.signIn(shape, n); });
        return m_tried.edit(n);
    }

    QString doCalmly()
    {
        auto operation = nextEdit();
        operation.attempts = 1;
        auto done = m_bench.port().send(operation);
        // The connection may still be broken by the fault before.
        for (int attempt = 0; attempt < mostAttempts && done.kind != Kind::Applied; ++attempt)
            done.kind = goOn(operation, done.kind);
        return done.kind == Kind::Applied ? QString()
                                          : u"a calm write was not done: "_s + done.reason;
    }

    bool isDone(int n)
    {
        bool is = false;
        m_bench.change([&](Shape &shape) { is = m_tried.hasEdit(shape, n); });
        return is;
    }

    //! Waits until nothing is under way that may still take effect.
    bool settles()
    {
        return QTest::qWaitFor([this] { return m_bench.server.waiting() == 0; });
    }

    QString tryOne(const Fault &fault, int at)
    {
        const auto n = m_count;
        ++m_cases;
        auto operation = nextEdit();
        operation.attempts = 1;
        m_bench.server.failAt(at, fault);
        auto kind = m_bench.port().send(operation).kind;
        m_bench.server.calm();
        if (fault.kind == Fault::Kind::Refuse)
            QTest::qWait(5); // until somebody listens again
        const bool isOpposed =
            fault.kind == Fault::Kind::Status && (fault.status == 409 || fault.status == 412);
        if (kind == Kind::Conflict && !isOpposed)
            return u"nobody else changed it, and it says so"_s;
        if (kind == Kind::Rejected && !mayRefuse(fault))
            return u"it was given up"_s;
        m_refused += kind == Kind::Rejected ? 1 : 0;
        m_doubts += kind == Kind::Ambiguous ? 1 : 0;
        if (kind == Kind::Applied && !isDone(n))
            return u"it was said to be done, and is not"_s;
        if (!settles())
            return u"the server does not come to rest"_s;
        for (int attempt = 0; attempt < mostAttempts && kind != Kind::Applied; ++attempt)
            kind = goOn(operation, kind);
        if (kind != Kind::Applied)
            return u"it is not done in the end"_s;
        return isDone(n) ? QString() : u"it is said to be done in the end, and is not"_s;
    }

    //! What the outbox does next, the server being well.
    Kind goOn(domain::Operation &operation, Kind kind)
    {
        if (kind != Kind::Ambiguous) {
            ++operation.attempts;
            return m_bench.port().send(operation).kind;
        }
        switch (m_bench.port().lookUp(operation).kind) {
        case Found::Applied:
            return Kind::Applied;
        case Found::Absent:
            return Kind::Later;
        default:
            return Kind::Ambiguous;
        }
    }

    const Tried &m_tried;
    PullBench m_bench;
    QList<int> m_requests; //!< by kind of write
    int m_count = 0;
    int m_number = 0; //!< of the case
    int m_cases = 0; //!< of them tried
    int m_doubts = 0;
    int m_refused = 0;
};

} // namespace

QString complaintOfWrites(const Tried &tried)
{
    return WriteMatrix(tried).run();
}

domain::Operation operationOf(const QString &kind, const QJsonObject &payload,
                              const QJsonObject &base)
{
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = kind;
    operation.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
    if (!base.isEmpty())
        operation.base = QJsonDocument(base).toJson(QJsonDocument::Compact);
    return operation;
}

domain::AccessRequest accessTo(const QString &product, const QString &port, int n)
{
    domain::AccessRequest request;
    request.id = QUuid::createUuidV5(QUuid(), u"request %1"_s.arg(n));
    request.consumer = {domain::EntityKind::Team, u"team:team-0"_s, u"Team 0"_s};
    request.purpose = u"ANALYSIS"_s;
    request.justification = u"To count what was sold"_s;
    request.from = QDate(2026, 12, 1);
    request.to = QDate(2027, 11, 30);
    request.asker = {u"Maya"_s, u"maya@acme.example"_s};
    request.created = QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC);
    domain::AccessItem item;
    item.id = domain::itemIdOf(request.id, port);
    item.port = port;
    item.product = product;
    item.role = u"reader"_s;
    request.items.append(item);
    return request;
}

domain::Operation operationOf(const domain::AccessRequest &request)
{
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.objectId = idText(request.id);
    operation.kind = domain::createRequestKind();
    operation.payload = domain::toJson(request);
    return operation;
}

domain::Operation approvalOf(const domain::AccessRequest &request)
{
    domain::AccessDecision decision;
    decision.id = QUuid::createUuid();
    decision.item = request.items.first().id;
    decision.kind = domain::DecisionKind::Approve;
    decision.by = {u"Olaf"_s, u"owner0@acme.example"_s};
    decision.at = QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.objectId = idText(request.id);
    operation.kind = domain::decideRequestKind();
    operation.payload = domain::toJson(decision);
    return operation;
}

} // namespace portolan::tests
