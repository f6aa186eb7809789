// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/accessreader.h"

#include "models/domain/approval.h"
#include "models/formats/policies/defaults.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;
using formats::json::text;

// What changes in older requests without another state, such as who is to decide, comes this late.
constexpr qint64 wholeEveryMs = 60LL * 60'000;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

bool isOpen(const QString &status)
{
    static const QStringList words{u"Open"_s, u"InProgress"_s, u"Pending"_s};
    return words.contains(status);
}

bool isActive(const QString &status)
{
    return isOpen(status) || status == u"Approved" || status == u"Granted";
}

//! Whether an error is the server's word about what was asked, and not one that passes.
bool isWord(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden;
}

//! Whether nothing else need be asked after an error of this kind.
bool isOver(const Error &error)
{
    return error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Unauthorised
        || error.kind == Error::Kind::Offline;
}

} // namespace

bool AccessReader::Look::isSure() const
{
    return all <= newest.size() || (active >= 0 && open >= 0);
}

QString AccessReader::Look::mark() const
{
    return u"%1 %2 %3 %4"_s.arg(all).arg(active).arg(open).arg(QString::fromLatin1(digest));
}

AccessReader::AccessReader(Server &server, QString account)
    : m_server(server)
{
    m_facts.account = std::move(account);
}

Result<void> AccessReader::learn(Cursor &cursor)
{
    const auto release = m_server.release();
    if (!release)
        return tl::unexpected(release.error());
    cursor.release = release->number;
    if (!release->hasTasks())
        return {};
    if (!m_isMeKnown) {
        const auto answer = m_server.get({u"users"_s, u"loggedInUser"_s});
        if (!answer && (answer.error().isRetryable() || isOver(answer.error())))
            return tl::unexpected(answer.error());
        // Who is not told stays unknown; a bot asks for nobody.
        formats::json::JsonParser parser;
        Json user;
        if (answer
            && parser.parse(viewOf(answer->body), viewOf(answer->body)).get(user)
                == simdjson::SUCCESS
            && !formats::json::isTrue(member(user, "isBot"))) {
            const auto title = text(user, "displayName");
            m_me = domain::textOf({.name = title.isEmpty() ? text(user, "name") : title,
                                   .email = text(user, "email")});
            m_isAdmin = formats::json::isTrue(member(user, "isAdmin"));
        }
        m_isMeKnown = answer || isWord(answer.error());
    }
    if (!m_me.isEmpty())
        cursor.me = m_me;
    m_facts.judge = m_isAdmin ? domain::actorFrom(m_me) : domain::Actor();
    return {};
}

Result<AccessReader::Look> AccessReader::look(const TaskPart &part)
{
    Look look;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto all = readTasks(m_server, part, [&](const Json &task) {
        Task read{.json = QByteArray::fromStdString(simdjson::minify(task)),
                  .status = text(task, "status")};
        hash.addData(read.json);
        look.newest.insert(text(task, "id"), std::move(read));
        return true;
    });
    if (!all)
        return tl::unexpected(all.error());
    look.all = *all;
    look.digest = hash.result().toHex().left(16);
    if (look.all <= look.newest.size())
        return look;
    for (const auto &[group, count] :
         {std::pair{u"active"_s, &Look::active}, std::pair{u"open"_s, &Look::open}}) {
        const TaskPart one{
            .filter = {{u"statusGroup"_s, group}}, .fields = part.fields, .limit = 1};
        const auto total = readTasks(m_server, one, [](const Json &) { return true; });
        if (!total && (total.error().isRetryable() || isOver(total.error())))
            return tl::unexpected(total.error());
        look.*count = total.value_or(-1);
    }
    return look;
}

//! Whether the tasks that are known are in the states that the list has.
bool AccessReader::agreesWith(const Look &look) const
{
    const auto count = [this](bool (*is)(const QString &)) {
        return std::count_if(m_tasks.begin(), m_tasks.end(),
                             [is](const Task &task) { return is(task.status); });
    };
    return look.isSure() && m_tasks.size() == look.all && count(isActive) == look.active
        && count(isOpen) == look.open;
}

