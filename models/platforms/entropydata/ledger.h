// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pullnotes.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace portolan::platforms::entropydata {

//! What belongs to products and contracts, as far as was told: the feed names those alone, so that
//! a part that is gone, or a product that shows another one's part, is known from here. It is kept
//! in notes beside the cursor, of which a page writes those that it changes.
class Ledger
{
public:
    //! What was made of one document.
    struct Entry
    {
        QStringList children; //!< native ids of all its records but the first
        QStringList uses; //!< of a product: contracts; of a contract: its objects
        QString owner; //!< of a product: the native id of its team

        bool operator==(const Entry &) const = default;
    };

    //! As it was when \a notes were kept; what is none of it is left out.
    static Ledger of(const QHash<QString, QByteArray> &notes);

    bool contains(const QString &id) const { return m_entries.contains(id); }

    Entry entry(const QString &id) const { return m_entries.value(id); }

    //! Keeps what was made of the product or contract with the native id \a id.
    void put(const QString &id, const Entry &entry);
    //! Forgets it, and says what it was.
    Entry take(const QString &id);
    //! The products that name the contract, sorted.
    QStringList usersOf(const QString &contract) const;

    QStringList objectsOf(const QString &contract) const { return entry(contract).uses; }

    //! The product that was granted the access with that id; empty: none.
    QString readerOf(const QString &access) const { return m_readers.value(access); }

    void setReader(const QString &access, const QString &product);
    //! Makes \a readers all there are.
    void setReaders(const QHash<QString, QString> &readers);

    //! When an access was asked for, by its id; the first word counts.
    const QHash<QString, QString> &asked() const { return m_asked; }

    void noteAsked(const QString &access, const QString &at);

    //! When an access was decided, by its id; the last word counts.
    const QHash<QString, QString> &decided() const { return m_decided; }

    void noteDecided(const QString &access, const QString &at);

    //! What was noted of the test result that told last of a check which no contract declares, by
    //! the check's native id: such a one stands nowhere else.
    const QHash<QString, QString> &told() const { return m_told; }

    //! An empty \a result forgets the check.
    void noteTold(const QString &check, const QString &result);

    //! Digests of what was made of the events of pipelines, by native id.
    const QHash<QString, QString> &lineage() const { return m_lineage; }

    //! An empty \a digest forgets it.
    void noteLineage(const QString &id, const QString &digest);

    //! The native ids of all products, sorted.
    QStringList products() const;

    //! Forgets all but when something was asked for and decided, what told of checks, and the
    //! lineage, which is no part of the lists: everything is read anew.
    void begin();

    //! What changed since the last call, to be kept with the next page.
    domain::PullNotes takeChanges();

    bool hasChanges() const { return !m_changes.isEmpty(); }

private:
    void set(QHash<QString, QString> &texts, QChar kind, const QString &key, const QString &text);
    void addUses(const QString &id, const Entry &entry);
    void dropUses(const QString &id, const Entry &entry);

    QHash<QString, Entry> m_entries; //!< by native id
    QHash<QString, QSet<QString>> m_users; //!< of each contract or object: who names it
    QHash<QString, QString> m_readers;
    QHash<QString, QString> m_asked;
    QHash<QString, QString> m_decided;
    QHash<QString, QString> m_told;
    QHash<QString, QString> m_lineage;
    domain::PullNotes m_changes;
};

} // namespace portolan::platforms::entropydata
