// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/demand.h"

#include "models/formats/results/words.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::gx {
namespace {

using namespace json;
using results::boundOf;

constexpr qsizetype maxNamed = 8; // items of a list that are named
constexpr qsizetype maxText = 120;

QString listed(const Json &value)
{
    auto names = texts(value);
    const auto more = names.size() - maxNamed;
    QString line = names.mid(0, maxNamed).join(u", "_s);
    if (line.size() > maxText)
        line = line.left(maxText - 1) + u'…';
    return more > 0 ? QString(line % u" and %1 more"_s.arg(more)) : line;
}

QString rangeOf(const Json &kwargs)
{
    const auto least = boundOf(member(kwargs, "min_value"));
    const auto most = boundOf(member(kwargs, "max_value"));
    const bool above = isTrue(member(kwargs, "strict_min"));
    const bool below = isTrue(member(kwargs, "strict_max"));
    if (least.isEmpty() && most.isEmpty())
        return {};
    if (most.isEmpty())
        return (above ? u"more than "_s : u"at least "_s) + least;
    if (least.isEmpty())
        return (below ? u"less than "_s : u"at most "_s) + most;
    if (above || below)
        return (above ? u"more than "_s : u"at least "_s) + least
            + (below ? u" and less than "_s : u" and at most "_s) + most;
    return u"between %1 and %2"_s.arg(least, most);
}

QString argumentsOf(const QString &type, const Json &kwargs)
{
    struct Word
    {
        std::string_view key;
        QStringView before;
    };

    static constexpr Word words[]{
        {"value", u"exactly "},
        {"sum_total", u"a sum of "},
        {"regex", u"matching "},
        {"regex_list", u"matching "},
        {"like_pattern", u"like "},
        {"like_pattern_list", u"like "},
        {"strftime_format", u"in the format "},
        {"type_", u"of type "},
        {"type_list", u"of type "},
        {"column_set", u"columns "},
        {"threshold", u"less than "},
    };
    const bool is = !type.contains(u"_not_"_s);
    QStringList demands;
    if (const auto set = listed(member(kwargs, "value_set")); !set.isEmpty())
        demands.append((is ? u"in "_s : u"not in "_s) + set);
    if (type.startsWith(u"expect_table_"_s)) {
        if (const auto columns = listed(member(kwargs, "column_list")); !columns.isEmpty())
            demands.append(u"columns "_s + columns);
    }
    for (const auto &word : words) {
        const auto value = member(kwargs, word.key);
        auto text = results::numberOf(value) ? boundOf(value) : listed(value);
        if (!text.isEmpty())
            demands.append((is ? QString() : u"not "_s) + word.before + text);
    }
    return demands.join(u", "_s);
}

QString ownWordsOf(const QString &type)
{
    if (type == u"expect_column_values_to_not_be_null")
        return u"not null"_s;
    if (type == u"expect_column_values_to_be_null")
        return u"null"_s;
    if (type.endsWith(u"_to_be_unique"_s))
        return u"unique"_s;
    if (type == u"expect_column_to_exist")
        return u"the column exists"_s;
    if (type == u"expect_column_pair_values_a_to_be_greater_than_b")
        return u"the first greater than the second"_s;
    if (type == u"expect_column_pair_values_to_be_equal")
        return u"both equal"_s;
    return {};
}

} // namespace

QString demandOf(const QString &type, const Json &kwargs)
{
    QStringList demands{ownWordsOf(type), rangeOf(kwargs), argumentsOf(type, kwargs)};
    if (const auto mostly = results::numberOf(member(kwargs, "mostly")); mostly && *mostly < 1)
        demands.append(u"at least %1 %"_s.arg(results::figure(*mostly * 100)));
    demands.removeAll(QString());
    return results::oneLine(demands.join(u", "_s));
}

bool boundsAreTimes(const Json &kwargs)
{
    return results::timeOf(text(kwargs, "min_value")).isValid()
        || results::timeOf(text(kwargs, "max_value")).isValid();
}

} // namespace portolan::formats::gx
