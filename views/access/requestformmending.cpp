// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule asks for is done where we can do it; else the focus goes where a person can.
#include "models/policy/question.h"
#include "views/access/consumerfield.h"
#include "views/access/formports.h"
#include "views/access/formterms.h"
#include "views/access/requestform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QPlainTextEdit>
#include <QTreeView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

using domain::PolicyKind;
using domain::PolicyResult;
using domain::PolicyVerdict;

namespace {

//! The first role of \a offer that two have to agree to; empty where there is none.
QString guardedRole(const items::AccessOffer &offer)
{
    const auto found = std::find_if(offer.roles.begin(), offer.roles.end(), [](const auto &role) {
        return !role.secondLevelApprovers.trimmed().isEmpty();
    });
    return found == offer.roles.end() ? QString() : found->role;
}

} // namespace

//! The days that \a rule leaves, of all accounts that are asked; 0: as many as one likes.
int RequestForm::longest(const QString &rule) const
{
    int most = 0;
    const auto limit = [&most](int days) {
        if (days > 0)
            most = most > 0 ? std::min(most, days) : days;
    };
    for (const auto &offer : m_offers) {
        const auto policies = m_board->policiesOf.value(offer.account);
        for (const auto &one : policies.rules)
            limit(one.id == rule ? one.parameters.maxDays : 0);
        if (const auto *purpose = policies.purpose(m_purpose->currentData().toString()))
            limit(purpose->maxDays);
    }
    return most;
}

//! The first rule that fails, as the pre-check has them.
void RequestForm::mendFirst()
{
    judge();
    const auto all = m_verdicts.verdicts();
    const auto first = std::find_if(all.begin(), all.end(), [](const PolicyVerdict &one) {
        return one.result == PolicyResult::Fail;
    });
    if (first != all.end())
        mend(*first);
}

void RequestForm::mend(const PolicyVerdict &verdict)
{
    // Of rules of others we do not know what they ask for.
    auto *place =
        policy::isRemote(verdict) ? placeOf(verdict.field, verdict.port) : mendOwn(verdict);
    if (place != nullptr)
        place->setFocus(Qt::OtherFocusReason);
}

QWidget *RequestForm::mendOwn(const PolicyVerdict &verdict)
{
    const auto offer = std::find_if(m_offers.begin(), m_offers.end(), [&verdict](const auto &one) {
        return one.port == verdict.port;
    });
    if (verdict.field == u"from"_s) {
        m_from->setDate(m_board->today);
    } else if (verdict.field == u"to"_s) {
        const int most = longest(verdict.policy);
        m_noEnd->setChecked(false);
        if (most > 0)
            m_to->setDate(m_from->date().addDays(most - 1));
        touch(u"to"_s);
    } else if (offer != m_offers.end()) {
        const auto &policies = m_board->policiesOf.value(offer->account);
        const auto rule = std::find_if(policies.rules.begin(), policies.rules.end(),
                                       [&](const auto &one) { return one.id == verdict.policy; });
        if (rule != policies.rules.end() && rule->kind == PolicyKind::PurposeForClassified)
            return leaveOut(*offer, rule->parameters.classifications);
        if (rule != policies.rules.end() && rule->kind == PolicyKind::SecondApprover)
            return askBoth(*offer, rule->parameters.classifications);
    }
    return placeOf(verdict.field, verdict.port);
}

//! What the purpose does not allow is not asked for; without a purpose that comes first.
QWidget *RequestForm::leaveOut(const items::AccessOffer &offer, QStringList classifications)
{
    const auto *purpose =
        m_board->policiesOf.value(offer.account).purpose(m_purpose->currentData().toString());
    if (purpose == nullptr)
        return m_purpose;
    classifications.removeIf([purpose](const QString &one) {
        return purpose->classifications.contains(one, Qt::CaseInsensitive);
    });
    m_fields.leaveOut(offer.port, classifications);
    touch(u"fields"_s);
    return m_tree;
}

//! In a role that two agree to; where the contract has none, without the fields that need them.
QWidget *RequestForm::askBoth(const items::AccessOffer &offer, const QStringList &classifications)
{
    const auto role = guardedRole(offer);
    if (role.isEmpty()) {
        m_fields.leaveOut(offer.port, classifications);
        touch(u"fields"_s);
        return m_tree;
    }
    m_ports->setRole(offer.port, role);
    return m_ports->roleField(offer.port);
}

//! Where the field of the form that a rule names is filled in.
QWidget *RequestForm::placeOf(const QString &field, const QString &port)
{
    const QHash<QString, QWidget *> places{{u"purpose"_s, m_purpose},
                                           {u"justification"_s, m_why},
                                           {u"from"_s, m_from},
                                           {u"to"_s, m_to},
                                           {u"consumer"_s, m_consumer}};
    if (auto *place = places.value(field))
        return place;
    if (field == u"terms"_s)
        return m_terms->firstOpen();
    if (!field.isEmpty() && field != u"role"_s && field != u"port"_s)
        return m_tree;
    auto *own = m_ports->roleField(port);
    auto *role = own == nullptr ? m_ports->firstRole() : own;
    return role == nullptr ? static_cast<QWidget *>(m_tree) : role;
}

} // namespace portolan::views::access