//! Makes m_tasks all there are, with as few requests as that takes.
Result<void> AccessReader::gather(Look look, TaskPart part, bool isDue)
{
    if (look.all <= look.newest.size()) {
        m_tasks = std::move(look.newest);
        m_isWhole = true;
        return {};
    }
    const auto isKnown = std::exchange(m_isWhole, false) && !isDue;
    if (isKnown) {
        for (auto it = look.newest.begin(); it != look.newest.end(); ++it)
            m_tasks.insert(it.key(), *it);
        if (agreesWith(look)) {
            m_isWhole = true;
            return {};
        }
    }
    part.offset = look.newest.size();
    m_tasks = std::move(look.newest);
    const auto read = eachTask(m_server, part, [this](const Json &task) {
        m_tasks.insert(text(task, "id"),
                       {.json = QByteArray::fromStdString(simdjson::minify(task)),
                        .status = text(task, "status")});
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    m_isWhole = true;
    return {};
}

Result<std::optional<domain::AccessBook>> AccessReader::read(PullContext &context)
{
    const auto release = m_server.release();
    if (!release)
        return tl::unexpected(release.error());
    if (!release->hasTasks())
        return std::optional<domain::AccessBook>();
    auto &cursor = context.cursor;
    const auto now = m_server.now();
    const bool isDue = cursor.swept != 0 || now - cursor.accessAt >= wholeEveryMs;
    const TaskPart part{.fields = u"assignees,domains"_s};
    auto seen = look(part);
    if (!seen)
        return tl::unexpected(seen.error());
    const auto mark = seen->mark();
    if (!isDue && seen->isSure() && mark == cursor.access)
        return std::optional<domain::AccessBook>();
    if (const auto gathered = gather(std::move(*seen), part, isDue); !gathered)
        return tl::unexpected(gathered.error());
    if (isDue)
        m_facts.teams.clear(); // who is in them changes without a change of any request
    if (const auto learnt = learnPeople(); !learnt)
        return tl::unexpected(learnt.error());
    if (const auto known = context.knowNotes(); !known)
        return tl::unexpected(known.error());
    m_facts.lists = context.reader.lists;
    cursor.access = mark;
    if (isDue)
        cursor.accessAt = now;
    return std::optional(book(context.subscription()));
}

Result<void> AccessReader::learnPeople()
{
    QStringList users;
    QStringList teams;
    formats::json::JsonParser parser;
    for (const auto &known : std::as_const(m_tasks)) {
        Json task;
        if (parser.parse(viewOf(known.json), viewOf(known.json)).get(task) != simdjson::SUCCESS)
            continue;
        users += TaskReader::peopleIn(task);
        teams += TaskReader::teamsIn(task);
    }
    teams.removeDuplicates(); // each brings all who are in it
    if (const auto learnt = learnTeams(teams, users); !learnt)
        return learnt;
    return learnUsers(users);
}

//! Who is in the teams that may decide; they are added to \a users.
Result<void> AccessReader::learnTeams(const QStringList &ids, QStringList &users)
{
    QStringList unknown;
    QList<net::HttpUrl> urls;
    for (const auto &id : ids) {
        const auto url = m_server.address({u"teams"_s, id}, {{u"fields"_s, u"users"_s}});
        if (m_facts.teams.contains(id) || unknown.contains(id) || !url)
            continue;
        unknown.append(id);
        urls.append(*url);
    }
    formats::json::JsonParser parser;
    const auto done = m_server.each(urls, [&](qsizetype at, Answer answer) -> Result<void> {
        Json team;
        QStringList members;
        if (!answer && !isWord(answer.error()))
            return tl::unexpected(answer.error());
        if (answer
            && parser.parse(viewOf(answer->body), viewOf(answer->body)).get(team)
                == simdjson::SUCCESS) {
            for (const auto &user : formats::json::items(member(team, "users")))
                members.append(text(user, "id"));
        }
        m_facts.teams.insert(unknown.at(at), members);
        return {};
    });
    for (const auto &id : ids)
        users += m_facts.teams.value(id);
    return done;
}

Result<void> AccessReader::learnUsers(const QStringList &ids)
{
    QStringList unknown;
    QList<net::HttpUrl> urls;
    QSet<QString> taken;
    for (const auto &id : ids) {
        const auto url = m_server.address({u"users"_s, id});
        if (m_facts.people.contains(id) || taken.contains(id) || !url)
            continue;
        taken.insert(id);
        unknown.append(id);
        urls.append(*url);
    }
    formats::json::JsonParser parser;
    return m_server.each(urls, [&](qsizetype at, Answer answer) -> Result<void> {
        Json user;
        if (!answer && !isWord(answer.error()))
            return tl::unexpected(answer.error());
        if (!answer)
            return {}; // a person who is gone keeps the name that the task has
        if (parser.parse(viewOf(answer->body), viewOf(answer->body)).get(user) != simdjson::SUCCESS)
            return {};
        const auto title = text(user, "displayName");
        m_facts.people.insert(
            unknown.at(at),
            {.name = title.isEmpty() ? text(user, "name") : title, .email = text(user, "email")});
        return {};
    });
}

domain::AccessBook AccessReader::book(const Subscription &subscription) const
{
    TaskReader reader(m_facts);
    formats::json::JsonParser parser;
    for (const auto &known : m_tasks) {
        Json task;
        if (parser.parse(viewOf(known.json), viewOf(known.json)).get(task) == simdjson::SUCCESS
            && isKept(task, subscription))
            reader.add(task);
    }
    auto book = reader.take();
    book.policies = formats::policies::defaultPolicies(); // the server has none of that kind
    return book;
}

//! Whether what \a task is about lies in the domains of the account; one that does not say where it
//! belongs is shown.
bool AccessReader::isKept(const Json &task, const Subscription &subscription) const
{
    const auto domains = member(task, "domains");
    if (subscription.isOpen() || formats::json::isNull(domains))
        return true;
    const auto list = formats::json::items(domains);
    return std::any_of(list.begin(), list.end(), [&](const Json &domain) {
        return subscription.holdsPath(partsOf(referenceOf(domain).fqn));
    });
}

} // namespace portolan::platforms::openmetadata
