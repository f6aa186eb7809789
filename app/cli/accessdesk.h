// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about access share.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"
#include "models/items/storeaccesssource.h"

#include <QDate>
#include <QJsonObject>
#include <QList>

#include <memory>

namespace portolan::cli {

//! The source of the access pane, opened for one command.
class AccessDesk
{
public:
    [[nodiscard]] static Result<std::unique_ptr<AccessDesk>> open(Context &context);

    store::Store &store() { return m_store; }

    items::StoreAccessSource &source() { return m_source; }

    [[nodiscard]] Result<items::AccessBoard> board();

private:
    AccessDesk(store::Store &store, const sync::Engine &engine, const Clock &clock);

    store::Store &m_store;
    items::StoreAccessSource m_source;
};

//! The case that \a reference names: an id, a label or the beginning of an id.
[[nodiscard]] Result<items::AccessCase> caseNamed(const items::AccessBoard &board,
                                                  const QString &reference);

//! The day that the option \a name says; invalid where it was not given.
[[nodiscard]] Result<QDate> dayOf(const Arguments &arguments, const QString &name);

//! Whether \a item waits for one of \a me: it is open, and they are named in a step without a
//! decision, and did not ask for it themselves.
bool waitsFor(const items::AccessCase &one, const domain::ItemOutcome &item,
              const QList<domain::Actor> &me);

//! What the arguments of `request check` and `request create` describe: a request for each account
//! that the ports are of, one at least. An error where one of them cannot be asked for.
[[nodiscard]] Result<QList<domain::AccessRequest>> requestsFrom(AccessDesk &desk,
                                                                const Arguments &arguments);

//! How an agreement stands on the board's day.
domain::AgreementState stateOf(const domain::Agreement &agreement, const items::AccessBoard &board);

//! One element of `requests` of cli.md.
QJsonObject requestJson(const items::AccessCase &one, const items::AccessBoard &board);
//! The same for a request that is nowhere yet.
QJsonObject requestJson(const domain::AccessRequest &request);
//! One element of `agreements`.
QJsonObject agreementJson(const domain::Agreement &agreement, const items::AccessBoard &board);

//! Prints \a cases as a document, or as text; the exit status.
int printCases(const QList<items::AccessCase> &cases, const items::AccessBoard &board,
               const Arguments &arguments);
//! Prints the verdicts of \a requests as a document, or as text.
void printVerdicts(const QList<domain::AccessRequest> &requests, const Arguments &arguments);

} // namespace portolan::cli
