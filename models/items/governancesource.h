// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/policy.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::items {

//! What the rules of the workspace say about a product.
struct Governance
{
    QList<domain::PolicyVerdict> verdicts;
    domain::PolicySet policies; //!< that judged
    QHash<QString, QString> ports; //!< what the ports are called, by native id
    QStringList judges; //!< accounts whose policies can be asked besides

    bool operator==(const Governance &) const = default;
};

//! Where the governance of products comes from. Lives in the GUI thread; every function returns at
//! once.
class GovernanceSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What the rules of the workspace say about the product with our id \a product.
    virtual QFuture<Result<Governance>> local(const QUuid &product) = 0;
    //! What the policies of platforms say about it; of each judge one verdict at least, unknown
    //! where it told nothing. What was answered before about the same product by the same policies
    //! is not asked again.
    virtual QFuture<Result<QList<domain::PolicyVerdict>>> remote(const QUuid &product) = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
};

} // namespace portolan::items
