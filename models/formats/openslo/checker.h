// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/document/node.h"
#include "models/formats/openslo/object.h"

#include <QList>
#include <QString>

#include <initializer_list>
#include <optional>
#include <string_view>

namespace portolan::formats::openslo {

using document::Node;
using Severity = domain::Finding::Severity;

//! Reads values of one document and writes down what is wrong with them.
class Checker
{
public:
    explicit Checker(QString file)
        : m_file(std::move(file))
    {
    }

    Spot spotOf(const Node &node, const QString &field) const;
    void report(const Spot &spot, Severity severity, const QString &rule, const QString &message,
                const QString &remedy);
    //! An error; what it says also becomes \a mistake, unless there is one already.
    void refuse(const Spot &spot, const QString &rule, const QString &message,
                const QString &remedy, QString &mistake);

    //! A text that has to be there; \a what names it in the finding.
    QString required(const Node &parent, std::string_view key, const QString &path,
                     const QString &what, QString &mistake);
    //! A number, also a quoted one, of which a warning tells. \a mistake tells of anything else.
    std::optional<double> number(const Node &value, const QString &field, QString &mistake);
    //! A duration as written, or empty; \a mistake tells of what is none.
    QString duration(const Node &value, const QString &field, QString &mistake);
    //! One of \a words, or empty where the key is absent.
    QString word(const Node &value, const QString &field, std::initializer_list<QString> words,
                 QString &mistake);

    QList<domain::Finding> findings;

private:
    QString m_file;
};

//! \a key below \a path.
QString fieldPath(const QString &path, const QString &key);

} // namespace portolan::formats::openslo
