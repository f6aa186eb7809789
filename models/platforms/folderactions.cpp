// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/folderactions.h"

#include "models/domain/accessfold.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "models/formats/document/read.h"
#include "models/formats/policies/defaults.h"
#include "models/formats/policies/policyfile.h"
#include "models/formats/workspace/filebytes.h"
#include "models/platforms/safefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

//! What an operation comes to: a file.
struct Wanted
{
    QString path; //!< relative to the folder
    QByteArray bytes;
    QUuid request; //!< whose agreements follow
};

QString revisionOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<Wanted> wantedOf(const domain::Operation &operation)
{
    if (operation.kind == domain::createRequestKind()) {
        const auto request = domain::requestFromJson(operation.payload);
        if (!request)
            return tl::unexpected(request.error());
        Wanted wanted{.path = formats::access::requestPath(request->id),
                      .bytes = formats::access::write(*request),
                      .request = request->id};
        if (!formats::access::readRequest(wanted.path, wanted.bytes).value)
            return failure(Error::Kind::BadInput, u"the items are not those of the request"_s);
        return wanted;
    }
    if (operation.kind == domain::decideRequestKind()) {
        const auto decision = domain::decisionFromJson(operation.payload);
        if (!decision)
            return tl::unexpected(decision.error());
        Wanted wanted{.path = formats::access::decisionPath(decision->item, decision->id),
                      .bytes = formats::access::write(*decision),
                      .request = QUuid(operation.objectId)};
        if (!formats::access::readDecision(wanted.path, wanted.bytes).value)
            return failure(Error::Kind::BadInput, u"the decision is not whole"_s);
        return wanted;
    }
    if (domain::isEditKind(operation.kind))
        return failure(Error::Kind::Usage,
                       u"files are edited in an editor, not from here: give this up with `outbox "
                       "discard`"_s);
    return failure(Error::Kind::Usage,
                   u"a folder of files knows no \"%1\""_s.arg(operation.kind.left(60)));
}

//! What stands in the file instead, as JSON.
QByteArray theirsOf(const QString &path, const QByteArray &bytes)
{
    if (const auto request = formats::access::readRequest(path, bytes).value)
        return domain::toJson(*request);
    if (const auto decision = formats::access::readDecision(path, bytes).value)
        return domain::toJson(*decision);
    return QJsonDocument(QJsonObject{{u"text"_s, QString::fromUtf8(bytes)}})
        .toJson(QJsonDocument::Compact);
}

//! The files of one request and what is said about it, as they stand in the folder.
class Ledger
{
public:
    explicit Ledger(const QString &folder)
        : m_folder(folder)
    {
    }

    std::optional<domain::AccessRequest> request(const QUuid &id) const
    {
        const auto path = formats::access::requestPath(id);
        const auto bytes = bytesAt(path);
        return bytes ? formats::access::readRequest(path, *bytes).value : std::nullopt;
    }

    //! What was said about a request, and about which of its items something cannot be read.
    struct Said
    {
        QList<domain::AccessDecision> decisions;
        QList<QUuid> unread;
    };

    Said said(const domain::AccessRequest &request) const
    {
        Said said;
        for (const auto &item : request.items) {
            const auto some = formats::access::decisionPath(item.id, QUuid::createUuid());
            const auto folder = some.section(u'/', 0, -2);
            const auto names =
                QDir(m_folder % u'/' % folder).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
            for (const auto &name : names) {
                const QString path = folder % u'/' % name;
                if (!formats::access::accessPathOf(path))
                    continue; // a note or a backup, which no pull takes for a decision either
                const auto bytes = bytesAt(path);
                const auto decision =
                    bytes ? formats::access::readDecision(path, *bytes).value : std::nullopt;
                if (decision)
                    said.decisions.append(*decision);
                else
                    said.unread.append(item.id);
            }
        }
        return said;
    }

    bool allowsOwnRequests() const
    {
        QList<formats::policies::PolicyFile> files;
        const QDir folder(m_folder + u"/policies"_s);
        const auto names = folder.entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
        for (const auto &name : names) {
            const QString path = u"policies/"_s % name;
            files.append({.path = path, .bytes = bytesAt(path).value_or(QByteArray())});
        }
        return files.isEmpty() ? formats::policies::defaultPolicies().ownRequests
                               : formats::policies::readPolicies(files).set.ownRequests;
    }

