// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/formtemplates.h"

#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"

#include <QMenu>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr qsizetype keptMost = 20;
constexpr qsizetype recentMost = 5;
constexpr qsizetype wordsMost = 60;
constexpr int daysMost = 36'600;

RequestTemplate templateOf(const domain::AccessRequest &request)
{
    RequestTemplate one{.purpose = request.purpose,
                        .justification = request.justification.trimmed(),
                        .consumer = request.consumer.name.isEmpty() ? request.consumer.id
                                                                    : request.consumer.name};
    const auto first = request.from.isValid() ? request.from : request.created.toUTC().date();
    if (request.to.isValid() && first.isValid())
        one.days = int(std::clamp<qint64>(first.daysTo(request.to) + 1, 1, daysMost));
    return one;
}

//! A menu takes '&' for the letter that chooses.
QString menuText(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace

FormTemplates::FormTemplates(std::function<RequestTemplate()> now, QWidget *parent)
    : LinkButton(tr("From template"), parent)
    , m_now(std::move(now))
{
    connect(this, &QAbstractButton::clicked, this, &FormTemplates::openMenu);
}

void FormTemplates::setBoard(const items::AccessBoardPtr &board)
{
    m_board = board;
}

QList<RequestTemplate> FormTemplates::recent() const
{
    QList<RequestTemplate> found;
    if (!m_board)
        return found;
    for (const auto &one : m_board->cases) {
        const auto made = templateOf(one.request);
        if (items::isMine(one, m_board->me) && !made.justification.isEmpty()
            && !m_kept.contains(made) && !found.contains(made) && found.size() < recentMost)
            found.append(made);
    }
    return found;
}

void FormTemplates::keep(const RequestTemplate &one)
{
    m_kept.removeAll(one);
    m_kept.prepend(one);
    m_kept = m_kept.mid(0, keptMost);
}

void FormTemplates::forget(const RequestTemplate &one)
{
    m_kept.removeAll(one);
}

void FormTemplates::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this, menu](const RequestTemplate &one) {
        const auto purpose = m_board ? items::purposeText(m_board->policies, one.purpose)
                                     : items::oneLine(one.purpose, wordsMost);
        const auto words = items::oneLine(one.justification.simplified(), wordsMost);
        menu->addAction(menuText(purpose.isEmpty() ? words : tr("%1: %2").arg(purpose, words)),
                        this, [this, one] { Q_EMIT chosen(one); });
    };
    std::for_each(m_kept.begin(), m_kept.end(), offer);
    const auto last = recent();
    if (!last.isEmpty()) {
        menu->addSection(tr("As in my last requests"));
        std::for_each(last.begin(), last.end(), offer);
    }
    menu->addSeparator();
    const auto now = m_now();
    auto *keeps = menu->addAction(tr("Keep this as a template"), this, [this, now] { keep(now); });
    keeps->setEnabled(!now.justification.isEmpty() && !m_kept.contains(now));
    auto *drops = menu->addAction(tr("Keep it no longer"), this, [this, now] { forget(now); });
    drops->setEnabled(m_kept.contains(now));
    menu->popup(mapToGlobal(QPoint(0, height())));
}

QVariantList FormTemplates::saveState() const
{
    QVariantList list;
    for (const auto &one : m_kept)
        list.append(QVariantMap{{u"purpose"_s, one.purpose},
                                {u"why"_s, one.justification},
                                {u"for"_s, one.consumer},
                                {u"days"_s, one.days}});
    return list;
}

void FormTemplates::restoreState(const QVariantList &state)
{
    m_kept.clear();
    for (const auto &each : state.mid(0, keptMost)) {
        const auto map = each.toMap();
        const RequestTemplate one{.purpose = map.value(u"purpose"_s).toString(),
                                  .justification = map.value(u"why"_s).toString(),
                                  .consumer = map.value(u"for"_s).toString(),
                                  .days = std::clamp(map.value(u"days"_s).toInt(), 0, daysMost)};
        if (!one.justification.isEmpty() && !m_kept.contains(one))
            m_kept.append(one);
    }
}

} // namespace portolan::views::access
