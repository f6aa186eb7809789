// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/synthmesh.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace portolan::performance {

//! One figure, in the shape of bench.json.
struct Figure
{
    QString row;
    QString size;
    double value = 0;
    QString unit;
    QString reference;
    std::optional<double> referenceValue;
    std::optional<double> ratio; //!< value / referenceValue
    std::optional<double> budget; //!< in \a unit, or as a ratio where \a budgetIsRatio
    bool budgetIsRatio = false;
    bool atLeast = false; //!< the budget is a lower bound
};

//! Whether \a figure keeps its budget; empty when it has none.
std::optional<bool> isMet(const Figure &figure);

//! What all rows share: the size, a folder for files, and the mesh.
struct Setting
{
    qint64 assets = 1'000'000;
    bool quick = false;
    bool references = true; //!< of search, facets and lineage
    QString folder; //!< exists, is empty at first, goes away at the end
    QString program; //!< this program, to measure a fresh process
    std::shared_ptr<const SynthMesh> mesh;

    QString size() const;
};

//! A group of figures that ./dev bench can be asked for by name.
struct Row
{
    QString name;
    std::function<QList<Figure>(Setting &)> measure;
};

//! All rows in the order in which they run; later ones use what earlier ones left in the folder.
std::vector<Row> allRows();

QList<Figure> measureSearch(Setting &setting);
QList<Figure> measureFacets(Setting &setting);
QList<Figure> measureImport(Setting &setting);
QList<Figure> measureStoreSearch(Setting &setting);
QList<Figure> measureLineage(Setting &setting);
QList<Figure> measureFrames(Setting &setting);
QList<Figure> measureSchema(Setting &setting);
QList<Figure> measureMemory(Setting &setting);
QList<Figure> measureStart(Setting &setting);
QList<Figure> measureStoredLineage(Setting &setting);
QList<Figure> measureQuality(Setting &setting);
QList<Figure> measureSync(Setting &setting);
QList<Figure> measureDelta(Setting &setting);
QList<Figure> measureStalls(Setting &setting);

//! What a fresh process does for the rows `memory` and `start`.
void runChild(const QString &mode, Setting &setting);

//! The value below which \a percent of \a values lie.
double percentile(std::vector<double> values, double percent);
//! Milliseconds that \a work takes.
double millisecondsOf(const std::function<void()> &work);
//! Resident memory of this process in MB.
double residentMegabytes();
//! The most that it ever was.
double peakMegabytes();

//! Questions of each class of the budget, made from names that exist.
struct QueryClass
{
    QString name;
    QStringList queries;
};

QList<QueryClass> queryClasses(const SynthMesh &mesh, int count);

} // namespace portolan::performance
