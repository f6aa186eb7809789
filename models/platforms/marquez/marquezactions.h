// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/actionport.h"
#include "models/platforms/apicalls.h"
#include "models/platforms/marquez/site.h"

#include <QSet>

#include <optional>

namespace portolan::platforms::marquez {

//! Why Marquez takes no descriptions, and what to do instead; English, for who translates it.
inline constexpr auto descriptionsElsewhere =
    QT_TRANSLATE_NOOP("portolan::platforms::MarquezPlatform",
                      "Marquez takes descriptions from producers alone; let the job that writes it "
                      "say so in its events.");

//! What Marquez lets be written: "tag" of datasets, their fields and jobs. It has no way to
//! describe one, and a namespace keeps the description that it was made with. Tags are put and
//! taken one by one, and doing so again changes nothing; it has no revisions. Tags of fields are
//! compared without regard to case, since Marquez makes them upper case.
class MarquezActions final : public ActionPort
{
public:
    MarquezActions(std::shared_ptr<net::HttpClient> http, net::HttpUrl api);

    ActionOutcome send(const domain::Operation &operation) override;
    LookUpOutcome lookUp(const domain::Operation &operation) override;

    bool honoursKeys() const override { return true; }

    qint64 settlingMs() const override { return 60'000; }

private:
    //! A thing on the server, and the tags that it has.
    struct Found
    {
        QStringList path;
        QSet<QString> tags;
        bool ignoresCase = false;

        bool has(const QString &tag) const
        {
            return tags.contains(ignoresCase ? tag.toUpper() : tag);
        }
    };

    struct Wish
    {
        QString nativeId;
        QStringList add;
        QStringList remove;
    };

    [[nodiscard]] Result<Wish> wishOf(const domain::Operation &operation) const;
    [[nodiscard]] Result<Found> find(const QString &nativeId) const;
    [[nodiscard]] Result<net::HttpResponse> get(const QStringList &path) const;
    [[nodiscard]] Result<net::HttpResponse> call(net::HttpMethod method, const QStringList &path,
                                                 const QByteArray &body = {}) const;
    ActionOutcome sendTags(const Wish &wish) const;

    ApiCalls m_calls;
};

} // namespace portolan::platforms::marquez
