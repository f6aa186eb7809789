// SPDX-License-Identifier: GPL-3.0-or-later
// A document of a source as a person reads it. The text is only indented: no scalar is read and
// written again, so that every digit stays as it was.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan::items {

//! A document, and where its scalars begin.
struct NativeText
{
    QString text;

    //! The line (from 0) of the first scalar that is \a needle, or else contains it; -1 when none.
    int lineOf(const QString &needle) const;
};

//! Indents \a json, two blanks a level. Takes anything: what is no JSON comes out as it is. Linear;
//! may run in any thread.
NativeText nativeText(const QByteArray &json);

} // namespace portolan::items
