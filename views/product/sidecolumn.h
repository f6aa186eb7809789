// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"
#include "views/shared/thingpart.h"

#include <QScrollArea>

class QVBoxLayout;

namespace portolan::views::product {

//! The right column of the overview: who answers, what it costs, who uses it, what else is said.
class SideColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit SideColumn(QWidget *parent = nullptr);

    //! Shows what \a names says of who knows the thing, and takes it over.
    void setNames(ThingPart *names);
    void setDossier(const items::Dossier &dossier);

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    void queryRequested(const QString &query);

private:
    //! The names, kept while everything around them is made anew.
    void addNames(const domain::Page &page);
    QVBoxLayout *addBlock(const QString &title, const QString &note = {});
    void addOwnership(const domain::Page &page);
    void addTerms(const domain::Record &record);
    void addConsumers(const QList<domain::Entity> &consumers);
    void addTags(const domain::Entity &entity);
    void addQuestions(const domain::Record &record);
    void addReferences(const domain::Record &record);
    void addFacts(const domain::Page &page);
    void addOthers(const domain::Page &page);

    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    ThingPart *m_names = nullptr;
    QWidget *m_namesFrame = nullptr;
    bool m_allConsumers = false;
};

} // namespace portolan::views::product
