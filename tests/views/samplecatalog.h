// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/items/fakecatalog.h"
#include "tests/items/fakepages.h"

#include <QList>

namespace portolan::tests {

//! A small mesh of a shop that answers words and filters like the store does, from memory.
class SampleCatalog
{
public:
    SampleCatalog();

    FakeCatalog catalog;
    FakePages pages;

    const QList<domain::Entity> &entities() const { return m_entities; }

    //! Puts one more thing, with its page, into the mesh.
    void add(const domain::Entity &entity);

private:
    QList<store::Hit> hits(const QString &query) const;
    QList<store::Facet> facets() const;
    domain::Page pageOf(const domain::Entity &entity) const;

    QList<domain::Entity> m_entities;
};

} // namespace portolan::tests
