// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/editions.h"

#include <QVersionNumber>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

const domain::Record &contractOf(const KnownFile &file)
{
    return *file.contract->contract;
}

const domain::Record &productOf(const KnownFile &file)
{
    return *file.product->product;
}

using RecordOf = const domain::Record &(*)(const KnownFile &);

QString messageOf(const QString &version, const QString &current, const QString &what,
                  const QString &file)
{
    if (version == current)
        return u"This %1 is also in %2, with the same version, and that file is the one shown."_s
            .arg(what, file);
    if (version.isEmpty())
        return u"This %1 names no version; its current version, %2, is in %3."_s.arg(what, current,
                                                                                     file);
    return u"This is version %1 of a %2 whose current version, %3, is in %4."_s.arg(version, what,
                                                                                    current, file);
}

domain::Finding repeated(const KnownFile &file, const KnownFile &current, RecordOf recordOf,
                         const QString &what)
{
    const auto &record = recordOf(file);
    const auto &other = recordOf(current);
    domain::Finding finding;
    finding.file = file.state.path;
    finding.line = record.native.isEmpty() ? 0 : record.native.first().line;
    finding.severity = domain::Finding::Severity::Warning;
    finding.rule = u"files.repeated-id"_s;
    finding.field = u"id"_s;
    finding.message = messageOf(record.version, other.version, what, current.state.path);
    finding.remedy = u"Give it an id of its own, or keep earlier versions outside of the folder."_s;
    return finding;
}

//! Not in force yet, whatever its version.
bool isDraft(const domain::Record &record)
{
    return record.status.compare(u"draft"_s, Qt::CaseInsensitive) == 0
        || record.status.compare(u"proposed"_s, Qt::CaseInsensitive) == 0;
}

bool isMoreCurrent(const domain::Record &left, const domain::Record &right)
{
    if (isDraft(left) != isDraft(right))
        return isDraft(right);
    return isLowerVersion(right.version, left.version);
}

QList<Editions> grouped(const QList<const KnownFile *> &files, RecordOf recordOf,
                        const QString &what, QList<domain::Finding> &findings)
{
    QList<Editions> list;
    QHash<QString, qsizetype> byId;
    for (const auto *file : files) {
        const auto id = recordOf(*file).nativeId;
        const auto known = byId.constFind(id);
        if (known == byId.constEnd()) {
            byId.insert(id, list.size());
            list.append({.id = id, .files = {file}});
        } else {
            list[*known].files.append(file);
        }
    }
    for (auto &editions : list) {
        std::stable_sort(editions.files.begin(), editions.files.end(),
                         [recordOf](const auto *left, const auto *right) {
                             return isMoreCurrent(recordOf(*left), recordOf(*right));
                         });
        for (qsizetype i = 1; i < editions.files.size(); ++i)
            findings.append(
                repeated(*editions.files.at(i), *editions.files.first(), recordOf, what));
    }
    return list;
}

} // namespace

bool isLowerVersion(const QString &left, const QString &right)
{
    qsizetype leftEnd = 0;
    qsizetype rightEnd = 0;
    const auto bare = [](const QString &version) {
        return version.startsWith(u'v', Qt::CaseInsensitive) ? version.mid(1) : version;
    };
    const auto a = bare(left);
    const auto b = bare(right);
    const auto numbersA = QVersionNumber::fromString(a, &leftEnd).normalized();
    const auto numbersB = QVersionNumber::fromString(b, &rightEnd).normalized();
    if (numbersA != numbersB)
        return numbersA < numbersB;
    const auto restA = a.mid(leftEnd);
    const auto restB = b.mid(rightEnd);
    // "2.0.0-rc1" comes before "2.0.0".
    if (restA.isEmpty() != restB.isEmpty())
        return restB.isEmpty();
    return restA < restB;
}

QList<Editions> contractEditions(const QList<const KnownFile *> &files,
                                 QList<domain::Finding> &findings)
{
    QList<const KnownFile *> contracts;
    std::copy_if(files.begin(), files.end(), std::back_inserter(contracts),
                 [](const auto *file) { return file->contract && file->contract->contract; });
    return grouped(contracts, contractOf, u"contract"_s, findings);
}

QList<Editions> productEditions(const QList<const KnownFile *> &files,
                                QList<domain::Finding> &findings)
{
    QList<const KnownFile *> products;
    std::copy_if(files.begin(), files.end(), std::back_inserter(products),
                 [](const auto *file) { return file->product && file->product->product; });
    return grouped(products, productOf, u"product"_s, findings);
}

} // namespace portolan::formats::workspace
