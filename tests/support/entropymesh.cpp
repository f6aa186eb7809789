// SPDX-License-Identifier: GPL-3.0-or-later
// A mesh for the stand-in of Entropy Data: even products speak ODPS and ODCS, odd ones the vendor's
// own dialects, and each reads the one before it.
#include "tests/support/entropyshape.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr int productsPerTeam = 4;

QString numbered(const QString &word, int n)
{
    return word % u'-' % QString::number(n);
}

QString teamOf(int product)
{
    return numbered(u"team"_s, product / productsPerTeam);
}

QJsonObject team(int n)
{
    return {{u"id"_s, numbered(u"team"_s, n)},
            {u"name"_s, u"Team %1"_s.arg(n)},
            {u"type"_s, u"Team"_s},
            {u"parent"_s, numbered(u"domain"_s, n / 2)},
            {u"description"_s, u"Looks after what it makes"_s},
            {u"members"_s,
             QJsonArray{QJsonObject{{u"emailAddress"_s, u"owner%1@acme.example"_s.arg(n)},
                                    {u"role"_s, u"Data Product Owner"_s}},
                        QJsonObject{{u"emailAddress"_s, u"dev%1@acme.example"_s.arg(n)},
                                    {u"role"_s, u"Member"_s}}}},
            {u"tags"_s, QJsonArray{u"mesh"_s}}};
}

QJsonObject domain(int n)
{
    return {{u"id"_s, numbered(u"domain"_s, n)},
            {u"name"_s, u"Domain %1"_s.arg(n)},
            {u"type"_s, u"Domain"_s}};
}

QJsonObject odcs(int n, QRandomGenerator &random)
{
    QJsonArray columns;
    for (int i = 0; i < 3 + int(random.bounded(4)); ++i)
        columns.append(QJsonObject{{u"name"_s, numbered(u"column"_s, i)},
                                   {u"logicalType"_s, i == 0 ? u"integer"_s : u"string"_s},
                                   {u"physicalType"_s, i == 0 ? u"BIGINT"_s : u"TEXT"_s},
                                   {u"primaryKey"_s, i == 0},
                                   {u"classification"_s, i == 2 ? u"sensitive"_s : u"public"_s}});
    return {
        {u"apiVersion"_s, u"v3.1.0"_s},
        {u"kind"_s, u"DataContract"_s},
        {u"id"_s, numbered(u"contract"_s, n)},
        {u"name"_s, u"Contract %1"_s.arg(n)},
        {u"version"_s, u"1.0.0"_s},
        {u"status"_s, u"active"_s},
        {u"team"_s, QJsonObject{{u"name"_s, teamOf(n)}}},
        {u"description"_s,
         QJsonObject{{u"purpose"_s, u"For analysis"_s}, {u"limitations"_s, u"Not for resale"_s}}},
        {u"servers"_s,
         QJsonArray{QJsonObject{{u"server"_s, u"production"_s},
                                {u"type"_s, u"snowflake"_s},
                                {u"account"_s, u"acme"_s},
                                {u"database"_s, u"MESH"_s},
                                {u"schema"_s, u"P%1"_s.arg(n)}}}},
        {u"schema"_s,
         QJsonArray{QJsonObject{{u"name"_s, numbered(u"table"_s, n)},
                                {u"physicalName"_s, u"TABLE_%1"_s.arg(n)},
                                {u"properties"_s, columns},
                                {u"quality"_s,
                                 QJsonArray{QJsonObject{{u"type"_s, u"library"_s},
                                                        {u"name"_s, u"rows"_s},
                                                        {u"metric"_s, u"rowCount"_s},
                                                        {u"mustBeGreaterThan"_s, 0}}}}}}},
        {u"roles"_s, QJsonArray{QJsonObject{{u"role"_s, u"reader"_s}, {u"access"_s, u"read"_s}}}},
        {u"slaProperties"_s,
         QJsonArray{
             QJsonObject{{u"property"_s, u"latency"_s}, {u"value"_s, 4}, {u"unit"_s, u"h"_s}}}}};
}

