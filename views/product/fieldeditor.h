// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/editsource.h"
#include "views/product/editdialog.h"

#include <QAction>
#include <QObject>
#include <QPointer>
#include <QUuid>

namespace portolan::views::product {

//! The actions that edit the description of the field that is chosen: F2 where the focus is among
//! the fields, and taking it back. Where its account takes no such edit, they say why.
class FieldEditor final : public QObject
{
    Q_OBJECT

public:
    //! \a view is what shows the fields, and what dialogs belong to.
    explicit FieldEditor(QWidget *view);

    //! Without a source nothing is offered; \a source outlives this object.
    void setSource(items::EditSource &source);

    //! The field \a path of \a asset is chosen; an empty path: none is.
    void setField(const QUuid &asset, const QString &path);

    //! Whether that field's description is edited here and was not sent yet.
    bool isWaiting() const { return m_offer.isWaiting; }

    const items::FieldOffer &offer() const { return m_offer; }

    QAction *editAction() const { return m_edit; }

    QAction *undoAction() const { return m_undo; }

    //! The dialog that is open, or null.
    EditDialog *dialog() const { return m_dialog; }

    //! Asks for another description, where that is offered.
    void edit();
    //! Takes back what was edited and not sent yet.
    void undo();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    //! isWaiting() is another now.
    void waitingChanged();
    //! The field has another description now: a page that shows it as a part may not be told.
    void descriptionChanged();

private:
    void ask();
    void take(const items::FieldOffer &offer);
    void store(const QString &text);
    void fail(const QPointer<EditDialog> &dialog, const Error &error);

    QWidget *m_view;
    items::EditSource *m_source = nullptr;
    QUuid m_asset;
    QString m_path;
    items::FieldOffer m_offer;
    bool m_isKnown = false; //!< m_offer is what the source answered
    quint64 m_question = 0; //!< answers to earlier ones are dropped
    QAction *m_edit;
    QAction *m_undo;
    QPointer<EditDialog> m_dialog;
    QUuid m_askedAsset; //!< that the dialog is about, whatever is chosen meanwhile
    QString m_askedPath;
};

} // namespace portolan::views::product
