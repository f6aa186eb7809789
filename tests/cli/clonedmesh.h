// SPDX-License-Identifier: GPL-3.0-or-later
// A data mesh that two people work on: a repository, two clones, a profile for each.
#pragma once

#include "tests/cli/commandline.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace portolan::tests {

//! A contract with terms, two roles and a restricted field; \a id is also its table.
inline QByteArray askedContract(const QByteArray &id)
{
    return "apiVersion: v3.1.0\nkind: DataContract\nid: " + id + "\nname: " + id
        + "\nversion: 1.0.0\nstatus: active\ndescription:\n  purpose: Orders as they are placed.\n"
          "  limitations: Not for marketing.\nroles:\n- role: reader\n  access: read\n"
          "  firstLevelApprovers: bo@example.com\n- role: insider\n  access: read\n"
          "  firstLevelApprovers: bo@example.com\n  secondLevelApprovers: cy@example.com\n"
          "schema:\n- name: "
        + id + "_table\n  physicalName: " + id
        + "_table\n  properties:\n  - name: id\n    logicalType: string\n    description: Its "
          "id.\n";
}

//! A product that offers the contracts \a ids.
inline QByteArray askedProduct(const QByteArrayList &ids)
{
    QByteArray text = "apiVersion: v1.0.0\nkind: DataProduct\nid: shop\nname: Shop\n"
                      "version: 1.0.0\nstatus: active\nteam:\n  members:\n"
                      "  - username: bo@example.com\n    name: Bo\n    role: owner\noutputPorts:\n";
    for (const auto &id : ids)
        text += "- name: " + id + "\n  version: '1'\n  type: sql\n  contractId: " + id + '\n';
    return text;
}

//! Writes a file with its folders.
inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail(qPrintable(path), __FILE__, __LINE__);
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The repository and its clones.
class ClonedMesh
{
public:
    ClonedMesh()
    {
        const auto origin = path(QStringLiteral("origin"));
        writeFile(origin + QStringLiteral("/shop.odps.yaml"),
                  askedProduct({"orders", "returns", "stock"}));
        for (const QByteArray id : {"orders", "returns", "stock"})
            writeFile(origin + u'/' + QString::fromLatin1(id) + QStringLiteral(".odcs.yaml"),
                      askedContract(id));
        git(origin,
            {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"),
             QStringLiteral("main")});
        commit(origin);
        join(QStringLiteral("ada"), QStringLiteral("Ada Ask <ada@example.com>"));
        join(QStringLiteral("bo"), QStringLiteral("Bo Boss <bo@example.com>"));
    }

    QString path(const QString &name) const { return m_directory.filePath(name); }

    //! A clone with a profile of its own, in which \a actor acts.
    void join(const QString &who, const QString &actor)
    {
        git(m_directory.path(),
            {QStringLiteral("clone"), QStringLiteral("-q"), path(QStringLiteral("origin")),
             path(who)});
        const auto added =
            as(who,
               {QStringLiteral("accounts"), QStringLiteral("add"), QStringLiteral("files"),
                QStringLiteral("--name"), QStringLiteral("mesh"), QStringLiteral("--folder"),
                path(who), QStringLiteral("--as"), actor});
        if (added.status != 0)
            QTest::qFail(added.err.constData(), __FILE__, __LINE__);
        sync(who);
    }

    Outcome as(const QString &who, const QStringList &words) const
    {
        return run(QStringList{QStringLiteral("--profile"), path(who + QStringLiteral(".profile"))}
                   + words);
    }

    Outcome sync(const QString &who) const
    {
        return as(who, {QStringLiteral("sync"), QStringLiteral("--json")});
    }

    //! The requests of a document.
    static QJsonObject request(const Outcome &outcome)
    {
        return outcome.json().value(QStringLiteral("requests")).toArray().first().toObject();
    }

    //! Calls git; what it says and how it ends.
    static Outcome gitEnd(const QString &folder, const QStringList &words)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral("git"),
                      QStringList{QStringLiteral("-c"), QStringLiteral("user.name=Test"),
                                  QStringLiteral("-c"), QStringLiteral("user.email=t@example.com"),
                                  QStringLiteral("-c"), QStringLiteral("commit.gpgsign=false")}
                          + words);
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    static QByteArray git(const QString &folder, const QStringList &words)
    {
        const auto end = gitEnd(folder, words);
        if (end.status != 0)
            QTest::qFail(end.err.constData(), __FILE__, __LINE__);
        return end.out;
    }

    static void commit(const QString &folder)
    {
        git(folder, {QStringLiteral("add"), QStringLiteral("-A")});
        git(folder, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("change")});
    }

    //! Brings what \a from has committed into the clone of \a to; the files in which git finds a
    //! conflict are left with its marks, and answered.
    QStringList mergeOrConflict(const QString &from, const QString &to) const
    {
        git(path(to),
            {QStringLiteral("fetch"), QStringLiteral("-q"), path(from), QStringLiteral("main")});
        if (gitEnd(path(to),
                   {QStringLiteral("merge"), QStringLiteral("-q"), QStringLiteral("--no-edit"),
                    QStringLiteral("FETCH_HEAD")})
                .status
            == 0)
            return {};
        const auto names = git(path(to),
                               {QStringLiteral("diff"), QStringLiteral("--name-only"),
                                QStringLiteral("--diff-filter=U")});
        return QString::fromUtf8(names).split(u'\n', Qt::SkipEmptyParts);
    }

    //! The same where there is no conflict.
    void merge(const QString &from, const QString &to) const
    {
        const auto conflicts = mergeOrConflict(from, to);
        if (!conflicts.isEmpty())
            QTest::qFail(qPrintable(conflicts.join(u' ')), __FILE__, __LINE__);
    }

    //! The files below \a folder of a clone, relative to it.
    QStringList files(const QString &who, const QString &folder) const
    {
        QStringList found;
        QDir at(path(who) + u'/' + folder);
        for (const auto &info : at.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString name = folder + u'/' + info.fileName();
            if (info.isDir())
                found += files(who, name);
            else
                found.append(name);
        }
        found.sort();
        return found;
    }

private:
    QTemporaryDir m_directory;
};

} // namespace portolan::tests
