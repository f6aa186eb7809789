// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/accessnotifier.h"

#include "models/base/async.h"
#include "models/base/identity.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

using items::AccessNews;

//! What a click on several of that kind shows.
QString pageOf(AccessNews::Kind kind)
{
    switch (kind) {
    case AccessNews::Kind::Review:
        return u"review"_s;
    case AccessNews::Kind::Asked:
    case AccessNews::Kind::Decided:
        return u"mine"_s;
    case AccessNews::Kind::Expiring:
        break;
    }
    return u"agreements"_s;
}

Notice noticeOf(const QList<AccessNews> &news)
{
    const auto &first = news.first();
    const bool isOne = news.size() == 1;
    const bool isRequest = isOne && first.kind != AccessNews::Kind::Expiring;
    QStringList lines;
    for (const auto &one : news)
        lines.append(one.text);
    return {.title = items::newsTitle(first.kind, int(news.size())),
            .text = lines.join(u" · "_s),
            .query = isRequest ? u"request:"_s + idText(first.request) : pageOf(first.kind)};
}

} // namespace

AccessNotifier::AccessNotifier(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    onFinished(m_context.work.notices(), this, [this](const Result<QStringList> &told) {
        // Where it cannot be read nothing is told: better silent than twice.
        if (!told)
            return;
        m_told = QSet<QString>(told->cbegin(), told->cend());
        m_isFirst = m_told.isEmpty();
        m_isRead = true;
        if (const auto board = std::exchange(m_waiting, std::nullopt))
            look(*board);
    });
}

void AccessNotifier::look(const items::AccessBoard &board)
{
    if (!m_isRead) {
        m_waiting = board;
        return;
    }
    auto news = items::newsOf(board);
    news.removeIf([this](const AccessNews &one) { return m_told.contains(one.key); });
    if (news.isEmpty())
        return;
    QStringList keys;
    for (const auto &one : std::as_const(news)) {
        m_told.insert(one.key);
        keys.append(one.key);
    }
    onFinished(m_context.work.addNotices(keys, m_context.clock.now()), this,
               [](const Result<void> &) {}); // else it is told once more after a restart
    // What was decided before this profile was made is history.
    if (std::exchange(m_isFirst, false))
        news.removeIf([](const AccessNews &one) { return one.kind == AccessNews::Kind::Decided; });
    if (m_context.isWanted() && !m_context.isSeen())
        tell(news);
}

void AccessNotifier::tell(const QList<AccessNews> &news)
{
    QList<AccessNews> group;
    for (const auto &one : news) {
        if (!group.isEmpty() && group.first().kind != one.kind)
            m_context.notifier.show(noticeOf(std::exchange(group, {})));
        group.append(one);
    }
    if (!group.isEmpty())
        m_context.notifier.show(noticeOf(group));
}

} // namespace portolan::app