QJsonObject dcs(int n)
{
    return {{u"dataContractSpecification"_s, u"1.2.1"_s},
            {u"id"_s, numbered(u"contract"_s, n)},
            {u"info"_s,
             QJsonObject{{u"title"_s, u"Contract %1"_s.arg(n)},
                         {u"version"_s, u"2.0.0"_s},
                         {u"status"_s, u"active"_s},
                         {u"owner"_s, teamOf(n)},
                         {u"description"_s, u"In the older words"_s}}},
            {u"servers"_s,
             QJsonObject{{u"production"_s,
                          QJsonObject{{u"type"_s, u"kafka"_s},
                                      {u"host"_s, u"bus:9092"_s},
                                      {u"topic"_s, numbered(u"topic"_s, n)}}}}},
            {u"terms"_s,
             QJsonObject{{u"usage"_s, u"For analysis"_s}, {u"limitations"_s, u"Not for resale"_s}}},
            {u"models"_s,
             QJsonObject{{numbered(u"topic"_s, n),
                          QJsonObject{{u"type"_s, u"topic"_s},
                                      {u"fields"_s,
                                       QJsonObject{{u"key"_s,
                                                    QJsonObject{{u"type"_s, u"text"_s},
                                                                {u"primaryKey"_s, true}}},
                                                   {u"amount"_s,
                                                    QJsonObject{{u"type"_s, u"decimal"_s},
                                                                {u"required"_s, true},
                                                                {u"pii"_s, true}}}}}}}}}};
}

QJsonObject odps(int n)
{
    QJsonArray inputs;
    if (n > 0)
        inputs.append(QJsonObject{{u"name"_s, numbered(u"input"_s, n)},
                                  {u"version"_s, u"1"_s},
                                  {u"contractId"_s, numbered(u"contract"_s, n - 1)}});
    return {{u"apiVersion"_s, u"v1.0.0"_s},
            {u"kind"_s, u"DataProduct"_s},
            {u"id"_s, numbered(u"product"_s, n)},
            {u"name"_s, u"Product %1"_s.arg(n)},
            {u"status"_s, u"active"_s},
            {u"description"_s, QJsonObject{{u"purpose"_s, u"What number %1 is for"_s.arg(n)}}},
            {u"tags"_s, QJsonArray{u"demo"_s}},
            {u"team"_s, QJsonObject{{u"name"_s, teamOf(n)}}},
            {u"inputPorts"_s, inputs},
            {u"outputPorts"_s,
             QJsonArray{QJsonObject{
                 {u"name"_s, numbered(u"port"_s, n)},
                 {u"version"_s, QString()},
                 {u"type"_s, u"snowflake"_s},
                 {u"contractId"_s, numbered(u"contract"_s, n)},
                 {u"customProperties"_s,
                  QJsonArray{QJsonObject{{u"property"_s, u"status"_s}, {u"value"_s, u"active"_s}},
                             QJsonObject{{u"property"_s, u"server"_s},
                                         {u"value"_s,
                                          QJsonObject{{u"account"_s, u"acme"_s},
                                                      {u"database"_s, u"MESH"_s}}}}}}}}}};
}

QJsonObject dps(int n)
{
    return {{u"dataProductSpecification"_s, u"0.0.1"_s},
            {u"id"_s, numbered(u"product"_s, n)},
            {u"info"_s,
             QJsonObject{{u"title"_s, u"Product %1"_s.arg(n)},
                         {u"owner"_s, teamOf(n)},
                         {u"description"_s, u"What number %1 is for"_s.arg(n)},
                         {u"status"_s, u"active"_s},
                         {u"archetype"_s, u"source-aligned"_s},
                         {u"maturity"_s, u"managed"_s}}},
            {u"inputPorts"_s,
             QJsonArray{QJsonObject{{u"id"_s, numbered(u"input"_s, n)},
                                    {u"name"_s, u"Input %1"_s.arg(n)},
                                    {u"sourceSystemId"_s, u"system-0"_s}}}},
            {u"outputPorts"_s,
             QJsonArray{QJsonObject{
                 {u"id"_s, numbered(u"port"_s, n)},
                 {u"name"_s, u"Port %1"_s.arg(n)},
                 {u"type"_s, u"kafka"_s},
                 {u"status"_s, u"active"_s},
                 {u"server"_s,
                  QJsonObject{{u"host"_s, u"bus:9092"_s}, {u"topic"_s, numbered(u"topic"_s, n)}}},
                 {u"dataContractId"_s, numbered(u"contract"_s, n)},
                 {u"autoApprove"_s, n % 4 == 3},
                 {u"containsPii"_s, n % 2 == 1}}}},
            {u"tags"_s, QJsonArray{u"demo"_s}},
            {u"custom"_s, QJsonObject{{u"costCentre"_s, QString::number(1000 + n)}}}};
}

