// SPDX-License-Identifier: GPL-3.0-or-later
// What the stand-in of Entropy Data tells a test, and what it tells the world.
#include "tests/support/entropyshape.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

ApiAnswer json(const QJsonObject &object)
{
    return {.body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

} // namespace

ApiAnswer EntropyShape::control(const ApiRequest &request)
{
    const auto what = request.path.section(u'/', -1);
    if (what == u"effects") {
        QJsonArray list;
        for (const auto &effect : m_effects)
            list.append(QJsonObject{{u"access"_s, effect.access},
                                    {u"what"_s, effect.what},
                                    {u"again"_s, effect.isAgain}});
        return json(QJsonObject{{u"effects"_s, list}});
    }
    if (what == u"access") {
        QJsonArray list;
        const auto &shelf = m_shelves.value(u"access"_s);
        for (const auto &id : shelf.order)
            list.append(shelf.things.value(id));
        return json(QJsonObject{{u"access"_s, list}});
    }
    if (what == u"forget-events") {
        forgetEvents();
        return json(QJsonObject{{u"done"_s, true}});
    }
    return Shape::control(request);
}

//! The type has the one prefix or the other, as installations have both.
void EntropyShape::tell(const QString &type, const QString &subject, const QString &port)
{
    ++m_eventNumber;
    const auto prefix =
        m_eventNumber % 2 == 0 ? u"com.datamesh-manager.events."_s : u"com.entropy-data.events."_s;
    const auto id = QUuid::createUuidV5(QUuid(), QByteArray::number(m_eventNumber))
                        .toString(QUuid::WithoutBraces);
    const auto time = QDateTime(today, QTime(0, 0), Qt::UTC)
                          .addMSecs(qint64(m_eventNumber))
                          .toString(Qt::ISODateWithMs);
    QJsonObject data{{u"id"_s, subject}, {u"timestamp"_s, time}};
    if (!port.isEmpty())
        data.insert(u"outputPortId"_s, port);
    m_events.append({{u"specversion"_s, u"1.0"_s},
                     {u"id"_s, id},
                     {u"type"_s, QString(prefix % type % u"Event"_s)},
                     {u"source"_s, u"https://app.entropy-data.com"_s},
                     {u"time"_s, time},
                     {u"subject"_s, subject},
                     {u"datacontenttype"_s, u"application/json"_s},
                     {u"data"_s, data}});
}

void EntropyShape::note(const QString &access, const QString &what, bool isAgain)
{
    m_effects.append({access, what, isAgain});
}

bool EntropyShape::isApprovedByItself(const QJsonObject &access) const
{
    const auto provider = access.value(u"provider"_s).toObject();
    const auto product = thing(u"dataproducts"_s, provider.value(u"dataProductId"_s).toString());
    for (const auto &value : product.value(u"outputPorts"_s).toArray()) {
        const auto port = value.toObject();
        if (port.value(u"id"_s) == provider.value(u"outputPortId"_s))
            return port.value(u"autoApprove"_s).toBool();
    }
    return false;
}

QString EntropyShape::contractOf(const QString &product, const QString &port) const
{
    for (const auto &value : thing(u"dataproducts"_s, product).value(u"outputPorts"_s).toArray()) {
        const auto one = value.toObject();
        if (one.value(u"id"_s).toString() == port || one.value(u"name"_s).toString() == port)
            return one.contains(u"contractId"_s) ? one.value(u"contractId"_s).toString()
                                                 : one.value(u"dataContractId"_s).toString();
    }
    return {};
}

} // namespace portolan::tests
