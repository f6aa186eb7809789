// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/events.h"

#include "models/formats/bitol/parts.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using formats::bitol::textOf;

struct Kind
{
    QStringView word; //!< what the type of the event begins with
    QStringView list;
};

//! The longer word first where one begins another.
constexpr std::array kinds{Kind{u"DataProduct", u"dataproducts"},
                           Kind{u"OutputPort", u"dataproducts"},
                           Kind{u"DataContract", u"datacontracts"},
                           Kind{u"SourceSystem", u"sourcesystems"},
                           Kind{u"TestResults", u"test-results"},
                           Kind{u"Definition", u"definitions"},
                           Kind{u"Access", u"access"},
                           Kind{u"Asset", u"assets"},
                           Kind{u"Team", u"teams"},
                           Kind{u"Tag", u"tags"}};

QString listOf(const QString &type)
{
    for (const auto &kind : kinds) {
        if (type.startsWith(kind.word))
            return kind.list.toString();
    }
    return {};
}

} // namespace

Happened readEvents(const QList<formats::document::Node> &batch)
{
    Happened happened;
    for (const auto &event : batch) {
        const auto id = textOf(event, "id");
        if (id.isEmpty())
            continue;
        happened.last = id;
        // "com.entropy-data.events." or "com.datamesh-manager.events." stands in front.
        const auto type = textOf(event, "type").section(u'.', -1);
        const auto list = type.endsWith(u"Event"_s) ? listOf(type) : QString();
        // The subject may be absent; the data name the thing as well.
        auto subject = textOf(event["data"], "id");
        if (subject.isEmpty())
            subject = textOf(event, "subject");
        if (list.isEmpty() || subject.isEmpty()) {
            ++happened.unknown;
            continue;
        }
        happened.changed[list].insert(subject);
        if (type.endsWith(u"DeletedEvent"_s))
            happened.deletedKinds.insert(list);
        const auto time = textOf(event, "time");
        if (type == u"AccessRequestedEvent" || type == u"AccessCreatedEvent")
            happened.asked.insert(subject, time);
        if (type == u"AccessApprovedEvent" || type == u"AccessRejectedEvent")
            happened.decided.insert(subject, time);
    }
    return happened;
}

} // namespace portolan::platforms::entropydata