QJsonObject access(int n, const QString &status)
{
    return {{u"id"_s, numbered(u"access"_s, n)},
            {u"info"_s,
             QJsonObject{{u"purpose"_s, u"Number %1 needs it"_s.arg(n)},
                         {u"status"_s, status},
                         {u"active"_s, status == u"approved"},
                         {u"startDate"_s, u"2026-01-01"_s},
                         {u"endDate"_s, u"2026-12-31"_s}}},
            {u"provider"_s,
             QJsonObject{{u"dataProductId"_s, numbered(u"product"_s, n - 1)},
                         {u"outputPortId"_s, numbered(u"port"_s, n - 1)},
                         {u"teamId"_s, teamOf(n - 1)},
                         {u"dataContractId"_s, numbered(u"contract"_s, n - 1)}}},
            {u"consumer"_s, QJsonObject{{u"dataProductId"_s, numbered(u"product"_s, n)}}},
            {u"roles"_s, QJsonArray{u"reader"_s}}};
}

QJsonObject asset(int n)
{
    return {{u"id"_s, numbered(u"asset"_s, n)},
            {u"info"_s,
             QJsonObject{{u"source"_s, u"snowflake"_s},
                         {u"type"_s, u"snowflake_table"_s},
                         {u"name"_s, u"RAW_%1"_s.arg(n)},
                         {u"qualifiedName"_s, u"MESH.RAW.RAW_%1"_s.arg(n)},
                         {u"owner"_s, teamOf(n)}}},
            {u"columns"_s,
             QJsonArray{QJsonObject{
                 {u"name"_s, u"id"_s}, {u"type"_s, u"NUMBER"_s}, {u"primaryKey"_s, true}}}}};
}

QJsonObject results(int n)
{
    return {{u"id"_s, numbered(u"run"_s, n)},
            {u"dataContractId"_s, numbered(u"contract"_s, n)},
            {u"dataContractVersion"_s, u"1.0.0"_s},
            {u"server"_s, u"production"_s},
            {u"timestampStart"_s, u"2026-11-20T08:00:00Z"_s},
            {u"timestampEnd"_s, u"2026-11-20T08:00:05Z"_s},
            {u"result"_s, n % 3 == 0 ? u"failed"_s : u"passed"_s},
            {u"checks"_s,
             QJsonArray{QJsonObject{{u"type"_s, u"schema"_s},
                                    {u"name"_s, u"Columns are there"_s},
                                    {u"model"_s, numbered(u"table"_s, n)},
                                    {u"result"_s, n % 3 == 0 ? u"failed"_s : u"passed"_s},
                                    {u"engine"_s, u"datacontract"_s}}}}};
}

} // namespace

void makeMesh(EntropyShape &shape, int products, quint32 seed)
{
    QRandomGenerator random(seed);
    const int teams = products > 0 ? (products - 1) / productsPerTeam + 1 : 0;
    for (int n = 0; n <= (teams - 1) / 2 && n < teams; ++n)
        shape.put(u"teams"_s, domain(n));
    for (int n = 0; n < teams; ++n)
        shape.put(u"teams"_s, team(n));
    if (products > 0)
        shape.put(
            u"sourcesystems"_s,
            {{u"id"_s, u"system-0"_s}, {u"name"_s, u"The shop"_s}, {u"owner"_s, u"team-0"_s}});
    for (int n = 0; n < products / 5 + (products > 0 ? 1 : 0); ++n) {
        shape.put(u"definitions"_s,
                  {{u"id"_s, u"sales/order/number-%1"_s.arg(n)},
                   {u"owner"_s, teamOf(n)},
                   {u"title"_s, u"Order number %1"_s.arg(n)},
                   {u"type"_s, u"string"_s},
                   {u"pii"_s, n % 2 == 0}});
        shape.put(u"tags"_s,
                  {{u"id"_s, u"Governance/Level %1"_s.arg(n)},
                   {u"owner"_s, teamOf(n)},
                   {u"info"_s, QJsonObject{{u"description"_s, u"How careful"_s}}}});
        shape.put(u"assets"_s, asset(n));
    }
    for (int n = 0; n < products; ++n)
        shape.put(u"datacontracts"_s, n % 2 == 0 ? odcs(n, random) : dcs(n));
    for (int n = 0; n < products; ++n)
        shape.put(u"dataproducts"_s, n % 2 == 0 ? odps(n) : dps(n));
    for (int n = 0; n < products; n += 2)
        shape.putLineage(lineageEvent(numbered(u"load"_s, n), u"MESH.RAW.RAW_%1"_s.arg(n),
                                      u"MESH.P%1.TABLE_%1"_s.arg(n), numbered(u"product"_s, n)));
    for (int n = 1; n < products; n += 2) {
        const QString states[] = {u"requested"_s, u"approved"_s, u"rejected"_s};
        shape.put(u"access"_s, access(n, states[random.bounded(3)]));
    }
    for (int n = 0; n < products; n += 4)
        shape.put(u"test-results"_s, results(n));
}

} // namespace portolan::tests
