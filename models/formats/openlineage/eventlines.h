// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/json/value.h"
#include "models/formats/openlineage/event.h"

#include <QList>
#include <QString>

#include <functional>
#include <string_view>

namespace portolan::formats::openlineage {

//! Where an event stands.
struct Place
{
    int file = 0; //!< as the reader of the files counts them
    int line = 0; //!< from 1

    bool operator==(const Place &) const = default;
};

//! Takes an event; what it holds is valid for the length of the call.
using TakeEvent = std::function<void(const Event &event, const Place &place)>;

//! Reads one file of events: a JSON object in each line, or one object or array over many lines. A
//! line that is no event becomes a finding and never stops the others. One thread at a time.
class EventLines
{
public:
    //! The longest line, and the largest file that is one value over many lines.
    static constexpr std::size_t maxLine = std::size_t(64) * 1024 * 1024;

    //! \a number is what places of the events carry.
    EventLines(const QString &file, int number, TakeEvent take);

    //! Reads line \a line (from 1), without its end. \a ended is false for the last line of a file
    //! that stops in the middle of it: it counts only when it is whole.
    void addLine(std::string_view text, int line, bool ended = true);
    //! Reads \a text, a whole file, as one value: an event or an array of them. What it is instead
    //! becomes a finding.
    void addWhole(std::string_view text);

    //! How many events there were. Where no line was one, the file may be one value over many
    //! lines.
    int events() const { return m_events; }

    //! At most 100, and one that counts the rest.
    QList<domain::Finding> findings() const;

private:
    void addValue(const json::Json &value, int line);
    void report(int line, const QString &rule, const QString &message, const QString &remedy);

    QString m_file;
    int m_number;
    TakeEvent m_take;
    json::JsonParser m_parser;
    QList<domain::Finding> m_findings;
    int m_unreported = 0;
    int m_events = 0;
    bool m_sawJson = false; //!< in some line
};

//! Whether \a head, the first bytes of a file, are OpenLineage events. A head that ends inside of
//! its first event is judged by the words in it.
bool holdsEvents(std::string_view head);

} // namespace portolan::formats::openlineage
