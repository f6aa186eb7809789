// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"
#include "models/items/schematree.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimer>
#include <QWidget>

namespace portolan::items {
class SchemaModel;
}

namespace portolan::views {
class LinkButton;
class Segments;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::product {

//! What narrows a schema: which object, words, and the parts with their counts.
class SchemaBar : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaBar(QWidget *parent = nullptr);

    void setObjects(const QList<items::SchemaObject> &objects, int chosen);
    //! Shows how many fields there are in each part.
    void setCounts(const items::SchemaModel &model);
    //! Says how many of the fields are shown.
    void setHits(int hits, int total);
    void setFilter(const items::FieldFilter &filter);

    items::FieldFilter filter() const;

    QLineEdit *field() const { return m_text; }

    //! Offers to ask for \a count fields; 0: nothing is offered.
    void offerFields(int count);

Q_SIGNALS:
    void objectChosen(int index);
    void filterChanged();
    //! The fields that were offered are to be asked for.
    void accessWanted();

private:
    void announce();

    QComboBox *m_object;
    QLineEdit *m_text;
    Segments *m_parts = nullptr;
    QList<items::FieldSubset> m_subsets;
    LinkButton *m_ask;
    SafeLabel *m_hits;
    QTimer m_pause; //!< typing is answered once it pauses
};

} // namespace portolan::views::product
