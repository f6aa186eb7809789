// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/datahubpages.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace portolan::performance {

//! An answer in pieces: those of the file are sent from where they are mapped.
struct HubReply
{
    int status = 200;
    std::vector<std::string_view> pieces; //!< of the pages, or of \a made
    std::vector<std::unique_ptr<std::string>> made;

    void add(std::string_view piece) { pieces.push_back(piece); }

    void make(std::string text);
    std::size_t size() const;
};

//! What DataHub would answer to the calls that our adapter makes, out of pages that were made
//! before. Knows of things what changed and how often. Any thread.
class DataHubAnswers
{
public:
    explicit DataHubAnswers(const DataHubPages &pages)
        : m_pages(pages)
    {
    }

    //! \a target is path and query as they came.
    HubReply reply(std::string_view target, std::string_view body);
    //! Adds a link to \a count datasets, every \a step from \a first on, or changes the one it has.
    void change(qint64 first, qint64 step, qint64 count);

private:
    HubReply scroll(std::string_view target, std::string_view body) const;
    HubReply batch(std::string_view body);
    HubReply poll(std::string_view target);
    HubReply pointers(std::string_view body) const;
    void addThing(HubReply &reply, HubPlace place);

    const DataHubPages &m_pages;
    std::mutex m_mutex; //!< guards what follows
    std::vector<qint64> m_log; //!< datasets in the order in which they changed
    std::unordered_map<qint64, int> m_changes; //!< how often each did
};

//! Serves \a answers on a free port of 127.0.0.1, a thread for each connection, until the process
//! ends. The port; ends the program when there is none.
quint16 serve(DataHubAnswers &answers);

} // namespace portolan::performance
