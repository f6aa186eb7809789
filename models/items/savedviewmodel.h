// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/accountstore.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

namespace portolan::store {
class Changes;
}

namespace portolan::items {

//! The queries that a person saved under a name, by name.
class SavedViewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        QueryRole = Qt::UserRole,
        SortRole //!< the word that was saved
    };
    Q_ENUM(Role)

    //! Reads \a views at once and whenever \a changes says so; both outlive this object.
    SavedViewModel(store::AccountStore &views, store::Changes &changes, QObject *parent = nullptr);

    //! Saves \a query as \a name, in the place of one of that name.
    void save(const QString &name, const QString &query, const QString &sort);
    void removeView(const QString &name);
    bool contains(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    //! Saving or removing the view \a name did not work; nothing changed.
    void failed(const QString &name, const portolan::Error &error);

private:
    void read();
    void follow(QFuture<Result<void>> change, const QString &name);

    store::AccountStore &m_store;
    QList<store::SavedView> m_views;
    quint64 m_question = 0;
};

} // namespace portolan::items
