// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portolan/notifier.h"
#include "models/base/clock.h"
#include "models/items/accessnews.h"
#include "models/store/accountstore.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace portolan::app {

//! Tells a person on the desktop what of access needs them: each thing once, also after a restart;
//! several at once as one notice.
class AccessNotifier final : public QObject
{
    Q_OBJECT

public:
    //! What it works with; all outlives it.
    struct Context
    {
        store::AccountStore &work; //!< keeps what was told
        const Clock &clock;
        Notifier &notifier;
        std::function<bool()> isWanted; //!< by the person
        std::function<bool()> isSeen; //!< whether they look at access just now
    };

    explicit AccessNotifier(const Context &context, QObject *parent = nullptr);

    //! Tells what \a board has that was not told yet. What the person sees, or does not want to be
    //! told, counts as told.
    void look(const items::AccessBoard &board);

private:
    void tell(const QList<items::AccessNews> &news);

    Context m_context;
    QSet<QString> m_told;
    bool m_isFirst = true; //!< nothing was ever told in this profile
    bool m_isRead = false;
    std::optional<items::AccessBoard> m_waiting; //!< until what was told is read
};

} // namespace portolan::app
