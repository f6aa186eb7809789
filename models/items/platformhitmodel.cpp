// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/platformhitmodel.h"

#include "models/items/accountmodel.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

QString absenceText(sync::Absence absence, const QString &account)
{
    switch (absence) {
    case sync::Absence::None:
        return {};
    case sync::Absence::NotKept:
        return PlatformHitModel::tr("It is outside of the domains that “%1” keeps.").arg(account);
    case sync::Absence::NeverSynced:
        return PlatformHitModel::tr("“%1” has not been synced yet.").arg(account);
    case sync::Absence::NotSynced:
        return PlatformHitModel::tr(
                   "It came after the last sync of “%1”, or is of a sort that is not kept.")
            .arg(account);
    }
    return {};
}

//! What a person does about \a error of \a account.
QString remedyText(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorised:
    case Error::Kind::Keychain:
        return PlatformHitModel::tr("Enter opens the account.");
    case Error::Kind::Forbidden:
        return PlatformHitModel::tr(
            "Your account there lacks the right. Whoever runs it can give it to you.");
    case Error::Kind::Usage:
        return error.detail;
    default:
        return PlatformHitModel::tr("Enter asks again.");
    }
}

} // namespace

QString searchErrorText(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return PlatformHitModel::tr("Offline: it cannot be reached");
    case Error::Kind::Unauthorised:
        return PlatformHitModel::tr("Sign in again");
    case Error::Kind::Keychain:
        return PlatformHitModel::tr("The keyring did not give its secret");
    case Error::Kind::Forbidden:
        return PlatformHitModel::tr("You may not search there");
    case Error::Kind::RateLimited:
        return PlatformHitModel::tr("It asks to come back later");
    case Error::Kind::Unavailable:
        return PlatformHitModel::tr("It does not answer now");
    case Error::Kind::Busy:
        return PlatformHitModel::tr("Another Portolan renews its sign-in now");
    case Error::Kind::Untrusted:
        return PlatformHitModel::tr("It did not prove who it is");
    case Error::Kind::NetworkSignIn:
        return PlatformHitModel::tr("The network wants you to sign in first");
    case Error::Kind::NotFound:
        return PlatformHitModel::tr("It has no search at this address");
    case Error::Kind::Usage:
        return PlatformHitModel::tr("The account is not set up for it");
    default:
        return PlatformHitModel::tr("It failed: the answer was not understood");
    }
}

PlatformHitModel::PlatformHitModel(sync::PlatformSearch &search, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(search)
{
    connect(&search, &sync::PlatformSearch::asked, this, &PlatformHitModel::begin);
    connect(&search, &sync::PlatformSearch::answered, this, &PlatformHitModel::take);
    connect(&search, &sync::PlatformSearch::finished, this, &PlatformHitModel::end);
    connect(&search, &sync::PlatformSearch::failed, this,
            [this](quint64 question, const Error &error) {
                if (question != m_question)
                    return;
                m_error = error;
                end(question);
            });
}

PlatformHitModel::~PlatformHitModel()
{
    if (m_asking)
        m_search.cancel();
}

void PlatformHitModel::ask(const QString &query)
{
    const auto words = sync::askedWords(query);
    if (words.isEmpty())
        return;
    beginResetModel();
    m_sections.clear();
    m_query = query;
    m_words = words;
    m_error.reset();
    m_asking = true;
    endResetModel();
    m_question = m_search.ask(query);
    Q_EMIT changed();
}

void PlatformHitModel::askAgain()
{
    const auto query = m_query; // not the words: a quoted "kind:table" would be a filter among them
    ask(query);
}

void PlatformHitModel::stop()
{
    if (!std::exchange(m_asking, false))
        return;
    m_search.cancel();
    m_question = 0;
    for (auto &section : m_sections) {
        if (section.state == State::Asking)
            section.state = State::Stopped;
    }
    if (!m_sections.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}

void PlatformHitModel::clear()
{
    stop();
    beginResetModel();
    m_sections.clear();
    m_words.clear();
    m_error.reset();
    endResetModel();
    Q_EMIT changed();
}

void PlatformHitModel::begin(quint64 question, const QList<sync::SearchedAccount> &accounts)
{
    if (question != m_question || !m_asking)
        return;
    beginResetModel();
    m_sections.clear();
    for (const auto &account : accounts)
        m_sections.append({.account = account});
    endResetModel();
    Q_EMIT changed();
}

void PlatformHitModel::take(const sync::PlatformAnswer &answer)
{
    if (answer.question != m_question || !m_asking)
        return;
    const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](const auto &section) {
        return section.account.id == answer.account.id;
    });
    if (found == m_sections.end() || found->state != State::Asking)
        return;
    auto &section = *found;
    const int head = headOf(found - m_sections.begin());
    if (answer.things && !answer.things->isEmpty()) {
        beginInsertRows({}, head + 1, head + int(answer.things->size()));
        section.things = *answer.things;
        endInsertRows();
    }
    section.isFull = answer.isFull;
    if (!answer.things)
        section.error = answer.things.error();
    section.state = !answer.things ? State::Failed
        : section.things.isEmpty() ? State::Nothing
                                   : State::Found;
    Q_EMIT dataChanged(index(head), index(head));
    Q_EMIT changed();
}

void PlatformHitModel::end(quint64 question)
{
    if (question != m_question || !m_asking)
        return;
    m_asking = false;
    Q_EMIT changed();
}

