// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"

#include <QList>
#include <QString>

namespace portolan::cli {

//! One word of the command line: what it takes, and what it does.
struct Command
{
    QString name;
    QString usage; //!< what stands behind the name
    QString summary; //!< one line
    QList<Option> options;
    //! Does it, prints it, and returns the exit status.
    int (*run)(Context &context, const Arguments &arguments) = nullptr;
};

// One per file.
Command accountsCommand();
Command agreementCommand();
Command doctorCommand();
Command editCommand();
Command exportCommand();
Command facetsCommand();
Command incidentsCommand();
Command joinsCommand();
Command lineageCommand();
Command lintCommand();
Command outboxCommand();
Command qualityCommand();
Command requestCommand();
Command searchCommand();
Command showCommand();
Command sloCommand();
Command statusCommand();
Command syncCommand();

//! Every command, in the order of the help.
QList<Command> allCommands();

//! Runs the command line \a words (without the program's name) and returns the exit status.
int runCommandLine(const QStringList &words, const MakePlatforms &makePlatforms = {});

} // namespace portolan::cli
