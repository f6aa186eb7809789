// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/bench.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

//! A line of what the system knows of this process (proc(5)).
double megabytesOf(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

std::optional<bool> isMet(const Figure &figure)
{
    if (!figure.budget)
        return {};
    if (figure.budgetIsRatio && !figure.ratio)
        return {};
    const auto value = figure.budgetIsRatio ? *figure.ratio : figure.value;
    return figure.atLeast ? value >= *figure.budget : value <= *figure.budget;
}

QString Setting::size() const
{
    return assets >= 1'000'000 ? u"%1 M assets"_s.arg(assets / 1'000'000)
                               : u"%1 k assets"_s.arg(assets / 1000);
}

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = std::ceil(percent / 100 * static_cast<double>(values.size()));
    return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double residentMegabytes()
{
    return megabytesOf("VmRSS:");
}

double peakMegabytes()
{
    return megabytesOf("VmHWM:");
}

} // namespace portolan::performance
