// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/demofolder.h"

#include "app/demo/accessfiles.h"
#include "models/base/identity.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {

QString demoFolder()
{
    const auto program = QCoreApplication::applicationDirPath();
    const QDir installed(program + u"/../share/portolan/demo"_s);
    if (installed.exists())
        return installed.canonicalPath();
    // Only a program that runs from the build folder may look into the source tree.
    const auto buildTree = QStringLiteral(PORTOLAN_BINARY_DIR);
    const bool inBuildTree = program == buildTree || program.startsWith(buildTree % u'/');
    const QDir source(QStringLiteral(PORTOLAN_DEMO_SOURCE));
    return inBuildTree && source.exists() ? source.canonicalPath() : QString();
}

demo::DemoMesh demoMesh(const store::Profile &profile)
{
    return {demoFolder(), profile.directory() % u"/demo"_s, QStringLiteral(PORTOLAN_VERSION)};
}

store::Account demoAccount(const demo::DemoMesh &mesh)
{
    return {.id = demoAccountId(),
            .name = u"demo"_s,
            .platform = u"demo"_s,
            .folder = mesh.folder(),
            .options = {{u"as"_s, demo::demoPerson()}}};
}

Result<std::optional<store::Account>> freshenDemo(const QList<store::Account> &accounts,
                                                  const demo::DemoMesh &mesh, const QDateTime &now)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(), [](const auto &account) {
        return account.id == demoAccountId();
    });
    if (found == accounts.end())
        return std::nullopt;
    const bool moves = found->folder != mesh.folder() && !demoFolder().isEmpty();
    if (const auto done = moves ? mesh.bring(now) : mesh.freshen(now); !done)
        return tl::unexpected(done.error());
    auto account = *found;
    if (moves)
        account.folder = mesh.folder();
    // A profile from before there were requests does not know who acts.
    if (!account.options.contains(u"as"_s))
        account.options.insert(u"as"_s, demo::demoPerson());
    if (account == *found)
        return std::nullopt;
    return account;
}

} // namespace portolan::app
