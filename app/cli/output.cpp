// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "models/base/hiddencharacters.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

Q_LOGGING_CATEGORY(log, "portolan.cli", QtInfoMsg)

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

} // namespace

Exit exitFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
    case Error::Kind::BadInput:
    case Error::Kind::TooLarge:
        return Exit::NotFound;
    case Error::Kind::Usage:
        return Exit::Usage;
    case Error::Kind::Store:
    case Error::Kind::DiskFull:
        return Exit::Store;
    case Error::Kind::Unauthorised:
    case Error::Kind::Keychain:
        return Exit::SignedOut;
    case Error::Kind::Cancelled:
    case Error::Kind::Busy:
    case Error::Kind::Offline:
    case Error::Kind::Forbidden:
    case Error::Kind::RateLimited:
    case Error::Kind::Unavailable:
    case Error::Kind::Untrusted:
    case Error::Kind::NetworkSignIn:
    case Error::Kind::Conflict:
    case Error::Kind::Protocol:
        return Exit::Platform;
    }
    return Exit::Platform;
}

int fail(const Error &error)
{
    qCInfo(log).noquote() << error.detail;
    write(stderr, "portolan-cli: " + plain(error.detail).toUtf8() + '\n');
    return static_cast<int>(exitFor(error.kind));
}

int refuse(const Error &error)
{
    const auto status = fail(error);
    return error.kind == Error::Kind::Forbidden ? static_cast<int>(Exit::NotFound) : status;
}

void printDocument(const QJsonObject &document,
                   const QList<std::pair<QString, QByteArray>> &spliced)
{
    auto text = QJsonDocument(document).toJson(QJsonDocument::Compact);
    for (const auto &[name, value] : spliced) {
        text.chop(1);
        if (!text.endsWith('{'))
            text += ',';
        text += '"' + name.toUtf8() + "\":" + value + '}';
    }
    write(stdout, text + '\n');
    std::fflush(stdout);
}

void printLine(const QString &line)
{
    write(stdout, plain(line).toUtf8() + '\n');
}

void printTable(const QStringList &heads, const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const auto &head : heads)
        widths.append(head.size());
    for (const auto &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], plain(row.at(i)).size());
    }
    const auto print = [&](const QStringList &row) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto cell = plain(row.at(i));
            line += i + 1 == row.size() ? cell : cell.leftJustified(widths.at(i) + 2);
        }
        printLine(line);
    };
    if (!heads.join(QString()).isEmpty())
        print(heads);
    for (const auto &row : rows)
        print(row);
}

QString plain(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const auto c : text) {
        if (c == u'\n' || c == u'\t')
            out += u' ';
        else if (isControlCharacter(c.unicode()) || isHiddenCharacter(c.unicode()))
            out += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            out += c;
    }
    return out;
}

} // namespace portolan::cli
