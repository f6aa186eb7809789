// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/document/read.h"
#include "models/platforms/apicalls.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace portolan::platforms::entropydata {

//! A page of a list: its items live as long as the document does.
struct ListPage
{
    formats::document::Document document;
    QList<formats::document::Node> items;
    bool hasNext = false;

    //! What could not be read as it stands of the item that is \a index -th from 0.
    QList<domain::Finding> findingsOf(qsizetype index) const;
};

//! A page of what is read otherwise than as a document.
struct RawPage
{
    net::HttpResponse response;
    bool hasNext = false;
};

//! Watches one walk through a list: a server that always names a next page has no end.
class ListEnd
{
public:
    explicit ListEnd(QString kind)
        : m_kind(std::move(kind))
    {
    }

    //! An error where \a page names a next one, and has nothing that no page before it had.
    [[nodiscard]] Result<void> note(const ListPage &page);

private:
    QString m_kind;
    QSet<QString> m_seen;
};

//! A document of the platform; absent where it says for certain that there is none.
using MaybeDocument = std::optional<formats::document::Document>;

//! The reading calls of the interface. Used by one thread at a time.
class Api
{
public:
    explicit Api(const ApiCalls &calls)
        : m_calls(calls)
    {
    }

    //! Asks for page \a page of the list \a kind ("teams", …) without waiting.
    [[nodiscard]] Result<QFuture<Result<net::HttpResponse>>> ask(const QString &kind,
                                                                 int page) const;
    //! Waits for what ask() started, and reads it: whole, or an error.
    [[nodiscard]] Result<ListPage> take(QFuture<Result<net::HttpResponse>> answer) const;
    [[nodiscard]] Result<ListPage> list(const QString &kind, int page) const;

    //! The events behind \a last, oldest first, at most 1,000; from the first one when empty.
    //! Nothing where the platform does not know \a last any more.
    [[nodiscard]] Result<std::optional<ListPage>> events(const QString &last) const;

    //! Page \a page of the OpenLineage events that the platform keeps and \a filter names.
    [[nodiscard]] Result<RawPage> lineage(ApiCalls::Query filter, int page) const;

    //! The documents of \a ids, several at a time and in their order. "Not there" is believed when
    //! it is said twice: what follows from it is a removal.
    [[nodiscard]] Result<QList<MaybeDocument>> documents(const QString &kind,
                                                         const QStringList &ids) const;

private:
    [[nodiscard]] static Result<ListPage> pageOf(const net::HttpResponse &response);
    [[nodiscard]] Result<MaybeDocument> document(const net::HttpUrl &url,
                                                 QFuture<Result<net::HttpResponse>> answer) const;
    [[nodiscard]] Result<net::HttpUrl> addressOf(const QString &kind, const QString &id) const;

    const ApiCalls &m_calls;
};

//! Whether \a error says that the list is not to be had here: the key may not, or an older server
//! has no such thing.
bool isMissingFeature(const Error &error);

} // namespace portolan::platforms::entropydata
