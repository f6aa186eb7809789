# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what vendors' interface files think of requests and answers.

interfaces.py PLATFORM SPECS: PLATFORM is "marquez" or "openmetadata", SPECS the folder of its files.
Standard input has one exchange a line: {"method", "path", "query": [[name, value]], "type", "body",
"status", "answer"}; "path" begins behind /api/v1, "body" and "answer" are texts. Standard output has
a line for each that is wrong: "METHOD path: why". Exit status 77: a module is missing.
"""
import json
import re
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
try:
    from jsonschema import Draft7Validator, RefResolver
except ImportError as problem:
    print(problem)
    sys.exit(77)

BASE = "http://interface/"


def without_ids(node):
    """Without "$id", which does not say where the file lies; with what OpenAPI calls nullable, and
    patterns as Python has them: what Java's (?U) asks for is what they do here."""
    if isinstance(node, list):
        return [without_ids(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: without_ids(value) for key, value in node.items()
              if key != "$id" or not isinstance(value, str)}
    # Slips of the description of Marquez: a type without a value, "required" inside of a property.
    if "type" in result and result["type"] is None:
        del result["type"]
    if isinstance(result.get("required"), bool):
        del result["required"]
    # 0.3 is no multiple of 0.1 for who reckons with binary fractions.
    if isinstance(result.get("multipleOf"), float):
        del result["multipleOf"]
    if isinstance(result.get("pattern"), str):
        result["pattern"] = result["pattern"].replace("(?U)", "")
    if result.pop("nullable", False) is True:
        result = {"anyOf": [{"type": "null"}, result]}
    return result


class Files:
    """Schemas by their place below BASE, each pointing at others by relative paths."""

    def __init__(self, *folders):
        self.store = {}
        for folder in folders:
            for file in sorted(folder.rglob("*.json")):
                self.store[BASE + file.relative_to(folder).as_posix()] = without_ids(json.loads(file.read_text()))

    def complaints(self, reference, value):
        resolver = RefResolver(BASE, {}, store=self.store)
        for error in Draft7Validator({"$ref": BASE + reference}, resolver=resolver).iter_errors(value):
            place = "/".join(map(str, error.absolute_path))
            yield f"{place or 'it'}: {error.message[:160]}"

    def properties(self, reference):
        return set(self.store[BASE + reference]["properties"])


def template(text):
    return re.compile("^" + re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(text)) + "$")


