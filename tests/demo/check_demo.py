# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the demo mesh: what its README promises, and that it is valid.

usage: check_demo.py DEMO_FOLDER FOLDER_WITH_SPECS
Exit status 77 means "skipped": PyYAML is absent. Where jsonschema or the official schemas are
absent, the verdicts alone are left out, and the last line says how many.
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import yaml
except ImportError:
    print("SKIP: PyYAML is absent, the whole demo mesh was not checked")
    sys.exit(77)
try:
    import jsonschema
except ImportError:
    jsonschema = None

DEMO = pathlib.Path(sys.argv[1])
SPECS = pathlib.Path(sys.argv[2])
FAULTY = "faults/parcel-lockers.odcs.yaml"
UNKNOWN_CONTRACT = "loyalty-tiers"
NO_DESCRIPTION = "Store footfall"
KINDS = {
    "sql": "sql", "tables": "sql", "table": "sql", "view": "sql",
    "stream": "stream", "topic": "stream", "kafka": "stream",
    "file": "file", "files": "file", "bucket": "file",
    "rest": "rest", "api": "rest",
}
SERVER_KINDS = {"snowflake": "sql", "postgres": "sql", "bigquery": "sql"}


class TextDates(yaml.SafeLoader):
    """Reads dates as the text they are, as JSON would have them."""


TextDates.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def documents():
    found = {}
    for path in sorted(DEMO.rglob("*")):
        name = path.relative_to(DEMO).as_posix()
        if path.suffix in (".yaml", ".yml", ".json") and not name.startswith(
                ("dbt/", "quality/", "policies/")):
            found[name] = yaml.load(path.read_text(encoding="utf-8"), TextDates)
    return found


ALL = documents()
PRODUCTS = {n: d for n, d in ALL.items() if d["kind"] == "DataProduct"}
CONTRACTS = {n: d for n, d in ALL.items() if d["kind"] == "DataContract"}


def contract_id(contract):
    return contract.get("id") or contract["uuid"]


def fields(contract):
    """Every property of a contract, nested ones too, as (path, property)."""
    def walk(properties, prefix):
        for field in properties:
            path = prefix + field.get("name", field.get("column", ""))
            yield path, field
            yield from walk(field.get("properties", []), path + ".")
            yield from walk(field.get("items", {}).get("properties", []), path + "[].")
    for table in contract.get("schema", []):
        yield from walk(table["properties"], table["name"] + ".")
    for table in contract.get("dataset", []):
        yield from walk(table["columns"], table["table"] + ".")


def output_ports():
    for name, product in PRODUCTS.items():
        for port in product.get("outputPorts", []):
            yield name, port


def kind_of(port):
    if "type" in port:
        return KINDS[port["type"]]
    for contract in CONTRACTS.values():
        if contract_id(contract) == port["contractId"]:
            return SERVER_KINDS[contract["servers"][0]["type"]]
    return None


class Size(unittest.TestCase):
    def test_about_forty_products(self):
        self.assertEqual(len(PRODUCTS), 40, "and Shop checkout, which is implicit")
        implicit = {c["dataProduct"] for c in CONTRACTS.values() if "dataProduct" in c}
        self.assertEqual(implicit, {"Shop checkout", "Parcel lockers"})

    def test_about_120_output_ports_of_all_four_kinds(self):
        counts = collections.Counter(kind_of(port) for _, port in output_ports())
        self.assertEqual(counts, {"sql": 49, "stream": 28, "file": 27, "rest": 23})

    def test_every_version_of_the_standards_that_is_in_use_occurs(self):
        versions = {d["apiVersion"] for d in ALL.values()}
        self.assertEqual(versions, {"v0.9.0", "v1.0.0", "v2.2.2", "v3.0.2", "v3.1.0", "v3.2.0"})

    def test_schemas_have_from_5_to_60_fields(self):
        for name, contract in CONTRACTS.items():
            with self.subTest(name):
                self.assertTrue(5 <= len(list(fields(contract))) <= 60)

    def test_the_five_domains_have_sub_domains(self):
        subs = collections.defaultdict(set)
        for product in PRODUCTS.values():
            domain, sub = product["domain"].split("/")
            subs[domain].add(sub)
        self.assertEqual(set(subs), {"Customer", "Inventory", "Orders", "Marketing", "Finance"})
        for domain, found in subs.items():
            self.assertTrue(2 <= len(found) <= 4, domain)


