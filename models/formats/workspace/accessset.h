// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accessbook.h"
#include "models/domain/accessfold.h"
#include "models/domain/finding.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace portolan::formats::workspace {

//! A file of access or policies, as it was read by itself.
struct AccessFile
{
    std::optional<domain::AccessRequest> request;
    std::optional<domain::AccessDecision> decision;
    std::optional<domain::Grant> grant;
    bool isAgreement = false;
    bool isPolicies = false;
    QByteArray bytes;
};

//! Whether the file at \a path, relative to the workspace, is one of access or policies by its
//! place.
bool isAccessPlace(const QString &path);
//! Whether \a bytes say that they are a file of access, wherever it stands.
bool claimsToBeAccess(const QByteArray &bytes);

//! What a file says, and what is wrong with it.
struct ReadAccessFile
{
    AccessFile file;
    QList<domain::Finding> findings;
};

//! Reads the file at \a path, which is one by its place or its claim.
ReadAccessFile readAccessFile(const QString &path, const QByteArray &bytes);

//! Puts the files of access of a folder together.
class AccessSet
{
public:
    //! Whether others can see the file at a path with these bytes.
    using IsShared = std::function<bool(const QString &path, const QByteArray &bytes)>;

    void add(const QString &path, const AccessFile &file);

    //! All that they say; \a records are the products, ports and contracts of the folder.
    domain::AccessBook book(const QList<domain::Record> &records, const IsShared &isShared);

    //! What is wrong with how they go together; after book().
    const QList<domain::Finding> &findings() const { return m_findings; }

private:
    void judge(domain::HeldRequest &held, const domain::PolicySet &policies);
    void checkAgreements(domain::HeldRequest &held, const domain::RequestOutcome &outcome);
    void checkDecisions(const domain::HeldRequest &held, const domain::RequestOutcome &outcome);
    void reportGrants(const QList<domain::HeldGrant> &grants);
    void reportOrphans(const QList<domain::HeldRequest> &requests);
    void report(domain::HeldRequest *held, const domain::Finding &finding);

    QHash<QString, AccessFile> m_files; //!< by path
    QHash<QUuid, QList<QString>> m_decisions; //!< places by item
    QList<QUuid> m_unread; //!< items with a decision that cannot be read
    QList<domain::Finding> m_findings;
};

} // namespace portolan::formats::workspace
