// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "app/cli/outputfile.h"
#include "app/cli/tablefile.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

// Rows that are read at a time: an export has no cap, and its memory does not grow with it.
constexpr int rowsAtATime = 5000;

const QStringList heads{u"nativeId"_s,   u"kind"_s,           u"type"_s,  u"name"_s,
                        u"title"_s,      u"domain"_s,         u"owner"_s, u"status"_s,
                        u"version"_s,    u"classification"_s, u"tags"_s,  u"accounts"_s,
                        u"description"_s};

QStringList cellsOf(const domain::Entity &entity)
{
    QStringList accounts;
    for (const auto &alias : entity.aliases) {
        if (!accounts.contains(alias.accountName))
            accounts.append(alias.accountName);
    }
    return {entity.nativeId,
            domain::kindWord(entity.kind),
            entity.type,
            entity.name,
            entity.title,
            entity.domain.join(u'/'),
            entity.ownerName,
            entity.status,
            entity.version,
            entity.classification,
            entity.tags.join(u", "_s),
            accounts.join(u", "_s),
            entity.description};
}

//! JSON as one document, written as it is read.
class JsonRows final : public TableFile
{
public:
    JsonRows(domain::EntityKind kind, QIODevice &device)
        : m_device(device)
    {
        m_device.write("{\"format\":\"portolan.export/1\",\"kind\":\""
                       + domain::kindWord(kind).toUtf8() + "\",\"rows\":[");
    }

    Result<void> row(const QStringList &) override { return {}; }

    Result<void> entity(const domain::Entity &entity)
    {
        const QByteArray text = (m_first ? QByteArray() : QByteArray(","))
            + QJsonDocument(entityJson(entity)).toJson(QJsonDocument::Compact);
        m_first = false;
        if (m_device.write(text) != text.size())
            return failure(Error::Kind::Store, u"cannot write: "_s + m_device.errorString());
        return {};
    }

    Result<void> finish() override
    {
        m_device.write("]}\n");
        return {};
    }

private:
    QIODevice &m_device;
    bool m_first = true;
};

Result<void> writeRows(store::Store &store, domain::EntityKind kind, TableFile &file)
{
    auto *json = dynamic_cast<JsonRows *>(&file);
    auto reading = store.list(kind, {}, rowsAtATime);
    for (;;) {
        const auto rows = await(std::move(reading));
        if (!rows)
            return tl::unexpected(rows.error());
        const bool isLast = rows->size() < rowsAtATime;
        if (!isLast) // is read while these are written
            reading = store.list(kind, rows->last().nativeId, rowsAtATime);
        for (const auto &entity : *rows) {
            const auto written = json ? json->entity(entity) : file.row(cellsOf(entity));
            if (!written)
                return written;
        }
        if (isLast)
            return file.finish();
    }
}

Result<void> exportTo(store::Store &store, domain::EntityKind kind, const QString &format,
                      QIODevice &device)
{
    std::unique_ptr<TableFile> file;
    if (format == u"json"_s)
        file = std::make_unique<JsonRows>(kind, device);
    else
        file = tableFile(format, heads, device);
    if (!file)
        return failure(Error::Kind::Store, u"cannot write: "_s + device.errorString());
    return writeRows(store, kind, *file);
}

Result<void> exportToFile(store::Store &store, domain::EntityKind kind, const QString &format,
                          const QString &path)
{
    auto written =
        writeFile(path, [&](QIODevice &device) { return exportTo(store, kind, format, device); });
    if (!written && written.error().kind != Error::Kind::Usage) {
        return failure(
            written.error().kind,
            u"cannot export to %1: %2; is there room on that disk?"_s.arg(
                path.isEmpty() ? u"stdout"_s : u"\"%1\""_s.arg(path), written.error().detail));
    }
    return written;
}

int run(Context &context, const Arguments &arguments)
{
    auto word = arguments.positional.value(0);
    if (word.endsWith(u's') && !domain::kindFromWord(word))
        word.chop(1);
    const auto kind = domain::kindFromWord(word);
    if (!kind || kind == domain::EntityKind::Field || arguments.positional.size() != 1) {
        QStringList words;
        for (const auto known : domain::allEntityKinds) {
            if (known != domain::EntityKind::Field)
                words.append(domain::kindWord(known));
        }
        return fail({Error::Kind::Usage, u"export takes one kind: "_s + words.join(u", "_s)});
    }
    const auto output = outputOf(arguments);
    const auto format = formatOf(arguments, arguments.json ? u"json"_s : u"csv"_s);
    if (!output || !format)
        return fail(output ? format.error() : output.error());
    if (!QStringList{u"csv"_s, u"json"_s, u"xlsx"_s, u"md"_s}.contains(*format))
        return fail({Error::Kind::Usage, u"--format knows csv, json, xlsx and md"_s});
    if (*format == u"xlsx"_s && output->isEmpty())
        return fail({Error::Kind::Usage, u"a workbook needs --output FILE"_s});
    const auto store = context.store();
    if (!store)
        return fail(store.error());
    const auto written = exportToFile(**store, *kind, *format, *output);
    return written ? 0 : fail(written.error());
}

} // namespace

Command exportCommand()
{
    return {.name = u"export"_s,
            .usage = u"KIND"_s,
            .summary = u"all things of a kind as a table, without a cap"_s,
            .options = {{u"format"_s, u"FORMAT"_s, u"csv (default), json, xlsx or md"_s},
                        {u"output"_s, u"FILE"_s, u"write there instead of to stdout"_s}},
            .run = run};
}

} // namespace portolan::cli
