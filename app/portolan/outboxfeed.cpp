// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/outboxfeed.h"

#include "models/base/async.h"
#include "models/items/outboxreading.h"

namespace portolan::app {

OutboxFeed::OutboxFeed(items::OutboxSource &source, views::shell::MainWindow &window,
                       QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_window(window)
{
    connect(&source, &items::OutboxSource::changed, this, &OutboxFeed::ask);
    ask();
}

void OutboxFeed::ask()
{
    onFinished(m_source.counts(), this,
               [this, question = ++m_question](const Result<items::OutboxCounts> &counts) {
                   // What cannot be read is said by the pane; the badge stays as it was.
                   if (question == m_question && counts)
                       show(*counts);
               });
}

void OutboxFeed::show(const items::OutboxCounts &counts)
{
    m_window.setOutbox(items::countsText(counts), counts.needing + counts.waiting,
                       counts.needing > 0);
}

} // namespace portolan::app