qsizetype PlatformHitModel::found() const
{
    qsizetype count = 0;
    for (const auto &section : m_sections)
        count += section.things.size();
    return count;
}

QString PlatformHitModel::summary() const
{
    if (m_words.isEmpty())
        return {};
    const auto words = oneLine(m_words, 60);
    const auto is = [this](State state) {
        return std::count_if(m_sections.begin(), m_sections.end(),
                             [state](const auto &section) { return section.state == state; });
    };
    const auto told = is(State::Found) + is(State::Nothing);
    auto text = m_asking && told == 0 ? tr("Asking for “%1”…").arg(words)
                                      : tr("%n found for “%1”", nullptr, int(found())).arg(words);
    if (m_asking && told > 0)
        text += u" · "_s + tr("%n still asked", nullptr, int(is(State::Asking)));
    if (const auto failed = is(State::Failed); failed > 0)
        text += u" · "_s + tr("%n did not answer", nullptr, int(failed));
    if (is(State::Stopped) > 0)
        text += u" · "_s + tr("stopped");
    return text;
}

std::optional<PlatformHitModel::Place> PlatformHitModel::placeOf(int row) const
{
    for (qsizetype section = 0; section < m_sections.size() && row >= 0; ++section) {
        const auto hits = m_sections.at(section).things.size();
        if (row <= hits)
            return Place{section, row - 1};
        row -= int(hits) + 1;
    }
    return std::nullopt;
}

int PlatformHitModel::headOf(qsizetype section) const
{
    int row = 0;
    for (qsizetype i = 0; i < section; ++i)
        row += int(m_sections.at(i).things.size()) + 1;
    return row;
}

const Error *PlatformHitModel::errorAt(int row) const
{
    const auto place = placeOf(row);
    if (!place || place->hit >= 0 || !m_sections.at(place->section).error)
        return nullptr;
    return &*m_sections.at(place->section).error;
}

QString PlatformHitModel::whyAbsent(int row) const
{
    const auto place = placeOf(row);
    if (!place || place->hit < 0)
        return {};
    const auto &section = m_sections.at(place->section);
    return absenceText(section.things.at(place->hit).absence, section.account.name);
}

int PlatformHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : headOf(m_sections.size());
}

QVariant PlatformHitModel::data(const QModelIndex &index, int role) const
{
    const auto place = placeOf(index.row());
    if (!place)
        return {};
    const auto &section = m_sections.at(place->section);
    switch (role) {
    case IsHeadRole:
        return place->hit < 0;
    case AccountRole:
        return oneLine(section.account.name);
    case PlatformRole:
        return platformText(section.account.platform);
    default:
        return place->hit < 0 ? headData(section, role)
                              : hitData(section, section.things.at(place->hit), role);
    }
}

QVariant PlatformHitModel::headData(const Section &section, int role) const
{
    const auto standing = [&section]() -> QString {
        switch (section.state) {
        case State::Asking:
            return tr("Asking…");
        case State::Found:
            return section.isFull ? tr("The first %n", nullptr, int(section.things.size()))
                                  : tr("%n found", nullptr, int(section.things.size()));
        case State::Nothing:
            return tr("Nothing found");
        case State::Failed:
            return searchErrorText(*section.error);
        case State::Stopped:
            return tr("Stopped");
        }
        return {};
    };
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(section.account.name);
    case Qt::AccessibleTextRole: {
        const QStringList parts{oneLine(section.account.name),
                                platformText(section.account.platform), standing()};
        return parts.join(u", "_s);
    }
    case Qt::AccessibleDescriptionRole:
    case SecondLineRole:
        return section.error ? remedyText(*section.error) : QString();
    case StateRole:
        return int(section.state);
    case StandingRole:
        return standing();
    default:
        return {};
    }
}

QVariant PlatformHitModel::hitData(const Section &section, const sync::FoundThing &thing,
                                   int role) const
{
    const auto name = oneLine(thing.name);
    const auto snippet = oneLine(thing.snippet);
    const auto standing =
        thing.cached.isNull() ? tr("Only on the platform") : tr("In the catalogue");
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole: {
        QStringList parts{name, kindText(thing.kind, thing.type), oneLine(thing.place),
                          oneLine(section.account.name), standing};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case Qt::AccessibleDescriptionRole:
        return snippet;
    case NameMarksRole:
        return QVariant::fromValue(marksIn(name));
    case SecondLineRole:
        return snippet;
    case SecondMarksRole:
        return QVariant::fromValue(marksIn(snippet));
    case PlaceRole:
        return oneLine(thing.place);
    case KindRole:
        return int(thing.kind);
    case TypeRole:
        return thing.type;
    case KindTextRole:
        return kindText(thing.kind, thing.type);
    case CachedRole:
        return thing.cached;
    case PageRole:
        return thing.page;
    case StandingRole:
        return standing;
    default:
        return {};
    }
}

//! Where the words of the question stand in \a text: each place once, in order.
PlatformHitModel::Ranges PlatformHitModel::marksIn(const QString &text) const
{
    Ranges ranges;
    const auto words = m_words.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            ranges.append({int(at), int(at + word.size())});
    }
    std::sort(ranges.begin(), ranges.end());
    // Words may overlap: "order" and "orders".
    Ranges apart;
    for (const auto &range : std::as_const(ranges)) {
        if (apart.isEmpty() || range.first >= apart.last().second)
            apart.append(range);
        else
            apart.last().second = std::max(apart.last().second, range.second);
    }
    return apart;
}

} // namespace portolan::items
