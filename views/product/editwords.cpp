// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/editwords.h"

#include "models/items/displaytext.h"

#include <QCoreApplication>

namespace portolan::views::product {

class EditWords
{
    Q_DECLARE_TR_FUNCTIONS(EditWords)
};

QString whereEditGoes(const items::EditPart &part, const QString &gone, const QString &refused)
{
    const auto account = items::oneLine(part.account, 300);
    if (part.isOffered)
        return EditWords::tr("It goes to “%1”, and waits in the outbox until it is there.")
            .arg(account);
    if (account.isEmpty())
        return gone;
    if (!part.why.isEmpty())
        return items::oneLine(part.why, 400);
    if (part.place.isEmpty())
        return refused.arg(account);
    return EditWords::tr("The files of “%1” say it: change %2 in an editor, and it shows here.")
        .arg(account, items::oneLine(part.place, 400));
}

} // namespace portolan::views::product
