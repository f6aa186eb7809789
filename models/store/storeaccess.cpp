// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accesstable.h"
#include "models/store/storeprivate.h"

#include <algorithm>

namespace portolan::store {

QFuture<Result<void>> Store::replaceAccess(const QUuid &account, domain::AccessBook book,
                                           bool whole)
{
    auto changed = std::make_shared<bool>(false);
    return d->write<void>(
        [account, book = std::move(book), whole, changed](CacheWriter &writer, std::monostate &) {
            *changed = writer.replaceAccess(account, book, whole);
            return false;
        },
        [this, changed](std::function<void()> answer) {
            if (*changed)
                d->notifier.mark(ChangeNotifier::Access);
            answer();
        },
        {account});
}

QFuture<Result<QList<AccountAccess>>> Store::access()
{
    return d->read<QList<AccountAccess>>([](EntityReader &reader, ReadFiles &) {
        QList<AccountAccess> all;
        auto books = AccessTable(reader.connection()).all();
        for (auto it = books.begin(); it != books.end(); ++it)
            all.append({reader.account(it.key()), reader.accountName(it.key()), std::move(*it)});
        const auto place = [&reader](const AccountAccess &one) {
            return reader.accounts().positionOf(one.account);
        };
        std::stable_sort(all.begin(), all.end(), [&place](const auto &left, const auto &right) {
            return place(left) < place(right);
        });
        return all;
    });
}

} // namespace portolan::store
