// SPDX-License-Identifier: GPL-3.0-or-later
// Small widgets that show text. All of them show plain text, whatever they are given.
#pragma once

#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QAbstractButton>
#include <QWidget>

namespace portolan::views {

//! One line that is shortened where there is no room; the whole text is in the tool tip then.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(Elide elide, QWidget *parent = nullptr);

    void setText(const QString &text);

    QString text() const { return m_text; }

    void setColour(Colour colour);
    //! An icon of ours in front of the text, 16 px, in the colour of the text; empty: none.
    void setIconName(const QString &name);
    void setTextFont(Text text, bool emphasis = false);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int indent() const;

    QFont shownFont() const { return fontOf(m_size, m_emphasis); }

    QString m_text;
    QString m_icon;
    Elide m_elide;
    Colour m_colour = Colour::Text;
    Text m_size = Text::Body;
    bool m_emphasis = false;
};

//! A state's shape and word.
class StatusLabel : public QWidget
{
    Q_OBJECT

public:
    StatusLabel(Status status, const QString &word, QWidget *parent = nullptr);

    void setStatus(Status status, const QString &word);
    //! What it stands on; content by default.
    void setGround(Ground ground);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
    Ground m_ground = Ground::Content;
    QString m_word;
};

//! An outlined tag ("Active"): a fact without a verdict.
class TagLabel : public QWidget
{
    Q_OBJECT

public:
    explicit TagLabel(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

//! An icon of ours in one colour of the theme.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(const QString &name, int size, Colour colour = Colour::TextSecondary,
              QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setColour(Colour colour);

    QSize sizeHint() const override { return {m_size, m_size}; }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
    Colour m_colour;
};

//! The line between parts of a window: 1 px, across or down.
class Line : public QWidget
{
    Q_OBJECT

public:
    explicit Line(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! The head of a block, small and DemiBold, with an optional second text at the far end.
class SectionHead : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    //! A word at the trailing end ("9 teams").
    void setNote(const QString &note);
    //! Puts \a widget (a link, segments) at the trailing end; takes it over.
    void addAction(QWidget *widget);

private:
    SafeLabel *m_title;
    SafeLabel *m_note;
};

//! A text that does something when it is clicked, in the colour of links; reachable by keyboard.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    //! Whether words that do not fit into one line go on in the next, instead of being cut.
    void setWordWrap(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    bool hasHeightForWidth() const override { return m_wraps; }

    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_wraps = false;
};

} // namespace portolan::views
