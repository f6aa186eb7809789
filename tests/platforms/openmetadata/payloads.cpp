// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/openmetadata/payloads.h"

namespace portolan::tests {

const QByteArray tableOfOrders = R"({
 "id": "11111111-2222-3333-4444-555555555555", "name": "Orders", "displayName": "All orders",
 "fullyQualifiedName": "shop_pg.shop.public.\"Orders.v2\"", "version": 1.10, "description": "d",
 "updatedAt": 1769982800000, "tableType": "Regular", "serviceType": "Postgres",
 "service": {"id": "x", "type": "databaseService", "name": "shop_pg"},
 "owners": [{"id": "u", "type": "user", "name": "maya.l", "displayName": "Maya"}],
 "domains": [{"id": "d", "type": "domain", "name": "EU", "fullyQualifiedName": "Retail.EU"}],
 "dataProducts": [{"id": "p", "type": "dataProduct", "name": "Sales"}],
 "tags": [{"tagFQN": "PII.Sensitive", "source": "Classification", "state": "Confirmed"},
          {"tagFQN": "Tier.Tier1", "source": "Classification", "state": "Suggested"},
          {"tagFQN": "Business.Order", "source": "Glossary", "state": "Confirmed"}],
 "extension": {"costCenter": 42},
 "lifeCycle": {"updated": {"timestamp": 1769980000000}},
 "tableConstraints": [{"constraintType": "PRIMARY_KEY", "columns": ["id", "lines"]}],
 "columns": [
  {"name": "id", "dataType": "INT", "constraint": "NOT_NULL"},
  {"name": "lines", "dataType": "ARRAY", "dataTypeDisplay": "array<struct<sku:string>>",
   "children": [{"name": "sku", "dataType": "STRING",
                 "tags": [{"tagFQN": "Business.Sku", "source": "Glossary"}]}]}]})";

const QByteArray mixedList =
    R"( {"paging":{"total":3,"after":"bmV4dA=="},"data":[{"a":1.10,"b":"]}\""},[],"x"]})";

const QByteArray firstOfMixedList = R"({"a":1.10,"b":"]}\""})";

const QByteArray containerOfOrders =
    R"({"name":"o","fullyQualifiedName":"s.o","fullPath":"s3://bucket/raw/Orders/"})";

const QByteArray contractOfOrders = R"({
          "id":"c1","name":"orders","fullyQualifiedName":"s.d.p.t.dataContract_orders",
          "entityStatus":"Approved","entity":{"id":"t1","type":"table","name":"t",
          "fullyQualifiedName":"s.d.p.t"},"schema":[{"name":"id","dataType":"INT"}],
          "semantics":[{"name":"owned","rule":"{\"!!\":{\"var\":\"owners\"}}","enabled":true},
                       {"name":"off","rule":"x","enabled":false}],
          "qualityExpectations":[{"id":"q","type":"testCase","name":"unique",
          "fullyQualifiedName":"s.d.p.t.id.unique"}],
          "security":{"dataClassification":"Confidential","policies":[{"accessPolicy":"analysts",
          "identities":["grp"],"rowFilters":[{"columnName":"c","values":["DE","FR"]}]}]},
          "termsOfUse":{"content":"Internal."},
          "sla":{"refreshFrequency":{"interval":1,"unit":"day"},
                 "maxLatency":{"value":4,"unit":"hour"},"availabilityTime":"09:00",
                 "retention":{"period":90,"unit":"day"},"columnName":"at"}})";

const QByteArray failedTestCase = R"({
          "name":"between","fullyQualifiedName":"s.d.p.t.zip.between",
          "entityLink":"<#E::table::s.d.p.t::columns::zip>",
          "testDefinition":{"id":"x","type":"testDefinition","name":"columnValuesToBeBetween"},
          "parameterValues":[{"name":"minValue","value":"1"}],
          "testCaseResult":{"timestamp":1769896400000,"testCaseStatus":"Failed","result":"bad\nrow",
          "testResultValue":[{"name":"min","value":"-3.5"},{"name":"who","value":"Maya"}],
          "passedRows":8,"failedRows":2,"minBound":1}})";

const QByteArray tableWithWrongTypes =
    R"({"name":"t","fullyQualifiedName":"s.d.p.t","columns":"none",
                                  "description":["x"],"owners":{"id":1},"version":1e999,
                                  "tags":[7,null,{"tagFQN":3}],"updatedAt":99999999999999999999,
                                  "extension":[],"domains":[{"id":"gone","deleted":true}]})";

const QByteArray topicWithDot =
    R"({"name":"a.b","fullyQualifiedName":"k.\"a.b\"","serviceType":"Kafka"})";

const QByteArray documentedContract =
    R"({"name":"x","fullyQualifiedName":"x","sla":{"refreshFrequency":"PT1H"},
                     "entity":{"id":"t2","type":"table","fullyQualifiedName":"s.t"}})";

