// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"
#include "views/shared/labels.h"

#include <QVariantList>

#include <functional>

namespace portolan::views::access {

//! What requests have in common that are asked for again and again.
struct RequestTemplate
{
    QString purpose; //!< code
    QString justification;
    QString consumer; //!< as it is called
    int days = 0; //!< how long; 0: without an end

    bool operator==(const RequestTemplate &) const = default;
};

//! Fills in a form as a template has it: one that was kept, or one of the last requests.
class FormTemplates final : public LinkButton
{
    Q_OBJECT

public:
    //! \a now says what the form has at the moment, to be kept.
    explicit FormTemplates(std::function<RequestTemplate()> now, QWidget *parent = nullptr);

    //! Whose last requests are offered.
    void setBoard(const items::AccessBoardPtr &board);

    //! Those that were kept, the newest first.
    const QList<RequestTemplate> &kept() const { return m_kept; }

    //! The last requests of this person, each kind once; without those that were kept.
    QList<RequestTemplate> recent() const;

    void keep(const RequestTemplate &one);
    void forget(const RequestTemplate &one);
    void openMenu();

    QVariantList saveState() const;
    void restoreState(const QVariantList &state);

Q_SIGNALS:
    void chosen(const portolan::views::access::RequestTemplate &one);

private:
    std::function<RequestTemplate()> m_now;
    items::AccessBoardPtr m_board;
    QList<RequestTemplate> m_kept;
};

} // namespace portolan::views::access