    Result<QByteArray> bytesAt(const QString &path) const
    {
        const formats::document::Limits limits;
        const auto root = QDir(m_folder).canonicalPath();
        return formats::workspace::bytesOf(root % u'/' % path, limits.bytes, root);
    }

private:
    QString m_folder;
};

//! Makes the agreements of \a request those that follow from the decisions about it.
Result<void> settleAgreements(const QString &folder, const QUuid &request)
{
    const Ledger ledger(folder);
    const auto asked = ledger.request(request);
    if (!asked)
        return {};
    const auto said = ledger.said(*asked);
    const auto outcome = domain::outcomeOf(*asked, said.decisions,
                                           {.ownRequests = ledger.allowsOwnRequests(),
                                            .asked = formats::access::sha256Of(*asked),
                                            .unread = said.unread});
    const SafeFiles files(folder);
    for (const auto &agreement : formats::access::agreementFiles(outcome)) {
        const auto done = agreement.bytes.isNull() ? files.remove(agreement.path)
                                                   : files.put(agreement.path, agreement.bytes);
        if (!done)
            return done;
    }
    return {};
}

//! The file stands and counts for everybody who reads it, so nobody may take it for not done: it is
//! looked up, which settles the agreements.
ActionOutcome halfDone(const Error &error)
{
    return {.kind = ActionOutcome::Kind::Ambiguous, .reason = error.detail};
}

ActionOutcome notDone(const Error &error)
{
    // A person can make room or give the right to write, so it is tried again.
    const auto isFinal = error.kind == Error::Kind::Usage || error.kind == Error::Kind::BadInput;
    return {.kind = isFinal ? ActionOutcome::Kind::Rejected : ActionOutcome::Kind::Later,
            .reason = error.detail};
}

} // namespace

FolderActions::FolderActions(QString folder)
    : m_folder(std::move(folder))
{
}

ActionOutcome FolderActions::send(const domain::Operation &operation)
{
    const auto wanted = wantedOf(operation);
    if (!wanted)
        return notDone(wanted.error());
    const SafeFiles files(m_folder);
    const auto there = files.bytesOf(wanted->path);
    if (!there)
        return notDone(there.error());
    if (*there && **there != wanted->bytes)
        return {.kind = ActionOutcome::Kind::Conflict,
                .revision = revisionOf(**there),
                .theirs = theirsOf(wanted->path, **there),
                .reason = u"%1 is there already and says something else; it is never written "
                          "over"_s.arg(wanted->path)};
    if (!*there) {
        if (operation.kind == domain::decideRequestKind()
            && !Ledger(m_folder).request(wanted->request))
            return {.kind = ActionOutcome::Kind::Rejected,
                    .reason = u"the request is not in the folder, or cannot be read"_s};
        if (const auto written = files.put(wanted->path, wanted->bytes); !written) {
            const auto left = files.bytesOf(wanted->path);
            return left && !*left ? notDone(written.error()) : halfDone(written.error());
        }
    }
    if (const auto settled = settleAgreements(m_folder, wanted->request); !settled)
        return halfDone(settled.error());
    return {.kind = ActionOutcome::Kind::Applied,
            .nativeId = wanted->path,
            .revision = revisionOf(wanted->bytes)};
}

LookUpOutcome FolderActions::lookUp(const domain::Operation &operation)
{
    const auto wanted = wantedOf(operation);
    if (!wanted)
        return {.kind = LookUpOutcome::Kind::Absent, .reason = wanted.error().detail};
    const auto there = SafeFiles(m_folder).bytesOf(wanted->path);
    if (!there)
        return {.kind = LookUpOutcome::Kind::Unknown, .reason = there.error().detail};
    // What is another's is found to be a conflict when it is sent.
    if (!*there || **there != wanted->bytes)
        return {.kind = LookUpOutcome::Kind::Absent};
    // It may have been killed between the file and the agreements that follow from it.
    if (const auto settled = settleAgreements(m_folder, wanted->request); !settled)
        return {.kind = LookUpOutcome::Kind::Unknown, .reason = settled.error().detail};
    return {.kind = LookUpOutcome::Kind::Applied,
            .nativeId = wanted->path,
            .revision = revisionOf(wanted->bytes)};
}

} // namespace portolan::platforms
