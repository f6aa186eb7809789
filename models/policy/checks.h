// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each kind of rule; judge.cpp says what each is asked about.
#pragma once

#include "models/domain/policy.h"
#include "models/policy/facts.h"

#include <QString>

namespace portolan::policy {

//! What a rule is asked about; null is what it is not about.
struct Subject
{
    const domain::PolicySet *policies = nullptr;
    const ProductFacts *product = nullptr;
    const PortFacts *port = nullptr;
    const RequestFacts *request = nullptr;
    const ItemFacts *item = nullptr;
};

//! Whether a rule holds, and what is to be said about it.
struct Answer
{
    enum class Held { Yes, No, Unknown };

    Held held = Held::Unknown;
    QString detail; //!< which, how many; or what is not known
    QString field; //!< of the form, or path of the data field
};

inline Answer holds(const QString &detail = {})
{
    return {.held = Answer::Held::Yes, .detail = detail};
}

inline Answer isBroken(const QString &detail, const QString &field = {})
{
    return {.held = Answer::Held::No, .detail = detail, .field = field};
}

inline Answer isUnknown(const QString &missing)
{
    return {.held = Answer::Held::Unknown, .detail = missing};
}

// About products and ports; productchecks.cpp.
Answer ownerPresent(const domain::PolicyRule &rule, const Subject &subject);
Answer descriptionPresent(const domain::PolicyRule &rule, const Subject &subject);
Answer statusAllowed(const domain::PolicyRule &rule, const Subject &subject);
Answer contractPresent(const domain::PolicyRule &rule, const Subject &subject);
Answer sloPresent(const domain::PolicyRule &rule, const Subject &subject);
Answer schemaDocumented(const domain::PolicyRule &rule, const Subject &subject);
Answer writtenAsAgreed(const domain::PolicyRule &rule, const Subject &subject);

// About requests; requestchecks.cpp.
Answer purposeListed(const domain::PolicyRule &rule, const Subject &subject);
Answer justificationLength(const domain::PolicyRule &rule, const Subject &subject);
Answer periodLimit(const domain::PolicyRule &rule, const Subject &subject);
Answer purposeForClassified(const domain::PolicyRule &rule, const Subject &subject);
Answer secondApprover(const domain::PolicyRule &rule, const Subject &subject);
Answer termsAccepted(const domain::PolicyRule &rule, const Subject &subject);

} // namespace portolan::policy
