// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/demo/demoplatform.h"

#include "models/platforms/folderplatform.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::demo {
namespace {

Result<QString> folderOf(const AccountSettings &settings)
{
    const auto folder =
        settings.folder.isEmpty() ? settings.options.value(u"folder").toString() : settings.folder;
    if (folder.isEmpty() || !QDir::isAbsolutePath(folder))
        return failure(Error::Kind::NotFound,
                       u"The demo mesh is not installed with this program."_s);
    return folder;
}

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<FolderPlatform>(u"demo"_s, folderOf);
}

} // namespace portolan::platforms::demo
