// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/curlclient.h"

#include "models/net/curltransfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

// As browsers do: more connections to one host are not faster, and look like an attack.
constexpr long mostConnectionsPerHost = 6;
constexpr long mostConnections = 32;

// A cancelled future tells nobody: while something is under way, it is looked at so often.
constexpr int lookMs = 100;
constexpr int idleMs = 60'000;

struct ClosesMulti
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

//! libcurl counts these and guards them by itself, from 7.84 on.
struct CurlLibrary
{
    CurlLibrary()
    {
        // Where it is set, libcurl writes the keys of every connection into the file that it names.
        qunsetenv("SSLKEYLOGFILE");
        curl_global_init(CURL_GLOBAL_DEFAULT);
    }

    ~CurlLibrary() { curl_global_cleanup(); }

    CurlLibrary(const CurlLibrary &) = delete;
    CurlLibrary &operator=(const CurlLibrary &) = delete;
};

} // namespace

//! The net thread. Other threads leave questions and wake it; all else is its own.
class CurlClient::Loop
{
public:
    Loop(const Clock &clock, const TransferLimits &limits)
        : m_clock(clock)
        , m_limits(limits)
        , m_multi(curl_multi_init())
    {
        curl_multi_setopt(m_multi.get(), CURLMOPT_PIPELINING, long{CURLPIPE_MULTIPLEX});
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS, mostConnectionsPerHost);
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, mostConnections);
        m_thread = std::thread([this] { run(); });
    }

    ~Loop()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closing = true;
        }
        curl_multi_wakeup(m_multi.get());
        m_thread.join();
    }

    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void ask(Question question)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_arrived.push_back(std::move(question));
        }
        curl_multi_wakeup(m_multi.get());
    }

private:
    void run()
    {
        while (startArrived()) {
            int running = 0;
            curl_multi_perform(m_multi.get(), &running);
            endFinished();
            endCancelled();
            curl_multi_poll(m_multi.get(), nullptr, 0, m_transfers.empty() ? idleMs : lookMs,
                            nullptr);
        }
        for (auto &transfer : m_transfers)
            end(*transfer);
        m_transfers.clear();
    }

    //! False once the client is closing.
    bool startArrived()
    {
        std::vector<Question> arrived;
        bool closing = false;
        {
            const std::scoped_lock lock(m_mutex);
            arrived.swap(m_arrived);
            closing = m_closing;
        }
        for (auto &question : arrived)
            start(std::make_unique<CurlTransfer>(std::move(question), m_clock));
        return !closing;
    }

    void start(std::unique_ptr<CurlTransfer> transfer)
    {
        if (const auto opened = transfer->open(m_limits); !opened)
            return transfer->fail(opened.error().kind, opened.error().detail);
        avoidStalled(*transfer);
        if (curl_multi_add_handle(m_multi.get(), transfer->handle()) != CURLM_OK)
            return transfer->fail(Error::Kind::TooLarge,
                                  u"there is no memory for another transfer"_s);
        m_transfers.push_back(std::move(transfer));
    }

    //! A connection may lead nowhere any more: the network is another one, or the machine slept.
    //! With HTTP/2 it is kept when a request on it is given up, and would be taken for the next,
    //! for as long as nobody says that it is closed. So what was open when an answer did not come
    //! in time is not used again. A connection on which others still wait would be taken all the
    //! same: while there may be one, each request has one of its own.
    void avoidStalled(const CurlTransfer &transfer)
    {
        const auto stall = m_stalls.find(transfer.origin());
        if (stall == m_stalls.end())
            return;
        constexpr qint64 longestS = 3600; // as the profile has it
        const auto atMs = stall->second.atMs;
        const bool isAwaited =
            std::any_of(m_transfers.begin(), m_transfers.end(), [&](const auto &other) {
                return other->startedMs() < atMs && other->origin() == stall->first;
            });
        const auto sinceS = (m_clock.monotonicMs() - atMs) / 1000;
        curl_easy_setopt(transfer.handle(), CURLOPT_MAXLIFETIME_CONN,
                         static_cast<long>(std::clamp<qint64>(sinceS, 1, longestS)));
        if (!stall->second.isOver || isAwaited)
            curl_easy_setopt(transfer.handle(), CURLOPT_FRESH_CONNECT, 1L);
    }

    //! Notes what the end of \a transfer tells about the connections to its server.
    void noteEnd(const CurlTransfer &transfer, CURLcode code)
    {
        if (code == CURLE_OPERATION_TIMEDOUT) {
            m_stalls[transfer.origin()] = {m_clock.monotonicMs(), false};
        } else if (const auto stall = m_stalls.find(transfer.origin()); stall != m_stalls.end()
                   && code == CURLE_OK && transfer.startedMs() >= stall->second.atMs) {
            stall->second.isOver = true;
        }
    }

    void endFinished()
    {
        int left = 0;
        while (const auto *message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            // Removing the handle ends the life of the message.
            const auto code = message->data.result;
            auto *easy = message->easy_handle;
            curl_multi_remove_handle(m_multi.get(), easy);
            const auto found =
                std::find_if(m_transfers.begin(), m_transfers.end(),
                             [easy](const auto &transfer) { return transfer->handle() == easy; });
            if (found == m_transfers.end())
                continue;
            noteEnd(**found, code);
            (*found)->finish(code, m_clockOffsetMs);
            m_transfers.erase(found);
        }
    }

    void endCancelled()
    {
        std::erase_if(m_transfers, [this](const auto &transfer) {
            if (!transfer->isCancelled())
                return false;
            end(*transfer);
            return true;
        });
    }

    void end(CurlTransfer &transfer)
    {
        curl_multi_remove_handle(m_multi.get(), transfer.handle());
        transfer.fail(Error::Kind::Cancelled, u"it was stopped"_s);
    }

    //! That an answer did not come in time.
    struct Stall
    {
        qint64 atMs = 0;
        bool isOver = false; //!< a later request was answered
    };

    const Clock &m_clock;
    TransferLimits m_limits;
    std::map<QByteArray, Stall> m_stalls; //!< the last one of each origin
    CurlLibrary m_library;
    std::unique_ptr<CURLM, ClosesMulti> m_multi;
    std::vector<std::unique_ptr<CurlTransfer>> m_transfers;
    std::optional<qint64> m_clockOffsetMs; //!< the last one that a server's Date told

    std::mutex m_mutex; //!< guards the two below, for the time of a swap
    std::vector<Question> m_arrived;
    bool m_closing = false;

    std::thread m_thread;
};

CurlClient::CurlClient(const Clock &clock, const TransferLimits &limits)
    : m_loop(std::make_unique<Loop>(clock, limits))
{
}

CurlClient::~CurlClient() = default;

QFuture<Result<HttpResponse>> CurlClient::stream(HttpRequest request, BodySink sink)
{
    Question question{std::move(request), std::move(sink), {}};
    question.promise.start();
    auto future = question.promise.future();
    m_loop->ask(std::move(question));
    return future;
}

} // namespace portolan::net
