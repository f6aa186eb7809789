#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/demo/lineage: what Norrholt's pipelines would have told an OpenLineage backend.

    python3 tests/demo/make_lineage.py resources/demo

Reads the contracts and products of the demo, so that every dataset it names is one that they
promise, and adds the stations in between: the systems in which a thing is first written down, the
raw copy in the warehouse, staging, intermediate tables, the topics and files that go out, and the
dashboards at the end. The result is committed; the same input gives the same bytes.
"""
import json
import pathlib
import sys
import uuid

import yaml

PRODUCER = "https://github.com/norrholt/pipelines/tree/2026.47"
SPEC = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/"
FACETS = "https://openlineage.io/spec/facets/"
WAREHOUSE = "postgres://warehouse.norrholt.example:5432"
LATEST = "2026-11-23T04:{minute:02d}:{second:02d}.000Z"

# Where the things of a contract are first written down: system, then its tables.
SHOP = ("postgres://shop-db.norrholt.example:5432", "shop.public.{}")
OMS = ("postgres://oms-db.norrholt.example:5432", "oms.fulfilment.{}")
RETURNS = ("postgres://returns-db.norrholt.example:5432", "returns.public.{}")
CRM = ("mssql://crm.norrholt.example:1433", "CRM.dbo.{}")
WMS = ("oracle://wms.norrholt.example:1521", "WMS.{}")
PIM = ("postgres://pim-db.norrholt.example:5432", "pim.catalog.{}")
PAY = ("postgres://pay-db.norrholt.example:5432", "pay.public.{}")
ERP = ("hana://s4.norrholt.example:30015", "S4.{}")
TILL = ("mssql://tills.norrholt.example:1433", "POS.dbo.{}")
ADS = ("s3://ads-landing", "{}")
WEB = ("kafka://kafka.eu.example:9093", "web.{}")
EDI = ("s3://edi-inbound", "{}")

SYSTEMS = {
    "customer-accounts": (CRM, ["Account", "AccountEmail", "AccountAddress"]),
    "customer-merges": (CRM, ["MergeDecision"]),
    "consent-log": (CRM, ["ConsentEvent", "ConsentText"]),
    "loyalty-ledger": (CRM, ["LoyaltyBooking", "LoyaltyMember"]),
    "service-cases": (CRM, ["ServiceCase", "CaseMessage", "CaseTopic"]),
    "urn:norrholt:contract:payments": (PAY, ["payment", "payment_state", "provider_notification"]),
    "urn:norrholt:contract:fraud-decisions": (PAY, ["fraud_case", "fraud_rule_hit"]),
    "urn:norrholt:contract:gift-cards": (PAY, ["gift_card", "gift_card_entry"]),
    "urn:norrholt:contract:exchange-rates": (EDI, ["ecb/eurofxref"]),
    "urn:norrholt:contract:revenue-recognition": (ERP, ["ACDOCA", "BKPF", "VBRP"]),
    "urn:norrholt:contract:vat-report": (ERP, ["BSET", "T007A"]),
    "9a05756e-59b5-5f91-9382-70f0b4df4072": (PIM, ["article", "article_text", "category"]),
    "1ce12658-5d51-574f-be43-ffbbbd6986ff": (PIM, ["price", "price_zone"]),
    "8fa4e32e-0643-5430-aed5-2134dd4e2214": (WMS, ["STOCK_MOVE", "STORAGE_BIN", "HANDLING_UNIT"]),
    "4c8449ba-3f42-5c6c-abfe-ddebed8d1ce3": (WMS, ["STOCK_COUNT"]),
    "2af5411a-61ec-5a06-8784-10671f348dfa": (ERP, ["EKKO", "EKPO", "EKET"]),
    "75c5dc65-5544-51de-9d30-d00c65a1fa0d": (WMS, ["REPLENISH_RULE"]),
    "mkt.ad-spend": (ADS, ["google/campaign_stats", "meta/insights", "pinterest/reports"]),
    "mkt.newsletter": (ADS, ["mailing/sends", "mailing/clicks"]),
    "mkt.promotion-calendar": (PIM, ["promotion", "promotion_article"]),
    "mkt.store-footfall": (EDI, ["footfall/counters"]),
    "mkt.search-terms": (WEB, ["search.v1"]),
    "mkt.web-sessions": (WEB, ["hits.v2", "consent_state.v1"]),
    "basket-abandonment": (SHOP, ["basket", "basket_line"]),
    "shop-checkout": (SHOP, ["orders", "order_line", "order_status", "voucher_use"]),
    "till-receipts": (TILL, ["Receipt", "ReceiptLine", "Tender"]),
    "carriers": (EDI, ["carriers/dhl/iftsta", "carriers/postnl/scans", "carriers/inpost/events"]),
    "pickups": (OMS, ["pickup", "locker"]),
    "order-status-feed": (OMS, ["order_state"]),
    "order-events": (OMS, ["shipment", "shipment_line", "cancellation"]),
    "returns-portal": (RETURNS, ["announced_return", "announced_item"]),
    "returns-and-refunds": (RETURNS, ["return_receipt", "refund"]),
}

# What a contract's table is also made from, beside the input ports of its product.
ALSO_FROM = {
    "urn:norrholt:contract:article-margin": ["urn:norrholt:contract:revenue-recognition",
                                             "9a05756e-59b5-5f91-9382-70f0b4df4072"],
    "urn:norrholt:contract:revenue-monthly": ["urn:norrholt:contract:revenue-recognition"],
    "customer-360": ["customer-accounts", "customer-merges", "consent-log"],
    "customer-360-history": ["customer-360"],
    "contact-reasons": ["service-cases"],
    "churn-score": ["loyalty-ledger", "customer-360"],
    "orders-daily": ["order-events"],
    "delivery-times": ["order-events", "carriers"],
    "basket-pairs": ["order-lines-enriched"],
    "mkt.campaign-attribution": ["mkt.web-sessions", "mkt.ad-spend", "order-events"],
    "mkt.audience-segments": ["customer-360", "mkt.web-sessions"],
}

DASHBOARDS = [
    ("Orders", "Order desk today", ["order-events", "carriers"]),
    ("Orders", "Late parcels", ["delivery-times", "carriers"]),
    ("Orders", "Returns by reason", ["returns-and-refunds", "returns-portal"]),
    ("Orders", "Store takings", ["till-receipts"]),
    ("Orders", "Checkout funnel", ["basket-abandonment", "order-events"]),
    ("Customer", "One customer, one page", ["customer-360", "service-cases"]),
    ("Customer", "Contact reasons this week", ["contact-reasons"]),
    ("Customer", "Loyalty programme", ["loyalty-ledger", "churn-score"]),
    ("Customer", "Consent by country", ["consent-log"]),
    ("Inventory", "Out of stock", ["4c8449ba-3f42-5c6c-abfe-ddebed8d1ce3"]),
    ("Inventory", "Forecast against sales", ["d7d29684-dd1c-5114-916a-5efed148c89f",
                                             "f1726638-81b9-5c63-a42b-11dbcbb67f87", "orders-daily"]),
    ("Inventory", "Late suppliers", ["2af5411a-61ec-5a06-8784-10671f348dfa"]),
    ("Inventory", "Replenishment proposals", ["75c5dc65-5544-51de-9d30-d00c65a1fa0d"]),
    ("Marketing", "Campaign of the week", ["mkt.campaign-attribution", "mkt.ad-spend"]),
    ("Marketing", "Where visitors come from", ["mkt.web-sessions"]),
    ("Marketing", "Searches without results", ["mkt.search-terms"]),
    ("Marketing", "Newsletter", ["mkt.newsletter"]),
    ("Marketing", "Store visitors", ["mkt.store-footfall", "till-receipts"]),
    ("Finance", "Revenue today", ["urn:norrholt:contract:revenue-recognition", "orders-daily"]),
    ("Finance", "Month-end close", ["urn:norrholt:contract:revenue-monthly",
                                    "urn:norrholt:contract:exchange-rates"]),
    ("Finance", "Margin by article", ["urn:norrholt:contract:article-margin"]),
    ("Finance", "Fraud desk", ["urn:norrholt:contract:fraud-decisions",
                               "urn:norrholt:contract:payments"]),
    ("Finance", "VAT by country", ["urn:norrholt:contract:vat-report"]),
    ("Finance", "Gift cards outstanding", ["urn:norrholt:contract:gift-cards"]),
]

# Sources that came or went: contract, other contract, first and last seen (None: to this day).
CHANGES = [
    ("mkt.campaign-attribution", "mkt.newsletter", "2026-10-12T04:30:00Z", None),
    ("churn-score", "service-cases", "2026-11-03T05:10:00Z", None),
    ("delivery-times", "order-status-feed", "2026-06-01T04:40:00Z", "2026-11-02T04:40:00Z"),
    ("customer-360", "order-status-feed", "2026-06-01T03:55:00Z", "2026-08-31T03:55:00Z"),
    ("d7d29684-dd1c-5114-916a-5efed148c89f", "mkt.promotion-calendar", "2026-09-21T02:15:00Z", None),
]


class Table:
    """A dataset: where it is, what it is called, its fields as (name, type, sensitive)."""

    def __init__(self, namespace, name, fields, team=None):
        self.namespace = namespace
        self.name = name
        self.fields = fields
        self.team = team

    def key(self):
        return {"namespace": self.namespace, "name": self.name}


def facet(kind, version, **members):
    return {"_producer": PRODUCER,
            "_schemaURL": f"{FACETS}{version}/{kind}.json#/$defs/{kind}", **members}


def with_schema(table):
    fields = [{"name": name, "type": type_} for name, type_, _ in table.fields]
    facets = {"schema": facet("SchemaDatasetFacet", "1-1-1", fields=fields)}
    if table.team:
        owners = [{"name": f"team:{table.team}", "type": "MAINTAINER"}]
        facets["ownership"] = facet("OwnershipDatasetFacet", "1-0-1", owners=owners)
    return {**table.key(), "facets": facets}


class Events:
    """The events of one domain, in the order of their pipelines."""

    def __init__(self):
        self.lines = []
        self.minute = 0

    def moment(self):
        self.minute += 7
        return LATEST.format(minute=self.minute // 60 % 60, second=self.minute % 60)

    def run(self, job, inputs, outputs, columns=None, first=None, facets=None, at=None):
        """A run of yesterday night, or of at, and before it what the job was deployed to do."""
        how = {table: {"columnLineage": facet("ColumnLineageDatasetFacet", "1-2-0",
                                              fields=columns(table))}
               for table in outputs} if columns else {}
        if first:
            # Its columns came the same way: an edge holds since it was first told.
            made = [{**t.key(), "facets": how[t]} if t in how else t.key() for t in outputs]
            # It is stated, not run: of the runs in between the backend has kept none, and a table
            # would seem to have stood still since then.
            self.lines.append(self.design(job, [t.key() for t in inputs], made, first))
        retired = at is not None
        if not retired:
            at = self.moment()
        made = []
        for table in outputs:
            output = with_schema(table)
            output["facets"].update(how.get(table, {}))
            made.append(output)
        sources = [with_schema(t) for t in inputs]
        if retired:
            self.lines.append(self.design(job, sources, made, at, facets))
        else:
            self.lines.append(self.event(job, sources, made, at, facets or {}))

    @staticmethod
    def design(job, inputs, outputs, at, facets=None):
        return {"eventTime": at, "producer": PRODUCER, "schemaURL": SPEC + "JobEvent",
                "job": {"namespace": "norrholt-airflow", "name": job, "facets": facets or {}},
                "inputs": inputs, "outputs": outputs}

    @staticmethod
    def event(job, inputs, outputs, at, facets):
        run = uuid.uuid5(uuid.NAMESPACE_URL, f"{job}@{at}")
        return {"eventType": "COMPLETE", "eventTime": at, "producer": PRODUCER,
                "schemaURL": SPEC + "RunEvent",
                "run": {"runId": str(run)},
                "job": {"namespace": "norrholt-airflow", "name": job, "facets": facets},
                "inputs": inputs, "outputs": outputs}


def job_facets(kind, text, sql=None):
    facets = {"jobType": facet("JobTypeJobFacet", "2-0-3", processingType="BATCH",
                               integration=kind, jobType="JOB"),
              "documentation": facet("DocumentationJobFacet", "1-1-0", description=text)}
    if sql:
        facets["sql"] = facet("SQLJobFacet", "1-1-0", query=sql, dialect="postgres")
    return facets


def fields_of(item):
    """Top-level fields of a schema object of ODCS 2.2 or 3, with what deserves a mask."""
    fields = []
    for field in item.get("properties") or item.get("columns") or []:
        name = field.get("physicalName") or field.get("name") or field.get("column")
        type_ = field.get("physicalType") or field.get("logicalType") or "string"
        sensitive = str(field.get("classification", "")).lower() in ("confidential", "restricted")
        fields.append((name, type_, sensitive))
    return fields


def team_of(contract):
    team = contract.get("team")
    return team.get("name") if isinstance(team, dict) else None


def servers_of(contract):
    servers = contract.get("servers")
    return servers if isinstance(servers, list) else []


def property_of(server, name):
    for entry in server.get("customProperties") or []:
        if entry.get("property") == name:
            return entry.get("value")
    return None


def tables_of(contract):
    """The tables that a contract promises, as the warehouse calls them."""
    for item in contract.get("dataset") or []:  # ODCS 2.2: here, what comes in or goes out as files
        if contract.get("type") == "files":
            bucket, _, path = contract["server"].partition("/")
            yield Table(f"s3://{bucket}", path, fields_of(item))
        else:
            yield Table("kafka://kafka.eu.example:9093", f"legacy.{item['table']}", fields_of(item))
    for server in servers_of(contract):
        kind = server.get("type")
        for item in contract.get("schema") or []:
            name = item.get("physicalName") or item["name"]
            if kind == "postgres":
                yield Table(WAREHOUSE, f"{server['database']}.{server['schema']}.{name}",
                            fields_of(item))
            elif kind == "snowflake":
                yield Table(f"snowflake://{server['account']}",
                            f"{server['database']}.{server['schema']}.{name}", fields_of(item))
            elif kind == "bigquery":
                yield Table("bigquery", f"{server['project']}.{server['dataset']}.{name}",
                            fields_of(item))
        if kind in ("postgres", "snowflake", "bigquery"):
            return


def exits_of(contract):
    """The topics and files that a contract promises beside its table."""
    for server in servers_of(contract):
        if server.get("type") == "kafka" and property_of(server, "topic"):
            host = server.get("host", "kafka.eu.example:9093")
            yield "publish", Table(f"kafka://{host}", property_of(server, "topic"), [])
        elif server.get("type") == "s3":
            bucket, _, path = server["location"][len("s3://"):].partition("/")
            yield "export", Table(f"s3://{bucket}", path.split("*")[0].rstrip("/=") or path, [])


def styled(system, name):
    """A column as its system spells it."""
    if system in (WMS, ERP):
        return name.upper()
    if system in (CRM, TILL):
        return "".join(part.capitalize() for part in name.split("_"))
    return name


def direct(source, name, subtype="IDENTITY", masking=False, text=""):
    step = {"type": "DIRECT", "subtype": subtype, "description": text, "masking": masking}
    return {**source.key(), "field": name, "transformations": [step]}


def indirect(source, name, subtype):
    step = {"type": "INDIRECT", "subtype": subtype, "description": "", "masking": False}
    return {**source.key(), "field": name, "transformations": [step]}


def copied(source, spelling=lambda name: name):
    """Each field of the output from the field of the same name in source."""
    known = {name for name, _, _ in source.fields}

    def columns(table):
        return {name: {"inputFields": [direct(source, spelling(name))]}
                for name, _, _ in table.fields if spelling(name) in known}
    return columns


def joined(own, others):
    """Own fields with masks where they need one; of the others what has the same name."""
    def columns(table):
        found = {}
        for name, _, sensitive in table.fields:
            sources = []
            for source in own:
                if name in {field for field, _, _ in source.fields}:
                    mask = sensitive and ("email" in name or name.endswith("customer_id"))
                    sources.append(direct(source, name, "TRANSFORMATION" if mask else "IDENTITY",
                                          mask, "SHA-256 with the salt of the month" if mask else ""))
            for source in others:
                if name in {field for field, _, _ in source.fields}:
                    sources.append(indirect(source, name, "JOIN") if name.endswith("_id")
                                   else direct(source, name, "TRANSFORMATION"))
            if sources:
                found[name] = {"inputFields": sources}
        return found
    return columns


def entity_of(table):
    return table.name.rsplit(".", 1)[-1].lower()


class Mesh:
    def __init__(self, folder):
        self.contracts = {}
        self.products = []
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder).parts
            if path.suffix not in (".yaml", ".yml", ".json") or inside[0] in (
                    "dbt", "faults", "lineage", "quality"):
                continue
            document = yaml.safe_load(path.read_text())
            if document.get("kind") == "DataProduct":
                self.products.append(document)
            elif document.get("kind") == "DataContract" and document.get("status") != "draft":
                document.setdefault("domain", document.get("datasetDomain"))
                document.setdefault("name", document.get("datasetName"))
                self.contracts.setdefault(document.get("id") or document["uuid"], document)

    def team_of(self, contract_id):
        """Who answers for a contract: its own team, else that of the product that offers it."""
        own = team_of(self.contracts[contract_id])
        for product in self.products:
            offered = [port.get("contractId") for port in product.get("outputPorts") or []]
            if not own and contract_id in offered:
                own = team_of(product)
        return own

    def sources_of(self, contract_id):
        """The contracts that the product behind contract_id reads, and what is made of them."""
        found = list(ALSO_FROM.get(contract_id, []))
        for product in self.products:
            offered = [port.get("contractId") for port in product.get("outputPorts") or []]
            if contract_id in offered and contract_id == offered[0]:
                found += [port["contractId"] for port in product.get("inputPorts") or []
                          if port.get("contractId")]
        return [other for other in dict.fromkeys(found) if other != contract_id]


def pipeline(mesh, events, contract_id, contract, dbt_tables):
    """From the systems to the table that the contract promises, and out of the door."""
    tables = list(tables_of(contract))
    if not tables:
        return
    domain = (contract.get("domain") or "").split("/")[0].lower()
    purpose = contract.get("name") or contract_id
    team = mesh.team_of(contract_id)
    others = [table for other in mesh.sources_of(contract_id) if other in mesh.contracts
              for table in list(tables_of(mesh.contracts[other]))[:1]]
    for number, target in enumerate(tables):
        entity = entity_of(target)
        staged = stage(events, contract_id, domain, purpose, target, tables, number, team)
        if target.name in dbt_tables:
            # dbt tells the rest itself; only how its sources come in is told here.
            for source in staged:
                events.run(f"{domain}_daily.load_{entity}", [source], [target], copied(source),
                           "2026-06-01T03:10:00Z",
                           job_facets("AIRFLOW", f"Loads {purpose} from its staging table."))
            continue
        inputs = staged + others
        if not inputs:
            continue
        middle = Table(WAREHOUSE, f"warehouse.intermediate.int_{entity}", target.fields, team)
        if others and staged:
            events.run(f"{domain}_daily.int_{entity}", inputs, [middle], joined(staged, others),
                       "2026-06-01T03:40:00Z",
                       job_facets("DBT", f"Joins what {purpose} is made from.",
                                  f"select * from staging.stg_{entity} join …"))
            inputs = [middle]
        text = f"Builds {purpose}, version {contract.get('version')}."
        columns = joined(inputs, []) if others and staged else joined(staged, others)
        events.run(f"{domain}_daily.{entity}", inputs, [target], columns, "2026-06-01T04:05:00Z",
                   job_facets("DBT", text))
    for verb, exit_ in exits_of(contract):
        exit_.fields = tables[0].fields
        exit_.team = team
        events.run(f"{domain}_out.{verb}_{entity_of(tables[0])}", [tables[0]], [exit_],
                   copied(tables[0]), "2026-06-01T05:00:00Z",
                   job_facets("AIRFLOW", f"Hands out {purpose}."))


def stage(events, contract_id, domain, purpose, target, tables, number, team):
    """The copy of each system table in the warehouse, and the staging table made from them."""
    if contract_id not in SYSTEMS:
        return []
    system, names = SYSTEMS[contract_id]
    mine = [name for i, name in enumerate(names) if i % len(tables) == number] or names[:1]
    raws = []
    for i, name in enumerate(mine):
        # Keys are in all of them; the other fields are spread.
        part = [field for j, field in enumerate(target.fields)
                if field[0].endswith("_id") or j % len(mine) == i]
        origin = Table(system[0], system[1].format(name),
                       [(styled(system, field), type_, mask) for field, type_, mask in part], team)
        short = name.replace("/", "_").replace(".", "_").lower()
        raw = Table(WAREHOUSE, f"warehouse.raw.{domain}_{short}", part, team)
        if (raw.namespace, raw.name) == (target.namespace, target.name):
            raw = target
        events.run(f"ingest.{domain}.{short}", [origin], [raw],
                   copied(origin, lambda field: styled(system, field)), "2026-06-01T02:20:00Z",
                   job_facets("DEBEZIUM" if "://" in system[0] and "s3" not in system[0]
                              else "AIRFLOW", f"Copies {name} into the warehouse."))
        raws.append(raw)
    staging = Table(WAREHOUSE, f"warehouse.staging.stg_{entity_of(target)}", target.fields, team)
    events.run(f"{domain}_daily.stg_{entity_of(target)}", raws, [staging], joined(raws, []),
               "2026-06-01T03:00:00Z",
               job_facets("DBT", f"Types, time zones and duplicates of {purpose} cleaned."))
    return [staging]


def history(mesh, events_of):
    """What came and went: the picture of the summer is not the picture of today."""
    for contract_id, other, first, last in CHANGES:
        target = next(tables_of(mesh.contracts[contract_id]), None)
        source = next(tables_of(mesh.contracts[other]), None)
        if target is None or source is None:
            continue
        domain = mesh.contracts[contract_id]["domain"].split("/")[0]
        job = f"{domain.lower()}_daily.{entity_of(target)}_{entity_of(source)}"
        text = f"Adds {entity_of(source)} to {entity_of(target)}."
        events_of[domain].run(job, [source], [target], joined([], [source]), first,
                              job_facets("AIRFLOW", text), at=last)
    gone = Table(WAREHOUSE, "warehouse.raw.customer_loyalty_tiers",
                 [("member_id", "bigint", False), ("tier", "text", False)])
    ledger = next(tables_of(mesh.contracts["loyalty-ledger"]))
    customer = events_of["Customer"]
    customer.run("customer_daily.loyalty_tiers", [gone], [ledger], None, "2026-06-01T03:20:00Z",
                 job_facets("AIRFLOW", "Tiers, until the ledger kept them itself."),
                 at="2026-09-14T03:20:00Z")
    drop = customer.event("customer_daily.drop_loyalty_tiers", [], [gone.key()],
                          "2026-09-15T08:00:00Z", {})
    drop["outputs"][0]["facets"] = {"lifecycleStateChange": facet(
        "LifecycleStateChangeDatasetFacet", "1-0-1", lifecycleStateChange="DROP")}
    customer.lines.append(drop)


def main():
    folder = pathlib.Path(sys.argv[1])
    mesh = Mesh(folder)
    manifest = json.loads((folder / "dbt/target/manifest.json").read_text())
    dbt_tables = {node["relation_name"].replace('"', "")
                  for node in [*manifest["nodes"].values(), *manifest["sources"].values()]
                  if node.get("relation_name")}
    events_of = {name: Events() for name in ("Customer", "Finance", "Inventory", "Marketing",
                                             "Orders")}
    for contract_id, contract in mesh.contracts.items():
        domain = (contract.get("domain") or "").split("/")[0]
        if domain in events_of:
            pipeline(mesh, events_of[domain], contract_id, contract, dbt_tables)
    for domain, title, sources in DASHBOARDS:
        inputs = [table for source in sources if source in mesh.contracts
                  for table in list(tables_of(mesh.contracts[source]))[:1]]
        slug = title.lower().replace(" ", "_").replace(",", "")
        team = mesh.team_of(sources[0])
        board = Table("looker://bi.norrholt.example", f"{domain.lower()}/{title}", [], team)
        extract = Table(WAREHOUSE, f"warehouse.bi.{slug}", inputs[0].fields[:8], team)
        events_of[domain].run(f"bi.extract_{slug}", inputs, [extract], joined(inputs, []),
                              "2026-06-02T05:30:00Z",
                              job_facets("AIRFLOW", f"What “{title}” reads, ready to draw."))
        events_of[domain].run(f"bi.{slug}", [extract], [board], None, "2026-06-02T06:00:00Z",
                              job_facets("LOOKER", f"Refreshes the dashboard “{title}”."))
    history(mesh, events_of)
    for domain, events in events_of.items():
        path = folder / "lineage" / f"{domain.lower()}.ndjson"
        path.parent.mkdir(exist_ok=True)
        lines = [json.dumps(line, ensure_ascii=False, separators=(",", ":"))
                 for line in events.lines]
        path.write_text("\n".join(lines) + "\n")
        print(f"{path}: {len(lines)} events")


if __name__ == "__main__":
    main()
