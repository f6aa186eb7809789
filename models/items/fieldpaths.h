// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>

namespace portolan::items {

//! The one of \a fields with \a path; accounts may write it otherwise in case, but where one writes
//! it so, that is meant: a platform may have two columns that differ in nothing else. The end where
//! none has.
template <typename Fields>
auto fieldCalled(Fields &fields, QStringView path)
{
    const auto like = [&fields, path](Qt::CaseSensitivity sensitivity) {
        return std::find_if(fields.begin(), fields.end(), [path, sensitivity](const auto &field) {
            return path.compare(field.path, sensitivity) == 0;
        });
    };
    const auto exact = like(Qt::CaseSensitive);
    return exact != fields.end() ? exact : like(Qt::CaseInsensitive);
}

} // namespace portolan::items
