// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/actionport.h"
#include "models/platforms/apicalls.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <variant>

namespace portolan::platforms::entropydata {

//! Changes what products, contracts, source systems, definitions and assets say of themselves:
//! description, tags and owner, and what contracts say of their objects and fields, and assets of
//! their columns (domain/edit.h). The platform takes whole documents: each is read
//! anew, the one member is put into its bytes, and everything else goes back as it came. There is
//! no precondition: what somebody changed since the person looked is a conflict, what he changes
//! between our look and our write is not seen.
class Edits
{
public:
    //! \a calls outlives this.
    explicit Edits(const ApiCalls &calls)
        : m_calls(calls)
    {
    }

    [[nodiscard]] ActionOutcome send(const domain::Operation &operation) const;
    [[nodiscard]] LookUpOutcome lookUp(const domain::Operation &operation) const;

private:
    struct Wanted; //!< an operation, taken apart

    //! The document, or why there is none: an answer that settles the matter.
    using Looked = std::variant<QByteArray, ActionOutcome>;

    [[nodiscard]] Looked look(const QStringList &segments) const;

    const ApiCalls &m_calls;
};

} // namespace portolan::platforms::entropydata
