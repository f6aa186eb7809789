// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/askedfields.h"

namespace portolan::policy {
namespace {

//! Where the next field ends that \a path stands in, or -1: at a dot, or before "[]".
qsizetype endAfter(const QString &path, qsizetype end)
{
    for (auto i = end + 1; i < path.size(); ++i) {
        if (path.at(i) == u'.' || (path.at(i) == u'[' && path.mid(i, 2) == u"[]"))
            return i;
    }
    return -1;
}

} // namespace

void FieldPaths::add(const QString &path)
{
    m_paths.insert(path);
    for (qsizetype end = 0; (end = endAfter(path, end)) > 0;)
        m_above.insert(path.left(end));
}

bool FieldPaths::touch(const QString &path) const
{
    if (m_paths.contains(path) || m_above.contains(path))
        return true;
    for (qsizetype end = 0; (end = endAfter(path, end)) > 0;) {
        if (m_paths.contains(path.left(end)))
            return true;
    }
    return false;
}

AskedFields::AskedFields(const QStringList &paths)
    : m_isAll(paths.isEmpty())
{
    for (const auto &path : paths)
        m_paths.add(path);
}

QString unknownPathIn(const QStringList &paths, const QList<FieldFacts> &known)
{
    if (paths.isEmpty())
        return {};
    FieldPaths fields;
    QSet<QString> objects;
    for (const auto &field : known) {
        objects.insert(field.object);
        fields.add(field.path);
        if (!field.object.isEmpty())
            fields.add(field.object % u'.' % field.path);
    }
    for (const auto &path : paths) {
        if (!objects.contains(path) && !fields.touch(path))
            return path;
    }
    return {};
}

bool AskedFields::include(const FieldFacts &field) const
{
    return m_isAll || m_paths.has(field.object) || m_paths.touch(field.path)
        || (!field.object.isEmpty() && m_paths.touch(field.object % u'.' % field.path));
}

} // namespace portolan::policy
