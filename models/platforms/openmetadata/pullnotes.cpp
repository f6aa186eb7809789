// SPDX-License-Identifier: GPL-3.0-or-later
// What a pull notes for those after it, beside the cursor: the ports of products under their native
// ids, and under a word and a native id what contracts promise ("levels"), which columns of an
// asset are lists ("lists"), and that something in the domains of the account is tested ("tested");
// and under a word and a byte the ids of assets that nothing leads to and that begin with that byte
// ("unlinked").
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/pullcontext.h"
#include "models/platforms/openmetadata/servicelevels.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

QString levelKey()
{
    return u"levels "_s;
}

QString listKey()
{
    return u"lists "_s;
}

QString testKey()
{
    return u"tested "_s;
}

QString unlinkedKey()
{
    return u"unlinked "_s;
}

constexpr int idBytes = 16;

//! Whether the thing with this native id may have service levels.
bool mayPromise(const QString &nativeId)
{
    const auto named = thingOf(nativeId);
    return named && (named->type == u"dataContract" || named->type == u"dataProduct");
}

//! Whether \a page tells of the thing: what is gone goes first, and may come anew.
bool isOn(const Page &page, const QString &nativeId)
{
    return std::any_of(page.records.begin(), page.records.end(),
                       [&](const auto &record) { return record.nativeId == nativeId; });
}

} // namespace

void PullContext::note(const Thing &thing)
{
    const auto &id = thing.record.nativeId;
    if (mayPromise(id))
        m_notes.values.insert(levelKey() % id, toNote(thing.slos));
    if (thing.record.kind == domain::EntityKind::Asset)
        putNote(listKey() % id, reader.lists.value(id).join(u'\n').toUtf8());
    // Results name their tests alone, and nobody asks about each what it is about.
    for (const auto &to : thing.record.relations) {
        if (to.relation == domain::Relation::Checks && !m_subscription.isOpen())
            putNote(testKey() % to.nativeId, "1");
    }
}

void PullContext::forgetNotesOf(const Page &page)
{
    for (const auto &gone : page.removed) {
        if (isOn(page, gone))
            continue;
        if (mayPromise(gone))
            m_notes.values.insert(levelKey() % gone, {});
        putNote(listKey() % gone, {});
        putNote(testKey() % gone, {});
        memory.kept.remove(gone);
    }
}

//! Keeps \a note under \a key, or takes what is there away where it is empty.
void PullContext::putNote(const QString &key, const QByteArray &note)
{
    if (note.isEmpty() && !memory.noted.remove(key))
        return;
    if (!note.isEmpty())
        memory.noted.insert(key);
    m_notes.values.insert(key, note);
}

void PullContext::noteUnlinked()
{
    QHash<QString, QByteArrayList> ids;
    for (int first = 0; first < 256; ++first)
        ids.insert(unlinkedKey() % QString::number(first), {});
    for (const auto &uuid : std::as_const(memory.unlinked)) {
        const auto id = uuid.toRfc4122();
        ids[unlinkedKey() % QString::number(quint8(id.front()))].append(id);
    }
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        std::sort(it->begin(), it->end());
        putNote(it.key(), it->join());
    }
}

Result<void> PullContext::knowNotes()
{
    if (memory.hasNotes)
        return {};
    const auto notes = sink.notes();
    if (!notes)
        return tl::unexpected(notes.error());
    for (auto it = notes->cbegin(); it != notes->cend(); ++it)
        takeNote(it.key(), *it);
    memory.hasNotes = true;
    return {};
}

//! Takes in what a pull before noted, unless this session knows better.
void PullContext::takeNote(const QString &key, const QByteArray &note)
{
    if (key.startsWith(levelKey()))
        return;
    if (key.startsWith(unlinkedKey())) {
        memory.noted.insert(key); // or the last of them would never be taken out of it
        for (qsizetype at = 0; at + idBytes <= note.size(); at += idBytes)
            memory.unlinked.insert(QUuid::fromRfc4122(note.mid(at, idBytes)));
        return;
    }
    const auto lines = QString::fromUtf8(note).split(u'\n', Qt::SkipEmptyParts);
    if (key.startsWith(listKey())) {
        const auto asset = key.mid(listKey().size());
        if (!memory.noted.contains(key) && !reader.lists.contains(asset))
            reader.lists.insert(asset, lines);
        memory.noted.insert(key);
    } else if (key.startsWith(testKey())) {
        memory.noted.insert(key);
        if (const auto tested = key.mid(testKey().size()); !memory.foreign.contains(tested))
            memory.kept.insert(tested);
    } else if (!memory.ports.contains(key)) {
        keepPorts(key, lines);
    }
}

Result<void> PullContext::gatherSlos()
{
    const auto notes = sink.notes();
    if (!notes)
        return tl::unexpected(notes.error());
    QSet<QString> known;
    for (const auto &slo : std::as_const(slos))
        known.insert(slo.nativeId);
    for (auto it = notes->cbegin(); it != notes->cend(); ++it) {
        if (!it.key().startsWith(levelKey()))
            continue;
        for (auto &slo : levelsOf(*it)) {
            if (!known.contains(slo.nativeId))
                slos.append(std::move(slo));
        }
    }
    std::sort(slos.begin(), slos.end(), [](const domain::Slo &left, const domain::Slo &right) {
        return left.nativeId < right.nativeId;
    });
    return {};
}

void PullContext::keepPorts(const QString &product, const QStringList &ports)
{
    const auto assetOf = [&product](const QString &port) { return port.mid(product.size() + 1); };
    const auto before = memory.ports.take(product);
    for (const auto &port : before)
        memory.holders[assetOf(port)].remove(product);
    for (const auto &port : ports)
        memory.holders[assetOf(port)].insert(product);
    if (!ports.isEmpty())
        memory.ports.insert(product, ports);
}

void PullContext::setPorts(const QString &product, const QStringList &ports)
{
    if (memory.ports.value(product) == ports)
        return;
    keepPorts(product, ports);
    m_notes.values.insert(product, ports.join(u'\n').toUtf8());
}

void PullContext::forgetNotes()
{
    memory.ports.clear();
    memory.holders.clear();
    memory.noted.clear();
    memory.kept.clear();
    memory.foreign.clear();
    memory.hasSubjects = false;
    reader.lists.clear();
    memory.hasNotes = true;
    m_notes = {.isFresh = true, .values = {}};
}

} // namespace portolan::platforms::openmetadata
