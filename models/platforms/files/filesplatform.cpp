// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/files/filesplatform.h"

#include "models/platforms/folderplatform.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::files {
namespace {

Result<QString> folderOf(const AccountSettings &settings)
{
    if (settings.folder.isEmpty())
        return failure(Error::Kind::Usage, u"A files account needs a folder."_s);
    if (!QDir::isAbsolutePath(settings.folder))
        return failure(Error::Kind::Usage,
                       u"The folder has to be an absolute path: "_s % settings.folder % u'.');
    return settings.folder;
}

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<FolderPlatform>(u"files"_s, folderOf);
}

} // namespace portolan::platforms::files
