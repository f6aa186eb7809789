// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/memory.h"
#include "tests/performance/bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::performance;

namespace {

QJsonValue numberOrNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject jsonOf(const Figure &figure)
{
    const auto met = isMet(figure);
    return {{u"row"_s, figure.row},
            {u"size"_s, figure.size},
            {u"value"_s, figure.value},
            {u"unit"_s, figure.unit},
            {u"reference"_s,
             figure.reference.isEmpty() ? QJsonValue(QJsonValue::Null) : figure.reference},
            {u"referenceValue"_s, numberOrNull(figure.referenceValue)},
            {u"ratio"_s, numberOrNull(figure.ratio)},
            {u"budget"_s, numberOrNull(figure.budget)},
            {u"met"_s, met ? QJsonValue(*met) : QJsonValue(QJsonValue::Null)}};
}

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

void print(const Figure &figure)
{
    const auto met = isMet(figure);
    QString budget;
    if (figure.budget)
        budget = (figure.atLeast ? u"≥ "_s : u"≤ "_s) % number(*figure.budget)
            % (figure.budgetIsRatio ? u" ×"_s : QString());
    QTextStream out(stdout);
    out << figure.row.leftJustified(55) << ' ' << figure.size.leftJustified(13)
        << QString(number(figure.value) % u' ' % figure.unit).rightJustified(14)
        << budget.rightJustified(10)
        << (met ? (*met ? u"  met   "_s : u"  MISSED"_s) : u"        "_s);
    if (figure.referenceValue)
        out << u"  %1: %2 %3 (ratio %4)"_s.arg(figure.reference, number(*figure.referenceValue),
                                               figure.unit, number(figure.ratio.value_or(0)));
    else if (!figure.reference.isEmpty())
        out << "  " << figure.reference;
    out << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    portolan::keepHeapSmall(); // as the program does
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"quick"_s, u"50,000 assets instead of a million"_s},
         {u"assets"_s, u"so many assets"_s, u"N"_s},
         {u"folder"_s, u"keep the files there, and use those of last time"_s, u"DIR"_s},
         {u"ours"_s, u"leave out the references of search, facets and lineage"_s},
         {u"child"_s, u"for this program's own use"_s, u"MODE"_s},
         {u"output"_s, u"write the figures as JSON to"_s, u"FILE"_s}});
    parser.addPositionalArgument(u"row"_s, u"which rows to measure; all without"_s, u"[ROW…]"_s);
    parser.process(application);

    QTemporaryDir temporary;
    Setting setting;
    setting.references = !parser.isSet(u"ours"_s);
    setting.quick = parser.isSet(u"quick"_s);
    setting.assets = parser.isSet(u"assets"_s) ? parser.value(u"assets"_s).toLongLong()
                                               : (setting.quick ? 50'000 : 1'000'000);
    setting.folder = parser.isSet(u"folder"_s) ? parser.value(u"folder"_s) : temporary.path();
    setting.program = QCoreApplication::applicationFilePath();
    setting.mesh = std::make_shared<const SynthMesh>(std::max<qint64>(setting.assets, 1000));

    if (parser.isSet(u"child"_s)) {
        runChild(parser.value(u"child"_s), setting);
        return 0;
    }

    const auto wanted = parser.positionalArguments();
    const auto rows = allRows();
    for (const auto &name : wanted) {
        if (std::none_of(rows.begin(), rows.end(),
                         [&](const Row &row) { return row.name == name; })) {
            QStringList names;
            for (const auto &row : rows)
                names.append(row.name);
            std::fprintf(stderr, "There is no row \"%s\"; there are: %s\n", qPrintable(name),
                         qPrintable(names.join(u", "_s)));
            return 2;
        }
    }
    QJsonArray document;
    for (const auto &row : rows) {
        if (!wanted.isEmpty() && !wanted.contains(row.name))
            continue;
        for (const auto &figure : row.measure(setting)) {
            print(figure);
            document.append(jsonOf(figure));
        }
    }
    if (parser.isSet(u"output"_s)) {
        QFile file(parser.value(u"output"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(document).toJson()) < 0) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(file.fileName()),
                         qPrintable(file.errorString()));
            return 1;
        }
    }
    return 0;
}
