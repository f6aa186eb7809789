// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace portolan::tests {

//! What one check said each time, by the time of its run.
using Verdicts = QMap<QDateTime, QString>;

//! The results of a demo mesh, read as anybody would read the files of these tools: with a reader
//! of its own, which knows nothing of what wrote them.
class DemoTree
{
public:
    explicit DemoTree(const QString &folder);

    //! Every file below the folder with its bytes, by its relative path.
    static QMap<QString, QByteArray> filesOf(const QString &folder);

    //! By dbt's unique id.
    QMap<QString, Verdicts> dbt;
    //! By suite, type and column: "customer.customers/expect_…/country".
    QMap<QString, Verdicts> expectations;
    //! Share of bad rows of the same, in percent.
    QMap<QString, QMap<QDateTime, double>> badPercent;
    //! By table and name.
    QMap<QString, Verdicts> soda;
    //! By contract id, table and name of the rule.
    QMap<QString, Verdicts> rules;
    //! The figures of the same.
    QMap<QString, QMap<QDateTime, double>> ruleValues;
    //! Ends of runs by the name of the table that they wrote, or by the address of the files.
    QMap<QString, QList<QDateTime>> updates;
    //! dbt sources that were looked at.
    QMap<QString, int> sources;
    QMap<QString, qsizetype> filesOfTool;
    qsizetype events = 0;
    qint64 bytes = 0;

private:
    void readDbt(const QJsonObject &root);
    void readExpectations(const QJsonObject &root);
    void readSoda(const QJsonObject &root);
    void readContract(const QJsonObject &root);
    void readEvents(const QByteArray &text);
};

//! The longest time between two of \a moments, from the first of them to \a until.
qint64 longestGap(QList<QDateTime> moments, const QDateTime &from, const QDateTime &until);

//! Mean of \a values from \a from on for \a days.
double meanOf(const QMap<QDateTime, double> &values, const QDateTime &from, int days);

} // namespace portolan::tests
