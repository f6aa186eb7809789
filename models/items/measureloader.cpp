// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/measureloader.h"

#include "models/base/async.h"
#include "models/items/clausejudge.h"

namespace portolan::items {

// Longer than the pauses between the changes of one sync.
constexpr int pauseMs = 300;

MeasureLoader::MeasureLoader(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MeasureLoader::askIfWanted);
}

void MeasureLoader::setSource(QualitySource *source)
{
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    ++m_question;
    m_isAsking = false;
    if (!m_source)
        return;
    connect(m_source, &QualitySource::changed, this, [this] {
        m_stale = true;
        if (!m_pause.isActive())
            m_pause.start();
    });
    refresh();
}

void MeasureLoader::setLookedAt(bool looked)
{
    m_looked = looked;
    askIfWanted();
}

void MeasureLoader::refresh()
{
    m_stale = true;
    askIfWanted();
}

//! One question at a time: what changes meanwhile is asked for behind it.
void MeasureLoader::askIfWanted()
{
    if (m_source && m_looked && m_stale && !m_isAsking)
        ask();
}

void MeasureLoader::ask()
{
    m_stale = false;
    m_isAsking = true;
    const auto question = ++m_question;
    const Period period{m_source->now().addDays(-verdictDays), m_source->now()};
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
                if (!incidents)
                    return fail(incidents.error());
                m_isAsking = false;
                Q_EMIT loaded(board, *incidents);
                if (m_stale)
                    m_pause.start();
            });
    });
}

void MeasureLoader::fail(const Error &error)
{
    m_isAsking = false;
    m_stale = true;
    Q_EMIT failed(error);
}

} // namespace portolan::items
