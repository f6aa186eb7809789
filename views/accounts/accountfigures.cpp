// SPDX-License-Identifier: GPL-3.0-or-later
// What the last sync of an account came to, how far one is that runs, and why one failed.
#include "models/items/labels.h"
#include "models/items/plainreason.h"
#include "views/accounts/accountdetail.h"
#include "views/shared/blocks.h"
#include "views/shared/timetext.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

constexpr qsizetype mostErrorText = 400; // what is longer is in the details

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return AccountDetail::tr("%1 ms").arg(locale.toString(milliseconds));
    if (milliseconds < 120000)
        return AccountDetail::tr("%1 s").arg(
            locale.toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    return AccountDetail::tr("%1 min").arg(locale.toString(milliseconds / 60000));
}

//! "Products" for many of a kind; the word of the kind is enough here.
QString kindTitle(domain::EntityKind kind)
{
    return items::kindText(kind);
}

} // namespace

void AccountDetail::showProgress(const items::SyncProgress *progress)
{
    m_progress->setVisible(progress != nullptr);
    if (!progress)
        return;
    const int percent = progress->percent();
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(std::max(0, percent));
    QStringList words;
    if (percent >= 0)
        words.append(tr("%1 %").arg(percent));
    if (progress->done > 0)
        words.append(progress->total > 0 ? tr("%1 of %2")
                                               .arg(QLocale().toString(progress->done),
                                                    QLocale().toString(progress->total))
                                         : QLocale().toString(progress->done));
    if (!progress->what.isEmpty())
        words.append(items::readingText(progress->what));
    if (words.isEmpty()) // a slow server is not a stopped one
        words.append(tr("waiting for the first answer"));
    m_progressText->setText(visibleText(words.join(u", "_s)));
}

void AccountDetail::showFigures(const items::AccountModel &model,
                                const items::AccountFacts &account)
{
    const QLocale locale;
    m_lastSync->setNote(asOfText(account.lastSync, QDateTime::currentDateTimeUtc()));
    setSafeToolTip(m_lastSync, momentText(account.lastSync));
    m_state->setStatus(statusOf(model.stateOf(account)), model.stateText(account));
    m_figures->clear();
    if (const auto *figures = model.figuresOf(account.name)) {
        m_figures->add(tr("Added"), locale.toString(figures->added));
        m_figures->add(tr("Changed"), locale.toString(figures->changed));
        m_figures->add(tr("Removed"), locale.toString(figures->removed));
        m_figures->add(tr("Unchanged"), locale.toString(figures->unchanged));
        m_figures->add(tr("Took"), durationText(figures->durationMs));
    }
    m_figures->setVisible(!m_figures->isEmpty());
    m_problems->setText(tr("%n problem(s)", nullptr, account.problems));
    m_problems->setVisible(account.problems > 0);
    m_counts->clear();
    for (const auto &[kind, count] : account.counts) {
        if (kind != domain::EntityKind::Field)
            m_counts->add(kindTitle(kind), locale.toString(count));
    }
    if (m_counts->isEmpty())
        m_counts->add(tr("Nothing"),
                      account.lastSync.isValid() ? tr("as of the last sync")
                                                 : tr("not synced yet"));
}

void AccountDetail::showSyncError(const Error &error)
{
    m_isForSignIn = false;
    m_error->report(tr("The sync could not be started"), error, tr("Try again"));
    m_error->setVisible(true);
}

//! Why the last sync failed, with what a person does about it.
void AccountDetail::showFailure(const items::AccountFacts &account, bool syncing,
                                const QString &obstacle)
{
    const bool failed = !syncing && account.state == u"failed"_s;
    m_error->setVisible(failed);
    if (!failed)
        return;
    const auto stays = tr("What you see below is what was known before. Nothing was removed.");
    m_isForSignIn = account.signIn == items::SignInState::TokenNeeded
        || account.signIn == items::SignInState::SignedOut;
    if (m_isForSignIn)
        return m_error->report(
            tr("%1 waits until you sign in").arg(account.name),
            QString((account.signIn == items::SignInState::SignedOut
                         ? tr("The platform takes its sign-in no longer.")
                         : tr("Portolan has no secret of it: it was not kept, or you signed out."))
                    + u'\n' + stays),
            account.error, tr("Sign in…"));
    const auto why = account.signIn == items::SignInState::KeyringLocked
        ? tr("The keyring has its secret and is locked. Open the keyring, then try again.")
        : items::plainSentence(account.error).left(mostErrorText);
    m_error->report(tr("The last sync of %1 failed").arg(account.name),
                    QString(why + u'\n' + stays), account.error == why ? QString() : account.error,
                    obstacle.isEmpty() ? tr("Try now") : QString());
}

} // namespace portolan::views::accounts
