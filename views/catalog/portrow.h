// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

namespace portolan::views::catalog {

//! A port in the inspector: its type's icon, its name, and a note at the end; a click opens it.
class PortRow : public QAbstractButton
{
    Q_OBJECT

public:
    PortRow(const QString &iconName, const QString &name, const QString &note,
            QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_name;
    QString m_note;
};

} // namespace portolan::views::catalog
