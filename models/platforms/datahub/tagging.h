// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/actionport.h"
#include "models/platforms/datahub/api.h"

#include <QHash>
#include <QStringList>

namespace portolan::platforms::datahub {

//! Puts tags on things and takes them off. They are sets: adding or removing twice changes nothing.
//! People call tags by their names, and DataHub knows them by urns: a name that several have is
//! refused, with what to call them instead.
class Tagging
{
public:
    //! \a api outlives this.
    explicit Tagging(const Api &api)
        : m_api(api)
    {
    }

    [[nodiscard]] ActionOutcome send(const domain::Operation &operation);
    [[nodiscard]] LookUpOutcome lookUp(const domain::Operation &operation);

private:
    //! A tag that there is.
    struct Tag
    {
        QString urn;
        QString name; //!< as it is shown

        bool isCalled(const QString &word, Qt::CaseSensitivity sensitivity) const;
    };

    [[nodiscard]] Result<QStringList> tagsOf(const QString &urn) const;
    [[nodiscard]] Result<void> list();
    [[nodiscard]] Result<QStringList> urnsOf(const QStringList &names, const QStringList *among);
    QList<Tag> called(const QString &name, const QStringList *among) const;

    const Api &m_api;
    QList<Tag> m_tags; //!< as they were listed last
};

} // namespace portolan::platforms::datahub
