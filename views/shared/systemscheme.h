// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace portolan::views {

//! Whether the desktop prefers dark windows: as the settings portal says (and it says when that
//! changes); where there is none, by the lightness of the palette that the desktop handed over.
//! Qt 6.5's QStyleHints::colorScheme will take its place.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    //! Asks the portal; never waits for its answer.
    explicit SystemScheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    bool m_paletteDark;
    bool m_dark;
};

} // namespace portolan::views
