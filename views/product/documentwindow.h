// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/items/nativetext.h"

#include <QComboBox>
#include <QDialog>
#include <QHash>
#include <QLineEdit>
#include <QList>

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::product {

class DocumentView;

//! The documents of the sources in a window of their own, as they came. They are prepared in the
//! pool: a large one does not hold the program up.
class DocumentWindow : public QDialog
{
    Q_OBJECT

public:
    //! Shows the first of \a documents, at \a needle where it occurs.
    DocumentWindow(const QString &title, QList<domain::NativeDocument> documents,
                   const QString &needle, QWidget *parent);

    QString shownText() const;

private:
    void choose(int index);
    void showText(const items::NativeText &text);
    void find(bool backward);

    QList<domain::NativeDocument> m_documents;
    QString m_needle;
    QHash<int, items::NativeText> m_texts;
    int m_current = 0;
    QComboBox *m_chooser;
    QLineEdit *m_find;
    SafeLabel *m_note;
    DocumentView *m_view;
};

} // namespace portolan::views::product
