// SPDX-License-Identifier: GPL-3.0-or-later
// Larger building blocks of pages: keys and values, empty states, notes about errors, rows of tags.
#pragma once

#include "models/base/result.h"
#include "views/shared/labels.h"

#include <QGridLayout>
#include <QPushButton>
#include <QWidget>

namespace portolan::views {

//! Keys and their values, two columns; values can be selected and are plain text.
class KeyValueGrid : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueGrid(QWidget *parent = nullptr);

    void clear();
    //! A value that wraps; nothing is added for an empty one.
    void add(const QString &key, const QString &value);
    //! A value that is shortened to one line.
    void addLine(const QString &key, const QString &value, Elide elide = Elide::Name);
    //! A link that goes through openExternal().
    void addLink(const QString &key, const QString &text, const QString &address);
    //! Any widget; takes it over.
    void addWidget(const QString &key, QWidget *value);

    bool isEmpty() const { return m_rows == 0; }

private:
    QGridLayout *m_grid;
    int m_rows = 0;
};

//! What stands in a view that has nothing to show: what this is, why it is empty, one way on.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    //! Says it, and shows itself. \a action is the word on the button; empty: no button.
    void explain(const QString &iconName, const QString &title, const QString &why,
                 const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    IconLabel *m_icon;
    SafeLabel *m_title;
    SafeLabel *m_why;
    QPushButton *m_action;
};

//! A note at the top of what it concerns: what went wrong, what we did, what can be done, details
//! folded, Copy. The old content stays below it.
class ErrorNote : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorNote(QWidget *parent = nullptr);

    //! \a what says what failed and to what ("The last sync of sales failed").
    void report(const QString &what, const Error &error, const QString &action = {});
    //! The same in the caller's own words.
    void report(const QString &what, const QString &why, const QString &details,
                const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SafeLabel *m_what;
    SafeLabel *m_why;
    SafeLabel *m_details;
    QString m_copied; //!< all of it, as Copy hands it over
    QPushButton *m_action;
    QPushButton *m_copy;
    QPushButton *m_fold;
};

//! Widgets in rows that break where the width ends.
class FlowRow : public QWidget
{
    Q_OBJECT

public:
    explicit FlowRow(QWidget *parent = nullptr);

    void clear();
    void add(QWidget *widget);
    //! A row of tags with these texts.
    void setTags(const QStringList &tags);

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int arrange(int width, bool move) const;

    QList<QWidget *> m_widgets;
};

} // namespace portolan::views
