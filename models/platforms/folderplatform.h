// SPDX-License-Identifier: GPL-3.0-or-later
// What adapters over a folder have in common: "files" reads one that the user names, "demo" the one
// that is installed with the program. It stands here, beside the interface, because adapters know
// nothing of each other.
#pragma once

#include "models/platforms/platform.h"

#include <QString>

#include <functional>
#include <memory>

namespace portolan::platforms {

//! An adapter over a folder of ODPS, ODCS and dbt files.
class FolderPlatform final : public Platform
{
public:
    //! The folder that settings mean, absolute; or why they mean none.
    using FolderOf = std::function<Result<QString>(const AccountSettings &)>;

    FolderPlatform(QString name, FolderOf folderOf);

    QString name() const override { return m_name; }

    Capabilities capabilities() const override;
    Result<QString> check(const AccountSettings &settings, const Services &services) const override;
    Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                          const Services &services) const override;
    //! A save is told within 300 ms, or 2.5 s where the system's limit of watches is reached.
    std::unique_ptr<QObject> watch(const AccountSettings &settings,
                                   std::function<void()> changed) const override;
    //! Without the option "as", git's user in that folder.
    domain::Actor actor(const AccountSettings &settings) const override;

    RequestTaking requestTaking() const override { return {.assets = true}; }

private:
    QString m_name;
    FolderOf m_folderOf;
};

} // namespace portolan::platforms
