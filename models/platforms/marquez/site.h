// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/formats/openlineage/event.h"
#include "models/net/httpurl.h"
#include "models/platforms/platform.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace portolan::platforms::marquez {

using formats::openlineage::Name;

//! Where the server of an account is, and the pages that it shows to people.
struct Site
{
    net::HttpUrl api; //!< what "api/v1" stands below
    QString web; //!< of the web interface, without a slash at its end

    QString datasetPage(const Name &name) const;
    QString jobPage(const Name &name) const;
    QString datasetsPage() const;

    //! The path of a thing below \a api: of a namespace with \a kind "datasets" or "jobs".
    static QStringList path(const Name &name, const QString &kind);
};

//! The site that \a settings mean. The web interface of a server on Marquez's own port 5000 is
//! where Marquez puts it, on port 3000; anywhere else it is what serves the API, too, and the
//! option "web" says otherwise.
[[nodiscard]] Result<Site> siteOf(const AccountSettings &settings);

//! "namespace:<name>": a namespace stands for a domain.
QString domainId(const QString &space);
//! "tag:<name>"
QString tagId(const QString &tag);

//! What a native id names.
struct Target
{
    enum class Kind { Dataset, Job, Field, Namespace, Unknown };

    Kind kind = Kind::Unknown;
    //! All that it may be: namespaces hold colons, and so may names. The likeliest first.
    QList<Name> names;
    QStringList fields; //!< of a field: one for each of \a names
};

Target targetOf(const QString &nativeId);

//! Which namespaces an account is about: all of them, unless its option "domains" lists some, in
//! any case.
class Subscription
{
public:
    Subscription() = default;
    explicit Subscription(const AccountSettings &settings);

    bool has(const QString &space) const
    {
        return m_spaces.isEmpty() || m_spaces.contains(space.toLower());
    }

    //! Whether the thing with the native id \a id is in one of them.
    bool holds(const QString &id) const;

    //! The namespaces as a text; the same for the same ones, and empty for all.
    QString text() const;

private:
    QSet<QString> m_spaces; //!< in lower case
};

} // namespace portolan::platforms::marquez
