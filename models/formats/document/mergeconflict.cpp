// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/mergeconflict.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::document {
namespace {

//! git's marks stand at the very beginning of a line, where YAML and JSON have no text.
bool isMark(QByteArrayView line)
{
    constexpr qsizetype size = 7;
    if (!line.startsWith("<<<<<<<") && !line.startsWith(">>>>>>>"))
        return false;
    return line.size() == size || line.at(size) == ' ' || line.at(size) == '\r';
}

} // namespace

std::optional<domain::Finding> mergeConflictIn(const QString &file, const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    auto number = 1;
    for (qsizetype from = 0; from < all.size(); ++number) {
        const auto end = bytes.indexOf('\n', from);
        const auto line = all.sliced(from, (end < 0 ? all.size() : end) - from);
        if (isMark(line))
            return domain::Finding{
                .file = file,
                .line = number,
                .column = 1,
                .rule = u"document.merge-conflict"_s,
                .message = u"The file holds both sides of a merge that was not resolved; it is "
                           "not read, and not written over"_s,
                .remedy = u"Keep one side, remove the marks, and commit the file"_s};
        if (end < 0)
            break;
        from = end + 1;
    }
    return {};
}

} // namespace portolan::formats::document
