// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/faults/memorysink.h"

#include "tests/support/keptnotes.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QString lineOf(const domain::LineageEdge &edge)
{
    const auto time = [](const QDateTime &at) { return at.toString(Qt::ISODateWithMs); };
    return QString::number(int(edge.level)) % u' ' % edge.source % u'.' % edge.sourceField % u" -> "
        % edge.targetField % u' ' % edge.job % u' ' % time(edge.validFrom) % u'|'
        % time(edge.validTo) % u'|' % time(edge.lastSeen) % u' ' % edge.transformation.type % u'/'
        % edge.transformation.subtype % u' ' % edge.evidence;
}

QString linesOf(const QList<domain::LineageEdge> &edges)
{
    QStringList lines;
    for (const auto &edge : edges)
        lines.append(lineOf(edge));
    lines.sort();
    return lines.join(u'\n');
}

QString textOf(const QList<domain::RelationTo> &relations)
{
    QStringList texts;
    for (const auto &to : relations)
        texts.append(QString::number(int(to.relation)) % u' ' % to.nativeId);
    return texts.join(u", "_s);
}

//! How two records of one thing differ, for a person.
QString howOf(const domain::Record &left, const domain::Record &right)
{
    if (left.name != right.name)
        return u"name: "_s % left.name % u" for "_s % right.name;
    if (left.description != right.description)
        return u"description: "_s % left.description % u" for "_s % right.description;
    if (left.tags != right.tags)
        return u"tags: "_s % left.tags.join(u',') % u" for "_s % right.tags.join(u',');
    if (left.relations != right.relations)
        return u"relations: "_s % textOf(left.relations) % u" for "_s % textOf(right.relations);
    if (left.lineage != right.lineage)
        return u"lineage: "_s % linesOf(left.lineage) % u" for "_s % linesOf(right.lineage);
    if (left.native != right.native)
        return u"native: "_s
            % QString::fromUtf8(left.native.isEmpty() ? QByteArray() : left.native.first().json)
            % u" for "_s
            % QString::fromUtf8(right.native.isEmpty() ? QByteArray() : right.native.first().json);
    if (left.popularity != right.popularity)
        return u"popularity: %1 for %2"_s.arg(left.popularity).arg(right.popularity);
    if (left.fields != right.fields)
        return u"fields: %1 for %2"_s.arg(left.fields.size()).arg(right.fields.size());
    if (left.properties != right.properties)
        return u"properties"_s;
    return u"something else"_s;
}

template <typename T, typename How>
QString firstDifference(const QMap<QString, T> &left, const QMap<QString, T> &right, How how)
{
    for (auto it = left.cbegin(); it != left.cend(); ++it) {
        const auto other = right.constFind(it.key());
        if (other == right.cend())
            return it.key() + u" is here alone"_s;
        if (!(*it == *other))
            return it.key() % u" differs: "_s % how(*it, *other);
    }
    for (auto it = right.cbegin(); it != right.cend(); ++it) {
        if (!left.contains(it.key()))
            return it.key() + u" is missing"_s;
    }
    return {};
}

} // namespace

Result<void> MemorySink::page(platforms::Page page)
{
    if (isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    for (const auto &id : std::as_const(page.removed)) {
        records.remove(id);
        lineage.remove(id);
        m_marks.remove(id);
        m_removed.insert(id);
    }
    for (auto &record : page.records) {
        const auto id = record.nativeId;
        if (page.sweep != 0)
            m_marks.insert(id, page.sweep);
        records.insert(id, std::move(record));
    }
    for (auto &of : page.lineage) {
        if (!records.contains(of.nativeId))
            continue; // as the store does
        if (of.lineage.isEmpty())
            lineage.remove(of.nativeId);
        else
            lineage.insert(of.nativeId, std::move(of.lineage));
    }
    for (const auto &run : std::as_const(page.evidence.runs))
        runs.insert(run.check % u' ' % run.at.toString(Qt::ISODateWithMs) % u' ' % run.runId, run);
    if (page.cursor)
        cursor = *page.cursor;
    note(page);
    ++pages;
    if (pagesLeft > 0)
        --pagesLeft;
    return {};
}

void MemorySink::note(const platforms::Page &page)
{
    written += page.cursor ? page.cursor->size() : 0;
    for (auto it = page.notes.values.cbegin(); it != page.notes.values.cend(); ++it)
        written += it.key().size() + it->size();
    keep(page.notes, noted);
}

void MemorySink::progress(qint64 done, qint64 total, const QString &what)
{
    told.append(u"%1 of %2 %3"_s.arg(done).arg(total).arg(what));
    if (done < 0 || total < 0 || (total > 0 && done > total))
        complaint = told.last();
}

void MemorySink::finish(const platforms::PullResult &result)
{
    cursor = result.cursor;
    if (result.swept != 0 || (result.complete && !result.seen.isEmpty())) {
        const auto ids = records.keys();
        for (const auto &id : ids) {
            if (result.swept != 0 ? m_marks.value(id) == result.swept : result.seen.contains(id))
                continue;
            records.remove(id);
            lineage.remove(id);
        }
    }
    if (!result.unchanged) {
        if (result.complete)
            slos.clear();
        slos.removeIf([this](const auto &entry) {
            const auto &slo = entry.value();
            return m_removed.contains(slo.contract.isEmpty() ? slo.product : slo.contract);
        });
        for (const auto &slo : result.slos)
            slos.insert(slo.nativeId, slo);
        m_removed.clear();
    }
    if (result.access)
        book = *result.access;
}

QString differenceOf(const MemorySink &left, const MemorySink &right)
{
    if (const auto found = firstDifference(left.records, right.records, howOf); !found.isEmpty())
        return found;
    const auto edges = [](const MemorySink &sink) {
        QMap<QString, QString> lines;
        for (auto it = sink.lineage.cbegin(); it != sink.lineage.cend(); ++it)
            lines.insert(it.key(), linesOf(*it));
        return lines;
    };
    const auto lines = [](const QString &mine, const QString &theirs) {
        return QString(mine % u" for "_s % theirs);
    };
    if (const auto found = firstDifference(edges(left), edges(right), lines); !found.isEmpty())
        return u"lineage of "_s + found;
    const auto slos = [](const domain::Slo &, const domain::Slo &) { return u"service level"_s; };
    if (const auto found = firstDifference(left.slos, right.slos, slos); !found.isEmpty())
        return found;
    // Results are kept for good, so here may be more than somebody else finds.
    for (auto it = right.runs.cbegin(); it != right.runs.cend(); ++it) {
        if (!left.runs.contains(it.key()))
            return u"the result "_s % it.key() % u" is missing"_s;
    }
    return left.book == right.book ? QString() : u"the accesses differ"_s;
}

} // namespace portolan::tests
