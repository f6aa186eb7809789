// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/bench.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {

std::vector<Row> allRows()
{
    return {{u"search"_s, measureSearch},
            {u"facets"_s, measureFacets},
            {u"import"_s, measureImport},
            {u"hits"_s, measureStoreSearch},
            {u"schema"_s, measureSchema},
            {u"memory"_s, measureMemory},
            {u"start"_s, measureStart},
            {u"lineage"_s, measureLineage},
            {u"storedlineage"_s, measureStoredLineage},
            {u"quality"_s, measureQuality},
            {u"frames"_s, measureFrames},
            {u"sync"_s, measureSync},
            {u"delta"_s, measureDelta},
            {u"stalls"_s, measureStalls}};
}

} // namespace portolan::performance