class Graph(unittest.TestCase):
    def test_identifiers_are_unique(self):
        products = collections.Counter(p["id"] for p in PRODUCTS.values())
        self.assertEqual([i for i, n in products.items() if n > 1], [])
        versions = collections.Counter((contract_id(c), c["version"]) for c in CONTRACTS.values())
        self.assertEqual([i for i, n in versions.items() if n > 1], [])
        ids = collections.Counter(contract_id(c) for c in CONTRACTS.values())
        self.assertEqual([i for i, n in ids.items() if n > 1], ["returns-and-refunds"])
        self.assertFalse(set(products) & set(ids))

    def test_every_contract_id_resolves_but_the_one_on_purpose(self):
        known = {contract_id(c) for c in CONTRACTS.values()}
        used = {port["contractId"] for p in PRODUCTS.values()
                for port in p.get("inputPorts", []) + p.get("outputPorts", [])}
        self.assertEqual(used - known, {UNKNOWN_CONTRACT})

    def test_every_contract_but_the_implicit_ones_has_a_port(self):
        used = {port["contractId"] for _, port in output_ports()}
        without = {contract_id(c) for c in CONTRACTS.values()} - used
        self.assertEqual(without, {"shop-checkout", "parcel-lockers"})

    def test_input_ports_name_a_version_that_a_provider_offers(self):
        offered = {(contract_id(c), c["version"]) for c in CONTRACTS.values()}
        for name, product in PRODUCTS.items():
            for port in product.get("inputPorts", []):
                if port["contractId"] != UNKNOWN_CONTRACT:
                    with self.subTest(f"{name}: {port['name']}"):
                        self.assertIn((port["contractId"], port["version"]), offered)

    def test_no_product_reads_itself(self):
        for name, product in PRODUCTS.items():
            own = {port["contractId"] for port in product.get("outputPorts", [])}
            read = {port["contractId"] for port in product.get("inputPorts", [])}
            self.assertFalse(own & read, name)

    def test_tables_of_the_dbt_project_are_tables_of_contracts(self):
        manifest = json.loads((DEMO / "dbt/target/manifest.json").read_text(encoding="utf-8"))
        promised = set()
        for contract in CONTRACTS.values():
            for server in contract.get("servers", []):
                if server["type"] == "postgres" and "schema" in contract:
                    for table in contract["schema"]:
                        promised.add(f'"{server["database"]}"."{server["schema"]}".'
                                     f'"{table.get("physicalName", table["name"])}"')
        public = [n["relation_name"] for n in manifest["nodes"].values()
                  if n.get("access") == "public"]
        self.assertEqual(len(public), 14)
        self.assertEqual([name for name in public if name not in promised], [])


class Wording(unittest.TestCase):
    def test_no_two_products_have_one_name_or_one_description(self):
        names = collections.Counter(p["name"] for p in PRODUCTS.values())
        self.assertEqual([n for n, count in names.items() if count > 1], [])
        texts = collections.Counter()
        for document in ALL.values():
            described = document.get("description", {})
            if document["kind"] == "DataProduct" and described:
                texts.update(described.values())
        for _, port in output_ports():
            texts[port["description"]] += 1
        self.assertEqual([t for t, count in texts.items() if count > 1], [])

    def test_every_field_says_what_it_means(self):
        for name, contract in CONTRACTS.items():
            for path, field in fields(contract):
                self.assertTrue(field.get("description"), f"{name}: {path}")

    def test_nobody_has_an_address_outside_example_domains(self):
        for name, document in ALL.items():
            text = json.dumps(document)
            for word in text.replace('"', " ").split():
                if "@" in word and "://" not in word:
                    self.assertIn(".example", word, name)


