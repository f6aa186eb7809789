// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a line and of a column: who says so, how the value is made, and since when.
#include "models/items/displaytext.h"
#include "views/lineage/inspector.h"
#include "views/shared/timetext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr qsizetype mostCode = 4000;
constexpr int mostStatements = 12; // of a line
constexpr int mostSources = 20; // of a column: more is a wall of text

QString howText(const domain::Transformation &transformation)
{
    QStringList parts;
    for (const auto &word :
         {transformation.type, transformation.subtype, transformation.description}) {
        if (!word.isEmpty())
            parts.append(items::oneLine(word, 80));
    }
    if (transformation.masking.value_or(false))
        parts.append(Inspector::tr("masked"));
    return parts.join(u", "_s);
}

//! "from a: how", where it is known how.
QString fromText(const QString &field, const domain::Transformation &transformation)
{
    const auto text = Inspector::tr("from %1").arg(items::oneLine(field, 60));
    return transformation.isEmpty() ? text : QString(text + u": "_s + howText(transformation));
}

//! What \a link makes a column of, in words.
QString sourceText(const domain::LineageGraph &graph, const domain::LineageLink &link)
{
    const auto table = items::lineageLabelOf(graph, graph.nodes[std::size_t(link.source)]);
    const auto field = items::oneLine(graph.textAt(link.sourceField));
    auto text = field.isEmpty() ? Inspector::tr("from all of %1").arg(table)
        : link.targetField < 0  ? Inspector::tr("rows as %1 of %2 has them").arg(field, table)
                                : Inspector::tr("from %1 of %2").arg(field, table);
    if (link.transformation >= 0)
        text += u": "_s + howText(graph.transformations.at(link.transformation));
    return text;
}

QString timeText(qint64 ms)
{
    return momentText(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

} // namespace

void Inspector::fillColumn(const items::LineageScene &scene, int box, int column)
{
    const auto &graph = *scene.graph;
    const auto &about = scene.boxes[std::size_t(box)];
    const auto &path = about.columns[std::size_t(column)].path;
    const auto text = int(graph.texts.indexOf(path));
    QStringList lines;
    int sources = 0;
    int readers = 0;
    for (const auto &link : graph.links) {
        if (link.level != domain::LineageLevel::Field || text < 0)
            continue;
        // What has no column at an end is about all of them: made from the whole table, or decided
        // for whole rows.
        if (link.source == about.node && (link.sourceField == text || link.sourceField < 0))
            ++readers;
        if (link.target == about.node && (link.targetField == text || link.targetField < 0)
            && ++sources <= mostSources)
            lines.append(sourceText(graph, link));
    }
    if (sources > mostSources)
        lines.append(tr("and from %n more", nullptr, sources - mostSources));
    if (readers > 0)
        lines.append(tr("%n column(s) read it", nullptr, readers));
    if (lines.isEmpty())
        lines.append(tr("Nobody says where this column comes from."));
    m_columnBlock.head->setTitle(items::oneLine(path, 40));
    m_columnText->setText(lines.join(u'\n'));
    m_columnBlock.frame->show();
}

void Inspector::showStatements(const items::LineageScene &scene, int line, const QDateTime &now)
{
    m_facts->clear();
    const auto &graph = *scene.graph;
    const auto links = scene.linksOf(scene.lines[std::size_t(line)]);
    const auto shown = std::min<std::size_t>(links.size(), mostStatements);
    for (const int number : links.first(shown)) {
        const auto &link = graph.links[std::size_t(number)];
        if (link.sourceField >= 0)
            m_facts->add(items::oneLine(graph.textAt(link.targetField), 40),
                         fromText(graph.textAt(link.sourceField),
                                  link.transformation < 0
                                      ? domain::Transformation()
                                      : graph.transformations.at(link.transformation)));
        else if (link.job >= 0)
            m_facts->addLine(tr("Job"), graph.jobs.at(link.job).nativeId);
        if (link.validFrom != 0)
            m_facts->addLine(tr("Since"), timeText(link.validFrom));
        if (link.validTo != 0)
            m_facts->addLine(tr("Until"), timeText(link.validTo));
        if (link.lastSeen != 0)
            m_facts->addLine(tr("Last seen"),
                             ageText(QDateTime::fromMSecsSinceEpoch(link.lastSeen, Qt::UTC), now)
                                 + u" · "_s + timeText(link.lastSeen));
    }
    if (links.size() > shown)
        m_facts->addLine(tr("And more"), QLocale().toString(qulonglong(links.size() - shown)));
    m_factsBlock.frame->setVisible(!m_facts->isEmpty());
}

void Inspector::showFacts(const QList<items::LineageFact> &facts, const QDateTime &now)
{
    m_facts->clear();
    QString code;
    for (const auto &fact : facts.mid(0, mostStatements)) {
        const auto &edge = fact.edge;
        if (!edge.sourceField.isEmpty())
            m_facts->add(items::oneLine(edge.targetField, 40),
                         fromText(edge.sourceField, edge.transformation));
        else
            m_facts->addLine(tr("Account"), fact.accountName);
        if (!edge.job.isEmpty() && edge.sourceField.isEmpty())
            m_facts->addLine(tr("Job"), edge.job);
        // What only runs show may have ended unsaid: how old the last one is tells.
        if (edge.lastSeen.isValid() && edge.sourceField.isEmpty())
            m_facts->addLine(tr("Last seen"),
                             ageText(edge.lastSeen, now) + u" · "_s + momentText(edge.lastSeen));
        if (!edge.place.isEmpty() && edge.sourceField.isEmpty())
            m_facts->addLine(tr("Stated in"), edge.place);
        if (code.isEmpty())
            code = fact.code;
    }
    m_factsBlock.frame->setVisible(!m_facts->isEmpty());
    m_code->setBreakableText(code.left(mostCode));
    m_codeBlock.frame->setVisible(!code.isEmpty());
}

} // namespace portolan::views::lineage
