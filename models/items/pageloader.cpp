// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pageloader.h"

#include "models/base/async.h"
#include "models/items/pagesource.h"

#include <utility>

namespace portolan::items {

PageLoader::PageLoader(PageSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    connect(&source, &PageSource::changed, this, &PageLoader::reload);
}

void PageLoader::load(const QUuid &id)
{
    if (id != m_id) {
        m_id = id;
        m_dossier = {};
        m_complete = false;
        m_state = State::Loading;
        Q_EMIT pageChanged();
    }
    ask();
}

void PageLoader::reload()
{
    if (!m_id.isNull())
        ask();
}

void PageLoader::ask()
{
    const auto question = ++m_question;
    onFinished(m_source.page(m_id), this, [this, question](Result<domain::Page> answer) {
        if (question != m_question)
            return;
        if (answer)
            takePage(*std::move(answer));
        else
            fail(answer.error());
    });
}

void PageLoader::fail(const Error &error)
{
    m_state = State::Failed;
    m_error = error;
    m_dossier = {};
    Q_EMIT pageChanged();
}

void PageLoader::takePage(domain::Page page)
{
    m_next = {std::move(page), {}};
    const bool differs = m_state != State::Ready || m_next.page != m_dossier.page;
    m_state = State::Ready;
    if (differs) {
        m_dossier.page = m_next.page;
        Q_EMIT pageChanged();
    }
    fetchNear(m_next.wanted(), false);
}

void PageLoader::fetchNear(const QList<QUuid> &ids, bool beyond)
{
    m_awaited = ids.size();
    if (ids.isEmpty()) {
        finishNear(beyond);
        return;
    }
    const auto question = m_question;
    for (const auto &id : ids) {
        onFinished(m_source.page(id), this, [=, this](Result<domain::Page> answer) {
            if (question != m_question)
                return;
            // One that is missing leaves a gap in what is shown around the page, nothing worse.
            if (answer)
                m_next.near.insert(id, *std::move(answer));
            if (--m_awaited == 0)
                finishNear(beyond);
        });
    }
}

void PageLoader::finishNear(bool beyond)
{
    if (!beyond) {
        fetchNear(m_next.wantedBeyond(), true);
        return;
    }
    const bool differs = !m_complete || m_next != m_dossier;
    m_complete = true;
    if (differs) {
        m_dossier = std::exchange(m_next, {});
        Q_EMIT surroundingsChanged();
    }
}

} // namespace portolan::items
