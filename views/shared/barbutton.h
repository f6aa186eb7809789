// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

namespace portolan::views {

//! A flat button of the bar above the results: icon, a label in second-rank text, a value, and a
//! key cap or a chevron at its end. With a menu it opens it.
class BarButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit BarButton(QWidget *parent = nullptr);

    //! \a label "Sort:" before \a value "Best match"; either may be empty.
    void setTexts(const QString &label, const QString &value);
    void setIconName(const QString &name);
    void setKeyHint(const QString &key);
    //! Shows the icon alone, where there is no room for words.
    void setCompact(bool on);
    //! Shows a chevron: the button opens a menu.
    void setChevron(bool on);

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int keyWidth() const;

    QString shownLabel() const { return m_compact ? QString() : m_label; }

    QString shownValue() const { return m_compact ? QString() : m_value; }

    QString m_label;
    QString m_value;
    QString m_icon;
    QString m_key;
    bool m_chevron = false;
    bool m_compact = false;
};

} // namespace portolan::views
