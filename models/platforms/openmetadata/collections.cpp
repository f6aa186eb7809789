// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/collections.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

// What is no asset comes in larger pages, since it has no columns.
constexpr int plainPage = 500;
constexpr int assetPage = 200;
// Each test case brings its history, which is asked for one by one.
constexpr int historyPage = 100;

Collection plain(const QString &type, const QStringList &path, const QStringList &fields,
                 bool isSoft = true)
{
    return {.type = type,
            .path = path,
            .fields = fields,
            .pageSize = plainPage,
            .isSoft = isSoft,
            .hasLineage = false};
}

Collection asset(const QString &type, const QStringList &path, const QStringList &further)
{
    return {.type = type,
            .path = path,
            .fields = QStringList{u"owners"_s, u"tags"_s, u"domains"_s, u"dataProducts"_s,
                                  u"extension"_s, u"certification"_s}
                + further,
            .pageSize = assetPage,
            .isSoft = true,
            .hasLineage = true};
}

QList<Collection> withOptional(QList<Collection> all)
{
    static const QStringList optional{u"dataContract"_s, u"searchIndex"_s, u"storedProcedure"_s,
                                      u"apiEndpoint"_s,  u"metric"_s,      u"dashboardDataModel"_s};
    static const QStringList drives{u"directory"_s, u"file"_s, u"spreadsheet"_s, u"worksheet"_s};
    for (auto &one : all) {
        one.isOfDrive = drives.contains(one.type);
        one.isOptional = one.isOfDrive || optional.contains(one.type);
        if (one.type == u"testCase")
            one.pageSize = historyPage;
    }
    return all;
}

} // namespace

const QList<Collection> &collections()
{
    static const auto all = withOptional({
        plain(u"classification"_s, {u"classifications"_s}, {}),
        plain(u"tag"_s, {u"tags"_s}, {}),
        plain(u"glossary"_s, {u"glossaries"_s},
              {u"owners"_s, u"tags"_s, u"reviewers"_s, u"domains"_s}),
        plain(u"glossaryTerm"_s, {u"glossaryTerms"_s},
              {u"owners"_s, u"tags"_s, u"reviewers"_s, u"relatedTerms"_s, u"domains"_s}),
        plain(u"team"_s, {u"teams"_s}, {u"owners"_s, u"parents"_s, u"domains"_s}),
        plain(u"user"_s, {u"users"_s}, {u"teams"_s, u"roles"_s, u"domains"_s}),
        plain(u"domain"_s, {u"domains"_s},
              {u"owners"_s, u"experts"_s, u"tags"_s, u"parent"_s, u"extension"_s}, false),
        plain(u"dataProduct"_s, {u"dataProducts"_s},
              {u"owners"_s, u"experts"_s, u"domains"_s, u"reviewers"_s, u"tags"_s, u"extension"_s},
              false),
        asset(u"table"_s, {u"tables"_s},
              {u"columns"_s, u"tableConstraints"_s, u"tablePartition"_s, u"schemaDefinition"_s,
               u"usageSummary"_s, u"lifeCycle"_s}),
        asset(u"topic"_s, {u"topics"_s}, {u"lifeCycle"_s}),
        asset(u"container"_s, {u"containers"_s}, {u"dataModel"_s, u"lifeCycle"_s}),
        asset(u"dashboard"_s, {u"dashboards"_s},
              {u"charts"_s, u"dataModels"_s, u"usageSummary"_s, u"lifeCycle"_s}),
        asset(u"dashboardDataModel"_s, {u"dashboard"_s, u"datamodels"_s}, {}),
        asset(u"chart"_s, {u"charts"_s}, {}),
        asset(u"pipeline"_s, {u"pipelines"_s}, {u"tasks"_s, u"pipelineStatus"_s}),
        asset(u"mlmodel"_s, {u"mlmodels"_s}, {u"dashboard"_s, u"usageSummary"_s}),
        asset(u"searchIndex"_s, {u"searchIndexes"_s}, {u"lifeCycle"_s}),
        asset(u"storedProcedure"_s, {u"storedProcedures"_s}, {}),
        asset(u"apiEndpoint"_s, {u"apiEndpoints"_s}, {}),
        asset(u"metric"_s, {u"metrics"_s}, {}),
        asset(u"directory"_s, {u"drives"_s, u"directories"_s}, {}),
        asset(u"file"_s, {u"drives"_s, u"files"_s}, {u"columns"_s, u"lifeCycle"_s}),
        asset(u"spreadsheet"_s, {u"drives"_s, u"spreadsheets"_s}, {u"lifeCycle"_s}),
        asset(u"worksheet"_s, {u"drives"_s, u"worksheets"_s}, {u"columns"_s, u"lifeCycle"_s}),
        plain(u"dataContract"_s, {u"dataContracts"_s},
              {u"owners"_s, u"reviewers"_s, u"latestResult"_s, u"extension"_s}),
        plain(u"testCase"_s, {u"dataQuality"_s, u"testCases"_s},
              {u"testDefinition"_s, u"testCaseResult"_s, u"owners"_s, u"tags"_s, u"domains"_s}),
    });
    return all;
}

const Collection *collectionOf(const QString &type)
{
    const auto &all = collections();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.type == type; });
    return found == all.end() ? nullptr : &*found;
}

QString driveService()
{
    return u"driveService"_s;
}

const QStringList &holderTypes()
{
    static const QStringList types{
        u"databaseService"_s, u"messagingService"_s, u"dashboardService"_s, u"pipelineService"_s,
        u"storageService"_s,  u"mlmodelService"_s,   u"searchService"_s,    u"apiService"_s,
        u"database"_s,        u"databaseSchema"_s,   u"apiCollection"_s,    driveService(),
    };
    return types;
}

} // namespace portolan::platforms::openmetadata
