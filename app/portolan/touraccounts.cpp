// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of the tour, and the dialogs about them.
#include "app/portolan/tour.h"
#include "views/accounts/accountspane.h"
#include "views/accounts/addserver.h"
#include "views/accounts/editserver.h"
#include "views/shell/workspace.h"

#include <QDialog>

#include <type_traits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

using Choice = views::Theme::Choice;

//! Closes the dialogs of \a window, those of type \a Kept apart.
template <typename Kept = void>
void leaveDialogs(const QWidget &window)
{
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs) {
        if constexpr (!std::is_void_v<Kept>) {
            if (qobject_cast<Kept *>(dialog) != nullptr)
                continue;
        }
        if (dialog->isVisible())
            dialog->reject();
    }
}

} // namespace

void Tour::planAccounts()
{
    auto &window = m_context.window;
    using Pane = views::accounts::AccountsPane;
    const auto pane = [&window](QSize size) {
        window.resize(size);
        window.workspace()->showPane(u"accounts"_s);
        return qobject_cast<Pane *>(window.workspace()->current());
    };
    const auto alone = [&window, pane](QSize size) {
        leaveDialogs(window);
        pane(size);
    };
    const auto adding = [pane](QSize size, bool isWhole) {
        if (auto *shown = pane(size))
            shown->addServer()->moreButton()->setChecked(isWhole);
    };
    const auto editing = [&window, pane] {
        leaveDialogs<views::accounts::EditServer>(window);
        if (auto *shown = pane(large))
            shown->editAccount();
    };
    both(u"accounts"_s, [alone] { alone(large); });
    both(u"accounts-1024"_s, [alone] { alone(small); });
    both(u"accounts-add-server"_s, [adding] { adding(large, false); });
    shot(u"accounts-add-server-contrast"_s, Choice::HighContrast,
         [adding] { adding(small, true); });
    shot(
        u"accounts-add-server-200pct-dark"_s, Choice::Dark, [adding] { adding(small, true); }, 2);
    both(u"accounts-edit"_s, editing);
    // What comes next is without them.
    shot(
        u"accounts-200pct-light"_s, Choice::Light, [alone] { alone(small); }, 2);
}

} // namespace portolan::app
