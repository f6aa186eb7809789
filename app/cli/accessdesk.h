// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about access share.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"
#include "models/items/storeaccesssource.h"

#include <QDate>
#include <QHash>
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

//! What is asked for.
struct AskedFor
{
    QList<domain::AccessRequest> requests; //!< one for each account that takes some of it
    QList<domain::AccessRequest> external; //!< what no account takes (ruling 23): one, or none
    QHash<QString, QString> pages; //!< of these ports, where a platform says; by native id
};

//! What the arguments of `request check` and `request create` describe, one request at least. An
//! error where a port is not known.
[[nodiscard]] Result<AskedFor> requestsFrom(AccessDesk &desk, const Arguments &arguments);

//! How an agreement stands on the board's day.
domain::AgreementState stateOf(const domain::Agreement &agreement, const items::AccessBoard &board);

//! One element of `requests` of cli.md.
QJsonObject requestJson(const items::AccessCase &one, const items::AccessBoard &board);
//! The same for a request that is nowhere yet, a draft or asked for on the \a pages of platforms.
QJsonObject requestJson(const domain::AccessRequest &request,
                        const QHash<QString, QString> &pages = {});
//! What was told of the provisioning of an agreement.
QJsonObject grantJson(const domain::Grant &grant);
//! One element of `agreements`.
QJsonObject agreementJson(const domain::Agreement &agreement, const items::AccessBoard &board);

//! Prints \a cases, and what is external of \a asked, as a document, or as text; the exit status,
//! which is that of what was not found where something is external.
int printCases(const QList<items::AccessCase> &cases, const items::AccessBoard &board,
               const Arguments &arguments, const AskedFor &asked = {});
//! Prints the verdicts of \a asked as a document, or as text.
void printVerdicts(const AskedFor &asked, const Arguments &arguments);

} // namespace portolan::cli
