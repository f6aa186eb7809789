// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoresults.h"

#include "app/demo/toolresults.h"

#include <algorithm>

namespace portolan::demo {
namespace {

// The day on which the files that ship were written.
const QDate &shippedDay()
{
    static const QDate day(2026, 11, 23);
    return day;
}

void writeRuns(const Story &story, int day, ResultFiles &files)
{
    writeDbt(story, day, files);
    writeExpectations(story, day, files);
    writeSoda(story, day, files);
    writeContractTests(story, day, files);
}

} // namespace

DemoResults::DemoResults(const QDateTime &firstStart)
    : m_firstStart(firstStart.toUTC())
{
}

Result<void> DemoResults::write(const QString &mesh, const QDateTime &until) const
{
    const Story story(m_firstStart);
    ResultFiles files(mesh, until.toSecsSinceEpoch());
    const auto last = story.dayOf(files.until());
    for (int day = -Story::days; day <= last; ++day) {
        // After a long time away nobody asks for the days in between.
        if (day > 0 && day < last - Story::days)
            continue;
        writeRuns(story, day, files);
        writeEvents(story, day, files);
    }
    return files.outcome();
}

Result<void> DemoResults::add(const QString &mesh, const QDateTime &since,
                              const QDateTime &until) const
{
    const Story story(m_firstStart);
    ResultFiles files(mesh, until.toSecsSinceEpoch());
    const auto last = story.dayOf(files.until());
    const auto first = std::max(story.dayOf(since.toSecsSinceEpoch()), last - Story::days);
    for (int day = first; day <= last; ++day)
        writeRuns(story, day, files);
    // Days that were told run by run until now are told in short once they are old; those of the
    // story stay as they are.
    const auto thinned = std::max(1, first - eventDays);
    for (int day = std::min(first, thinned); day <= last; ++day)
        writeEvents(story, day, files);
    return files.outcome();
}

int DemoResults::shift() const
{
    return int(shippedDay().daysTo(Story(m_firstStart).date(0)));
}

} // namespace portolan::demo
