// SPDX-License-Identifier: GPL-3.0-or-later
// Pan and zoom of the lineage pane: measured by a program with a window.
#include "tests/performance/bench.h"

#include <QFileInfo>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr double frameBudget = 16;

} // namespace

QList<Figure> measureFrames(Setting &setting)
{
    QList<Figure> figures;
    const QString program = QFileInfo(setting.program).path() % u"/portolan_frames"_s;
    for (const int nodes : {10'000, 50'000}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments{QString::number(nodes)};
        if (setting.references)
            arguments.append(u"peer"_s);
        process.start(program, arguments + QStringList{u"-platform"_s, u"offscreen"_s});
        process.waitForFinished(-1);
        for (const auto &line :
             QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts)) {
            const auto cells = line.split(u'\t');
            if (cells.size() < 4)
                continue;
            const auto size = u"%1 k nodes"_s.arg(nodes / 1000);
            Figure worst{u"frames: "_s % cells.at(0) % u", p99 of any zoom"_s, size,
                         cells.at(1).toDouble(), u"ms"_s};
            worst.budget = frameBudget;
            if (cells.size() > 4) {
                worst.reference = u"plain QGraphicsView"_s;
                worst.referenceValue = cells.at(4).toDouble();
                worst.ratio = worst.value / *worst.referenceValue;
            }
            figures.append(worst);
            figures.append({u"frames: "_s % cells.at(0) % u", longest"_s, size,
                            cells.at(2).toDouble(), u"ms"_s});
            figures.append({u"frames: "_s % cells.at(0) % u", p99 until sharp"_s, size,
                            cells.at(3).toDouble(), u"ms"_s});
        }
    }
    return figures;
}

} // namespace portolan::performance
