// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/ledger.h"

#include "models/platforms/entropydata/names.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

// A note's key is one of these and the id that it is about.
constexpr QChar entryKind = u'e';
constexpr QChar readerKind = u'r';
constexpr QChar askedKind = u'a';
constexpr QChar decidedKind = u'd';
constexpr QChar toldKind = u't';
constexpr QChar lineageKind = u'l';

QString keyOf(QChar kind, const QString &id)
{
    return kind % u':' % id;
}

QStringList listIn(const QJsonValue &value)
{
    QStringList list;
    const auto array = value.toArray();
    for (const auto &one : array)
        list.append(one.toString());
    return list;
}

QByteArray bytesOf(const Ledger::Entry &entry)
{
    QJsonArray parts{QJsonArray::fromStringList(entry.children),
                     QJsonArray::fromStringList(entry.uses)};
    if (!entry.owner.isEmpty())
        parts.append(entry.owner);
    return QJsonDocument(parts).toJson(QJsonDocument::Compact);
}

} // namespace

Ledger Ledger::of(const QHash<QString, QByteArray> &notes)
{
    Ledger ledger;
    for (auto it = notes.cbegin(); it != notes.cend(); ++it) {
        const auto id = it.key().mid(2);
        if (id.isEmpty() || it.key().at(1) != u':')
            continue;
        const auto kind = it.key().front();
        if (kind == readerKind) {
            ledger.m_readers.insert(id, QString::fromUtf8(*it));
        } else if (kind == askedKind) {
            ledger.m_asked.insert(id, QString::fromUtf8(*it));
        } else if (kind == decidedKind) {
            ledger.m_decided.insert(id, QString::fromUtf8(*it));
        } else if (kind == toldKind) {
            ledger.m_told.insert(id, QString::fromUtf8(*it));
        } else if (kind == lineageKind) {
            ledger.m_lineage.insert(id, QString::fromUtf8(*it));
        } else if (kind == entryKind) {
            const auto parts = QJsonDocument::fromJson(*it).array();
            const Entry entry{.children = listIn(parts.at(0)),
                              .uses = listIn(parts.at(1)),
                              .owner = parts.at(2).toString()};
            ledger.m_entries.insert(id, entry);
            ledger.addUses(id, entry);
        }
    }
    return ledger;
}

void Ledger::addUses(const QString &id, const Entry &entry)
{
    for (const auto &used : entry.uses)
        m_users[used].insert(id);
}

void Ledger::dropUses(const QString &id, const Entry &entry)
{
    for (const auto &used : entry.uses) {
        const auto users = m_users.find(used);
        if (users == m_users.end())
            continue;
        users->remove(id);
        if (users->isEmpty())
            m_users.erase(users);
    }
}

void Ledger::put(const QString &id, const Entry &entry)
{
    const auto known = m_entries.constFind(id);
    if (known != m_entries.cend() && *known == entry)
        return;
    take(id);
    m_entries.insert(id, entry);
    addUses(id, entry);
    m_changes.values.insert(keyOf(entryKind, id), bytesOf(entry));
}

Ledger::Entry Ledger::take(const QString &id)
{
    if (!m_entries.contains(id))
        return {};
    const auto entry = m_entries.take(id);
    dropUses(id, entry);
    m_changes.values.insert(keyOf(entryKind, id), {});
    return entry;
}

QStringList Ledger::usersOf(const QString &contract) const
{
    auto users = m_users.value(contract).values();
    std::sort(users.begin(), users.end());
    return users;
}

void Ledger::set(QHash<QString, QString> &texts, QChar kind, const QString &key,
                 const QString &text)
{
    if (texts.value(key) == text)
        return;
    if (text.isEmpty())
        texts.remove(key);
    else
        texts.insert(key, text);
    m_changes.values.insert(keyOf(kind, key), text.toUtf8());
}

void Ledger::setReader(const QString &access, const QString &product)
{
    set(m_readers, readerKind, access, product);
}

void Ledger::setReaders(const QHash<QString, QString> &readers)
{
    const auto known = m_readers.keys();
    for (const auto &access : known) {
        if (!readers.contains(access))
            setReader(access, {});
    }
    for (auto it = readers.cbegin(); it != readers.cend(); ++it)
        setReader(it.key(), *it);
}

void Ledger::noteAsked(const QString &access, const QString &at)
{
    if (!m_asked.contains(access))
        set(m_asked, askedKind, access, at);
}

void Ledger::noteDecided(const QString &access, const QString &at)
{
    set(m_decided, decidedKind, access, at);
}

void Ledger::noteTold(const QString &check, const QString &result)
{
    set(m_told, toldKind, check, result);
}

void Ledger::noteLineage(const QString &id, const QString &digest)
{
    set(m_lineage, lineageKind, id, digest);
}

QStringList Ledger::products() const
{
    QStringList products;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it.key().startsWith(QString(productType % u':')))
            products.append(it.key());
    }
    products.sort();
    return products;
}

void Ledger::begin()
{
    m_entries.clear();
    m_users.clear();
    m_readers.clear();
    m_changes = {.isFresh = true, .values = {}};
    for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it)
        m_changes.values.insert(keyOf(askedKind, it.key()), it->toUtf8());
    for (auto it = m_decided.cbegin(); it != m_decided.cend(); ++it)
        m_changes.values.insert(keyOf(decidedKind, it.key()), it->toUtf8());
    for (auto it = m_told.cbegin(); it != m_told.cend(); ++it)
        m_changes.values.insert(keyOf(toldKind, it.key()), it->toUtf8());
    for (auto it = m_lineage.cbegin(); it != m_lineage.cend(); ++it)
        m_changes.values.insert(keyOf(lineageKind, it.key()), it->toUtf8());
}

domain::PullNotes Ledger::takeChanges()
{
    return std::exchange(m_changes, {});
}

} // namespace portolan::platforms::entropydata
