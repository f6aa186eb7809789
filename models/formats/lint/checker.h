// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/document/node.h"
#include "models/formats/lint/shape.h"

#include <QList>
#include <QString>

#include <vector>

namespace portolan::formats::lint {

//! Compares a document with the shapes of one version of a standard.
class Checker
{
public:
    //! \a standard is how messages name the version ("ODCS v3.1.0"), \a prefix begins the rule ids.
    Checker(QString file, Versions version, QString standard, QString prefix);

    //! Compares the mapping \a node, which stands at \a path, with \a shape.
    void check(const document::Node &node, const Shape &shape, const QString &path);

    void add(const document::Node &at, domain::Finding::Severity severity, const QString &rule,
             const QString &field, const QString &message, const QString &remedy);

    QList<domain::Finding> findings;

private:
    using Shapes = std::vector<const Shape *>;

    Shapes shapesFor(const document::Node &node, const Shape &shape) const;
    void checkMembers(const document::Node &node, const Shape &shape, const QString &path);
    void checkValue(const document::Node &value, const Member &member, const QString &path);
    void checkItems(const document::Node &list, const Member &member, const QString &path);
    bool checkType(const document::Node &value, Types types, const QString &path);
    void checkWord(const document::Node &value, const Member &member, const QString &path);
    void checkDemand(const document::Node &value, const Member &member, const QString &path);
    void checkUnknown(const document::Node &node, const Shapes &shapes, const QString &path);
    void checkSpecial(const document::Node &node, const Shape &shape, const QString &path);
    void checkOperators(const document::Node &node, const Shape &shape, const QString &path);
    void checkEnds(const document::Node &node, const QString &path);
    void checkOptions(const document::Node &node, const QString &path);
    void error(const document::Node &at, QStringView rule, const QString &field,
               const QString &message, const QString &remedy);

    QString m_file;
    Versions m_version;
    QString m_standard;
    QString m_prefix;
};

} // namespace portolan::formats::lint
