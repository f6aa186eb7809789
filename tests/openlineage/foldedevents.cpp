// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/openlineage/foldedevents.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::LineageEdge;
using portolan::domain::LineageLevel;

namespace portolan::tests {
namespace {

namespace ol = formats::openlineage;

QString bare(QString id)
{
    return id.remove(u"dataset:db:"_s).remove(u"job:jobs:"_s);
}

QString lineOf(const LineageEdge &edge)
{
    const auto end = [](const QString &name, const QString &field) -> QString {
        return field.isEmpty() ? bare(name) : bare(name) + u'.' + field;
    };
    static const QStringList levels{{}, u"dataset"_s, u"field"_s, u"job"_s};
    QString line = levels.at(int(edge.level)) + u' ' + end(edge.source, edge.sourceField);
    line += u" -> "_s + end(edge.target, edge.targetField);
    return edge.level == LineageLevel::Job ? line : QString(line + u' ' + bare(edge.job));
}

QString timeText(const QDateTime &time)
{
    return time.isNull() ? u"…"_s : time.toString(u"MM-dd hh:mm"_s);
}

QJsonArray datasetsOf(const QStringList &names)
{
    QJsonArray list;
    for (const auto &name : names) {
        if (name.startsWith(u'{'))
            list.append(QJsonDocument::fromJson(name.toUtf8()).object());
        else
            list.append(QJsonObject{{u"namespace"_s, u"db"_s}, {u"name"_s, name}});
    }
    return list;
}

QStringList sortedUnique(QStringList list)
{
    list.removeDuplicates();
    list.sort();
    return list;
}

} // namespace

FoldedLines foldLines(const QByteArrayList &lines)
{
    ol::Fold fold;
    const auto file = fold.addFile(u"events.ndjson"_s);
    ol::EventLines reader(
        u"events.ndjson"_s, file,
        [&fold](const ol::Event &event, const ol::Place &place) { fold.add(event, place); });
    int number = 0;
    for (const auto &line : lines)
        reader.addLine({line.constData(), std::size_t(line.size())}, ++number);
    const auto folded = fold.result();
    return {folded, reader.findings() + folded.findings};
}

QByteArray runEvent(const QString &time, const QString &type, const QString &run,
                    const QString &job, const QStringList &inputs, const QStringList &outputs)
{
    const QJsonObject event{{u"eventTime"_s, time},
                            {u"eventType"_s, type},
                            {u"run"_s, QJsonObject{{u"runId"_s, run}}},
                            {u"job"_s, QJsonObject{{u"namespace"_s, u"jobs"_s}, {u"name"_s, job}}},
                            {u"inputs"_s, datasetsOf(inputs)},
                            {u"outputs"_s, datasetsOf(outputs)},
                            {u"producer"_s, u"https://example.org"_s}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

QStringList edgesThatHold(const ol::Folded &folded)
{
    QStringList lines;
    for (const auto &edge : folded.edges) {
        if (!edge.validTo.isValid())
            lines.append(lineOf(edge));
    }
    lines.sort();
    return lines;
}

QStringList spansOf(const ol::Folded &folded)
{
    QStringList lines;
    for (const auto &edge : folded.edges) {
        lines.append(lineOf(edge) + u" from "_s + timeText(edge.validFrom) + u" to "_s
                     + timeText(edge.validTo));
    }
    lines.sort();
    return lines;
}

CanonicalLists canonicalLists(const ol::Folded &folded)
{
    QHash<QString, QString> names; //!< native id → that of what stands for it
    CanonicalLists lists;
    for (const auto &dataset : folded.datasets) {
        const auto text = ol::datasetId(dataset.canonical);
        names.insert(ol::datasetId(dataset.name), text);
        lists.datasets.append(text);
    }
    const auto named = [&names](const QString &id) { return names.value(id, id); };
    for (const auto &edge : folded.edges) {
        if (edge.validTo.isValid())
            continue;
        const auto source = named(edge.source);
        const auto target = named(edge.target);
        if (edge.level == LineageLevel::Dataset)
            lists.edges.append(source + u'\n' + target);
        else if (edge.level == LineageLevel::Field && !edge.targetField.isEmpty())
            lists.columns.append(source + u'\n' + edge.sourceField + u'\n' + target + u'\n'
                                 + edge.targetField);
        else if (edge.level == LineageLevel::Job)
            lists.jobEdges.append(edge.source.startsWith(u"job:"_s)
                                      ? u"out\n"_s + target + u'\n' + source
                                      : u"in\n"_s + source + u'\n' + target);
    }
    lists.datasets = sortedUnique(lists.datasets);
    lists.jobEdges = sortedUnique(lists.jobEdges);
    lists.edges = sortedUnique(lists.edges);
    lists.columns = sortedUnique(lists.columns);
    return lists;
}

FoldCounts countsOf(const ol::Folded &folded)
{
    const auto lists = canonicalLists(folded);
    return {.edges = int(lists.edges.size()),
            .jobEdges = int(lists.jobEdges.size()),
            .columns = int(lists.columns.size()),
            .datasets = int(lists.datasets.size())};
}

} // namespace portolan::tests
