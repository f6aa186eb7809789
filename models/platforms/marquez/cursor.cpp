// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/cursor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::marquez {
namespace {

constexpr int version = 1;
// More are not kept: those that are missing are read again, which costs and changes nothing.
constexpr qsizetype mostSeen = 20'000;

QString packed(const QSet<quint64> &digests)
{
    QList<quint64> all(digests.begin(), digests.end());
    std::sort(all.begin(), all.end());
    all.resize(std::min(all.size(), mostSeen));
    const QByteArray bytes(reinterpret_cast<const char *>(all.constData()),
                           all.size() * qsizetype(sizeof(quint64)));
    return QString::fromLatin1(bytes.toBase64());
}

QSet<quint64> unpacked(const QString &text)
{
    const auto bytes = QByteArray::fromBase64(text.toLatin1());
    QSet<quint64> digests;
    for (qsizetype at = 0; at + qsizetype(sizeof(quint64)) <= bytes.size();
         at += qsizetype(sizeof(quint64))) {
        quint64 digest = 0;
        std::memcpy(&digest, bytes.constData() + at, sizeof digest);
        digests.insert(digest);
    }
    return digests;
}

} // namespace

QByteArray Cursor::toBytes() const
{
    QJsonArray jobs;
    for (const auto &job : untold.mid(0, mostUntold + 1))
        jobs.append(QJsonArray{job.first, job.second});
    QJsonArray problems;
    for (const auto &finding : findings)
        problems.append(QJsonObject{
            {u"file"_s, finding.file}, {u"rule"_s, finding.rule}, {u"message"_s, finding.message}});
    const QJsonObject object{
        {u"v"_s, version},
        {u"sweep"_s,
         QJsonObject{{u"number"_s, sweep},
                     {u"open"_s, isSweeping},
                     {u"space"_s, space},
                     {u"offset"_s, offset},
                     {u"total"_s, total},
                     {u"leaky"_s, isLeaky},
                     {u"leaked"_s, wasLeaky},
                     {u"ended"_s, sweptAtMs},
                     {u"things"_s, things}}},
        // Microseconds since 1970 need more digits than a number of JSON is good for.
        {u"feed"_s,
         QJsonObject{{u"position"_s, QString::number(position)},
                     {u"seen"_s, packed(seen)},
                     {u"before"_s, before},
                     {u"others"_s, others},
                     {u"doubtful"_s, isDoubtful}}},
        {u"untold"_s, jobs},
        {u"spaces"_s, spaces},
        {u"apart"_s, QString::fromLatin1(apart.toBase64())},
        {u"findings"_s, problems},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Cursor> Cursor::fromBytes(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    if (object.value(u"v"_s).toInt() != version)
        return std::nullopt;
    const auto sweeps = object.value(u"sweep"_s).toObject();
    const auto feed = object.value(u"feed"_s).toObject();
    Cursor cursor;
    cursor.sweep = sweeps.value(u"number"_s).toInteger();
    cursor.isSweeping = sweeps.value(u"open"_s).toBool();
    cursor.space = sweeps.value(u"space"_s).toString();
    cursor.offset = sweeps.value(u"offset"_s).toInteger();
    cursor.total = sweeps.value(u"total"_s).toInteger(-1);
    cursor.isLeaky = sweeps.value(u"leaky"_s).toBool();
    cursor.wasLeaky = sweeps.value(u"leaked"_s).toBool();
    cursor.sweptAtMs = sweeps.value(u"ended"_s).toInteger();
    cursor.things = sweeps.value(u"things"_s).toInteger();
    cursor.position = feed.value(u"position"_s).toString().toLongLong();
    cursor.seen = unpacked(feed.value(u"seen"_s).toString());
    cursor.before = feed.value(u"before"_s).toInteger(-1);
    cursor.others = feed.value(u"others"_s).toInteger(-1);
    cursor.isDoubtful = feed.value(u"doubtful"_s).toBool();
    cursor.spaces = object.value(u"spaces"_s).toString();
    cursor.apart = QByteArray::fromBase64(object.value(u"apart"_s).toString().toLatin1());
    const auto jobs = object.value(u"untold"_s).toArray();
    for (const auto &job : jobs)
        cursor.untold.append({job[0].toString(), job[1].toString()});
    const auto problems = object.value(u"findings"_s).toArray();
    for (const auto &problem : problems) {
        domain::Finding finding;
        finding.file = problem[u"file"_s].toString();
        finding.rule = problem[u"rule"_s].toString();
        finding.message = problem[u"message"_s].toString();
        finding.severity = domain::Finding::Severity::Warning;
        cursor.findings.append(finding);
    }
    return cursor;
}

} // namespace portolan::platforms::marquez
