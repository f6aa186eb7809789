// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogexport.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/domain/entitykind.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr int pageRows = 400;

QByteArray lineOf(const QStringList &cells)
{
    QStringList quoted;
    for (const auto &cell : cells)
        quoted.append(csvCell(cell));
    return quoted.join(u',').toUtf8() + "\r\n";
}

QByteArray headLine()
{
    return lineOf({u"id"_s, u"nativeId"_s, u"kind"_s, u"type"_s, u"name"_s, u"title"_s,
                   u"description"_s, u"domain"_s, u"owner"_s, u"status"_s, u"version"_s,
                   u"classification"_s, u"tags"_s, u"portTypes"_s, u"accounts"_s});
}

QByteArray lineOf(const domain::Entity &entity)
{
    QStringList accounts;
    for (const auto &alias : entity.aliases)
        accounts.append(alias.accountName);
    accounts.removeDuplicates();
    return lineOf({idText(entity.id), entity.nativeId, domain::kindWord(entity.kind), entity.type,
                   entity.name, entity.title, entity.description, entity.domain.join(u'/'),
                   entity.ownerName, entity.status, entity.version, entity.classification,
                   entity.tags.join(u';'), entity.portTypes.join(u';'), accounts.join(u';')});
}

} // namespace

QString csvCell(const QString &text)
{
    auto cell = text;
    if (!cell.isEmpty() && u"=+-@\t\r\n"_s.contains(cell.at(0)))
        cell.prepend(u'\'');
    cell.replace(u'"', u"\"\""_s);
    return u'"' + cell + u'"';
}

CatalogExport::CatalogExport(CatalogSource &source, const store::SearchRequest &request,
                             const QString &file, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_request(request)
    , m_file(file)
{
    m_request.offset = 0;
    m_request.limit = pageRows;
}

void CatalogExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(failure(Error::Kind::Usage, m_file.errorString()));
        return;
    }
    m_file.write(headLine());
    next();
}

void CatalogExport::next()
{
    onFinished(m_source.search(m_request), this, [this](const Result<store::SearchAnswer> &answer) {
        if (m_cancelled)
            finish(failure(Error::Kind::Cancelled, {}));
        else if (!answer)
            finish(tl::make_unexpected(answer.error()));
        else
            take(*answer);
    });
}

void CatalogExport::take(const store::SearchAnswer &answer)
{
    for (const auto &hit : answer.hits)
        m_file.write(lineOf(hit.entity));
    m_done += answer.hits.size();
    m_request.offset += m_request.limit; // also where some of a page are gone by now
    Q_EMIT progressed(m_done, answer.total);
    if (m_request.offset < answer.total) {
        next();
        return;
    }
    if (m_file.commit())
        finish(m_done);
    else
        finish(failure(Error::Kind::DiskFull, m_file.errorString()));
}

void CatalogExport::finish(Result<qint64> result)
{
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace portolan::items
