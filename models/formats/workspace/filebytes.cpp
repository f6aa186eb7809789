// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/filebytes.h"

#include <zlib.h>

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

constexpr qint64 block = 1 << 20;

//! What the next attempt may find otherwise is not what a person has to allow.
Error::Kind kindOf(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return Error::Kind::NotFound;
    case EIO:
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case EAGAIN:
    case EINTR:
    case ESTALE:
    case ETIMEDOUT:
        return Error::Kind::Unavailable;
    default:
        return Error::Kind::Forbidden;
    }
}

tl::unexpected<Error> unreadable(int error)
{
    return failure(kindOf(error), QString::fromLocal8Bit(std::strerror(error)));
}

tl::unexpected<Error> tooLarge(qint64 limit)
{
    return failure(Error::Kind::TooLarge, u"it has more than %1 MB"_s.arg(limit / (1024 * 1024)));
}

//! A regular file, opened for reading; never waits for the writer of a pipe.
class File
{
public:
    [[nodiscard]] static Result<File> open(const QString &path, const QString &root)
    {
        File file;
        file.m_descriptor =
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (file.m_descriptor < 0)
            return unreadable(errno);
        struct stat status = {};
        if (fstat(file.m_descriptor, &status) != 0)
            return unreadable(errno);
        if (!S_ISREG(status.st_mode))
            return failure(Error::Kind::Forbidden, u"it is not a regular file"_s);
        if (!root.isEmpty() && !file.liesIn(root))
            return failure(Error::Kind::Forbidden, u"it leads out of the folder"_s);
        file.m_size = status.st_size;
        return file;
    }

    File(File &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_size(other.m_size)
    {
    }

    File &operator=(File &&) = delete;

    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    qint64 size() const { return m_size; }

    //! Goes on reading at \a offset.
    bool seek(qint64 offset) { return ::lseek(m_descriptor, offset, SEEK_SET) == offset; }

    //! Appends up to \a count bytes; how many they were, 0 at the end.
    [[nodiscard]] Result<qint64> read(QByteArray &to, qint64 count)
    {
        const auto before = to.size();
        to.resize(before + count);
        ssize_t got = 0;
        do {
            got = ::read(m_descriptor, to.data() + before, static_cast<std::size_t>(count));
        } while (got < 0 && errno == EINTR);
        to.resize(before + std::max<ssize_t>(got, 0));
        if (got < 0)
            return unreadable(errno);
        return got;
    }

private:
    File() = default;

    //! Asks the system what was opened: a name may lead elsewhere by now.
    bool liesIn(const QString &root) const
    {
        const auto opened = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(m_descriptor));
        return opened.startsWith(root % u'/');
    }

    int m_descriptor = -1;
    qint64 m_size = 0;
};

//! Unpacks gzip, member by member, up to a limit.
class Inflater
{
public:
    Inflater()
    {
        // 16: expect a gzip header, not zlib's.
        m_ready = inflateInit2(&m_stream, 15 + 16) == Z_OK;
    }

    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }

    //! Unpacks \a packed into \a out, which never grows beyond \a limit + 1; an error message, or
    //! empty.
    QString add(QByteArray &packed, QByteArray &out, qint64 limit)
    {
        if (!m_ready)
            return u"there is not enough memory to unpack it"_s;
        m_stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_in = static_cast<uInt>(packed.size());
        while (m_stream.avail_in > 0 && out.size() <= limit) {
            if (m_memberEnded && inflateReset(&m_stream) != Z_OK)
                return u"it is no valid gzip file"_s;
            m_memberEnded = false;
            const auto before = out.size();
            const auto room = std::min<qint64>(block, limit + 1 - before);
            out.resize(before + room);
            m_stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
            m_stream.avail_out = static_cast<uInt>(room);
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            out.resize(before + room - m_stream.avail_out);
            if (code == Z_STREAM_END)
                m_memberEnded = true;
            else if (code != Z_OK && code != Z_BUF_ERROR)
                return u"it is no valid gzip file"_s;
        }
        return {};
    }

    bool ended() const { return m_memberEnded; }

private:
    z_stream m_stream = {};
    bool m_ready = false;
    bool m_memberEnded = false;
};

//! All of \a file, or with \a head what comes of it up to \a limit.
Result<QByteArray> readFile(File &file, qint64 limit, bool head)
{
    QByteArray start;
    if (const auto got = file.read(start, std::min<qint64>(block, std::max<qint64>(limit, 64)));
        !got)
        return tl::unexpected(got.error());
    const bool packed = isGzip(start);
    if (!packed && !head && file.size() > limit)
        return tooLarge(limit);
    QByteArray out;
    Inflater inflater;
    if (!packed && !head)
        out.reserve(file.size());
    for (auto part = start; !part.isEmpty();) {
        if (!packed) {
            out.append(part);
        } else if (const auto problem = inflater.add(part, out, limit); !problem.isEmpty()) {
            if (head)
                break;
            return failure(Error::Kind::BadInput, problem);
        }
        if (out.size() > limit)
            break;
        part.resize(0);
        if (const auto got = file.read(part, block); !got)
            return tl::unexpected(got.error());
    }
    if (head)
        return out.left(limit);
    if (out.size() > limit)
        return tooLarge(limit);
    if (packed && !inflater.ended())
        return failure(Error::Kind::BadInput, u"the gzip file is cut off"_s);
    return out;
}

} // namespace

bool isMomentary(const Error &error)
{
    return error.kind == Error::Kind::Unavailable || error.kind == Error::Kind::NotFound;
}

bool isGzip(const QByteArray &bytes)
{
    return bytes.startsWith("\x1F\x8B\x08");
}

Result<QByteArray> bytesOf(const QString &path, qint64 limit, const QString &root)
{
    auto file = File::open(path, root);
    return file ? readFile(*file, limit, false) : tl::unexpected(file.error());
}

Result<bool> forEachBlock(const QString &path, qint64 offset,
                          const std::function<bool(const QByteArray &block)> &take,
                          const QString &root)
{
    // A packed block grows to at most about a thousand times its size.
    constexpr qint64 packedBlock = 32 * 1024;
    constexpr qint64 mostUnpacked = 64 * block;
    auto file = File::open(path, root);
    if (!file)
        return tl::unexpected(file.error());
    if (!file->seek(offset))
        return unreadable(errno);
    Inflater inflater;
    bool packed = false;
    for (bool first = true;; first = false) {
        QByteArray part;
        if (const auto got = file->read(part, packed || first ? packedBlock : block); !got)
            return tl::unexpected(got.error());
        if (part.isEmpty())
            break;
        packed = first ? offset == 0 && isGzip(part) : packed;
        QByteArray out;
        if (!packed)
            out = std::move(part);
        else if (const auto problem = inflater.add(part, out, mostUnpacked); !problem.isEmpty())
            return failure(Error::Kind::BadInput, problem);
        if (!take(out))
            return packed;
    }
    if (packed && !inflater.ended())
        return failure(Error::Kind::BadInput, u"the gzip file is cut off"_s);
    return packed;
}

Result<FileHead> headOf(const QString &path, qint64 count, const QString &root)
{
    auto file = File::open(path, root);
    if (!file)
        return tl::unexpected(file.error());
    auto bytes = readFile(*file, count + 1, true);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return FileHead{bytes->left(count), bytes->size() <= count};
}

} // namespace portolan::formats::workspace
