// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/marquez/catalogue.h"

#include <deque>
#include <functional>
#include <utility>

namespace portolan::platforms::marquez {

//! A list of the server: what is asked, and how much of it at once.
struct ListSpec
{
    QStringList path; //!< below the address of the account
    qint64 limit = 100;
    qsizetype ahead = 1; //!< pages asked for while one is read, once the length is known
};

//! What is asked. \a calls waits and can be stopped; \a http is what it sends through.
struct Server
{
    const ApiCalls &calls;
    std::shared_ptr<net::HttpClient> http;
};

//! Starts a GET that gives up soon: this server goes on stumbling over a thing that it once
//! stumbled over, and half an hour of patience would be in vain.
QFuture<Result<net::HttpResponse>> askSoon(const Server &server, const QStringList &path,
                                           const ApiCalls::Query &query = {});

//! A GET of one thing, by what askSoon() began: an answer that is no thing of Marquez is a Protocol
//! error. That, and that it is not there, are believed when they are said twice: the server may be
//! starting anew, or something that stands before it may have answered.
[[nodiscard]] Result<net::HttpResponse> takeThing(const Server &server, const QStringList &path,
                                                  QFuture<Result<net::HttpResponse>> answer);

//! Takes the answer to the question with this number.
using TakeAnswer = std::function<Result<void>(qsizetype at, const Result<net::HttpResponse> &)>;

//! Asks for the things at \a paths, some at a time; \a take has what takeThing() says of each, in
//! their order.
[[nodiscard]] Result<void> askEach(const Server &server, const QList<QStringList> &paths,
                                   const TakeAnswer &take);

//! Whether a page that ends in \a error may hold a single thing that is to blame: one that is too
//! large or that the server stumbles over.
bool isPerhapsOneThing(const Error &error);

//! Goes through one list from \a offset on, page by page. A page that cannot be read is asked for
//! in smaller ones, down to the one thing that is to blame: that is left out, with a finding, and
//! counted in \a lost. When the list changes its length meanwhile, \a moved is set: something may
//! have been passed over.
template <typename Item>
class ListWalk
{
public:
    using Parse = std::function<Result<Listed<Item>>(const net::HttpResponse &)>;
    //! Takes a page; \a next is where the one behind it begins.
    using Take = std::function<Result<void>(Listed<Item> page, qint64 next)>;

    ListWalk(const Server &server, ListSpec spec, Parse parse)
        : m_server(server)
        , m_spec(std::move(spec))
        , m_parse(std::move(parse))
    {
    }

    [[nodiscard]] Result<void> walk(qint64 offset, const Take &take)
    {
        std::deque<std::pair<qint64, QFuture<Result<net::HttpResponse>>>> asked;
        auto next = offset;
        const auto askNext = [&] {
            asked.emplace_back(next, ask(next, m_spec.limit));
            next += m_spec.limit;
        };
        askNext();
        while (!asked.empty()) {
            auto [at, answer] = std::move(asked.front());
            asked.pop_front();
            auto page = read(m_server.calls.take(std::move(answer)));
            if (!page && isPerhapsOneThing(page.error()))
                page = readApart(at, page.error());
            if (!page)
                return tl::unexpected(page.error());
            if (page->total >= 0 && total >= 0 && page->total != total)
                moved = true;
            if (page->counted >= 0 && std::exchange(m_counted, page->counted) != page->counted)
                moved = moved || at != offset;
            total = std::max(total, page->total);
            const bool isLast = page->rows < m_spec.limit;
            while (!isLast && qsizetype(asked.size()) < m_spec.ahead
                   && (total < 0 ? asked.empty() : next < total || asked.empty()))
                askNext();
            if (auto done = take(std::move(*page), at + m_spec.limit); !done)
                return done;
            if (isLast)
                break;
        }
        for (auto &[at, answer] : asked)
            answer.cancel();
        return {};
    }

    qint64 total = -1;
    bool moved = false;
    int lost = 0;

private:
    // Of a page of which not one thing can be read, only so many are asked for one by one.
    static constexpr int mostInVain = 3;

    QFuture<Result<net::HttpResponse>> ask(qint64 offset, qint64 limit) const
    {
        return askSoon(m_server, m_spec.path,
                       {{QStringLiteral("limit"), QString::number(limit)},
                        {QStringLiteral("offset"), QString::number(offset)}});
    }

    Result<Listed<Item>> read(const Result<net::HttpResponse> &response) const
    {
        if (!response)
            return tl::unexpected(response.error());
        return m_parse(*response);
    }

    Result<Listed<Item>> readApart(qint64 offset, const Error &why)
    {
        Listed<Item> whole;
        int inVain = 0;
        bool isAnyRead = false;
        std::deque<std::pair<qint64, qint64>> parts{{offset, m_spec.limit}};
        bool isFirst = true;
        while (!parts.empty()) {
            const auto [at, limit] = parts.front();
            parts.pop_front();
            auto page = std::exchange(isFirst, false) ? Result<Listed<Item>>(tl::unexpected(why))
                                                      : read(m_server.calls.take(ask(at, limit)));
            if (page) {
                isAnyRead = true;
                whole.total = std::max(whole.total, page->total);
                whole.rows += page->rows;
                whole.items += page->items;
                whole.findings += page->findings;
                if (page->rows < limit)
                    break;
            } else if (!isPerhapsOneThing(page.error())) {
                return page;
            } else if (limit > 1) {
                parts.emplace_front(at + limit / 2, limit - limit / 2);
                parts.emplace_front(at, limit / 2);
            } else if (!isAnyRead && ++inVain >= mostInVain) {
                return page;
            } else {
                ++lost;
                ++whole.rows;
                whole.findings.append(
                    findingOf(m_server.calls.base().shown(), QStringLiteral("marquez.unreadable"),
                              QStringLiteral("Number %1 of the list %2 cannot be read: %3")
                                  .arg(at + 1)
                                  .arg(m_spec.path.join(u'/'), page.error().detail)));
            }
        }
        return whole;
    }

    const Server &m_server;
    ListSpec m_spec;
    Parse m_parse;
    qint64 m_counted = -1; //!< as the page before said
};

} // namespace portolan::platforms::marquez
