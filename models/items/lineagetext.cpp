// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagetext.h"

#include "models/items/displaytext.h"
#include "models/items/lineagewalk.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr qsizetype mostFacts = 6; // of a line: more is a wall of words

struct LineageWords
{
    Q_DECLARE_TR_FUNCTIONS(LineageText)
};

QString endText(const LineageScene &scene, quint32 box, int column)
{
    const auto &about = scene.boxes[box];
    return column < 0
        ? about.label
        : QString(about.label + u'.' + oneLine(about.columns[std::size_t(column)].path));
}

//! "identity, copied as it is"; empty where nobody says how.
QString howText(const domain::Transformation &transformation)
{
    QStringList parts;
    for (const auto &word :
         {transformation.type, transformation.subtype, transformation.description}) {
        if (!word.isEmpty())
            parts.append(oneLine(word, 80));
    }
    return parts.join(u", "_s);
}

QString changeText(domain::LineageChange change)
{
    switch (change) {
    case domain::LineageChange::Added:
        return LineageWords::tr("added");
    case domain::LineageChange::Removed:
        return LineageWords::tr("removed");
    case domain::LineageChange::Changed:
        return LineageWords::tr("changed");
    case domain::LineageChange::None:
        break;
    }
    return {};
}

} // namespace

QString lineText(const LineageScene &scene, int line)
{
    const auto &about = scene.lines[std::size_t(line)];
    return LineageWords::tr("%1 → %2").arg(endText(scene, about.from, about.fromColumn),
                                           endText(scene, about.to, about.toColumn));
}

QStringList lineFacts(const LineageScene &scene, int line)
{
    const auto &about = scene.lines[std::size_t(line)];
    QStringList facts;
    const auto add = [&facts](const QString &fact) {
        if (!fact.isEmpty() && facts.size() < mostFacts && !facts.contains(fact))
            facts.append(fact);
    };
    for (const int number : scene.linksOf(about)) {
        const auto &link = scene.graph->links[std::size_t(number)];
        if (link.job >= 0)
            add(LineageWords::tr("by %1").arg(oneLine(scene.graph->jobs.at(link.job).name)));
        // Of whole datasets each column may be made in another way.
        if (link.transformation >= 0 && about.toColumn >= 0)
            add(howText(scene.graph->transformations.at(link.transformation)));
        if (facts.size() == mostFacts)
            break;
    }
    if (about.isMasking)
        facts.append(LineageWords::tr("a value is masked on this way"));
    if (about.isBridge)
        facts.append(LineageWords::tr("through what the filter leaves out"));
    if (about.change != domain::LineageChange::None)
        facts.append(changeText(about.change));
    if (scene.leadsBack(quint32(line)))
        facts.append(LineageWords::tr("closes a cycle"));
    return facts;
}

QString columnText(const LineageScene &scene, int box, int column)
{
    const auto &about = scene.boxes[std::size_t(box)].columns[std::size_t(column)];
    QStringList parts{oneLine(about.path)};
    if (!about.type.isEmpty())
        parts.append(oneLine(about.type));
    if (about.isKey)
        parts.append(LineageWords::tr("key"));
    const auto lines = linesOf(scene, {box, column});
    const auto arriving = std::count_if(lines.begin(), lines.end(), [&](int line) {
        return int(scene.lines[std::size_t(line)].to) == box;
    });
    parts.append(LineageWords::tr("made from %1, read by %2")
                     .arg(arriving)
                     .arg(qsizetype(lines.size()) - arriving));
    return parts.join(u", "_s);
}

} // namespace portolan::items
