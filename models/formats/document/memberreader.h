// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/document/node.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <span>
#include <string_view>

namespace portolan::formats::document {

//! Whether the lack of a member is a mistake.
enum class Presence { Optional, Required };

//! Reads members of the files that Portolan itself writes or defines, and writes down every mistake
//! with its place, its field and what to do. A member that is absent, null or wrong reads as empty.
class MemberReader
{
public:
    //! \a prefix begins the ids of rules: "access" makes "access.required", "access.text", …
    MemberReader(QString file, QString prefix);

    QString text(const Node &parent, std::string_view key, const QString &path,
                 Presence presence = Presence::Optional);
    //! A list of texts; one text alone is a list of one.
    QStringList texts(const Node &parent, std::string_view key, const QString &path);
    //! A whole number from \a least on.
    std::optional<int> whole(const Node &parent, std::string_view key, const QString &path,
                             int least);
    //! A number from 0 to 1.
    std::optional<double> share(const Node &parent, std::string_view key, const QString &path);
    std::optional<bool> flag(const Node &parent, std::string_view key, const QString &path);
    QUuid uuid(const Node &parent, std::string_view key, const QString &path,
               Presence presence = Presence::Optional);
    //! A day, as 2026-01-31.
    QDate date(const Node &parent, std::string_view key, const QString &path);
    //! A time with its zone, in UTC.
    QDateTime instant(const Node &parent, std::string_view key, const QString &path);
    //! The mappings of a list, in order; what is none is a mistake and left out.
    QList<Node> mappings(const Node &parent, std::string_view key, const QString &path);
    //! A mapping; absent where there is none.
    Node mapping(const Node &parent, std::string_view key, const QString &path,
                 Presence presence = Presence::Optional);

    //! A warning for every key of \a mapping that is none of \a known.
    void noteUnknown(const Node &mapping, std::span<const std::string_view> known,
                     const QString &path);
    //! A mistake at \a at; \a rule comes behind the prefix.
    void report(const Node &at, domain::Finding::Severity severity, const QString &rule,
                const QString &field, const std::pair<QString, QString> &messageAndRemedy);
    //! An error of that kind.
    void refuse(const Node &at, const QString &rule, const QString &field, const QString &message,
                const QString &remedy);

    //! Whether an error was written down.
    bool hasErrors() const { return m_hasErrors; }

    QList<domain::Finding> findings;

private:
    Node scalar(const Node &parent, std::string_view key, const QString &path, Presence presence);

    QString m_file;
    QString m_prefix;
    bool m_hasErrors = false;
};

//! \a key below \a path: "items[0].port".
QString memberPath(const QString &path, std::string_view key);

} // namespace portolan::formats::document
