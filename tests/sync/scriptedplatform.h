// SPDX-License-Identifier: GPL-3.0-or-later
// A platform whose pulls do what a test wrote down.
#pragma once

#include "models/platforms/platform.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace portolan::tests {

//! What the platform "has", changed by the test while the engine runs.
struct Script
{
    std::mutex mutex;
    QHash<QString, QList<domain::Record>> records; //!< by account name
    QHash<QString, Error> failures; //!< by account name
    QList<domain::Slo> slos; //!< of every account
    QStringList removed; //!< told with each page
    bool isComplete = true;
    bool isSwept = false; //!< pages carry marks of a sweep and where a pull goes on
    qint64 pullEveryMs = 0;
    QByteArray lastCursor; //!< that a pull was begun with
    std::function<void()> beforeEachPage;
    std::function<void()> onCheck; //!< in the thread of a check
    std::function<void()> changed; //!< set by watch()
    std::atomic<int> pulls = 0;
    std::atomic<int> sessions = 0;
};

inline domain::Record product(const QString &nativeId, const QString &name)
{
    domain::Record record;
    record.kind = domain::EntityKind::Product;
    record.nativeId = nativeId;
    record.name = name;
    record.native = {{.file = QStringLiteral("mesh.yaml"), .line = 1, .json = "{}"}};
    return record;
}

class ScriptedSession final : public platforms::Session
{
public:
    ScriptedSession(std::shared_ptr<Script> script, QString account)
        : m_script(std::move(script))
        , m_account(std::move(account))
    {
        ++m_script->sessions;
    }

    Result<platforms::PullResult> pull(const QByteArray &cursor, bool,
                                       platforms::PageSink &sink) override
    {
        ++m_script->pulls;
        m_script->lastCursor = cursor;
        QList<domain::Record> records;
        {
            const std::lock_guard lock(m_script->mutex);
            records = m_script->records.value(m_account);
        }
        platforms::PullResult result{.complete = m_script->isComplete, .cursor = "here"};
        result.slos = m_script->slos;
        for (const auto &record : records) {
            if (m_script->beforeEachPage)
                m_script->beforeEachPage();
            platforms::Page page{.records = {record}, .removed = m_script->removed};
            if (m_script->isSwept) {
                page.sweep = m_script->pulls;
                page.cursor = "behind " + record.nativeId.toUtf8();
            }
            if (const auto sent = sink.page(std::move(page)); !sent)
                return tl::unexpected(sent.error());
            result.seen.insert(record.nativeId);
            sink.progress(result.seen.size(), records.size(), QStringLiteral("products"));
        }
        const std::lock_guard lock(m_script->mutex);
        if (m_script->failures.contains(m_account))
            return tl::unexpected(m_script->failures.value(m_account));
        if (m_script->isSwept) {
            result.complete = false;
            result.swept = m_script->pulls;
        }
        result.findings = {{.file = QStringLiteral("mesh.yaml"),
                            .line = 3,
                            .rule = QStringLiteral("test.rule"),
                            .message = QStringLiteral("something is odd")}};
        return result;
    }

private:
    std::shared_ptr<Script> m_script;
    QString m_account;
};

class ScriptedPlatform final : public platforms::Platform
{
public:
    explicit ScriptedPlatform(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {
    }

    QString name() const override { return QStringLiteral("scripted"); }

    platforms::Capabilities capabilities() const override
    {
        return platforms::Capability::Catalogue;
    }

    Result<QString> check(const platforms::AccountSettings &,
                          const platforms::Services &) const override
    {
        if (m_script->onCheck)
            m_script->onCheck();
        return QStringLiteral("all there");
    }

    Result<std::unique_ptr<platforms::Session>> open(const platforms::AccountSettings &settings,
                                                     const platforms::Services &) const override
    {
        return std::make_unique<ScriptedSession>(m_script, settings.name);
    }

    qint64 pullEveryMs() const override { return m_script->pullEveryMs; }

    std::unique_ptr<QObject> watch(const platforms::AccountSettings &,
                                   std::function<void()> changed) const override
    {
        m_script->changed = std::move(changed);
        return std::make_unique<QObject>();
    }

private:
    std::shared_ptr<Script> m_script;
};

} // namespace portolan::tests
