// SPDX-License-Identifier: GPL-3.0-or-later
// A note is the ids of the ports, one a line and each without that of the product before it, and
// behind an empty line eight bytes for each asset that the product holds.
#include "models/platforms/datahub/portnotes.h"

#include "models/platforms/datahub/links.h"

#include <algorithm>
#include <cstring>

namespace portolan::platforms::datahub {
namespace {

constexpr qsizetype hashBytes = sizeof(quint64);
const QByteArray gap = "\n\n";

QStringList portsIn(const QString &product, const QByteArray &note)
{
    QStringList ports;
    const auto lines = note.first(qMax<qsizetype>(0, note.indexOf(gap))).split('\n');
    for (const auto &line : lines) {
        if (!line.isEmpty())
            ports.append(QString(product % QString::fromUtf8(line)));
    }
    return ports;
}

bool holds(const QByteArray &note, const QSet<quint64> &assets)
{
    const auto from = note.indexOf(gap);
    for (auto at = from + gap.size(); from >= 0 && at + hashBytes <= note.size(); at += hashBytes) {
        quint64 hash = 0;
        std::memcpy(&hash, note.constData() + at, sizeof hash);
        if (assets.contains(hash))
            return true;
    }
    return false;
}

QSet<QString> portsOf(const domain::Record &product)
{
    QSet<QString> ports;
    for (const auto &to : product.relations) {
        if (to.relation == domain::Relation::OutputPort
            || to.relation == domain::Relation::InputPort)
            ports.insert(to.nativeId);
    }
    return ports;
}

} // namespace

QByteArray PortNotes::noteOf(const domain::Record &product)
{
    QByteArrayList lines;
    for (const auto &port : portsOf(product))
        lines.append(port.mid(product.nativeId.size()).toUtf8());
    std::sort(lines.begin(), lines.end());
    QByteArray note = lines.join('\n') + gap;
    const auto document = product.native.isEmpty() ? QByteArray() : product.native.first().json;
    const auto read = Answer::read(document, product.nativeId);
    const auto assets = read
        ? assetsOf(json::member(read->root(), {"dataProductProperties", "value"}))
        : QStringList();
    for (const auto &asset : assets) {
        const auto hash = shortHash(asset);
        note.append(reinterpret_cast<const char *>(&hash), hashBytes);
    }
    return lines.isEmpty() && assets.isEmpty() ? QByteArray() : note;
}

Result<void> PortNotes::know()
{
    if (m_isKnown)
        return {};
    auto notes = m_sink.notes();
    if (!notes)
        return tl::unexpected(notes.error());
    m_notes = std::move(*notes);
    m_isKnown = true;
    return {};
}

QSet<QString> PortNotes::holdersOf(const QSet<QString> &assets) const
{
    QSet<quint64> hashes;
    for (const auto &asset : assets)
        hashes.insert(shortHash(asset));
    QSet<QString> holders;
    for (auto it = m_notes.cbegin(); !hashes.isEmpty() && it != m_notes.cend(); ++it) {
        if (holds(*it, hashes))
            holders.insert(it.key());
    }
    return holders;
}

QSet<QString> PortNotes::take(const QList<domain::Record> &records, const QSet<QString> &removed,
                              domain::PullNotes &notes)
{
    QSet<QString> gone;
    const auto put = [&](const QString &product, const QByteArray &note) {
        const auto ports = portsIn(product, m_notes.value(product));
        gone.unite({ports.begin(), ports.end()});
        if (m_notes.value(product) == note)
            return;
        notes.values.insert(product, note);
        m_notes.insert(product, note);
    };
    for (const auto &record : records) {
        if (record.kind != domain::EntityKind::Product)
            continue;
        put(record.nativeId, noteOf(record));
        gone.subtract(portsOf(record));
    }
    for (const auto &product : removed) {
        if (m_notes.contains(product))
            put(product, {});
    }
    return gone;
}

} // namespace portolan::platforms::datahub
