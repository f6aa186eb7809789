// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "models/store/doctor.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

int run(Context &context, const Arguments &arguments)
{
    if (!arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"doctor takes no words"_s});
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    const auto checks = store::examine(*profile);
    const bool ok =
        std::all_of(checks.begin(), checks.end(), [](const auto &check) { return check.ok; });
    QJsonArray list;
    for (const auto &check : checks) {
        QJsonObject object{
            {u"name"_s, check.name}, {u"ok"_s, check.ok}, {u"detail"_s, check.detail}};
        if (!check.remedy.isEmpty())
            object.insert(u"remedy"_s, check.remedy);
        list.append(object);
        if (!arguments.json) {
            printLine(
                u"%1  %2: %3"_s.arg(check.ok ? u"ok   "_s : u"WRONG"_s, check.name, check.detail));
            if (!check.ok && !check.remedy.isEmpty())
                printLine(u"       "_s + check.remedy);
        }
    }
    if (arguments.json)
        printDocument({{u"format"_s, u"portolan.doctor/1"_s}, {u"ok"_s, ok}, {u"checks"_s, list}});
    return static_cast<int>(ok ? Exit::Done : Exit::NotFound);
}

} // namespace

Command doctorCommand()
{
    return {.name = u"doctor"_s,
            .usage = {},
            .summary = u"examine the profile: files, permissions, databases, index, lock"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
