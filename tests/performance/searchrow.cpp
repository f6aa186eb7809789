// SPDX-License-Identifier: GPL-3.0-or-later
// Search and facets by the index alone, beside what SQLite answers on the same rows.
#include "models/store/search/searchindex.h"
#include "tests/performance/bench.h"
#include "tests/performance/meshsource.h"
#include "tests/performance/sqlreference.h"

#include <QFileInfo>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr double searchBudget = 16;
constexpr double facetBudget = 60;

QString indexFile(const Setting &setting)
{
    return setting.folder % u"/bench.index"_s;
}

//! The index of the mesh, built when this is the first row that wants it.
std::unique_ptr<store::SearchIndex> openIndex(const Setting &setting, QList<Figure> *figures)
{
    auto index = std::make_unique<store::SearchIndex>(indexFile(setting));
    if (index->open())
        return index;
    MeshSource source(*setting.mesh);
    const auto made = millisecondsOf([&] {
        qint64 at = 0;
        while (!setting.mesh->page(at, 1000).isEmpty()) { }
    });
    const auto took = millisecondsOf([&] { static_cast<void>(index->rebuild(source)); });
    if (figures != nullptr) {
        figures->append({u"index: build from documents"_s,
                         setting.size(),
                         (took - made) / 1000,
                         u"s"_s,
                         {},
                         {},
                         {},
                         {}});
        figures->append({u"index: file"_s,
                         setting.size(),
                         static_cast<double>(QFileInfo(indexFile(setting)).size()) / 1048576,
                         u"MB"_s,
                         {},
                         {},
                         {},
                         {}});
    }
    return index;
}

double percentileOf(const QStringList &queries, double percent,
                    const std::function<void(const QString &)> &ask)
{
    std::vector<double> times;
    for (const auto &query : queries)
        times.push_back(millisecondsOf([&] { ask(query); }));
    return percentile(times, percent);
}

std::unique_ptr<SqlReference> openReference(const Setting &setting)
{
    if (!setting.references)
        return {};
    auto reference = std::make_unique<SqlReference>(setting.folder % u"/reference.db"_s);
    reference->fill(*setting.mesh);
    return reference;
}

void compare(Figure &figure, const QString &name, double value)
{
    figure.reference = name;
    figure.referenceValue = value;
    figure.ratio = figure.value / value;
}

} // namespace

QList<Figure> measureSearch(Setting &setting)
{
    QList<Figure> figures;
    const auto index = openIndex(setting, &figures);
    const auto snapshot = index->snapshot();
    const auto ask = [&snapshot](const QString &query) {
        static_cast<void>(snapshot->search({.query = query}));
    };
    const auto reference = openReference(setting);
    for (const auto &kind : queryClasses(*setting.mesh, setting.quick ? 100 : 300)) {
        for (const auto &query : kind.queries.mid(0, 10))
            ask(query); // the pages of the file that the first ones bring in
        Figure figure{u"search: "_s % kind.name % u", p99"_s,
                      setting.size(),
                      percentileOf(kind.queries, 99, ask),
                      u"ms"_s,
                      {},
                      {},
                      {},
                      searchBudget};
        if (reference)
            compare(figure, u"FTS5 ORDER BY bm25()"_s,
                    percentileOf(kind.queries.mid(0, 20), 99,
                                 [&](const QString &query) { reference->search(query); }));
        figures.append(figure);
    }
    return figures;
}

QList<Figure> measureFacets(Setting &setting)
{
    const auto index = openIndex(setting, nullptr);
    const auto snapshot = index->snapshot();
    const auto words = queryClasses(*setting.mesh, 100).at(2).queries;
    Figure figure{
        u"facets: common word, p95"_s,
        setting.size(),
        percentileOf(words, 95,
                     [&](const QString &query) { static_cast<void>(snapshot->facets(query)); }),
        u"ms"_s,
        {},
        {},
        {},
        facetBudget};
    if (const auto reference = openReference(setting))
        compare(figure, u"FTS5 and GROUP BY"_s,
                percentileOf(words.mid(0, 10), 95,
                             [&](const QString &query) { reference->facets(query); }));
    return {figure};
}

} // namespace portolan::performance
