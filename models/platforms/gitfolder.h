// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace portolan::platforms {

//! What git says about a folder, without changing anything in it. Outside of a checkout, and where
//! git is not installed or does not answer within some seconds, it says nothing.
class GitFolder
{
public:
    explicit GitFolder(const QString &folder);

    //! The repository's own directory, absolute; empty outside of a checkout.
    QString directory() const { return m_directory; }

    //! The commit that HEAD names, read without starting git; empty where there is none.
    QByteArray head() const;

    //! What HEAD holds below a folder: paths relative to this one, and what their bytes hash to.
    //! Starts git and waits for it.
    QHash<QString, QByteArray> heldBelow(const QString &path) const;
    //! What git calls a file of \a bytes, beside one that it calls \a like.
    static QByteArray nameOf(const QByteArray &bytes, const QByteArray &like);

    //! The name and address that commits made here would carry; starts git and waits for it.
    domain::Actor user() const;

private:
    QByteArray answerOf(const QStringList &arguments) const;

    QString m_folder;
    QString m_directory;
};

} // namespace portolan::platforms
