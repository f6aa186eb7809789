// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/folderfixture.h"

#include "models/platforms/files/filesplatform.h"
#include "tests/support/keptnotes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

Result<void> CollectingSink::page(platforms::Page page)
{
    if (failing)
        return failure(Error::Kind::DiskFull, u"no room left"_s);
    largestPage = std::max(largestPage, int(page.records.size()));
    for (const auto &record : page.records) {
        records.insert(record.nativeId, record);
        inOrder.append(record);
    }
    if (!page.evidence.isEmpty())
        evidence.append(page.evidence);
    notesWritten += int(page.notes.values.size());
    keep(page.notes, noted);
    return {};
}

FolderFixture::FolderFixture()
    : platform(platforms::files::create())
{
}

QString FolderFixture::path(const QString &name) const
{
    return directory.filePath(name);
}

void FolderFixture::write(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    file.write(bytes);
}

void FolderFixture::save(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    file.write(bytes);
    QVERIFY(file.commit());
}

void FolderFixture::remove(const QString &name)
{
    QVERIFY(QFile::remove(path(name)));
}

platforms::AccountSettings FolderFixture::settings() const
{
    platforms::AccountSettings settings;
    settings.name = u"mesh"_s;
    settings.platform = platform->name();
    settings.folder = directory.path();
    return settings;
}

Result<platforms::PullResult> FolderFixture::pull(bool full)
{
    if (!m_session) {
        auto session = platform->open(settings(), m_clock);
        if (!session)
            return tl::unexpected(session.error());
        m_session = std::move(*session);
    }
    sink.inOrder.clear();
    auto pulled = m_session->pull(cursor, full, sink);
    if (!pulled)
        return pulled;
    cursor = pulled->cursor;
    if (pulled->complete) {
        for (const auto &id : sink.records.keys()) {
            if (!pulled->seen.contains(id))
                sink.records.remove(id);
        }
    }
    return pulled;
}

void FolderFixture::restart()
{
    m_session.reset();
}

QByteArray contractText(const QString &id, const QString &version, const QString &extra)
{
    const QString text =
        u"apiVersion: v3.1.0\nkind: DataContract\nid: %1\nname: %1\nversion: %2\nstatus: active\n"
        "schema:\n- name: %1_table\n  physicalName: %1_table\n  properties:\n"
        "  - name: id\n    logicalType: string\n%3"_s;
    return text.arg(id, version, extra).toUtf8();
}

QByteArray productText(const QString &id, const QString &output, const QString &input)
{
    const QString head =
        u"apiVersion: v1.0.0\nkind: DataProduct\nid: %1\nname: %1\nversion: 1.0.0\n"
        "status: active\n"_s;
    const QString port = u"%1Ports:\n- name: %2\n  version: '1'\n  contractId: %3\n"_s;
    QString text = head.arg(id);
    if (!output.isEmpty())
        text += port.arg(u"output"_s, u"out"_s, output);
    if (!input.isEmpty())
        text += port.arg(u"input"_s, u"in"_s, input);
    return text.toUtf8();
}

QByteArray manifestText(const QByteArray &column)
{
    return R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json",
"project_name":"shop","adapter_type":"postgres","generated_at":"2026-01-01T00:00:00Z"},
"nodes":{"model.shop.orders":{"unique_id":"model.shop.orders","resource_type":"model","name":"orders",
"package_name":"shop","access":"public","group":"sales","relation_name":"\"db\".\"public\".\"orders\"",
"columns":{"id":{"name":")"
        + column + R"(","constraints":[{"type":"not_null"}]}},
"depends_on":{"nodes":["source.shop.raw.orders"]}}},
"sources":{"source.shop.raw.orders":{"unique_id":"source.shop.raw.orders","name":"orders",
"package_name":"shop","tags":["raw"]}},
"groups":{"group.shop.sales":{"name":"sales","package_name":"shop","owner":{"name":"Sales team"}}}})";
}

QByteArray seedManifestText()
{
    return R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json"},
"nodes":{"seed.shop.ports":{"unique_id":"seed.shop.ports","name":"ports"}}})";
}

domain::Finding findingOf(const QList<domain::Finding> &findings, const QString &rule,
                          const QString &file)
{
    for (const auto &finding : findings) {
        if (finding.rule == rule && (file.isEmpty() || finding.file == file))
            return finding;
    }
    return {};
}

} // namespace portolan::tests
