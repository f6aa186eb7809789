// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/eventnotes.h"

#include "models/formats/openlineage/foldarchive.h"
#include "models/formats/workspace/findingbytes.h"

#include <QDataStream>
#include <QIODevice>
#include <QMap>

#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

// Raise it whenever the same bytes say something else.
constexpr quint32 version = 1;
// Packed. Of so many bytes the events themselves are read about as quickly.
constexpr qint64 mostBytes = qint64(64) * 1024 * 1024;
const QString prefix = u"events/"_s;
const QString filesName = u"files"_s;

QByteArray bytesOf(const QHash<QString, EventProgress> &progress)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << version << qint32(progress.size());
    QMap<QString, const EventProgress *> sorted;
    for (auto it = progress.cbegin(); it != progress.cend(); ++it)
        sorted.insert(it.key(), &*it);
    for (const auto *file : std::as_const(sorted)) {
        const auto &state = file->state;
        out << state.path << state.size << state.modifiedNs << state.inode << state.device
            << qint32(file->number) << file->start << file->offset << qint32(file->line)
            << file->isOpenEnded << qint32(file->findings.size());
        for (const auto &finding : file->findings)
            out << finding;
    }
    return bytes;
}

bool read(const QByteArray &bytes, QHash<QString, EventProgress> &progress)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 written = 0;
    qint32 files = 0;
    in >> written >> files;
    if (written != version)
        return false;
    for (; files > 0 && in.status() == QDataStream::Ok; --files) {
        EventProgress file;
        auto &state = file.state;
        qint32 number = 0;
        qint32 line = 0;
        qint32 findings = 0;
        in >> state.path >> state.size >> state.modifiedNs >> state.inode >> state.device >> number
            >> file.start >> file.offset >> line >> file.isOpenEnded >> findings;
        file.number = number;
        file.line = line;
        for (; findings > 0 && in.status() == QDataStream::Ok; --findings)
            in >> file.findings.emplaceBack();
        progress.insert(state.path, file);
    }
    return in.status() == QDataStream::Ok && in.atEnd();
}

} // namespace

std::optional<EventMemory> EventNotes::recalled(const Recall &recall)
{
    m_known.clear();
    const auto notes = recall ? recall() : Result<QHash<QString, QByteArray>>();
    if (!notes)
        return std::nullopt;
    QHash<QString, QByteArray> pieces;
    for (auto it = notes->cbegin(); it != notes->cend(); ++it) {
        if (it.key().startsWith(prefix))
            pieces.insert(it.key().mid(prefix.size()), it.value());
    }
    if (pieces.isEmpty())
        return std::nullopt;
    EventMemory memory;
    memory.fold = openlineage::foldOf(pieces);
    if (!memory.fold || !read(pieces.value(filesName), memory.progress))
        return std::nullopt;
    m_known = openlineage::digestsOf(pieces);
    return memory;
}

domain::PullNotes EventNotes::noted(const EventMemory &memory)
{
    auto pieces = openlineage::piecesOf(*memory.fold);
    pieces.insert(filesName, bytesOf(memory.progress));
    const auto bytes =
        std::accumulate(pieces.cbegin(), pieces.cend(), qint64(0),
                        [](qint64 sum, const QByteArray &piece) { return sum + piece.size(); });
    domain::PullNotes notes;
    notes.isFresh = m_known.isEmpty();
    if (bytes > mostBytes) {
        notes.isFresh = true;
        m_known.clear();
        return notes;
    }
    const auto before = std::exchange(m_known, openlineage::digestsOf(pieces));
    for (auto it = pieces.cbegin(); it != pieces.cend(); ++it) {
        if (before.value(it.key()) != m_known.value(it.key()))
            notes.values.insert(prefix + it.key(), it.value());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!pieces.contains(it.key()))
            notes.values.insert(prefix + it.key(), {});
    }
    return notes;
}

} // namespace portolan::formats::workspace
