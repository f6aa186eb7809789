// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputfile.h"

#include "app/cli/arguments.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {

namespace {

Error cannotWrite(const QString &path, const QFileDevice &file)
{
    const auto where = path.isEmpty() ? u"to stdout"_s : u"\"%1\""_s.arg(path);
    return {Error::Kind::Usage, u"cannot write %1: %2"_s.arg(where, file.errorString())};
}

//! Writes into \a file, which is open, to the last byte.
Result<void> writeThrough(QFile &file, const QString &path,
                          const std::function<Result<void>(QIODevice &)> &write)
{
    if (auto written = write(file); !written)
        return written;
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return tl::unexpected<Error>(cannotWrite(path, file));
    return {};
}

} // namespace

Result<QString> outputOf(const Arguments &arguments)
{
    const auto output = arguments.value(u"output"_s);
    if (arguments.has(u"output"_s) && output.isEmpty())
        return failure(Error::Kind::Usage, u"--output needs the name of a file"_s);
    return output;
}

Result<QString> formatOf(const Arguments &arguments, const QString &otherwise)
{
    const auto format = arguments.value(u"format"_s, otherwise).toLower();
    if (arguments.json && arguments.has(u"format"_s) && format != u"json")
        return failure(Error::Kind::Usage,
                       u"--json and --format %1 exclude each other"_s.arg(format));
    return format;
}

Result<void> writeFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    const QFileInfo there(path);
    if (path.isEmpty() || (there.exists() && !there.isFile() && !there.isDir())) {
        QFile device(path);
        if (path.isEmpty() ? !device.open(stdout, QIODevice::WriteOnly)
                           : !device.open(QIODevice::WriteOnly | QIODevice::ExistingOnly))
            return tl::unexpected<Error>(cannotWrite(path, device));
        return writeThrough(device, path, write);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected<Error>(cannotWrite(path, file));
    if (auto written = write(file); !written)
        return written;
    if (!file.commit())
        return tl::unexpected<Error>(cannotWrite(path, file));
    return {};
}

} // namespace portolan::cli
