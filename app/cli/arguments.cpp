// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! Splits "--name=value"; \a value stays null where there is no "=".
std::pair<QString, QString> splitOption(const QString &word)
{
    const auto equals = word.indexOf(u'=');
    if (equals < 0)
        return {word.mid(2), QString()};
    return {word.mid(2, equals - 2), word.mid(equals + 1)};
}

auto usage(const QString &detail)
{
    return failure(Error::Kind::Usage, detail);
}

} // namespace

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    const auto values = options.value(option);
    return values.isEmpty() ? otherwise : values.last();
}

Result<int> Arguments::number(const QString &option, int otherwise, int least) const
{
    if (!has(option))
        return otherwise;
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < least) {
        return usage(
            u"--%1 takes a whole number of at least %2, not \"%3\""_s.arg(option).arg(least).arg(
                value(option)));
    }
    return number;
}

Result<CommandLine> splitCommandLine(const QStringList &words)
{
    CommandLine line;
    bool literal = false; // behind "--", everything is a word
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto &word = words.at(i);
        const auto [name, value] =
            word.startsWith(u"--"_s) ? splitOption(word) : std::pair<QString, QString>();
        if (!literal && name == u"profile"_s) {
            if (value.isNull() && ++i >= words.size())
                return usage(u"--profile needs a folder"_s);
            line.profile = value.isNull() ? words.at(i) : value;
        } else if (!literal && word == u"--json"_s) {
            line.json = true;
        } else if (!literal && (word == u"--help"_s || word == u"-h"_s)) {
            line.help = true;
        } else if (!literal && word == u"--version"_s) {
            line.version = true;
        } else if (line.command.isEmpty() && word != u"--"_s) {
            line.command = word;
        } else {
            literal = literal || word == u"--"_s;
            line.words.append(word);
        }
    }
    return line;
}

Result<Arguments> parseArguments(const CommandLine &line, const QList<Option> &known)
{
    Arguments arguments{.json = line.json, .profile = line.profile};
    bool literal = false;
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        const auto &word = line.words.at(i);
        if (literal || !word.startsWith(u'-') || word == u"-"_s) {
            arguments.positional.append(word);
            continue;
        }
        if (word == u"--"_s) {
            literal = true;
            continue;
        }
        const auto split = splitOption(word);
        const auto &name = split.first;
        const auto &value = split.second;
        const auto option = std::find_if(known.begin(), known.end(), [&](const Option &candidate) {
            return word.startsWith(u"--"_s) && candidate.name == name;
        });
        if (option == known.end()) {
            return usage(
                u"%1 has no option \"%2\"; write -- before a word that begins with a dash"_s.arg(
                    line.command, word));
        }
        if (option->value.isEmpty() && !value.isNull())
            return usage(u"--%1 takes no value"_s.arg(name));
        if (!option->value.isEmpty() && value.isNull() && ++i >= line.words.size())
            return usage(u"--%1 needs a value: %2"_s.arg(name, option->value));
        const bool next = !option->value.isEmpty() && value.isNull();
        arguments.options[name].append(next ? line.words.at(i) : value);
        for (int further = 1; further < option->values; ++further) {
            if (++i >= line.words.size())
                return usage(
                    u"--%1 needs %2 values: %3"_s.arg(name).arg(option->values).arg(option->value));
            arguments.options[name].append(line.words.at(i));
        }
    }
    return arguments;
}

} // namespace portolan::cli
