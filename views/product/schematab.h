// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"
#include "models/items/schemamodel.h"
#include "views/product/sidesplit.h"

#include <QTreeView>
#include <QWidget>

class QAction;
class QLineEdit;
class QStackedLayout;

namespace portolan::items {
class EditSource;
class PageSource;
} // namespace portolan::items

namespace portolan::views {
class EmptyState;
}

namespace portolan::views::product {

class FieldDetail;
class FieldEditor;
class SchemaBar;

//! The fields of a thing's objects, one object at a time, as a tree with a filter.
class SchemaTab : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit SchemaTab(items::PageSource &source, QWidget *parent = nullptr);

    void setDossier(const items::Dossier &dossier);

    SideSplit *split() const { return m_split; }

    QLineEdit *filterField() const;

    QTreeView *tree() const { return m_tree; }

    const items::SchemaModel &model() const { return m_model; }

    //! The asset that is shown and its selected field as "id#path", or the id alone; empty when
    //! there is none.
    QString chosenField() const;

    //! The paths of all selected fields of that asset.
    QStringList chosenFields() const;

    //! Collects the selected fields, where there are several and the focus is among them.
    bool collectChosen();

    //! Whether access to selected fields can be asked for.
    void offerAccess(bool on);

    //! Lets descriptions of fields be edited; \a source outlives this object.
    void setEdits(items::EditSource &source);

    FieldEditor *editor() const { return m_editor; }

    //! Selects the field \a path once it is there.
    void selectField(const QString &path);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    //! How many fields the chosen object has.
    void countChanged(int count);
    //! Access to these \a paths of \a asset is to be asked for, or collected.
    void accessWanted(const QUuid &asset, const QStringList &paths);
    void collectWanted(const QUuid &asset, const QStringList &paths);

private:
    void buildTree();
    void chooseObject(int index);
    void takeFields(QList<domain::Field> fields);
    void filter();
    void arranged();
    void showCurrent();
    void showOffer();
    void arrangeColumns();
    QStringList expandedPaths() const;

    items::PageSource &m_source;
    items::SchemaModel m_model;
    QList<items::SchemaObject> m_objects;
    int m_current = -1;
    quint64 m_question = 0;
    QStackedLayout *m_stack;
    SideSplit *m_split;
    SchemaBar *m_bar;
    QTreeView *m_tree;
    FieldDetail *m_detail;
    FieldEditor *m_editor;
    EmptyState *m_empty;
    EmptyState *m_noHit;
    QString m_path; //!< of the selected field, also while it is filtered away
    QVariantMap m_wanted; //!< state to restore once the fields are there
    bool m_sized = false;
    QAction *m_ask = nullptr;
    QAction *m_collect = nullptr;
};

} // namespace portolan::views::product
