// SPDX-License-Identifier: GPL-3.0-or-later
// A small mesh around the product "Order events", as the store would answer for it.
#pragma once

#include "models/base/identity.h"
#include "models/items/pagesource.h"

#include <QHash>
#include <QPromise>

#include <functional>

namespace portolan::tests {

//! The id of the thing called \a nativeId in the sample mesh.
inline QUuid sampleId(const QString &nativeId)
{
    return entityId(demoAccountId(), nativeId);
}

//! A thing with the members that every kind has.
domain::Entity sampleEntity(domain::EntityKind kind, const QString &nativeId,
                            const QString &title = {});

//! The product's fields: nested, with keys, classes and meanings.
QList<domain::Field> sampleFields();

//! \a count fields, every hundredth with ten nested ones.
QList<domain::Field> manyFields(int count);

//! Puts \a text into every text member of \a page.
domain::Page hostilePage(domain::Page page, const QString &text);

//! Answers from memory: at once, or, when told to hold, when the test says so.
class SamplePages : public items::PageSource
{
    Q_OBJECT

public:
    explicit SamplePages(QObject *parent = nullptr);

    QFuture<Result<domain::Page>> page(const QUuid &id) override;
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) override;
    QFuture<Result<QList<QUuid>>> followed() override;
    QFuture<Result<void>> follow(const QUuid &entity, bool on) override;

    //! Lets the held answers go, oldest first.
    void releaseAll();

    QHash<QUuid, domain::Page> pages;
    QHash<QUuid, QList<domain::Field>> fieldsOf;
    QList<QUuid> follows;
    QList<QUuid> asked; //!< pages that were asked for
    bool hold = false;

private:
    void addPorts(domain::Page &product);
    void addContract();
    void addOthers();

    QList<std::function<void()>> m_held;
};

} // namespace portolan::tests
