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
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
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

//! The files of one request and what is said about it, as they stand in the folder. What could not
//! be read for the moment is an error, and never taken for what is not there: agreements would go
//! for it.
class Ledger
{
public:
    explicit Ledger(const QString &folder)
        : m_root(QDir(folder).canonicalPath())
    {
    }

    //! Null where it is not there. BadInput where it is no request.
    Result<std::optional<domain::AccessRequest>> request(const QUuid &id) const
    {
        const auto path = formats::access::requestPath(id);
        const auto bytes = bytesAt(path);
        if (!bytes && bytes.error().kind == Error::Kind::NotFound)
            return std::nullopt;
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto request = formats::access::readRequest(path, *bytes).value;
        if (!request)
            return failure(
                Error::Kind::BadInput,
                u"%1 cannot be read: it may have marks of a merge in it, or be cut off"_s.arg(
                    path));
        return request;
    }

    //! What was said about a request, and about which of its items something cannot be read.
    struct Said
    {
        QList<domain::AccessDecision> decisions;
        QList<QUuid> unread;
    };

    Result<Said> said(const domain::AccessRequest &request) const
    {
        Said said;
        for (const auto &item : request.items) {
            const auto some = formats::access::decisionPath(item.id, QUuid::createUuid());
            const auto folder = some.section(u'/', 0, -2);
            const auto names = namesIn(folder, {u".yaml"_s});
            if (!names)
                return tl::unexpected(names.error());
            for (const auto &name : *names) {
                const QString path = folder % u'/' % name;
                if (!formats::access::accessPathOf(path))
                    continue; // a note or a backup, which no pull takes for a decision either
                const auto bytes = bytesAt(path);
                if (!bytes && formats::workspace::isMomentary(bytes.error()))
                    return tl::unexpected(bytes.error());
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

    Result<bool> allowsOwnRequests() const
    {
        QList<formats::policies::PolicyFile> files;
        const auto names = namesIn(u"policies"_s, {u".yaml"_s, u".yml"_s});
        if (!names)
            return tl::unexpected(names.error());
        for (const auto &name : *names) {
            const QString path = u"policies/"_s % name;
            const auto bytes = bytesAt(path);
            if (!bytes && formats::workspace::isMomentary(bytes.error()))
                return tl::unexpected(bytes.error());
            files.append({.path = path, .bytes = bytes.value_or(QByteArray())});
        }
        return files.isEmpty() ? formats::policies::defaultPolicies().ownRequests
                               : formats::policies::readPolicies(files).set.ownRequests;
    }

private:
    Result<QByteArray> bytesAt(const QString &path) const
    {
        const formats::document::Limits limits;
        auto bytes = formats::workspace::bytesOf(m_root % u'/' % path, limits.bytes, m_root);
        if (!bytes)
            return failure(bytes.error().kind,
                           u"%1 cannot be read: %2"_s.arg(path, bytes.error().detail));
        return bytes;
    }

    //! The files in \a folder with one of \a endings, by name; none where there is no folder. QDir
    //! would say the same of a folder that cannot be listed.
    Result<QStringList> namesIn(const QString &folder, const QStringList &endings) const
    {
        QStringList names;
        std::error_code error;
        const auto place = QFile::encodeName(m_root % u'/' % folder).toStdString();
        for (std::filesystem::directory_iterator at(place, error), end; !error && at != end;
             at.increment(error)) {
            const auto name =
                QFile::decodeName(QByteArray::fromStdString(at->path().filename().string()));
            const bool isMeant = !name.startsWith(u'.')
                && std::any_of(endings.begin(), endings.end(), [&name](const QString &ending) {
                       return name.endsWith(ending, Qt::CaseInsensitive);
                   });
            if (isMeant && QFileInfo(m_root % u'/' % folder % u'/' % name).isFile())
                names.append(name);
        }
        if (error && error != std::errc::no_such_file_or_directory
            && error != std::errc::not_a_directory)
            return failure(Error::Kind::Unavailable,
                           u"%1 cannot be listed: %2"_s.arg(
                               folder, QString::fromLocal8Bit(error.message().c_str())));
        names.sort();
        return names;
    }

    QString m_root;
};

//! Makes the agreements of \a request those that follow from the decisions about it.
Result<void> settleAgreements(const QString &folder, const QUuid &request)
{
    const Ledger ledger(folder);
    const auto asked = ledger.request(request);
    if (!asked && asked.error().kind != Error::Kind::BadInput)
        return tl::unexpected(asked.error());
    if (!asked || !*asked)
        return {};
    const auto said = ledger.said(**asked);
    if (!said)
        return tl::unexpected(said.error());
    const auto ownRequests = ledger.allowsOwnRequests();
    if (!ownRequests)
        return tl::unexpected(ownRequests.error());
    const auto outcome = domain::outcomeOf(**asked, said->decisions,
                                           {.ownRequests = *ownRequests,
                                            .asked = formats::access::sha256Of(**asked),
                                            .unread = said->unread});
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
        if (operation.kind == domain::decideRequestKind()) {
            // Whoever reads it later may: a merge is resolved, a disk answers again.
            const auto request = Ledger(m_folder).request(wanted->request);
            if (!request)
                return {.kind = ActionOutcome::Kind::Later, .reason = request.error().detail};
            if (!*request)
                return {.kind = ActionOutcome::Kind::Rejected,
                        .reason = u"the request is not in the folder"_s};
        }
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
