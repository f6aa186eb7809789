// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"
#include "models/items/catalogsource.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::items {

//! What may be typed next in a filter: keys, then the values of a key with how many things have
//! them under the rest of the filter.
class FilterCompletion : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        InsertRole = Qt::UserRole, //!< QString that replaces the piece at the cursor
        CountRole, //!< qint64; invalid for keys
        HintRole //!< QString: what a key means, or which key a value belongs to
    };
    Q_ENUM(Role)

    //! A filter after a proposal was taken.
    struct Completed
    {
        QString text;
        int cursor = 0;
    };

    //! \a source outlives this object.
    explicit FilterCompletion(CatalogSource &source, QObject *parent = nullptr);

    //! Proposes how \a text goes on at \a cursor (UTF-16 units).
    void complete(const QString &text, int cursor);
    void clear();
    //! The filter with the proposal in \a row taken.
    Completed completed(int row) const;

    //! Whether a person is typing a filter, or the beginning of a key: then proposals are welcome
    //! without being asked for.
    bool isSpecific() const { return m_specific; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    //! There are other proposals now.
    void proposalsChanged();

private:
    struct Proposal
    {
        QString insert;
        QString text;
        QString hint;
        std::optional<qint64> count;
    };

    void propose();
    void proposeKeys(const QString &prefix);
    void proposeValues(const QString &key, const QString &prefix, bool withKey);
    void ask(const QString &rest);

    CatalogSource &m_source;
    QString m_text;
    int m_cursor = 0;
    domain::QueryToken m_token; //!< the piece at the cursor; empty where there is none
    QList<Proposal> m_proposals;
    QList<store::Facet> m_facets;
    std::optional<QString> m_facetsOf; //!< the query that m_facets answers
    quint64 m_question = 0;
    bool m_specific = false;
};

} // namespace portolan::items
