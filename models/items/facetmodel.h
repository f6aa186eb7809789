// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogsource.h"
#include "models/items/facettree.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QString>

#include <memory>

namespace portolan::items {

//! The filter column as a tree: a group per key of the filter language, its values with counts,
//! domains as a tree of their own. Checked means "one of these", partially checked "none of these".
//! A change is emitted as a query; whoever owns the query hands it back through setQuery.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        NodeRole = Qt::UserRole, //!< int of Node
        KeyRole, //!< key of the filter language
        ValueRole, //!< as it stands behind the key
        CountRole, //!< qint64; invalid for groups
        StaleRole, //!< bool: the count is of the question before
        PathRole //!< QString that is the same for this node in the next answer
    };
    Q_ENUM(Role)

    enum class Node { Group, Value, More };
    Q_ENUM(Node)

    //! Values that a group shows before it offers the rest.
    static constexpr int shortList = 5;

    //! \a source outlives this object.
    explicit FacetModel(CatalogSource &source, QObject *parent = nullptr);
    ~FacetModel() override;

    enum class Counting { Now, WhenTold };

    //! Shows what \a query filters by, at once, and asks for its counts, or waits for count(); the
    //! old ones stay, stale.
    void setQuery(const QString &query, Counting when = Counting::Now);
    //! Asks for the counts that setQuery() left out. They take longer than the rows of the list,
    //! and would delay these if both were asked for at once.
    void count();

    QString query() const { return m_query; }

    //! Turns the filter of the value at \a index on or off; "more" shows all values of its group.
    void toggle(const QModelIndex &index);
    //! Turns "none of these" of the value at \a index on or off.
    void toggleExcluded(const QModelIndex &index);
    //! Makes the value at \a index the only filter of its key.
    void choose(const QModelIndex &index);

    bool isExpanded(const QString &key) const { return m_long.contains(key); }

    //! The facets as they were last answered, for completing what is typed.
    const QList<store::Facet> &facets() const { return m_facets; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    //! A person changed the filter; the model itself still shows the former query.
    void queryChosen(const QString &query);

private:
    void ask();
    void rebuild();
    const FacetNode *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const FacetNode *node) const;
    QString valueText(const FacetNode &node) const;

    CatalogSource &m_source;
    QString m_query;
    QList<store::Facet> m_facets;
    std::unique_ptr<FacetNode> m_root;
    QSet<QString> m_long; //!< keys of groups that show all their values
    quint64 m_question = 0;
    bool m_stale = false;
    bool m_waiting = false;
    bool m_again = false;
    bool m_due = false; //!< the counts of the query wait for count()
};

} // namespace portolan::items
