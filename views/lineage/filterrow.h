// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"

#include <QTimer>
#include <QWidget>

namespace portolan::views {
class ElidedLabel;
class FilterField;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::lineage {

//! The row below the bar that says which part of a lineage is shown, in the words of
//! `portolan-cli lineage --filter`: the field, then how much of it all is shown, or what is wrong.
//! A filter that is wrong changes nothing: the last one that could be understood goes on.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(QWidget *parent = nullptr);

    FilterField *field() const { return m_field; }

    //! What is shown; empty: everything.
    const domain::Query &query() const { return m_query; }

    //! The text of the field, right or wrong.
    QString text() const;
    //! Puts \a text into the field, which counts at once.
    void setText(const QString &text);
    //! Says that \a shown of \a total things are shown; nothing without a filter.
    void showCount(qsizetype shown, qsizetype total);
    //! What is wrong with the text of the field, in words; empty when nothing is.
    QString mistake() const;

    //! Whether something was typed that does not count yet.
    bool isTyping() const { return m_pause.isActive(); }

Q_SIGNALS:
    //! query() is another one now.
    void filterChanged();
    //! The person is done here.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take();

    FilterField *m_field;
    SafeLabel *m_count;
    ElidedLabel *m_mistake;
    domain::Query m_query;
    QTimer m_pause; //!< a picture for each letter would flicker
};

} // namespace portolan::views::lineage
