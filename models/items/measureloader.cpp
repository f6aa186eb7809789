// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/measureloader.h"

#include "models/base/async.h"

namespace portolan::items {

constexpr qint64 periodDays = 28;

void MeasureLoader::setSource(QualitySource *source)
{
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    ++m_question;
    if (!m_source)
        return;
    connect(m_source, &QualitySource::changed, this, &MeasureLoader::refresh);
    refresh();
}

void MeasureLoader::setLookedAt(bool looked)
{
    m_looked = looked;
    if (m_looked && m_stale)
        ask();
}

void MeasureLoader::refresh()
{
    m_stale = true;
    if (m_looked)
        ask();
}

void MeasureLoader::ask()
{
    if (!m_source)
        return;
    m_stale = false;
    const auto question = ++m_question;
    const Period period{m_source->now().addDays(-periodDays), m_source->now()};
    onFinished(m_source->board(period), this, [this, question, period](Result<QualityBoard> board) {
        if (question != m_question)
            return;
        if (!board)
            return fail(board.error());
        onFinished(
            m_source->incidents(period), this,
            [this, question, board = *std::move(board)](const Result<QList<Incident>> &incidents) {
                if (question != m_question)
                    return;
                if (incidents)
                    Q_EMIT loaded(board, *incidents);
                else
                    fail(incidents.error());
            });
    });
}

void MeasureLoader::fail(const Error &error)
{
    m_stale = true;
    Q_EMIT failed(error);
}

} // namespace portolan::items
