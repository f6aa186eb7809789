// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palettemodel.h"

#include "models/base/async.h"
#include "models/domain/query.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr int fewRows = 3;
constexpr int someRows = 6;
constexpr int manyRows = 50;

using Ranges = QList<std::pair<int, int>>;

QVariantList flat(const Ranges &ranges)
{
    QVariantList numbers;
    for (const auto &[from, to] : ranges) {
        numbers.append(from);
        numbers.append(to);
    }
    return numbers;
}

//! Where the blank-separated \a words stand in \a text; empty when one of them is missing.
Ranges wordsIn(const QString &text, const QStringList &words)
{
    Ranges ranges;
    for (const auto &word : words) {
        const auto at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        ranges.append({int(at), int(at + word.size())});
    }
    std::sort(ranges.begin(), ranges.end());
    return ranges;
}

Ranges shiftedBy(const Ranges &ranges, qsizetype by)
{
    Ranges moved;
    for (const auto &[from, to] : ranges)
        moved.append({from + int(by), to + int(by)});
    return moved;
}

QString matchText(const QString &in)
{
    static const QHash<QString, const char *> words{
        {u"name"_s, QT_TRANSLATE_NOOP("PaletteModel", "name")},
        {u"title"_s, QT_TRANSLATE_NOOP("PaletteModel", "name")},
        {u"synonym"_s, QT_TRANSLATE_NOOP("PaletteModel", "other name")},
        {u"description"_s, QT_TRANSLATE_NOOP("PaletteModel", "description")},
        {u"field"_s, QT_TRANSLATE_NOOP("PaletteModel", "field")},
        {u"tag"_s, QT_TRANSLATE_NOOP("PaletteModel", "tag")},
        {u"owner"_s, QT_TRANSLATE_NOOP("PaletteModel", "owner")},
        {u"domain"_s, QT_TRANSLATE_NOOP("PaletteModel", "domain")},
        {u"id"_s, QT_TRANSLATE_NOOP("PaletteModel", "identifier")},
        {u"classification"_s, QT_TRANSLATE_NOOP("PaletteModel", "classification")},
        {u"type"_s, QT_TRANSLATE_NOOP("PaletteModel", "type")}};
    const auto *word = words.value(in);
    return word == nullptr ? oneLine(in) : QCoreApplication::translate("PaletteModel", word);
}

QString placeOf(const domain::Entity &entity)
{
    const auto place = domain::domainText(entity.domain);
    return place.isEmpty() ? kindText(entity.kind, entity.type) : oneLine(place);
}

} // namespace

PaletteModel::PaletteModel(CatalogSource &source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
{
}

void PaletteModel::setCommands(QList<PaletteCommand> commands)
{
    m_commands = std::move(commands);
}

void PaletteModel::setText(const QString &text)
{
    m_text = text;
    ++m_question;
    m_waiting = 0;
    m_elapsedMs = 0;
    m_failure.clear();
    m_corrected.clear();
    const auto trimmed = text.trimmed();
    const auto prefix = trimmed.isEmpty() ? QChar() : trimmed.front();
    const auto rest = trimmed.mid(1).trimmed();
    const bool prefixed = prefix == u'>' || prefix == u'@' || prefix == u'#' || prefix == u'/';
    // What the new text can have no rows of goes at once; the rest stays until the answer is there.
    if (prefixed || trimmed.isEmpty())
        m_things.clear();
    if (prefix != u'@' && (prefixed || trimmed.isEmpty()))
        m_people.clear();
    if (prefix != u'#' && (prefixed || trimmed.isEmpty()))
        m_tags.clear();
    if (prefix != u'/')
        m_domains.clear();
    m_found.clear();
    if (prefix == u'>') {
        findCommands(rest, manyRows);
    } else if (prefix == u'@') {
        askPeople(rest, manyRows);
    } else if (prefix == u'#') {
        askFacet(u"tag"_s, rest, manyRows);
    } else if (prefix == u'/') {
        askFacet(u"domain"_s, rest, manyRows);
    } else if (trimmed.isEmpty()) {
        findCommands({}, manyRows);
    } else {
        findCommands(trimmed, fewRows);
        askThings(trimmed, someRows);
        askPeople(trimmed, fewRows);
        askFacet(u"tag"_s, trimmed, fewRows);
    }
    arrange();
}

int PaletteModel::count() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return row.type != Type::Head; }));
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).type == Type::Head)
        return Qt::NoItemFlags;
    return m_rows.at(index.row()).enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                          : Qt::ItemIsSelectable;
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return row.why.isEmpty() ? row.title : QString(row.title + u", "_s + row.why);
    case TypeRole:
        return int(row.type);
    case TitleRangesRole:
        return flat(row.titleRanges);
    case PlaceRole:
        return row.place;
    case WhyRole:
        return row.why;
    case WhyRangesRole:
        return flat(row.whyRanges);
    case KindRole:
        return row.id.isNull() ? QVariant() : QVariant(int(row.kind));
    case EntityTypeRole:
        return row.entityType;
    case IconRole:
        return row.iconName;
    case ShortcutRole:
        return row.shortcut;
    case IdRole:
        return row.id;
    case CommandRole:
        return row.command;
    case QueryRole:
        return row.query;
    default:
        return {};
    }
}