class Faults(unittest.TestCase):
    """What the README promises to a steward, and nothing beyond it."""

    def test_one_contract_has_no_team(self):
        without = [n for n, c in CONTRACTS.items() if not c.get("team") and not c.get("stakeholders")]
        self.assertEqual(without, ["finance/contracts/gift-cards.odcs.json"])

    def test_one_product_has_no_description(self):
        without = [p["name"] for p in PRODUCTS.values() if not p.get("description")]
        self.assertEqual(without, [NO_DESCRIPTION])

    def test_the_deprecated_product_is_still_read(self):
        old = [p for p in PRODUCTS.values() if p["status"] == "deprecated"]
        self.assertEqual([p["name"] for p in old], ["Order status feed"])
        offered = {port["contractId"] for port in old[0]["outputPorts"]}
        readers = [p["name"] for p in PRODUCTS.values()
                   if any(port["contractId"] in offered for port in p.get("inputPorts", []))]
        self.assertEqual(sorted(readers), ["Click and collect", "Delivery promise"])

    def test_one_field_with_addresses_has_no_classification(self):
        without = [path for name, c in CONTRACTS.items() if name != FAULTY
                   for path, field in fields(c)
                   if "classification" not in field and "properties" not in field]
        self.assertEqual(without, ["cases.requester_email"])


class Promises(unittest.TestCase):
    """What a contract promises can be judged by what the demo has of its tables."""

    @staticmethod
    def terms(contract, prop):
        return [t for t in contract.get("slaProperties", []) if t["property"] == prop]

    @staticmethod
    def rules(contract):
        for table in contract.get("schema", []):
            yield from table.get("quality", [])
            for field in table["properties"]:
                yield from field.get("quality", [])

    def test_availability_has_a_rule_that_shows_it_but_where_there_is_no_check_at_all(self):
        without = [contract_id(c) for c in CONTRACTS.values() if self.terms(c, "availability")
                   and not any(r.get("dimension") == "completeness" for r in self.rules(c))]
        self.assertEqual(without, ["mkt.newsletter"])

    def test_the_time_of_an_answer_is_no_age_of_a_table(self):
        for name, contract in CONTRACTS.items():
            for term in self.terms(contract, "latency"):
                self.assertNotIn(term["unit"], ("ms", "s"), name)
            if all(s["type"] == "api" for s in contract.get("servers", [{"type": ""}])):
                self.assertFalse(self.terms(contract, "latency"), name)

    def test_what_comes_once_a_week_may_be_a_week_old(self):
        weekly = {c["id"]: self.terms(c, "latency")[0] for c in CONTRACTS.values()
                  if any(t["unit"] == "w" for t in self.terms(c, "frequency"))}
        files = ("carrier-scorecard", "mkt.audience-export", "mkt.campaign-attribution-weekly")
        self.assertEqual([(weekly[f]["value"], weekly[f]["unit"]) for f in files], [(8, "d")] * 3)


class Lineage(unittest.TestCase):
    FILES = sorted((DEMO / "lineage").glob("*.ndjson"))

    def test_the_script_makes_these_bytes(self):
        script = pathlib.Path(__file__).with_name("make_lineage.py")
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copytree(DEMO, pathlib.Path(folder) / "demo")
            subprocess.run([sys.executable, script, copy], check=True, stdout=subprocess.DEVNULL)
            for path in self.FILES:
                with self.subTest(path.name):
                    self.assertTrue((copy / "lineage" / path.name).read_bytes()
                                    == path.read_bytes())

    def test_what_was_first_is_stated_and_no_update_of_a_table(self):
        updates = [json.loads(line) for path in self.FILES
                   for line in path.read_text(encoding="utf-8").splitlines()
                   if '"eventType"' in line]
        old = [e["job"]["name"] for e in updates if e["eventTime"] < "2026-11-23"]
        self.assertEqual(old, ["customer_daily.drop_loyalty_tiers"])

    def test_columns_are_told_since_the_first_run(self):
        runs = collections.defaultdict(list)
        for path in self.FILES:
            for line in path.read_text(encoding="utf-8").splitlines():
                event = json.loads(line)
                for output in event["outputs"]:
                    name = (event["job"]["name"], output["namespace"], output["name"])
                    told = "columnLineage" in output.get("facets", {})
                    runs[name].append((event["eventTime"], told))
        self.assertTrue(runs)
        late = [name for name, told in runs.items() if max(told)[1] and not min(told)[1]]
        self.assertEqual(late, [])


