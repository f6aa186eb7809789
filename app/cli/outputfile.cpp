// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {

namespace {

Error cannotWrite(const QString &path, const QFileDevice &file)
{
    return {Error::Kind::Usage, u"cannot write \"%1\": %2"_s.arg(path, file.errorString())};
}

Result<void> writeInto(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly))
        return tl::unexpected<Error>(cannotWrite(path, file));
    if (auto written = write(file); !written)
        return written;
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return tl::unexpected<Error>(cannotWrite(path, file));
    return {};
}

} // namespace

Result<void> writeFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile() && !there.isDir())
        return writeInto(path, write);
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
