// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenSLO documents say, as values: they refer to each other over the files of a folder, so
// nothing is concluded before all of them were read (resolve.h).
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::formats::openslo {

//! Where something stands, for findings about it.
struct Spot
{
    QString file;
    int line = 0;
    int column = 0;
    QString field;
};

//! MetricSource: who measures, and what of it is ours.
struct MetricSource
{
    QString type; //!< as written; empty where only the reference says it
    QString reference; //!< name of a DataSource
    QString measure; //!< of type "portolan": freshness, check or count
    QString asset; //!< native id
    QStringList checks; //!< native ids
    Spot spot;
};

//! An SLI, inside of an SLO or by itself.
struct Indicator
{
    std::optional<MetricSource> threshold;
    std::optional<MetricSource> good;
    std::optional<MetricSource> bad;
    std::optional<MetricSource> raw;
    std::optional<MetricSource> total;
    QString mistake; //!< why it cannot be used, one sentence; empty when it can
    Spot spot;
};

//! One objective of an SLO.
struct Objective
{
    QString name;
    QString op;
    std::optional<double> value;
    double target = 0;
    double sliceTarget = 1;
    QString slice; //!< empty: not given
    bool isComposite = false; //!< it has an indicator of its own
    QString mistake;
    Spot spot;
};

//! One OpenSLO document. Members that its kind does not have are empty.
struct Object
{
    enum class Kind {
        Other, //!< of a version that is not read, or of no known kind
        Slo,
        Sli,
        DataSource,
        Service,
        AlertPolicy,
        AlertCondition,
        AlertNotificationTarget
    };

    Kind kind = Kind::Other;
    QString name;
    QString title;
    QString description;
    QString service; //!< name of a Service
    std::optional<Indicator> indicator;
    QString indicatorReference; //!< name of an SLI
    QString method; //!< budgetingMethod, as written
    std::optional<domain::SloWindow> window;
    QList<Objective> objectives;
    QString sourceType; //!< of a DataSource
    QString mistake;
    Spot spot;
    QList<domain::Finding> findings;
};

} // namespace portolan::formats::openslo