void PaletteModel::askThings(const QString &words, int limit)
{
    ++m_waiting;
    onFinished(m_source.search({.query = words, .limit = limit}), this,
               [this, question = m_question](const Result<store::SearchAnswer> &answer) {
                   if (question != m_question)
                       return;
                   Rows rows;
                   if (answer) {
                       m_corrected = answer->corrected;
                       for (const auto &hit : answer->hits)
                           rows.append(rowOf(hit));
                   } else {
                       m_failure = answer.error().detail;
                   }
                   take(&m_things, std::move(rows), answer ? answer->elapsedMs : 0);
               });
}

void PaletteModel::askPeople(const QString &words, int limit)
{
    ++m_waiting;
    const auto query = QString(u"kind:person kind:team "_s + words);
    onFinished(m_source.search({.query = query, .limit = limit}), this,
               [this, question = m_question](const Result<store::SearchAnswer> &answer) {
                   if (question != m_question)
                       return;
                   Rows rows;
                   for (const auto &hit : answer ? answer->hits : QList<store::Hit>()) {
                       auto row = rowOf(hit);
                       row.why = u"@ "_s + kindText(hit.entity.kind).toLower();
                       row.whyRanges.clear();
                       rows.append(row);
                   }
                   take(&m_people, std::move(rows), answer ? answer->elapsedMs : 0);
               });
}

void PaletteModel::askFacet(const QString &key, const QString &words, int limit)
{
    ++m_waiting;
    const bool tag = key == u"tag"_s;
    const auto parts = words.split(u' ', Qt::SkipEmptyParts);
    onFinished(m_source.facets({}), this,
               [=, this, question = m_question](const Result<QList<store::Facet>> &answer) {
                   if (question != m_question)
                       return;
                   Rows rows;
                   for (const auto &facet : answer ? *answer : QList<store::Facet>()) {
                       for (const auto &[value, count] : facet.values) {
                           const auto shown = tag ? oneLine(value)
                                                  : oneLine(domain::domainText(value.split(u'/')));
                           const auto ranges = wordsIn(shown, parts);
                           const bool fits = parts.isEmpty() || !ranges.isEmpty();
                           if (facet.name != key || !fits || rows.size() >= limit)
                               continue;
                           Row row;
                           row.type = Type::Filter;
                           row.title = shown;
                           row.titleRanges = ranges;
                           row.place = tr("%n thing(s)", nullptr, int(count));
                           row.why = tag ? tr("# tag") : tr("/ domain");
                           row.iconName = tag ? u"kind-tag"_s : u"kind-domain"_s;
                           row.query = key + u':' + domain::quotedValue(value);
                           rows.append(row);
                       }
                   }
                   take(tag ? &m_tags : &m_domains, std::move(rows), 0);
               });
}

void PaletteModel::take(Rows *section, Rows rows, double elapsedMs)
{
    --m_waiting;
    m_elapsedMs = std::max(m_elapsedMs, elapsedMs);
    *section = std::move(rows);
    arrange();
}

void PaletteModel::findCommands(const QString &words, int limit)
{
    const auto parts = words.split(u' ', Qt::SkipEmptyParts);
    for (const auto &command : std::as_const(m_commands)) {
        const auto ranges = wordsIn(command.text, parts);
        if ((!parts.isEmpty() && ranges.isEmpty()) || m_found.size() >= limit)
            continue;
        Row row;
        row.type = Type::Command;
        row.title = command.text;
        row.titleRanges = ranges;
        row.place = command.menu;
        row.why = parts.isEmpty() ? tr("command") : tr("command, by its words");
        row.iconName = command.iconName;
        row.shortcut = command.shortcut;
        row.command = command.id;
        row.enabled = command.enabled;
        m_found.append(row);
    }
}

PaletteModel::Row PaletteModel::rowOf(const store::Hit &hit)
{
    const auto &entity = hit.entity;
    Row row;
    row.type = Type::Thing;
    row.id = entity.id;
    row.kind = entity.kind;
    row.entityType = entity.type;
    row.title = oneLine(entity.label());
    row.titleRanges = hit.match.nameRanges;
    row.place = placeOf(entity);
    const auto &match = hit.match;
    const auto text = oneLine(match.text);
    if (match.in.isEmpty()) {
        row.why = kindText(entity.kind, entity.type);
    } else if (match.in == u"name"_s || match.in == u"title"_s) {
        row.why = hit.tier == 5 ? tr("name, with a spelling mended") : matchText(match.in);
    } else {
        const QString before = matchText(match.in) + u" “"_s;
        row.why = before + text + u'”';
        row.whyRanges = shiftedBy(match.ranges, before.size());
    }
    return row;
}

void PaletteModel::arrange()
{
    const auto headed = [this](const QString &title, const Rows &section) {
        if (section.isEmpty())
            return;
        Row head;
        head.title = title;
        m_rows.append(head);
        m_rows.append(section);
    };
    beginResetModel();
    m_rows.clear();
    headed(tr("Products and assets"), m_things);
    headed(tr("Commands"), m_found);
    headed(tr("People and teams"), m_people);
    headed(tr("Tags"), m_tags);
    headed(tr("Domains"), m_domains);
    endResetModel();
    Q_EMIT rowsChanged();
}

} // namespace portolan::items