class Slos(unittest.TestCase):
    """OpenSLO objects: of every kind that is evaluated, and one that is measured elsewhere."""
    FOUND = [slo for path in sorted((DEMO / "quality").glob("*.openslo.yaml"))
             for slo in yaml.load_all(path.read_text(encoding="utf-8"), TextDates)]

    @staticmethod
    def sources(slo):
        spec = slo["spec"]["indicator"]["spec"]
        if "thresholdMetric" in spec:
            return [spec["thresholdMetric"]["metricSource"]]
        return [spec["ratioMetric"][part]["metricSource"] for part in ("good", "total")]

    def test_every_measure_occurs(self):
        kinds = [self.sources(slo)[0]["spec"].get("measure", self.sources(slo)[0]["type"])
                 for slo in self.FOUND]
        self.assertEqual(sorted(kinds), ["Prometheus", "check", "check", "count", "freshness"])

    def test_calendar_windows_have_a_time_zone(self):
        calendar = [slo["spec"]["timeWindow"][0] for slo in self.FOUND
                    if not slo["spec"]["timeWindow"][0]["isRolling"]]
        self.assertEqual([w["calendar"]["timeZone"] for w in calendar], ["Europe/Amsterdam"])

    def test_they_name_assets_checks_and_services_of_the_mesh(self):
        manifest = json.loads((DEMO / "dbt/target/manifest.json").read_text(encoding="utf-8"))
        assets = {f"{contract_id(c)}#{table['name']}" for c in CONTRACTS.values()
                  for table in c.get("schema", [])}
        services = {p["id"].rpartition(".")[2] for p in PRODUCTS.values()}
        services |= {contract_id(c) for c in CONTRACTS.values()}
        for slo in self.FOUND:
            self.assertIn(slo["spec"]["service"], services)
            for source in self.sources(slo):
                spec = source["spec"]
                if "asset" in spec:
                    self.assertIn(spec["asset"], assets)
                if spec.get("check", "").startswith("test."):
                    self.assertIn(spec["check"], manifest["nodes"])


class Validity(unittest.TestCase):
    def setUp(self):
        self.folder = SPECS / "bitol"
        if jsonschema is None or not self.folder.is_dir():
            why = "jsonschema" if jsonschema is None else "official schemas"
            self.skipTest(f"{len(ALL) + 2} files not judged: no {why}")

    def errors(self, document):
        standard = "odps" if document["kind"] == "DataProduct" else "odcs"
        name = f"{standard}-json-schema-{document['apiVersion']}.json"
        schema = json.loads((self.folder / name).read_text(encoding="utf-8"))
        return [e.message for e in jsonschema.Draft201909Validator(schema).iter_errors(document)]

    def test_files_pass_the_official_schema_of_their_version(self):
        for name, document in ALL.items():
            if name != FAULTY:
                with self.subTest(name):
                    self.assertEqual(self.errors(document), [])

    def test_the_file_in_faults_does_not(self):
        self.assertGreaterEqual(len(self.errors(ALL[FAULTY])), 3)

    def test_dbt_artifacts_pass_their_schemas(self):
        for artifact, schema in (("manifest", "manifest-v12"), ("catalog", "catalog-v1")):
            with self.subTest(artifact):
                document = json.loads((DEMO / f"dbt/target/{artifact}.json").read_text("utf-8"))
                rules = json.loads((SPECS / f"dbt/{schema}.json").read_text("utf-8"))
                found = jsonschema.Draft202012Validator(rules).iter_errors(document)
                self.assertEqual([e.message[:200] for e in found], [])


if __name__ == "__main__":
    outcome = unittest.main(argv=sys.argv[:1], exit=False, verbosity=1).result
    for _, reason in outcome.skipped:
        print("SKIP:", reason)
    sys.exit(0 if outcome.wasSuccessful() else 1)
