// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/resultfiles.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {

ResultFiles::ResultFiles(QString folder, Seconds until)
    : m_folder(std::move(folder))
    , m_until(until)
{
}

void ResultFiles::write(const QString &path, const QByteArray &bytes)
{
    if (!m_outcome)
        return;
    const QString whole = m_folder % u'/' % path;
    const auto place = whole.section(u'/', 0, -2);
    if (!m_made.contains(place)) {
        if (!QDir().mkpath(place)) {
            m_outcome = failure(Error::Kind::Store, u"cannot make the folder "_s + place);
            return;
        }
        m_made.insert(place);
    }
    // Renamed, so that whoever reads meanwhile sees the old or the new file. Not synchronised to
    // the disk: what is lost with the power is made again from the same story.
    const QString unfinished = m_folder % u"/.unfinished"_s;
    QFile file(unfinished);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    file.close();
    if (!written || file.error() != QFileDevice::NoError
        || std::rename(QFile::encodeName(unfinished).constData(),
                       QFile::encodeName(whole).constData())
            != 0)
        m_outcome = failure(Error::Kind::Store, u"cannot write "_s + whole);
}

} // namespace portolan::demo
