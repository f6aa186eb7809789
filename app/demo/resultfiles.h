// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/story.h"
#include "models/base/result.h"

#include <QSet>
#include <QString>

namespace portolan::demo {

//! The folder to which results are written, up to one moment: what would have been written later
//! is left out. The first file that cannot be written is remembered, and nothing is written after.
class ResultFiles
{
public:
    ResultFiles(QString folder, Seconds until);

    Seconds until() const { return m_until; }

    bool isOver(Seconds moment) const { return moment > m_until; }

    //! Writes \a bytes as the file \a path below the folder, whole or not at all.
    void write(const QString &path, const QByteArray &bytes);

    [[nodiscard]] Result<void> outcome() const { return m_outcome; }

private:
    QString m_folder;
    Seconds m_until;
    QSet<QString> m_made; //!< folders that are there
    Result<void> m_outcome;
};

} // namespace portolan::demo