def loaded(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


class Marquez:
    """The OpenAPI description, and beside it what a running server is known to take or say."""

    # platforms/marquez-openlineage.md, 5.1 and 5.1.1, each tried on a running server.
    DOORS = {("DELETE", "/namespaces/{namespace}/datasets/{dataset}/tags/{tag}"),
             ("DELETE", "/namespaces/{namespace}/datasets/{dataset}/fields/{field}/tags/{tag}"),
             ("POST", "/namespaces/{namespace}/jobs/{job}/tags/{tag}"),
             ("DELETE", "/namespaces/{namespace}/jobs/{job}/tags/{tag}")}

    def __init__(self, specs):
        files = Files(specs)
        self.files = files
        self.api = json.loads((specs / "openapi.json").read_text())
        self.doors = []
        for path, operations in self.api["paths"].items():
            for method, operation in operations.items():
                if method != "parameters":
                    self.doors.append((method.upper(), template(path), path, operation,
                                       operations.get("parameters", [])))

    def parameters(self, *lists):
        found = {}
        for parameter in sum(lists, []):
            if "$ref" in parameter:
                parameter = self.api["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
            found[parameter["name"]] = parameter
        return found

    def pointer(self, *keys):
        return "openapi.json#/" + "/".join(key.replace("~", "~0").replace("/", "~1") for key in keys)

    def judge(self, exchange):
        method, path = exchange["method"], exchange["path"]
        for door_method, pattern, name, operation, common in self.doors:
            if door_method != method or not pattern.match(path):
                continue
            known = self.parameters(common, operation.get("parameters", []))
            for query, value in exchange["query"]:
                parameter = known.get(query)
                if parameter is None or parameter["in"] != "query":
                    yield f"the parameter {query} is not known"
                elif parameter["schema"].get("type") == "integer" and not value.isdigit():
                    yield f"the parameter {query} is a number"
                elif value not in parameter["schema"].get("enum", [value]):
                    yield f"the parameter {query} is none of {parameter['schema']['enum']}"
            if exchange["body"]:
                schema = ("paths", name, method.lower(), "requestBody", "content", "application/json", "schema")
                if "requestBody" not in operation:
                    yield "no body is wanted"
                else:
                    yield from self.files.complaints(self.pointer(*schema), loaded(exchange["body"]))
            content = operation["responses"].get(str(exchange["status"]), {}).get("content", {})
            if "schema" in content.get("application/json", {}):
                place = ("paths", name, method.lower(), "responses", str(exchange["status"]), "content",
                         "application/json", "schema")
                for complaint in self.files.complaints(self.pointer(*place), loaded(exchange["answer"])):
                    if not self.is_known(complaint):
                        yield "the answer: " + complaint
            return
        if not any(m == method and template(p).match(path) for m, p in self.DOORS):
            yield "there is no such door"

    # "As filled by events" (5.1): what has no value is null, whatever the description says, and the
    # list of jobs of a deployed server has members that it does not know.
    @staticmethod
    def is_known(complaint):
        return ": None is not " in complaint


class OpenMetadata:
    """JSON Schemas of everything that is sent and answered. Paths and parameters have no interface
    file: they stand here as platforms/openmetadata.md has them, sections 4.1 to 4.8."""

    LISTS = {
        "classifications": "entity/classification/classification.json", "tags": "entity/classification/tag.json",
        "glossaries": "entity/data/glossary.json", "glossaryTerms": "entity/data/glossaryTerm.json",
        "teams": "entity/teams/team.json", "users": "entity/teams/user.json", "domains": "entity/domains/domain.json",
        "dataProducts": "entity/domains/dataProduct.json", "dataContracts": "entity/data/dataContract.json",
        "tables": "entity/data/table.json", "topics": "entity/data/topic.json", "containers": "entity/data/container.json",
        "dashboards": "entity/data/dashboard.json", "dashboard/datamodels": "entity/data/dashboardDataModel.json",
        "charts": "entity/data/chart.json", "pipelines": "entity/data/pipeline.json", "mlmodels": "entity/data/mlmodel.json",
        "searchIndexes": "entity/data/searchIndex.json", "storedProcedures": "entity/data/storedProcedure.json",
        "apiEndpoints": "entity/data/apiEndpoint.json", "metrics": "entity/data/metric.json",
        "drives/directories": "entity/data/directory.json", "drives/files": "entity/data/file.json",
        "drives/spreadsheets": "entity/data/spreadsheet.json", "drives/worksheets": "entity/data/worksheet.json",
        "dataQuality/testCases": "tests/testCase.json", "dataQuality/testDefinitions": "tests/testDefinition.json",
    }
    TASK = "entity/tasks/task.json"
    # Of a task in the vendored file, which is an early one; 2.0.7 has more of them (4.7).
    LATER = {"availableTransitions", "workflowStageId", "workflowStageDisplayName", "approvedBy", "approvedById",
             "approvedAt", "createdById"}
    LATER_STATUSES = {"Granted", "ManualRevoke", "Revoked", "Expired"}

    def __init__(self, specs):
        self.files = Files(specs / "schemas-1.13", specs / "additions-2.0")
        part = "[^/]+"
        self.doors = [
            ("GET", "system/version", set(), "api/openMetadataServerVersion.json", False),
            ("GET", "users/loggedInUser", set(), "entity/teams/user.json", False),
            ("GET", "events", {"entityCreated", "entityUpdated", "entityRestored", "entityDeleted", "timestamp"},
             "type/changeEvent.json", True),
            ("GET", f"lineage/{part}/{part}", {"upstreamDepth", "downstreamDepth"}, "type/entityLineage.json", False),
            ("GET", "search/query", {"q", "index", "from", "size", "query_filter"}, None, False),
            ("GET", f"dataProducts/{part}/(inputPorts|outputPorts)", {"limit", "offset"}, None, True),
            ("GET", "dataQuality/testCases/testCaseResults/search/list",
             {"startTimestamp", "endTimestamp", "limit", "offset"}, "tests/basic.json#/definitions/testCaseResult", True),
            ("GET", f"dataQuality/testCases/testCaseResults/{part}", {"startTs", "endTs"},
             "tests/basic.json#/definitions/testCaseResult", True),
            ("GET", "dataQuality/testCases/testCaseIncidentStatus", {"startTs", "endTs", "latest", "limit", "offset"},
             "tests/testCaseResolutionStatus.json", True),
            ("GET", "tasks/dataAccessRequests", {"limit", "offset", "fields", "dataset", "statusGroup"}, self.TASK, True),
            ("POST", "tasks", set(), self.TASK, False),
            ("POST", f"tasks/{part}/resolve", set(), self.TASK, False),
            ("POST", f"tasks/{part}/close", {"comment"}, self.TASK, False),
        ]
        for path, schema in self.LISTS.items():
            soft = set() if path in ("domains", "dataProducts") else {"include"}
            bots = {"isBot"} if path == "users" else set()
            self.doors += [("GET", path, {"fields", "limit", "after"} | soft | bots, schema, True),
                           ("GET", f"{path}/{part}", {"fields"} | soft, schema, False),
                           ("GET", f"{path}/name/{part}", {"fields"} | soft, schema, False),
                           ("PATCH", f"{path}/{part}", set(), schema, False)]

    def judge(self, exchange):
        for method, path, known, schema, is_list in self.doors:
            if method != exchange["method"] or not re.fullmatch(path, exchange["path"].lstrip("/")):
                continue
            for name, value in exchange["query"]:
                if name not in known:
                    yield f"the parameter {name} is not known"
                elif name == "fields":
                    unknown = set(value.split(",")) - self.files.properties(schema)
                    if unknown:
                        yield f"there are no such fields: {sorted(unknown)}"
                elif name in ("limit", "offset", "size", "startTs", "endTs", "timestamp") and not value.lstrip("-").isdigit():
                    yield f"the parameter {name} is a number"
                elif name == "include" and value not in ("all", "deleted", "non-deleted"):
                    yield "the parameter include is one of three words"
                elif name == "statusGroup" and value not in ("open", "active", "closed"):
                    yield "the parameter statusGroup is one of three words"
            yield from self.body(exchange, schema)
            if exchange["status"] < 300:
                yield from self.answer(loaded(exchange["answer"]), schema, is_list)
            else:
                error = loaded(exchange["answer"])
                if not isinstance(error, dict) or "message" not in error:
                    yield "the answer has no message"
            return
        yield "there is no such door"

    def body(self, exchange, schema):
        body = loaded(exchange["body"]) if exchange["body"] else None
        if exchange["method"] == "GET":
            if exchange["body"]:
                yield "no body is wanted"
        elif exchange["method"] == "PATCH":
            if exchange["type"] != "application/json-patch+json":
                yield f"a patch is no {exchange['type']}"
            yield from self.patch(body, schema)
        elif exchange["path"].endswith("/resolve"):
            if not isinstance(body, dict) or set(body) - {"transitionId", "comment"} \
                    or not all(isinstance(value, str) for value in body.values()):
                yield "a transition is wanted"
        elif exchange["path"].endswith("/tasks"):
            yield from self.task(body)

    def patch(self, patch, schema):
        """RFC 6902, and each value is one that the thing may have there."""
        if not isinstance(patch, list) or not patch:
            yield "a list of operations is wanted"
            return
        for step in patch:
            if set(step) != {"op", "path", "value"} or step["op"] not in ("add", "replace", "test"):
                yield f"{json.dumps(step)[:80]} is no operation"
                continue
            member = step["path"].split("/")[1]
            if member not in self.files.properties(schema):
                yield f"there is nothing at {step['path']}"
                continue
            for complaint in self.files.complaints(f"{schema}#/properties/{member}", step["value"]):
                yield f"{step['path']}: {complaint}"

    def task(self, body):
        """The schema of what makes a task is not among the files: its members are those of a task,
        but what it is about is a link."""
        known = {"name", "displayName", "description", "category", "type", "priority", "about", "payload"}
        if not isinstance(body, dict) or set(body) - known:
            yield f"a task has no {sorted(set(body or {}) - known)}"
            return
        for member in ("name", "description", "category", "type", "priority"):
            for complaint in self.files.complaints(f"{self.TASK}#/properties/{member}", body.get(member)):
                yield f"{member}: {complaint}"
        for complaint in self.files.complaints("type/basic.json#/definitions/entityLink", body.get("about")):
            yield f"about: {complaint}"
        for complaint in self.files.complaints("type/dataAccessRequestPayload.json", body.get("payload")):
            yield f"payload: {complaint}"

    def answer(self, answer, schema, is_list):
        if not isinstance(answer, dict):
            yield "the answer is no object"
            return
        if is_list:
            for complaint in self.files.complaints("type/paging.json", answer.get("paging")):
                yield f"the answer: paging: {complaint}"
            if not isinstance(answer.get("data"), list):
                yield "the answer has no list"
                return
        for thing in answer["data"] if is_list else [answer]:
            for complaint in self.thing(thing, schema) if schema else ():
                yield f"the answer: {complaint}"

    def thing(self, thing, schema):
        if schema == self.TASK:
            thing = {key: value for key, value in thing.items() if key not in self.LATER and key != "payload"}
            if thing.get("status") in self.LATER_STATUSES:
                thing["status"] = "Approved"
        yield from self.files.complaints(schema, thing)


def main():
    judge = {"marquez": Marquez, "openmetadata": OpenMetadata}[sys.argv[1]](Path(sys.argv[2]))
    said = set()
    count = 0
    for line in sys.stdin:
        exchange = json.loads(line)
        count += 1
        for complaint in judge.judge(exchange):
            # What is wrong with a hundred things of a list is said once.
            text = f"{exchange['method']} {exchange['path']}: {re.sub(r'^the answer: [0-9/a-zA-Z]*: ', 'the answer: ', complaint)}"
            if text not in said:
                said.add(text)
                print(text)
    print(f"{count} exchanges", file=sys.stderr)


main()
