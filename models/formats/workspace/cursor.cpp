// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/cursor.h"

#include "models/formats/workspace/findingbytes.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

// Raise it whenever the same files give other records.
constexpr quint32 readerVersion = 6;

} // namespace

QByteArray Cursor::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    auto sorted = history.values();
    sorted.sort();
    out << readerVersion << fingerprint << sorted << qint32(findings.size());
    for (const auto &finding : findings)
        out << finding;
    QMap<QString, std::pair<QStringList, QDateTime>> ordered;
    for (auto it = series.begin(); it != series.end(); ++it)
        ordered.insert(it.key(), {it->checks, it->until});
    out << ordered;
    return bytes;
}

Cursor Cursor::fromBytes(const QByteArray &bytes)
{
    Cursor cursor;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QStringList history;
    qint32 count = 0;
    in >> version >> cursor.fingerprint >> history >> count;
    if (in.status() != QDataStream::Ok || version != readerVersion)
        return {};
    cursor.history = {history.begin(), history.end()};
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        domain::Finding finding;
        in >> finding;
        cursor.findings.append(finding);
    }
    QMap<QString, std::pair<QStringList, QDateTime>> series;
    in >> series;
    for (auto it = series.begin(); it != series.end(); ++it)
        cursor.series.insert(it.key(), {it->first, it->second});
    return in.status() == QDataStream::Ok ? cursor : Cursor();
}

QByteArray fingerprintOf(const Listing &listing, const QByteArray &revision)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const auto &file : listing.files) {
        hash.addData(file.path.toUtf8());
        for (const auto number :
             {quint64(file.size), quint64(file.modifiedNs), file.inode, file.device})
            hash.addData(QByteArray::number(number).append('/'));
        hash.addData(QByteArrayView("\n"));
    }
    for (const auto &finding : listing.findings)
        hash.addData((finding.rule + finding.file).toUtf8());
    hash.addData(revision);
    return hash.result();
}

} // namespace portolan::formats::workspace
