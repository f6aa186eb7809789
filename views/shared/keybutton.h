// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPushButton>

namespace portolan::views {

//! A button that says which key does the same; it can lose its words where there is no room.
class KeyButton final : public QPushButton
{
    Q_OBJECT

public:
    KeyButton(const QString &iconName, const QString &text, const QString &key,
              QWidget *parent = nullptr);

    //! Other words for the same.
    void setWords(const QString &words);
    void setCompact(bool on);
    //! The width with all its words.
    int fullWidth() const;

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int keyWidth() const;

    QString m_icon;
    QString m_words;
    QString m_key;
    bool m_compact = false;
};

//! Gives the shown ones of \a buttons, which share \a room pixels and stand size::gap apart, their
//! words or takes them: from the first on, and from the filled one last.
void fitWords(const QList<KeyButton *> &buttons, int room);

} // namespace portolan::views
