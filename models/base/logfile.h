// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace portolan {

//! A file that lines are put at the end of, by several processes at once: each line whole, for its
//! user alone, and never more than a few files of a few megabytes. What cannot be written is left
//! out in silence: nobody's work may end because nothing can be logged. Not thread-safe.
class LogFile
{
public:
    static constexpr qint64 ordinarySize = 5 * 1024 * 1024;
    static constexpr int keptFiles = 5;

    //! The file at \a path, put aside as .1, .2, … once it has \a mostBytes. It and its folder are
    //! made with the first line.
    explicit LogFile(const QString &path, qint64 mostBytes = ordinarySize);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    //! Puts \a line at the end, with one system call; it has no line breaks of its own.
    void append(const QByteArray &line);

    //! The last \a most bytes of what is logged at \a path, from the beginning of a line on.
    static QByteArray end(const QString &path, qint64 most);

private:
    bool isReady();
    void open();
    void close();
    void rotate();
    QByteArray keptName(int number) const;

    QByteArray m_path;
    qint64 m_mostBytes;
    int m_file = -1;
    bool m_isCut = false; //!< the disk was full in the middle of a line
};

} // namespace portolan
