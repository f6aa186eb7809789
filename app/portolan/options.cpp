// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

constexpr int usageStatus = 2;

class OptionText
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
}

} // namespace

std::optional<EarlyEnd> parseOptions(const QStringList &arguments, Options *options)
{
    const QCommandLineOption workspace(
        u"workspace"_s, OptionText::tr("Open the mesh in the folder <dir>."), u"dir"_s);
    const QCommandLineOption demo(u"demo"_s, OptionText::tr("Open the demo mesh."));
    const QCommandLineOption profile(
        u"profile"_s, OptionText::tr("Keep everything in <dir> instead of your own profile."),
        u"dir"_s);
    const QCommandLineOption open(u"open"_s, OptionText::tr("Open the page of the thing <id>."),
                                  u"id"_s);
    const QCommandLineOption theme(
        u"theme"_s, OptionText::tr("Use the look <name>: system, light, dark or contrast."),
        u"name"_s);
    const QCommandLineOption tour(
        u"tour"_s, OptionText::tr("Write a picture of every pane to <dir>, and end."), u"dir"_s);
    QCommandLineOption endWhenUsable(u"end-when-usable"_s);
    endWhenUsable.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineParser parser;
    parser.setApplicationDescription(OptionText::tr("Desktop portal to a data mesh."));
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    parser.addOptions({workspace, demo, profile, open, theme, tour, endWhenUsable});
    parser.addPositionalArgument(u"uri"_s, OptionText::tr("A portolan: link to open."), u"[uri]"_s);
    if (!parser.parse(arguments))
        return EarlyEnd{usageStatus, u"portolan: "_s + parser.errorText() + u'\n'};
    if (parser.isSet(help))
        return EarlyEnd{0, parser.helpText()};
    if (parser.isSet(version))
        return EarlyEnd{0, u"portolan "_s + QCoreApplication::applicationVersion() + u'\n'};
    options->profile = absolute(parser.value(profile));
    options->workspace = absolute(parser.value(workspace));
    options->open = parser.value(open);
    options->theme = parser.value(theme);
    options->tour = absolute(parser.value(tour));
    options->demo = parser.isSet(demo);
    options->endWhenUsable = parser.isSet(endWhenUsable);
    // A link is "portolan:<id>": what the desktop file hands over.
    const auto links = parser.positionalArguments();
    if (links.size() > 1 || (links.size() == 1 && !links.first().startsWith(u"portolan:"_s)))
        return EarlyEnd{usageStatus,
                        u"portolan: "_s + OptionText::tr("Unknown argument: %1").arg(links.last())
                            + u'\n'};
    if (links.size() == 1)
        options->open = links.first().mid(9);
    const QStringList looks{u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s};
    if (!options->theme.isEmpty() && !looks.contains(options->theme))
        return EarlyEnd{usageStatus,
                        u"portolan: "_s + OptionText::tr("Unknown look: %1").arg(options->theme)
                            + u'\n'};
    return {};
}

} // namespace portolan::app
