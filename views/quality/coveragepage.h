// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/coveragemodel.h"
#include "views/quality/qualitypage.h"

#include <QTreeView>

class QCheckBox;
class QStackedLayout;
class QSplitter;

namespace portolan::views {
class EmptyState;
class ErrorNote;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::quality {

class CoverageBars;

//! Which critical fields have no check, by asset, and how well each domain does.
class CoveragePage final : public QualityPage
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit CoveragePage(items::QualitySource &source, QWidget *parent = nullptr);

    QString title() const override;
    std::optional<qint64> count() const override;
    void setPeriod(const items::Period &period) override;
    void setFilter(const QString &filter) override;
    void refresh() override;

    QByteArray csv() const override { return m_model.csv(); }

    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    QList<QAction *> pageActions() const override { return m_actions; }

    QTreeView *tree() const { return m_tree; }

    CoverageBars *bars() const { return m_bars; }

    const items::CoverageModel &model() const { return m_model; }

    QString summary() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildTree();
    void take(Result<QList<items::CoverageRow>> answer);
    void fitColumns();
    void applyFilter();
    void showRows();
    void open(const QModelIndex &index);

    items::QualitySource &m_source;
    items::CoverageModel m_model;
    QString m_filter;
    quint64 m_question = 0;
    bool m_loaded = false;
    bool m_asked = false;
    bool m_fitted = false;

    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    ErrorNote *m_error;
    SafeLabel *m_summary;
    SafeLabel *m_second;
    QCheckBox *m_onlyMissing;
    QSplitter *m_split;
    CoverageBars *m_bars;
    QTreeView *m_tree;
    EmptyState *m_noHit;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::quality
