// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown, as files and on the clipboard.
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

#include <functional>

namespace portolan::views::quality {

//! As what something is written.
enum class SavedAs { Csv, Png, Pdf };

//! "csv", "png" or "pdf".
QString suffixOf(SavedAs kind);

//! Asks for a file and writes \a widget, or for CSV what \a csv makes, to it: whole or not at all.
//! \a title and \a subject (the filter and the time) stand in the file, where its format has a
//! place for them.
void saveAs(QWidget *parent, SavedAs kind, QWidget *widget, const QString &title,
            const QString &subject, std::function<QByteArray()> csv);

//! Writes to \a file at once; answers what went wrong, empty when nothing did.
QString writeTo(const QString &file, SavedAs kind, QWidget *widget, const QString &title,
                const QString &subject, const std::function<QByteArray()> &csv);

} // namespace portolan::views::quality
