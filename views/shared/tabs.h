// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QString>
#include <QTabBar>
#include <QWidget>

namespace portolan::views {

//! The tabs of a page: words only, the current one DemiBold and underlined, an optional count
//! behind each. Nothing shifts when another tab is chosen. Where they do not fit, they stand
//! closer, then without counts; only then arrows scroll.
class PageTabs : public QTabBar
{
    Q_OBJECT

public:
    //! How far the first title stands from the edge, which leaves room for its focus ring: who
    //! places the bar takes that off its margin.
    static constexpr int inset = 4;

    explicit PageTabs(QWidget *parent = nullptr);

    //! Shows \a note ("42", "3.2.0") behind the title of the tab \a index.
    void setNote(int index, const QString &note);

    //! Of titles and notes as they are, even where the bar is too narrow for them.
    QSize sizeHint() const override;

protected:
    QSize tabSizeHint(int index) const override;

    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

    void paintEvent(QPaintEvent *event) override;

private:
    //! How the tabs have to stand to fit.
    enum class Fit { Wide, Close, Bare };

    Fit fit() const;
    int widthOf(int index, Fit fit) const;
    int gap() const;
};

//! Choices of which one holds, as one frame of 28 px.
class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(QWidget *parent = nullptr);

    //! Adds a choice; the first one is chosen.
    void add(const QString &text);
    //! Another text for the choice \a index.
    void setText(int index, const QString &text);

    int current() const { return m_group.checkedId(); }

    //! Chooses \a index; -1 where none of them holds.
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup m_group;
};

} // namespace portolan::views
