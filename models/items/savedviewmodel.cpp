// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/savedviewmodel.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/store/changes.h"

#include <QMetaEnum>

#include <algorithm>

namespace portolan::items {

SavedViewModel::SavedViewModel(store::AccountStore &views, store::Changes &changes, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(views)
{
    connect(&changes, &store::Changes::ownWorkChanged, this, &SavedViewModel::read);
    read();
}

void SavedViewModel::read()
{
    ++m_question;
    onFinished(m_store.savedViews(), this,
               [this, question = m_question](Result<QList<store::SavedView>> views) {
                   if (question != m_question || !views || *views == m_views)
                       return;
                   beginResetModel();
                   m_views = std::move(*views);
                   endResetModel();
               });
}

void SavedViewModel::follow(QFuture<Result<void>> change, const QString &name)
{
    onFinished(std::move(change), this, [this, name](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(name, result.error());
        read();
    });
}

void SavedViewModel::save(const QString &name, const QString &query, const QString &sort)
{
    follow(m_store.saveView({name, query, sort}), name);
}

void SavedViewModel::removeView(const QString &name)
{
    follow(m_store.removeView(name), name);
}

bool SavedViewModel::contains(const QString &name) const
{
    return std::any_of(m_views.begin(), m_views.end(),
                       [&](const store::SavedView &view) { return view.name == name; });
}

int SavedViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

QVariant SavedViewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &view = m_views.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(view.name, 120);
    case Qt::EditRole:
        return view.name;
    case QueryRole:
        return view.query;
    case SortRole:
        return view.sort;
    default:
        return {};
    }
}

QHash<int, QByteArray> SavedViewModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i)
        names.insert(roles.value(i), roles.key(i));
    return names;
}

} // namespace portolan::items
