// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/output.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

void printHelp()
{
    printLine(u"portolan-cli: the data mesh without a window, on the same profile"_s);
    printLine(u"usage: portolan-cli [--profile DIR] <command> [--json]"_s);
    printLine({});
    QList<QStringList> rows;
    for (const auto &command : allCommands())
        rows.append({u"  "_s + command.name + u' ' + command.usage, command.summary});
    printTable({QString(), QString()}, rows);
    printLine({});
    printLine(u"Exit status: 0 done, 1 not found or did not hold, 2 usage, 3 the store, "
              "4 the network or platform, 5 signed out."_s);
}

void printCommandHelp(const Command &command)
{
    printLine(u"usage: portolan-cli "_s + command.name + u' ' + command.usage);
    printLine(command.summary);
    QList<QStringList> rows;
    for (const auto &option : command.options)
        rows.append({u"  --"_s + option.name + u' ' + option.value, option.meaning});
    rows.append({u"  --json"_s, u"one JSON document on stdout, and nothing else"_s});
    rows.append({u"  --profile DIR"_s, u"the profile to use instead of your own"_s});
    printTable({QString(), QString()}, rows);
}

} // namespace

QList<Command> allCommands()
{
    return {accountsCommand(), syncCommand(),      statusCommand(),  searchCommand(),
            facetsCommand(),   showCommand(),      lineageCommand(), qualityCommand(),
            sloCommand(),      incidentsCommand(), requestCommand(), agreementCommand(),
            editCommand(),     joinsCommand(),     outboxCommand(),  exportCommand(),
            lintCommand(),     doctorCommand()};
}

int runCommandLine(const QStringList &words, const MakePlatforms &makePlatforms)
{
    const auto line = splitCommandLine(words);
    if (!line)
        return fail(line.error());
    if (line->version) {
        printLine(u"portolan-cli "_s + QStringLiteral(PORTOLAN_VERSION));
        return 0;
    }
    const auto commands = allCommands();
    const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command &known) {
        return known.name == line->command;
    });
    if (command == commands.end()) {
        if (line->command.isEmpty() && line->help) {
            printHelp();
            return 0;
        }
        return fail({Error::Kind::Usage,
                     line->command.isEmpty()
                         ? u"no command; --help lists them"_s
                         : u"there is no command \"%1\"; --help lists them"_s.arg(line->command)});
    }
    if (line->help) {
        printCommandHelp(*command);
        return 0;
    }
    const auto arguments = parseArguments(*line, command->options);
    if (!arguments)
        return fail(arguments.error());
    Context context(arguments->profile, makePlatforms, command->name);
    return command->run(context, *arguments);
}

} // namespace portolan::cli