const QByteArray productWithPromises = R"({
          "id":"p1","name":"Sales","fullyQualifiedName":"Sales","lifecycleStage":"PRODUCTION",
          "experts":[{"id":"u","type":"user","name":"li"}],
          "domains":[{"id":"d","type":"domain","name":"Retail"}],
          "consumesFrom":[{"id":"o","type":"dataProduct","name":"Raw"}],
          "sla":{"tier":"GOLD","availability":99.9,"dataFreshness":60}})";

const QByteArray portOfProduct = R"({"id":"t1","entityType":"table","name":"t",
          "fullyQualifiedName":"s.d.p.t"})";

const QByteArray lineageOfB = R"({
          "entity":{"id":"b","type":"table","name":"b","fullyQualifiedName":"s.d.p.b"},
          "nodes":[{"id":"a","type":"table","name":"a","fullyQualifiedName":"s.d.p.a"},
                   {"id":"etl","type":"pipeline","name":"etl","fullyQualifiedName":"af.etl"}],
          "upstreamEdges":[
            {"fromEntity":"a","toEntity":"b","lineageDetails":{"sqlQuery":"select 1",
             "source":"QueryLineage","createdAt":1769982800000,"updatedAt":1769982900000,
             "pipeline":{"id":"etl","type":"pipeline","name":"etl","fullyQualifiedName":"af.etl"},
             "columnsLineage":[{"fromColumns":["s.d.p.a.x","s.d.p.a.y"],"toColumn":"s.d.p.b.z",
                                "function":"CONCAT"},
                               {"fromColumns":["s.d.p.other.x"],"toColumn":"s.d.p.b.z"}]}},
            {"fromEntity":"a","toEntity":"b"},
            {"fromEntity":"etl","toEntity":"b","lineageDetails":{"source":"Manual"}},
            {"fromEntity":"unknown","toEntity":"b"},
            {"fromEntity":"a","toEntity":"etl"}],"downstreamEdges":[]})";

const QByteArray feedOfChanges = R"({"data":[
          {"id":"known","eventType":"entityUpdated","entityType":"table","entityId":"t0",
           "timestamp":9500},
          {"id":"old","eventType":"entityUpdated","entityType":"table","entityId":"t9",
           "timestamp":100},
          {"id":"1","eventType":"entityUpdated","entityType":"table","entityId":"t1",
           "entityFullyQualifiedName":"s.t1","timestamp":11000},
          {"id":"2","eventType":"entitySoftDeleted","entityType":"table","entityId":"t1",
           "entityFullyQualifiedName":"s.t1","timestamp":12000},
          {"id":"3","eventType":"entityUpdated","entityType":"glossaryTerm","entityId":"g",
           "entityFullyQualifiedName":"Biz.New","timestamp":12500,"changeDescription":
           {"fieldsUpdated":[{"name":"name","oldValue":"Old.one","newValue":"New"}]}},
          {"id":"4","eventType":"entityUpdated","entityType":"dataProduct","entityId":"p",
           "entityFullyQualifiedName":"Sales","timestamp":12600,"changeDescription":
           {"fieldsDeleted":[{"name":"outputPorts","oldValue":
           "[{\"id\":\"t2\",\"type\":\"table\",\"fullyQualifiedName\":\"s.t2\"}]"}]}},
          {"id":"5","eventType":"entityCreated","entityType":"dataContract","entityId":"c",
           "timestamp":12700,"entity":
           "{\"entity\":{\"id\":\"t3\",\"type\":\"table\",\"fullyQualifiedName\":\"s.t3\"}}"},
          {"id":"6","eventType":"entityCreated","entityType":"ingestionPipeline","entityId":"i",
           "timestamp":12800},
          "no event",
          {"id":"7","eventType":"entityUpdated","entityType":"table","timestamp":"never"}],
          "paging":{"total":9}})";

const QByteArray tagPayload =
    R"({"nativeId":"table:s.t","kind":"asset","add":["A.b"],"remove":["C.d"]})";

const QByteArray taggedEntity = R"({"version":1,"tags":[{"tagFQN":"C.d","source":"Classification"},
                                {"tagFQN":"C.d","source":"Glossary"},{"tagFQN":"E.f"}]})";

const QByteArray feedOfPorts = R"({"data":[{"id":"1","eventType":"entityUpdated","entityType":
"dataProduct","entityId":"p","entityFullyQualifiedName":"Sales","timestamp":12600,
"changeDescription":{"fieldsUpdated":[{"name":"outputPorts","oldValue":
"[{\"id\":\"a\",\"type\":\"table\",\"fullyQualifiedName\":\"s.a\"},{\"id\":\"b\",\"type\":\"table\",\"fullyQualifiedName\":\"s.b\"}]",
"newValue":"[{\"id\":\"a\",\"type\":\"table\",\"fullyQualifiedName\":\"s.a\"}]"}]}}],
"paging":{"total":1}})";

} // namespace portolan::tests
