// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/document/node.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace portolan::formats::document {

//! What a file may cost at most. Whatever goes beyond is refused with a finding.
struct Limits
{
    //! What becomes of a file with something that is nested deeper than depth. Left out is only
    //! read of JSON: YAML that deep is refused whatever this says.
    enum class Deeper { Refused, LeftOut };

    qsizetype bytes = 16 * 1024 * 1024;
    qsizetype nodes = 1'000'000; //!< after aliases were expanded
    qsizetype text = 64 * 1024 * 1024; //!< bytes of all scalars after aliases were expanded
    int depth = 200;
    Deeper deeper = Deeper::Refused;
};

//! A file as it was read.
struct Document
{
    std::shared_ptr<const Tree> tree; //!< null when the file could not be read at all
    QList<domain::Finding> findings; //!< by line; an error among them when tree is null

    //! The first document of the file, absent when it could not be read.
    Node root() const { return tree ? tree->root() : Node(); }
};

//! Reads YAML 1.2 (1.1's merge keys included) from \a bytes. \a file names it in findings. Never
//! throws; any thread.
Document readYaml(const QString &file, const QByteArray &bytes, const Limits &limits = {});

//! Reads JSON (RFC 8259) from \a bytes.
Document readJson(const QString &file, const QByteArray &bytes, const Limits &limits = {});

//! Reads what \a bytes look like: JSON when they begin like it, else YAML.
Document read(const QString &file, const QByteArray &bytes, const Limits &limits = {});

//! Every document of a YAML file, each with its own findings. The limits are those of the file;
//! where it cannot be read on, the last one has no tree and says why. Never empty.
QList<Document> readAllYaml(const QString &file, const QByteArray &bytes,
                            const Limits &limits = {});

//! Every document of a file that looks like either; of JSON that is one.
QList<Document> readAll(const QString &file, const QByteArray &bytes, const Limits &limits = {});

} // namespace portolan::formats::document
