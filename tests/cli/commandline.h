// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as a script starts it.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace portolan::tests {

//! What a run of the command line left behind; status -1 when it did not end in a minute.
struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline Outcome run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PORTOLAN_CLI), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace portolan::tests
