// SPDX-License-Identifier: GPL-3.0-or-later
// What events tell about the quality of data. Of one run a result is told several times, at its
// start and at its end, in the facets of a dataset and of its place in the run: all that counts is
// kept here, as numbers of texts, since events are many and their texts are few.
#pragma once

#include "models/domain/quality.h"
#include "models/formats/openlineage/event.h"
#include "models/formats/openlineage/eventtime.h"

#include <QHash>
#include <QList>
#include <QString>

#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace portolan::formats::openlineage {

//! What was asserted of which dataset: the key of a result within its run (5.4, rule 9). A test of
//! the facet "test" has no dataset of its own; it is about what its run reads.
struct Assertion
{
    Name dataset;
    QString assertion; //!< "not_null", …; of a test "test"
    QString column;
    QString name;

    bool operator==(const Assertion &) const = default;
};

size_t qHash(const Assertion &assertion, size_t seed = 0);

//! "<dataset id>/<assertion>[/<column>][/<name>]"
QString checkId(const Assertion &assertion);

//! What the newest event says about an assertion beside its result.
struct AssertionWords
{
    Moment at = std::numeric_limits<Moment>::min();
    QString type; //!< of a test: "not_null", "singular", …
    QString severity;
    QString description;
    QString expression; //!< its body, else its parameters
};

//! How an assertion came out; texts by their numbers, -1 for none.
struct Outcome
{
    domain::RunStatus status = domain::RunStatus::Unknown;
    int observed = -1;
    int expected = -1;

    bool operator==(const Outcome &) const = default;
};

//! What was counted of a dataset (dataQualityMetrics, outputStatistics).
struct Measured
{
    std::optional<Moment> lastUpdated;
    std::optional<qint64> rows;
    std::optional<qint64> written; //!< rows
    std::map<QString, qint64> nulls; //!< by column
};

//! What the events of one run tell.
struct Told
{
    std::map<std::pair<int, Moment>, Outcome> outcomes; //!< by number of the assertion
    std::map<Name, std::map<Moment, Measured>> measured;
    bool hasTests = false; //!< some of the outcomes are of tests, which name no dataset

    bool isEmpty() const { return outcomes.empty() && measured.empty(); }
};

//! Gathers all that is told, by run. Like the fold that owns it, it does not depend on the order of
//! events but for those of one time. One thread at a time.
class Assertions
{
public:
    void add(const Event &event);

    //! What was told in run \a id, or null.
    const Told *toldIn(const QString &id) const;
    //! What job and dataset events told since the last call: each of them is a result of its own.
    Told takeTold();

    const QHash<QString, Told> &runs() const { return m_told; }

    //! How many assertions are known, numbered from 0.
    int count() const { return int(m_assertions.size()); }

    const Assertion &assertion(int number) const { return m_assertions.at(number); }

    const AssertionWords &words(int number) const { return m_words.at(number); }

    QString text(int number) const { return number < 0 ? QString() : m_texts.at(number); }

private:
    friend class FoldArchive;
    using Facets = QList<std::pair<QByteArray, json::Json>>;

    void addDataset(const Event &event, const EventDataset &dataset);
    void addResults(const Event &event, const Name &dataset, const json::Json &list);
    void addMetrics(Measured &measured, const json::Json &facet);
    int numberOf(Assertion assertion);
    int numberOf(const QString &text);
    void keepWords(int number, Moment at, const json::Json &item);

    QHash<QString, Told> m_told; //!< by runId; those of events without run under an empty one
    QHash<Assertion, int> m_numbers;
    QList<Assertion> m_assertions;
    QList<AssertionWords> m_words; //!< of each of them
    QHash<QString, int> m_textNumbers;
    QList<QString> m_texts;
};

} // namespace portolan::formats::openlineage
