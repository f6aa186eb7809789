// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/checklistmodel.h"
#include "models/items/servicelevelmodel.h"
#include "views/quality/qualitypage.h"

namespace portolan::views {
class FittedTable;
class EmptyState;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::quality {

//! A page that is one table, with how many of its rows the filter lets through.
class ListPage : public QualityPage
{
    Q_OBJECT

public:
    void setPeriod(const items::Period &) override { }

    void setFilter(const QString &filter) override;
    std::optional<qint64> count() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    bool isTabular() const override { return true; }

    FittedTable *table() const { return m_table; }

protected:
    ListPage(PageKind kind, QWidget *parent);

    //! Called once by the page, with the table it made.
    void build(FittedTable *table, QAbstractItemModel &model);
    void showCount();

    virtual void filterChanged(const items::QualityFilter &filter) = 0;
    virtual qsizetype totalCount() const = 0;
    //! What the page says when there is nothing, with or without a filter.
    virtual void explainNothing(EmptyState &empty) const = 0;

    bool m_hasBoard = false;

private:
    PageKind m_kind;
    FittedTable *m_table = nullptr;
    QAbstractItemModel *m_model = nullptr;
    SafeLabel *m_count;
    EmptyState *m_empty;
    bool m_isFiltered = false;
};

//! All service levels.
class LevelsPage final : public ListPage
{
    Q_OBJECT

public:
    explicit LevelsPage(QWidget *parent = nullptr);

    QString title() const override { return tr("SLOs"); }

    void setBoard(const BoardPtr &board) override;

    QByteArray csv() const override { return m_model.csv(); }

protected:
    void filterChanged(const items::QualityFilter &filter) override;

    qsizetype totalCount() const override { return m_model.totalCount(); }

    void explainNothing(EmptyState &empty) const override;

private:
    items::ServiceLevelModel m_model;
};

//! All checks with their newest runs.
class ChecksPage final : public ListPage
{
    Q_OBJECT

public:
    explicit ChecksPage(QWidget *parent = nullptr);

    QString title() const override { return tr("Checks"); }

    void setBoard(const BoardPtr &board) override;

    QByteArray csv() const override { return m_model.csv(); }

protected:
    void filterChanged(const items::QualityFilter &filter) override;

    qsizetype totalCount() const override { return m_model.totalCount(); }

    void explainNothing(EmptyState &empty) const override;

private:
    items::CheckListModel m_model;
};

} // namespace portolan::views::quality
