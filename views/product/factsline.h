// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace portolan::views::product {

//! Widgets in one line, in the order of need: those at the end that do not fit are not shown.
class FactsLine : public QWidget
{
    Q_OBJECT

public:
    explicit FactsLine(QWidget *parent = nullptr);

    void clear();
    //! Adds \a widget behind the others and takes it over.
    void add(QWidget *widget);

    bool isEmpty() const { return m_widgets.isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    QList<QWidget *> m_widgets;
};

//! Two letters in a disc that stand for a person or team.
class Initials : public QWidget
{
    Q_OBJECT

public:
    explicit Initials(const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
};

//! "ML" for "Maya Lindqvist".
QString initialsOf(const QString &name);

} // namespace portolan::views::product
