// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/openlineage/intervals.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <map>

namespace portolan::formats::openlineage {

//! Decides which runs make an edge from each input to each output, and says of which jobs they do
//! not. Their number is a product: an event of some kilobytes could state millions of them.
class RunPairs
{
public:
    //! The most that one run makes.
    static constexpr qsizetype most = 100'000;

    //! Whether a run of \a job with so many \a inputs and \a outputs makes them.
    bool take(const Name &job, qsizetype inputs, qsizetype outputs, const Sighting &sighting);

    //! One for each job, about its newest run that makes none. \a files are the names by which
    //! places number them.
    QList<domain::Finding> findings(const QStringList &files) const;

private:
    struct Refused
    {
        Sighting sighting;
        qsizetype inputs = 0;
        qsizetype outputs = 0;
    };

    std::map<Name, Refused> m_refused; //!< by job
};

} // namespace portolan::formats::openlineage
