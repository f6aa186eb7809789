// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/actionport.h"
#include "models/platforms/apicalls.h"
#include "models/platforms/entropydata/accessdoc.h"
#include "models/platforms/entropydata/edits.h"

#include <functional>
#include <optional>
#include <variant>

namespace portolan::platforms::entropydata {

//! Asks for access and decides about it (domain/accessjson.h), and hands edits on. A request is a
//! PUT of one document for each port, under an id of our own: it is sent again only after a look
//! says that it is not there. A withdrawal is a look and a DELETE (ruling 30), or a cancellation
//! once it was approved. The calls that decide take no reason: it stays on this machine. The
//! platform takes no key, so what is in doubt is looked up; the revision of a receipt is the state
//! it led to.
class Actions final : public ActionPort
{
public:
    //! Finds the platform's id of an item that was not made here; empty where there is none.
    using FindItem = std::function<Result<QString>(const QUuid &item)>;

    //! All documents of a request, as they were last read; empty where nobody read them.
    using KnownDocs = std::function<QList<AccessDoc>(const QUuid &request)>;

    struct Setup
    {
        const ApiCalls &calls;
        const Clock &clock;
        QString origin; //!< of the installation
        FindItem findItem;
        KnownDocs knownDocs;
    };

    explicit Actions(Setup setup)
        : m_setup(std::move(setup))
        , m_edits(m_setup.calls)
    {
    }

    ActionOutcome send(const domain::Operation &operation) override;
    LookUpOutcome lookUp(const domain::Operation &operation) override;

    bool honoursKeys() const override { return false; }

    //! A request that was cut may be under way for as long as a request may take.
    qint64 settlingMs() const override { return 65'000; }

private:
    //! A document, or why there is none: an answer that settles the matter.
    using Looked = std::variant<AccessDoc, std::monostate, ActionOutcome>;

    ActionOutcome create(const domain::Operation &operation);
    ActionOutcome decide(const domain::Operation &operation);
    ActionOutcome withdraw(const AccessDoc &doc);
    bool isChanged(const domain::AccessDecision &decision, const AccessDoc &doc) const;
    std::optional<ActionOutcome> obstacle(const domain::AccessDecision &decision,
                                          const AccessDoc &doc, const QString &seen) const;
    ActionOutcome call(net::HttpMethod method, const QStringList &segments,
                       const QByteArray &body = {}) const;
    Looked look(const QString &id) const;
    //! Looks for the document that \a decision is about; \a id becomes what it is called.
    Looked lookFor(const domain::AccessDecision &decision, QString &id) const;

    Setup m_setup;
    Edits m_edits;
};

} // namespace portolan::platforms::entropydata
