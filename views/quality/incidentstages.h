// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts of the triage page.
#pragma once

#include "models/items/qualityvalues.h"

#include <QPushButton>
#include <QWidget>

namespace portolan::views::quality {

//! The stages of an incident in a row, the one it is at filled.
class IncidentStages final : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentStages(QWidget *parent = nullptr);

    void setState(items::IncidentState state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList words() const;
    int position() const;
    int widthWith(int line) const;

    items::IncidentState m_state = items::IncidentState::New;
};

//! A button that says which key does the same; it can lose its words where there is no room.
class KeyButton final : public QPushButton
{
    Q_OBJECT

public:
    KeyButton(const QString &iconName, const QString &text, const QString &key,
              QWidget *parent = nullptr);

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

} // namespace portolan::views::quality
