// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/actions.h"

#include "models/domain/edit.h"
#include "models/platforms/openmetadata/edit.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {

Actions::Actions(Server &server, AccessRequests &access, const Clock &clock)
    : m_server(server)
    , m_access(access)
    , m_clock(clock)
{
}

ActionOutcome Actions::send(const domain::Operation &operation)
{
    if (domain::isEditKind(operation.kind)) {
        const auto edit = Edit::of(operation);
        return edit ? sendEdit(m_server, *edit) : outcomeOf(edit.error());
    }
    if (AccessRequests::isOne(operation))
        return m_access.send(operation, m_clock.now().toUTC().date());
    return {.kind = ActionOutcome::Kind::Rejected,
            .reason = u"OpenMetadata knows no \"%1\""_s.arg(operation.kind.left(60))};
}

LookUpOutcome Actions::lookUp(const domain::Operation &operation)
{
    if (domain::isEditKind(operation.kind)) {
        const auto edit = Edit::of(operation);
        return edit
            ? lookUpEdit(m_server, *edit)
            : LookUpOutcome{.kind = LookUpOutcome::Kind::Absent, .reason = edit.error().detail};
    }
    if (AccessRequests::isOne(operation))
        return m_access.lookUp(operation);
    return {.kind = LookUpOutcome::Kind::Absent};
}

} // namespace portolan::platforms::openmetadata
