// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tablefile.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QIODevice>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! Excel holds no more UTF-16 units than these in one cell.
constexpr int cellLimit = 32767;

auto writeFailure(const QIODevice &device)
{
    return failure(Error::Kind::Store, u"cannot write: %1"_s.arg(device.errorString()));
}

//! Formats that are lines of text.
class LineFile : public TableFile
{
public:
    explicit LineFile(QIODevice &device)
        : m_device(device)
    {
    }

    Result<void> row(const QStringList &cells) override
    {
        const auto line = lineOf(cells);
        if (m_device.write(line) != line.size())
            return writeFailure(m_device);
        return {};
    }

    Result<void> finish() override { return {}; }

protected:
    virtual QByteArray lineOf(const QStringList &cells) const = 0;

private:
    QIODevice &m_device;
};

class CsvFile final : public LineFile
{
public:
    using LineFile::LineFile;

protected:
    QByteArray lineOf(const QStringList &cells) const override
    {
        QByteArray line;
        for (const auto &cell : cells) {
            if (!line.isEmpty())
                line += ',';
            line += csvCell(cell);
        }
        return line + "\r\n";
    }
};

class MarkdownFile final : public LineFile
{
public:
    using LineFile::LineFile;

protected:
    QByteArray lineOf(const QStringList &cells) const override
    {
        QString line = u"|"_s;
        for (auto cell : cells) {
            cell.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).replace(u'<', u"&lt;"_s);
            line += u' ' + cell.simplified() + u" |"_s;
        }
        return line.toUtf8() + '\n';
    }
};

//! A workbook is written to a file of its own and copied when it is whole: the library wants a
//! name.
class XlsxFile final : public TableFile
{
public:
    XlsxFile(const QStringList &heads, QIODevice &device)
        : m_device(device)
    {
        if (!m_file.open())
            return;
        m_book = workbook_new(QFile::encodeName(m_file.fileName()).constData());
        m_sheet = workbook_add_worksheet(m_book, "Portolan");
        auto *bold = workbook_add_format(m_book);
        format_set_bold(bold);
        write(heads, bold);
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    Result<void> row(const QStringList &cells) override
    {
        if (!m_sheet)
            return failure(Error::Kind::Store, u"cannot create a temporary file"_s);
        if (m_row >= LXW_ROW_MAX) {
            return failure(Error::Kind::Usage,
                           u"a sheet holds %1 rows; choose csv"_s.arg(LXW_ROW_MAX));
        }
        write(cells, nullptr);
        return {};
    }

    Result<void> finish() override
    {
        if (!m_book || workbook_close(m_book) != LXW_NO_ERROR)
            return failure(Error::Kind::Store, u"cannot write the workbook"_s);
        QFile whole(m_file.fileName());
        if (!whole.open(QIODevice::ReadOnly))
            return writeFailure(whole);
        const auto bytes = whole.readAll();
        if (m_device.write(bytes) != bytes.size())
            return writeFailure(m_device);
        return {};
    }

private:
    void write(const QStringList &cells, lxw_format *format)
    {
        lxw_col_t column = 0;
        // Cells are strings, never formulas.
        for (const auto &cell : cells) {
            worksheet_write_string(m_sheet, m_row, column++,
                                   cell.left(cellLimit).toUtf8().constData(), format);
        }
        ++m_row;
    }

    QIODevice &m_device;
    QTemporaryFile m_file;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_row_t m_row = 0;
};

} // namespace

TableFile::~TableFile() = default;

QByteArray csvCell(const QString &text)
{
    static const QString risky = u"=+-@\t\r\n"_s;
    auto cell = text;
    cell.replace(u'"', u"\"\""_s);
    if (!cell.isEmpty() && risky.contains(cell.front()))
        cell.prepend(u'\'');
    return '"' + cell.toUtf8() + '"';
}

std::unique_ptr<TableFile> tableFile(const QString &format, const QStringList &heads,
                                     QIODevice &device)
{
    if (format == u"xlsx"_s)
        return std::make_unique<XlsxFile>(heads, device);
    std::unique_ptr<TableFile> file;
    if (format == u"csv"_s)
        file = std::make_unique<CsvFile>(device);
    else if (format == u"md"_s)
        file = std::make_unique<MarkdownFile>(device);
    if (!file || !file->row(heads))
        return nullptr;
    if (format == u"md"_s && !file->row(QStringList(heads.size(), u"---"_s)))
        return nullptr;
    return file;
}

} // namespace portolan::cli
