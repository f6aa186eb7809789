// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"
#include "models/store/search/part.h"

#include <QString>

#include <string>
#include <vector>

namespace portolan::store {

//! The documents that somebody who looks around came for: products, assets, ports and contracts. A
//! tag that half of the mesh carries is more popular than any of them, and says less.
Bitset browsedFirst(const Segment &segment);

//! The filters of a question, ready to be asked of any segment. Values of one key add up, keys
//! narrow each other, what is negated is taken out. Values compare folded.
class Filters
{
public:
    explicit Filters(const domain::Query &query);

    //! kind:field was asked for: it picks fields, not documents.
    bool wantsFields() const { return m_wantsFields; }

    bool hasKey(const QString &key) const;
    //! The documents of \a part that count and pass all filters but those of \a except.
    Bitset allowed(const Part &part, const QString &except = {}) const;

private:
    struct KeyFilter
    {
        QString key;
        std::vector<QString> wanted;
        std::vector<QString> unwanted;
    };

    Bitset passing(const Segment &segment, const KeyFilter &filter) const;

    std::vector<KeyFilter> m_filters;
    bool m_wantsFields = false;
    bool m_wantsChecks = false;
};

} // namespace portolan::store
