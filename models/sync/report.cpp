// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/report.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

domain::Finding findingFromJson(const QJsonObject &object)
{
    using Severity = domain::Finding::Severity;
    const auto word = object.value(u"severity"_s).toString();
    return {.file = object.value(u"file"_s).toString(),
            .line = object.value(u"line"_s).toInt(),
            .column = object.value(u"column"_s).toInt(),
            .severity = word == u"error"_s ? Severity::Error
                : word == u"warning"_s     ? Severity::Warning
                                           : Severity::Info,
            .rule = object.value(u"rule"_s).toString(),
            .field = object.value(u"field"_s).toString(),
            .message = object.value(u"message"_s).toString(),
            .remedy = object.value(u"remedy"_s).toString()};
}

QJsonObject accountJson(const AccountReport &report)
{
    QJsonObject object{{u"account"_s, report.account},
                       {u"state"_s, report.state},
                       {u"added"_s, report.counts.added},
                       {u"changed"_s, report.counts.changed},
                       {u"removed"_s, report.counts.removed},
                       {u"unchanged"_s, report.counts.unchanged},
                       {u"sent"_s, report.sent},
                       {u"conflicts"_s, report.conflicts},
                       {u"rejected"_s, report.rejected},
                       {u"postponed"_s, report.postponed},
                       {u"held"_s, report.held},
                       {u"durationMs"_s, report.durationMs},
                       {u"problems"_s, findingsJson(report.problems)}};
    if (!report.why.isEmpty())
        object.insert(u"why"_s, report.why);
    if (report.error) {
        object.insert(u"error"_s, report.error->detail);
        object.insert(u"errorKind"_s, static_cast<int>(report.error->kind));
    }
    return object;
}

AccountReport accountFromJson(const QJsonObject &object)
{
    AccountReport report{.account = object.value(u"account"_s).toString(),
                         .state = object.value(u"state"_s).toString(),
                         .counts = {.added = object.value(u"added"_s).toInt(),
                                    .changed = object.value(u"changed"_s).toInt(),
                                    .removed = object.value(u"removed"_s).toInt(),
                                    .unchanged = object.value(u"unchanged"_s).toInt()},
                         .sent = object.value(u"sent"_s).toInt(),
                         .conflicts = object.value(u"conflicts"_s).toInt(),
                         .rejected = object.value(u"rejected"_s).toInt(),
                         .postponed = object.value(u"postponed"_s).toInt(),
                         .held = object.value(u"held"_s).toInt(),
                         .why = object.value(u"why"_s).toString(),
                         .durationMs = object.value(u"durationMs"_s).toInteger()};
    for (const auto &problem : object.value(u"problems"_s).toArray())
        report.problems.append(findingFromJson(problem.toObject()));
    if (object.contains(u"error"_s)) {
        report.error = Error{static_cast<Error::Kind>(object.value(u"errorKind"_s).toInt()),
                             object.value(u"error"_s).toString()};
    }
    return report;
}

} // namespace

int SyncReport::exitStatus() const
{
    const auto any = [this](auto test) {
        return std::any_of(accounts.begin(), accounts.end(), [&](const AccountReport &report) {
            return report.error && test(report.error->kind);
        });
    };
    if (any([](Error::Kind kind) {
            return kind == Error::Kind::Unauthorised || kind == Error::Kind::Keychain;
        }))
        return 5;
    if (any([](Error::Kind kind) {
            return kind == Error::Kind::Store || kind == Error::Kind::DiskFull;
        }))
        return 3;
    const auto waits = [](const AccountReport &report) {
        return report.postponed > 0 || report.held > 0;
    };
    const bool isLeft = std::any_of(accounts.begin(), accounts.end(), waits);
    return isLeft || any([](Error::Kind) { return true; }) ? 4 : 0;
}

QJsonObject findingJson(const domain::Finding &finding)
{
    QJsonObject object{
        {u"file"_s, finding.file},     {u"line"_s, finding.line},
        {u"column"_s, finding.column}, {u"severity"_s, domain::severityWord(finding.severity)},
        {u"rule"_s, finding.rule},     {u"message"_s, finding.message}};
    if (!finding.field.isEmpty())
        object.insert(u"field"_s, finding.field);
    if (!finding.remedy.isEmpty())
        object.insert(u"remedy"_s, finding.remedy);
    return object;
}

QJsonArray findingsJson(const QList<domain::Finding> &findings)
{
    QJsonArray array;
    for (const auto &finding : findings)
        array.append(findingJson(finding));
    return array;
}

QJsonObject reportJson(const SyncReport &report)
{
    QJsonArray accounts;
    for (const auto &account : report.accounts)
        accounts.append(accountJson(account));
    return {{u"format"_s, u"portolan.sync/1"_s}, {u"accounts"_s, accounts}};
}

SyncReport reportFromJson(const QJsonObject &document)
{
    SyncReport report;
    for (const auto &account : document.value(u"accounts"_s).toArray())
        report.accounts.append(accountFromJson(account.toObject()));
    return report;
}

} // namespace portolan::sync
