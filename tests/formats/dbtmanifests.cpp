// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/formats/dbtmanifests.h"

namespace portolan::tests {

QByteArray shopManifest()
{
    return R"json({
"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json",
  "project_name": "shop", "adapter_type": "snowflake", "generated_at": "2026-01-01T00:00:00Z"},
"nodes": {
"model.shop.orders.v2": {"name": "orders", "alias": "orders_v2", "package_name": "shop", "version": 2,
  "latest_version": 2, "access": "public", "group": "sales", "description": "One row per order",
  "relation_name": "SHOP.MART.ORDERS_V2", "tags": ["core"],
  "meta": {"domain": "orders/checkout", "classification": "internal"},
  "config": {"materialized": "table", "grants": {"select": ["reader", "auditor"]},
    "contract": {"enforced": true}, "tags": ["core", "gold"]},
  "constraints": [{"type": "primary_key", "columns": ["order_id", "line"]},
    {"type": "unique", "columns": ["order_id", "line"]},
    {"type": "unique", "columns": ["number"]}],
  "columns": {
    "order_id": {"name": "order_id", "constraints": [{"type": "not_null"}],
      "meta": {"classification": "restricted"}},
    "line": {"name": "line", "data_type": "int"},
    "number": {"name": "number", "description": "Printed on the parcel", "tags": ["pii"],
      "constraints": [{"type": "check", "expression": "number > 0"},
        {"type": "foreign_key", "to": "shop.numbers", "to_columns": ["number"]}]}},
  "depends_on": {"nodes": ["source.shop.raw.orders", "seed.shop.countries"]}},
"model.shop.orders_daily": {"name": "orders_daily", "package_name": "shop", "group": "sales",
  "access": "protected", "config": {"materialized": "ephemeral"},
  "depends_on": {"nodes": ["model.shop.orders.v2", "model.shop.orders.v2"]}},
"seed.shop.countries": {"name": "countries", "package_name": "shop"},
"test.shop.relationships.1": {"name": "relationships_orders", "package_name": "shop",
  "column_name": "order_id", "file_key_name": "models.orders_daily", "config": {"severity": "WARN"},
  "test_metadata": {"name": "relationships", "kwargs": {"to": "ref('orders')", "field": "order_id",
    "column_name": "order_id", "model": "x"}},
  "depends_on": {"nodes": ["model.shop.orders.v2", "model.shop.orders_daily"]}},
"test.shop.singular": {"name": "singular", "raw_code": "select 1",
  "depends_on": {"nodes": ["seed.shop.countries"]}},
"analysis.shop.idea": {"name": "idea"}},
"sources": {
"source.shop.raw.orders": {"name": "orders", "package_name": "shop", "source_description": "The till",
  "database": "RAW", "schema": "TILL", "identifier": "ORDERS",
  "freshness": {"warn_after": {"count": 12, "period": "hour"}, "error_after": {"count": null}}},
"source.shop.raw.other": {"name": "other", "freshness": {"warn_after": {"count": null}}}},
"exposures": {
"exposure.shop.board": {"name": "board", "label": "Order board", "type": "dashboard",
  "url": "https://boards.example/orders", "maturity": "high",
  "owner": {"name": "Ada Moss", "email": "ada@shop.example"},
  "depends_on": {"nodes": ["model.shop.orders.v2"]}}},
"groups": {
"group.shop.sales": {"name": "sales", "package_name": "shop", "description": "Sells things",
  "owner": {"name": "Sales desk", "email": "sales@shop.example", "slack": "#sales"}},
"group.shop.idle": {"name": "idle", "package_name": "shop", "owner": {"email": "idle@shop.example"}}}
})json";
}

QByteArray shopCatalog()
{
    return R"json({
"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/catalog/v1.json"},
"nodes": {
"model.shop.orders.v2": {"metadata": {"type": "BASE TABLE", "name": "ORDERS_V2", "owner": "LOADER"},
  "columns": {
    "LINE": {"type": "NUMBER(38,0)", "index": 2, "name": "LINE", "comment": "Line of the order"},
    "ORDER_ID": {"type": "TEXT", "index": 1, "name": "ORDER_ID"},
    "LOADED_AT": {"type": "TIMESTAMP_NTZ", "index": 3, "name": "LOADED_AT"}},
  "stats": {"num_rows": {"id": "num_rows", "value": 12.0, "include": true},
    "has_stats": {"id": "has_stats", "value": true, "include": false}}},
"model.shop.dropped": {"metadata": {"name": "DROPPED"}, "columns": {}}},
"sources": {}})json";
}

QByteArray sparseManifest()
{
    return R"json({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v20.json",
"adapter_type":"bigquery"},"nodes":{"model.a.b":{"name":"b","relation_name":"`my-project`.`d`.`B`",
"config":{"access":"public","group":"g","meta":{"data_product":"p","owner":"x@y.example"}},
"package_name":"a"}},"groups":{"group.a.g":{"name":"g","package_name":"a"}}})json";
}

} // namespace portolan::tests
