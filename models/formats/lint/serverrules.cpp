// SPDX-License-Identifier: GPL-3.0-or-later
// ODCS 3.x: servers, by type.
#include "models/formats/lint/shape.h"

#include <array>

namespace portolan::formats::lint {
namespace {

// Up to 3.1 a port is a number; 3.2 takes placeholders as well.
constexpr Member port(bool required)
{
    return {.name = "port", .types = Integer, .in = All3 & ~V3_2, .required = required ? All3 : 0};
}

constexpr Member anyPort(bool required)
{
    return {.name = "port", .types = Integer | Text, .in = V3_2, .required = required ? V3_2 : 0};
}

constexpr Member encoding = text("encoding", V3_2);

constexpr std::array fileFormats{Word{"parquet"}, Word{"delta"}, Word{"json"}, Word{"csv"}};
constexpr std::array fileDelimiters{Word{"new_line"}, Word{"array"}};
constexpr Member oldDelimiter{
    .name = "delimiter", .types = Text, .words = fileDelimiters, .in = V3_0};

constexpr Member oldFormat(Versions required)
{
    return {
        .name = "format", .types = Text, .words = fileFormats, .in = V3_0, .required = required};
}

constexpr std::array location{must("location")};
constexpr std::array athena{
    text("stagingDir", All3, V3_0_2 | V3_1), must("schema"), text("catalog"), text("regionName"),
    text("workgroup", V3_2),
    // What 3.0.0 and 3.0.1 require is misspelt there, and no other member.
    Member{.name = "staging_dir", .in = V3_0_0 | V3_0_1, .required = V3_0_0 | V3_0_1}};
constexpr std::array azure{
    must("location"),           oldFormat(V3_0), oldDelimiter, must("format", From3_1),
    text("delimiter", From3_1), encoding};
constexpr std::array bigquery{must("project"), must("dataset")};
constexpr std::array hostPortDatabase{must("host"), port(true), anyPort(true), must("database")};
constexpr std::array databricks{text("host"), must("catalog"), must("schema")};
constexpr std::array denodo{must("host"), port(true), anyPort(true), text("database")};
constexpr std::array dremio{must("host"), port(true), anyPort(true), text("schema")};
constexpr std::array duckdb{must("database"), whole("schema", V3_0), text("schema", From3_1)};
constexpr std::array exasol{must("host"), anyPort(false), text("schema")};
constexpr std::array glue{must("account"), must("database"), text("location"), text("format"),
                          encoding};
constexpr std::array hostPortDatabaseSchema{must("host"), port(true), anyPort(true),
                                            must("database"), must("schema")};
constexpr std::array db2{must("host"), port(true), anyPort(true), must("database"), text("schema")};
constexpr std::array hostDatabase{must("host"), port(false), anyPort(false), must("database")};
constexpr std::array custom{text("account"),    text("catalog"),   text("database"),
                            text("dataset"),    text("delimiter"), text("endpointUrl"),
                            text("format"),     encoding,          text("host"),
                            text("location"),   text("path"),      port(false),
                            anyPort(false),     text("project"),   text("region"),
                            text("regionName"), text("schema"),    text("serviceName"),
                            text("stagingDir"), text("warehouse"), text("stream", From3_1)};
constexpr std::array kafka{must("host"), text("format"), encoding};
constexpr std::array kinesis{text("region"), text("format"), encoding};
constexpr std::array local{must("path"), must("format"), encoding};
constexpr std::array oracle{must("host"), port(true), anyPort(true), must("serviceName")};
constexpr std::array ownDatabase{must("database"), text("host"), anyPort(false)};
constexpr std::array hana{must("host"), anyPort(false), text("database"), text("schema")};
constexpr std::array iceberg{must("catalog"), must("catalogUrl"), text("namespace"),
                             text("warehouse")};
constexpr std::array presto{must("host"), text("catalog"), text("schema")};
constexpr std::array pubsub{must("project")};
constexpr std::array redshift{text("host"), must("database"), must("schema"), text("region"),
                              text("account")};
constexpr std::array s3{must("location"), text("endpointUrl"),     oldFormat(0),
                        oldDelimiter,     text("format", From3_1), text("delimiter", From3_1),
                        encoding};
constexpr std::array sftp{
    Member{.name = "location", .types = Text, .demand = Demand::SftpUrl, .required = All3},
    oldFormat(0),
    oldDelimiter,
    text("format", From3_1),
    text("delimiter", From3_1),
    encoding};
constexpr std::array snowflake{text("host"),     port(false),    anyPort(false),   must("account"),
                               must("database"), must("schema"), text("warehouse")};
constexpr std::array sqlserver{must("host"), port(false), anyPort(false), must("database"),
                               must("schema")};
constexpr std::array teradata{must("host"), anyPort(false), text("database")};
constexpr std::array trino{must("host"), port(true), anyPort(true), must("catalog"),
                           must("schema")};

constexpr Shape of(std::span<const Member> members)
{
    return {.name = "a server of this type", .members = members};
}

constexpr auto locationShape = of(location);
constexpr auto athenaShape = of(athena);
constexpr auto azureShape = of(azure);
constexpr auto bigqueryShape = of(bigquery);
constexpr auto hostPortDatabaseShape = of(hostPortDatabase);
constexpr auto databricksShape = of(databricks);
constexpr auto denodoShape = of(denodo);
constexpr auto dremioShape = of(dremio);
constexpr auto duckdbShape = of(duckdb);
constexpr auto exasolShape = of(exasol);
constexpr auto glueShape = of(glue);
constexpr auto hostPortDatabaseSchemaShape = of(hostPortDatabaseSchema);
constexpr auto db2Shape = of(db2);
constexpr auto hostDatabaseShape = of(hostDatabase);
constexpr auto customShape = of(custom);
constexpr auto kafkaShape = of(kafka);
constexpr auto kinesisShape = of(kinesis);
constexpr auto localShape = of(local);
constexpr auto oracleShape = of(oracle);
constexpr auto ownDatabaseShape = of(ownDatabase);
constexpr auto hanaShape = of(hana);
constexpr auto icebergShape = of(iceberg);
constexpr auto prestoShape = of(presto);
constexpr auto pubsubShape = of(pubsub);
constexpr auto redshiftShape = of(redshift);
constexpr auto s3Shape = of(s3);
constexpr auto sftpShape = of(sftp);
constexpr auto snowflakeShape = of(snowflake);
constexpr auto sqlserverShape = of(sqlserver);
constexpr auto teradataShape = of(teradata);
constexpr auto trinoShape = of(trino);

constexpr When server(std::string_view type, const Shape &shape, Versions in = All3)
{
    return {.key = "type", .word = type, .shape = &shape, .in = in};
}

constexpr std::array byType{server("api", locationShape),
                            server("athena", athenaShape),
                            server("azure", azureShape),
                            server("bigquery", bigqueryShape),
                            server("btrieve", hostDatabaseShape, V3_2),
                            server("clickhouse", hostPortDatabaseShape),
                            server("cloudsql", hostPortDatabaseSchemaShape),
                            server("custom", customShape),
                            server("databricks", databricksShape),
                            server("db2", db2Shape),
                            server("denodo", denodoShape),
                            server("dremio", dremioShape),
                            server("duckdb", duckdbShape),
                            server("exasol", exasolShape, V3_2),
                            server("fastobjects", ownDatabaseShape, V3_2),
                            server("glue", glueShape),
                            server("hana", hanaShape, V3_2),
                            server("hive", hostDatabaseShape, From3_1),
                            server("iceberg", icebergShape, V3_2),
                            server("impala", hostDatabaseShape, From3_1),
                            server("informix", hostDatabaseShape),
                            server("ingres", hostDatabaseShape, V3_2),
                            server("kafka", kafkaShape),
                            server("kinesis", kinesisShape),
                            server("local", localShape),
                            server("mysql", hostPortDatabaseShape),
                            server("oracle", oracleShape),
                            server("poet", ownDatabaseShape, V3_2),
                            server("postgres", hostPortDatabaseSchemaShape),
                            server("postgresql", hostPortDatabaseSchemaShape),
                            server("presto", prestoShape),
                            server("pubsub", pubsubShape),
                            server("redshift", redshiftShape),
                            server("s3", s3Shape),
                            server("sftp", sftpShape),
                            server("snowflake", snowflakeShape),
                            server("sqlserver", sqlserverShape),
                            server("synapse", hostPortDatabaseShape),
                            server("teradata", teradataShape, V3_2),
                            server("trino", trinoShape),
                            server("vectorwise", hostDatabaseShape, V3_2),
                            server("versant", ownDatabaseShape, V3_2),
                            server("vertica", hostPortDatabaseSchemaShape),
                            server("zen", hostDatabaseShape, From3_1)};

//! The words of the type are those that have a row above.
constexpr auto typeWords = [] {
    std::array<Word, byType.size()> words;
    for (std::size_t i = 0; i < byType.size(); ++i)
        words[i] = {byType[i].word, byType[i].in};
    return words;
}();

constexpr std::array serverMembers{
    stableId(),
    must("server"),
    Member{.name = "type", .types = Text, .words = typeWords, .required = All3},
    text("description"),
    text("environment"),
    maps("roles", &roleShape),
    maps("customProperties", &customPropertyShape)};

} // namespace

constinit const Shape serverShape{
    .name = "a server", .members = serverMembers, .closedIn = From3_1, .when = byType};

} // namespace portolan::formats::lint
