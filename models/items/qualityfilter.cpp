// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/qualityfilter.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr auto path = u"/";

bool matchesDomain(const QStringList &domain, const QString &value)
{
    const auto whole = domain.join(path);
    return whole.compare(value, Qt::CaseInsensitive) == 0
        || whole.startsWith(value + path, Qt::CaseInsensitive)
        || domain.contains(value, Qt::CaseInsensitive);
}

bool matchesToken(const QualitySubject &subject, const domain::QueryToken &token)
{
    const auto &value = token.value;
    if (token.key == u"domain"_s)
        return matchesDomain(subject.domain, value);
    if (token.key == u"owner"_s)
        return value.compare(u"nobody"_s, Qt::CaseInsensitive) == 0
            ? subject.owner.isEmpty()
            : subject.owner.contains(value, Qt::CaseInsensitive);
    if (token.key == u"state"_s)
        return subject.state.compare(value, Qt::CaseInsensitive) == 0;
    if (token.key == u"dimension"_s)
        return subject.dimension.compare(domain::canonicalDimension(value), Qt::CaseInsensitive)
            == 0;
    if (token.key == u"source"_s)
        return subject.source.compare(value, Qt::CaseInsensitive) == 0;
    return subject.severity.compare(value, Qt::CaseInsensitive) == 0;
}

bool isFilter(const domain::QueryToken &token)
{
    return token.kind != domain::QueryToken::Kind::Word
        && QualityFilter::keys().contains(token.key);
}

//! A word, or a filter of another pane, which is searched as it was typed.
QString wordOf(const domain::QueryToken &token)
{
    return token.key.isEmpty() ? token.value : token.key + u':' + token.value;
}

} // namespace

QualitySubject subjectOf(const ServiceLevel &level)
{
    const auto &row = level.row;
    return {QStringList{level.title(), row.assetName, row.productName, row.slo.name,
                        row.slo.dimension, row.slo.description}
                .join(u'\n'),
            row.domain,
            row.ownerName,
            domain::sloStateWord(level.state()),
            row.slo.dimension,
            row.slo.source,
            {}};
}

QualitySubject subjectOf(const store::CheckRow &check)
{
    const auto state = check.last ? check.last->status : domain::RunStatus::Unknown;
    return {
        QStringList{check.name, check.assetName, check.field, check.dimension, check.expected}.join(
            u'\n'),
        check.domain,
        check.ownerName,
        domain::statusWord(state),
        check.dimension,
        check.source,
        check.severity};
}

QualityFilter::QualityFilter(const QString &text)
    : m_query(domain::parseQuery(text))
{
}

bool QualityFilter::matches(const QualitySubject &subject) const
{
    QSet<QString> wanted;
    QSet<QString> found;
    for (const auto &token : m_query.tokens) {
        if (!isFilter(token)) {
            if (subject.text.contains(wordOf(token), Qt::CaseInsensitive) == token.negated)
                return false;
            continue;
        }
        const bool holds = matchesToken(subject, token);
        if (token.negated && holds)
            return false;
        if (token.negated)
            continue;
        wanted.insert(token.key);
        if (holds)
            found.insert(token.key);
    }
    return wanted == found;
}

bool QualityFilter::matchesWords(const QualitySubject &subject) const
{
    auto narrowed = *this;
    narrowed.m_query.tokens.removeIf([](const domain::QueryToken &token) {
        return isFilter(token) && token.key != u"dimension"_s;
    });
    return narrowed.matches(subject);
}

bool QualityFilter::matchesPlace(const QualitySubject &subject) const
{
    auto narrowed = *this;
    narrowed.m_query.tokens.removeIf([](const domain::QueryToken &token) {
        return isFilter(token) && token.key != u"dimension"_s && token.key != u"domain"_s;
    });
    return narrowed.matches(subject);
}

QStringList QualityFilter::keys()
{
    return {u"domain"_s, u"owner"_s, u"state"_s, u"dimension"_s, u"source"_s, u"severity"_s};
}

QStringList QualityFilter::valuesOf(const QString &key, const QualityBoard &board)
{
    if (key == u"state"_s)
        return {u"missed"_s, u"burning"_s, u"unknown"_s, u"met"_s,    u"fail"_s,
                u"error"_s,  u"warn"_s,    u"pass"_s,    u"skipped"_s};
    QSet<QString> values;
    const auto add = [&](const QualitySubject &subject) {
        if (key == u"domain"_s)
            values.insert(subject.domain.join(path));
        else if (key == u"owner"_s)
            values.insert(subject.owner);
        else if (key == u"dimension"_s)
            values.insert(subject.dimension);
        else if (key == u"source"_s)
            values.insert(subject.source);
        else if (key == u"severity"_s)
            values.insert(subject.severity);
    };
    for (const auto &level : board.levels)
        add(subjectOf(level));
    for (const auto &check : board.checks)
        add(subjectOf(check));
    values.remove(QString());
    auto sorted = QStringList(values.cbegin(), values.cend());
    sorted.sort(Qt::CaseInsensitive);
    for (auto &value : sorted)
        value = domain::quotedValue(value);
    return sorted;
}

} // namespace portolan::items
