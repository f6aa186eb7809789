// SPDX-License-Identifier: GPL-3.0-or-later
// Access requests as code (ruling 24): a request, a decision and an agreement are a YAML file each,
// and what became of an agreement where the data lies is another, which whoever gives access
// writes. The bytes are a function of the value alone, with keys in one order, so that two clones
// of a workspace that hold the same write the same. Requests and decisions are written once and
// never again; an agreement follows from them (domain::outcomeOf()) and is written anew from them.
#pragma once

#include "models/domain/access.h"
#include "models/domain/accessfold.h"
#include "models/domain/finding.h"
#include "models/domain/grant.h"
#include "models/formats/document/node.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::formats::access {

//! The bytes of the file at requestPath(). What belongs to one machine (state, native ids) is not
//! in them.
QByteArray write(const domain::AccessRequest &request);
//! The bytes of the file at decisionPath().
QByteArray write(const domain::AccessDecision &decision);
//! The bytes of the file at agreementPath().
QByteArray write(const domain::Agreement &agreement);
//! The bytes of the file at grantPath().
QByteArray write(const domain::Grant &grant);

//! The SHA-256 of what \a request asks for, 64 hexadecimal digits: that of its file. Who decides
//! says which state of the request it was (AccessDecision::asked), and the fold is told which one
//! it is now (FoldRules::asked).
QString sha256Of(const domain::AccessRequest &request);

//! A file of the workspace.
struct AgreementFile
{
    QString path; //!< relative to the workspace
    QByteArray bytes; //!< null: there is to be no such file

    bool operator==(const AgreementFile &) const = default;
};

//! What has to stand in the folder of agreements because of \a outcome: one for each item, in its
//! order. Decisions that contradict each other leave no agreement behind.
QList<AgreementFile> agreementFiles(const domain::RequestOutcome &outcome);

//! What was read of a file.
template <typename T>
struct Read
{
    std::optional<T> value; //!< absent when there is an error among the findings
    QList<domain::Finding> findings; //!< by line
};

//! Whether \a root is one of these files, by its own words.
bool looksLike(const document::Node &root);

//! Reads the file that stands at \a path, relative to the workspace. Its ids have to be those of
//! the path and of what it is about: a file that was copied or edited to be about something else is
//! an error, since decisions would count for what nobody decided. Items are submitted. Any thread.
Read<domain::AccessRequest> readRequest(const QString &path, const QByteArray &bytes);
Read<domain::AccessDecision> readDecision(const QString &path, const QByteArray &bytes);
Read<domain::Agreement> readAgreement(const QString &path, const QByteArray &bytes);
Read<domain::Grant> readGrant(const QString &path, const QByteArray &bytes);

} // namespace portolan::formats::access
