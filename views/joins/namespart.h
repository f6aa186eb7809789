// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/joinacts.h"
#include "views/shared/thingpart.h"

#include <QTimer>

class QVBoxLayout;

namespace portolan::views::joins {

class UndoLine;

//! The names of a thing: whose each is, why it is one, what may be one as well, what was kept
//! apart, and whose values are shown. What a person decides about them is done here.
class NamesPart final : public ThingPart
{
    Q_OBJECT

public:
    //! \a acts outlives this object. With \a whenSeveral it has nothing to show for a thing of one
    //! name about which nothing is to be decided.
    explicit NamesPart(items::JoinActs &acts, bool whenSeveral = false, QWidget *parent = nullptr);

    void showThing(const QUuid &id) override;

    bool isFilled() const override { return m_isFilled; }

    const domain::ThingJoins &joins() const { return m_joins; }

    UndoLine *undoLine() const { return m_undo; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void take(domain::ThingJoins joins);
    void forgetActsOfOther(const domain::ThingJoins &joins);
    void fill();
    void act(bool isBegun);
    void showSaid();
    void showFilled();

    QWidget *nameRow(const domain::JoinedName &joined, bool isFirst);
    QWidget *suggestionRow(const domain::JoinSuggestion &suggestion);
    QWidget *apartRow(const domain::ApartName &apart);
    void addValues(QVBoxLayout *column);
    QWidget *otherLine(const domain::JoinName &name);

    items::JoinActs &m_acts;
    bool m_whenSeveral;
    QUuid m_thing;
    QUuid m_former; //!< shown before, where something was done about it
    domain::ThingJoins m_joins;
    quint64 m_question = 0;
    QTimer m_pause; //!< collects changes into one question
    bool m_isStale = false; //!< something changed while it was not seen
    bool m_isFilled = false;
    bool m_hasActed = false; //!< the last act was done here, on this thing
    bool m_awaitsSaid = false; //!< and how it ended is not known yet
    UndoLine *m_undo;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column;
};

} // namespace portolan::views::joins
