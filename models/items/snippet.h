// SPDX-License-Identifier: GPL-3.0-or-later
// Ready-made text to use a port with, built from what its contract says and from nothing else: what
// is not known is left as a word in capitals that a person has to replace.
#pragma once

#include "models/domain/contract.h"
#include "models/domain/entity.h"
#include "models/domain/field.h"

#include <QList>
#include <QString>

namespace portolan::items {

//! In which form a thing is used or named.
enum class SnippetKind { Sql, Python, Jdbc, Stream, Urn, Markdown };

//! What a snippet is made for.
struct SnippetSubject
{
    domain::Entity thing; //!< whose page it is: for the link texts
    QString portType; //!< "SQL", "stream", "REST", "file" or a native word
    domain::Server server; //!< where it stands; its type is empty when nobody says
    QString object; //!< table, view, topic, … as the contract calls it
    QList<domain::Field> fields;
};

//! A text to copy.
struct Snippet
{
    SnippetKind kind = SnippetKind::Sql;
    QString text;

    bool operator==(const Snippet &) const = default;
};

//! Every snippet that makes sense for \a subject, in the order in which they are offered.
QList<Snippet> snippetsFor(const SnippetSubject &subject);

//! "SQL", "Python", "JDBC URL", …
QString snippetTitle(SnippetKind kind);

//! What \a type of server or \a portType means for use: "SQL", "stream", "REST", "file" or empty.
QString portWordOf(const QString &serverType);

//! The server of \a servers that a port of \a portType stands on; the first where none fits.
domain::Server serverFor(const QList<domain::Server> &servers, const QString &portType,
                         const QString &line);

} // namespace portolan::items
