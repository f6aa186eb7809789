// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accesssource.h"
#include "models/items/accountsource.h"
#include "models/items/basket.h"
#include "models/items/catalogsource.h"
#include "models/items/editsource.h"
#include "models/items/governancesource.h"
#include "models/items/joinacts.h"
#include "models/items/lineagesource.h"
#include "models/items/outboxsource.h"
#include "models/items/pagesource.h"
#include "models/items/qualitysource.h"
#include "models/items/savedviewmodel.h"
#include "models/sync/platformsearch.h"
#include "views/shared/pane.h"
#include "views/shared/theme.h"
#include "views/shell/windowstate.h"

#include <QObject>

namespace portolan::app {

//! The panes and pages of this program.
class WindowPanes final : public QObject, public views::PaneFactory
{
    Q_OBJECT

public:
    //! What the panes work with; all of it outlives them.
    struct Context
    {
        items::CatalogSource &catalog;
        items::PageSource &pages;
        items::LineageSource &lineage;
        items::QualitySource &quality;
        items::AccountSource &accounts;
        items::SavedViewModel *views;
        const Clock &clock;
        views::Theme &theme;
        views::shell::WindowState &state;
        QString profileDirectory;
        items::AccessSource *access = nullptr; //!< null: there is no such pane
        items::Basket *basket = nullptr; //!< null: nothing is collected
        items::GovernanceSource *governance = nullptr; //!< null: pages have no such tab
        sync::PlatformSearch *platforms = nullptr; //!< null: only what is synced is searched
        items::JoinActs *joins = nullptr; //!< null: nothing is said about what is joined
        items::OutboxSource *outbox = nullptr; //!< null: there is no such pane
        items::EditSource *edits = nullptr; //!< null: nothing is edited here
    };

    explicit WindowPanes(const Context &context, QObject *parent = nullptr);

    QList<views::PaneInfo> panes() const override;
    std::unique_ptr<views::Pane> create(const QString &id) override;
    std::unique_ptr<views::Pane> createDocument(const QUuid &id) override;

    //! Whether accounts are being read for the first time.
    void setReading(bool reading);

Q_SIGNALS:
    void resetLayoutRequested();
    void readingChanged(bool reading);

private:
    Context m_context;
    bool m_reading = false;
};

} // namespace portolan::app
