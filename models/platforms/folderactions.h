// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/actionport.h"

#include <QString>

namespace portolan::platforms {

//! Writes requests and decisions (domain/accessjson.h) as files of a folder, and then what they
//! grant as agreements. A file is written once: the same bytes again are applied, and other bytes
//! are a conflict that nothing is written over. Names are made of UUIDs alone, and nothing is
//! written through a link that leads out of the folder. Where the file stands and its agreements
//! cannot follow, that is ambiguous, and looking it up writes them. Nothing is handed to git. The
//! revision of a receipt is the SHA-256 of the bytes, its native id the place of the file.
class FolderActions final : public ActionPort
{
public:
    explicit FolderActions(QString folder);

    ActionOutcome send(const domain::Operation &operation) override;
    LookUpOutcome lookUp(const domain::Operation &operation) override;

    bool honoursKeys() const override { return true; }

    qint64 settlingMs() const override { return 0; }

private:
    QString m_folder;
};

} // namespace portolan::platforms
