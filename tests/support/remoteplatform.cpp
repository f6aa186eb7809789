// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/remoteplatform.h"

#include "models/platforms/actionport.h"
#include "tests/support/lossyserver.h"

#include <QFile>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

using platforms::ActionOutcome;
using platforms::LookUpOutcome;

constexpr int patienceMs = 40;
constexpr int settledAfterMs = 150; // no request of a LossyServer is under way longer

class RemoteSession final : public platforms::Session, public platforms::ActionPort
{
public:
    RemoteSession(QByteArray socketFile, bool honoursKeys)
        : m_socketFile(std::move(socketFile))
        , m_honoursKeys(honoursKeys)
    {
    }

    Result<platforms::PullResult> pull(const QByteArray &, bool, platforms::PageSink &sink) override
    {
        const auto reply = ask(m_socketFile, {{u"do"_s, u"objects"_s}}, 10'000);
        if (reply.isEmpty())
            return failure(Error::Kind::Offline, u"the server does not answer"_s);
        platforms::PullResult result{.complete = true, .cursor = "here"};
        platforms::Page page;
        const auto objects = reply.value(u"objects"_s).toObject();
        for (auto it = objects.begin(); it != objects.end(); ++it) {
            domain::Record record;
            record.kind = domain::EntityKind::Product;
            record.nativeId = it.key();
            record.name = it.key();
            record.version = it.value().toString();
            result.seen.insert(it.key());
            result.revisions.insert(it.key(), record.version);
            page.records.append(std::move(record));
        }
        if (const auto sent = sink.page(std::move(page)); !sent)
            return tl::unexpected(sent.error());
        return result;
    }

    platforms::ActionPort *actions() override { return this; }

    ActionOutcome send(const domain::Operation &operation) override
    {
        bool isReached = false;
        const auto reply = ask(m_socketFile,
                               {{u"do"_s, u"send"_s},
                                {u"key"_s, operation.key.toString(QUuid::WithoutBraces)},
                                {u"object"_s, operation.objectId},
                                {u"payload"_s, QString::fromUtf8(operation.payload)},
                                {u"base"_s, operation.baseRevision},
                                {u"at"_s, operation.sent.toMSecsSinceEpoch()}},
                               patienceMs, &isReached);
        if (!isReached)
            return {.kind = ActionOutcome::Kind::Later, .reason = u"no server"_s};
        if (reply.isEmpty())
            return {.kind = ActionOutcome::Kind::Ambiguous, .reason = u"no answer came"_s};
        return {.kind = ActionOutcome::Kind(reply.value(u"kind"_s).toInt()),
                .nativeId = reply.value(u"nativeId"_s).toString(),
                .revision = reply.value(u"revision"_s).toString(),
                .theirs = reply.value(u"theirs"_s).toString().toUtf8(),
                .afterMs = reply.value(u"afterMs"_s).toInteger(),
                .code = reply.value(u"code"_s).toString(),
                .reason = reply.value(u"reason"_s).toString()};
    }

    LookUpOutcome lookUp(const domain::Operation &operation) override
    {
        const auto reply =
            ask(m_socketFile,
                {{u"do"_s, u"lookUp"_s}, {u"key"_s, operation.key.toString(QUuid::WithoutBraces)}},
                patienceMs);
        if (reply.isEmpty())
            return {.kind = LookUpOutcome::Kind::Unknown, .reason = u"no answer came"_s};
        return {.kind = LookUpOutcome::Kind(reply.value(u"kind"_s).toInt()),
                .nativeId = reply.value(u"nativeId"_s).toString(),
                .revision = reply.value(u"revision"_s).toString()};
    }

    bool honoursKeys() const override { return m_honoursKeys; }

    qint64 settlingMs() const override { return settledAfterMs; }

private:
    QByteArray m_socketFile;
    bool m_honoursKeys;
};

class RemotePlatform final : public platforms::Platform
{
public:
    explicit RemotePlatform(bool honoursKeys)
        : m_honoursKeys(honoursKeys)
    {
    }

    QString name() const override { return u"remote"_s; }

    platforms::Capabilities capabilities() const override
    {
        return platforms::Capability::Catalogue | platforms::Capability::Write;
    }

    Result<QString> check(const platforms::AccountSettings &,
                          const platforms::Services &) const override
    {
        return u"all there"_s;
    }

    Result<std::unique_ptr<platforms::Session>> open(const platforms::AccountSettings &settings,
                                                     const platforms::Services &) const override
    {
        return std::make_unique<RemoteSession>(QFile::encodeName(settings.folder), m_honoursKeys);
    }

private:
    bool m_honoursKeys;
};

} // namespace

std::unique_ptr<platforms::Platform> remotePlatform(bool honoursKeys)
{
    return std::make_unique<RemotePlatform>(honoursKeys);
}

} // namespace portolan::tests
