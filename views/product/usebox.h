// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/snippet.h"

#include <QAbstractButton>
#include <QList>
#include <QPlainTextEdit>
#include <QWidget>

class QVBoxLayout;

namespace portolan::views {
class SectionHead;
class Segments;
} // namespace portolan::views

namespace portolan::views::product {

//! "Use it": ready-made text for the chosen port, one way at a time, with a button that copies it.
class UseBox : public QWidget
{
    Q_OBJECT

public:
    explicit UseBox(QWidget *parent = nullptr);

    //! Shows those of \a snippets that are code; hides itself when there are none.
    void setSnippets(const QList<items::Snippet> &snippets);

    items::SnippetKind kind() const { return m_kind; }

    //! Which way is shown where the port has it.
    void setKind(items::SnippetKind kind);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showCurrent();
    QString currentText() const;
    void arrange();

    QVBoxLayout *m_column;
    SectionHead *m_head;
    Segments *m_segments = nullptr;
    QPlainTextEdit *m_code;
    QAbstractButton *m_copy;
    QList<items::Snippet> m_snippets;
    items::SnippetKind m_kind = items::SnippetKind::Sql;
};

} // namespace portolan::views::product
