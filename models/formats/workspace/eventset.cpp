// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/eventset.h"

#include "models/formats/openlineage/translate.h"
#include "models/formats/workspace/filebytes.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;

namespace portolan::formats::workspace {
namespace {

constexpr qsizetype pageSize = 500;
constexpr qint64 startBytes = 4096;

tl::unexpected<Error> stopped()
{
    return failure(Error::Kind::Cancelled, u"reading the folder was stopped"_s);
}

//! What tells a file that grew from one that was written anew.
QByteArray startOf(const QString &root, const QString &file, qint64 size)
{
    const auto head = headOf(root % u'/' % file, std::min(size, startBytes), root);
    return head ? QCryptographicHash::hash(head->bytes, QCryptographicHash::Sha256) : QByteArray();
}

domain::Finding unreadable(const QString &file, const QString &why)
{
    domain::Finding finding;
    finding.file = file;
    finding.rule = u"openlineage.unreadable"_s;
    finding.message = u"The events cannot be read to their end: "_s % why % u'.';
    finding.remedy = u"Write the file again, and copy it whole."_s;
    return finding;
}

//! Cuts blocks into lines.
class LineCutter
{
public:
    //! Takes a line without its end, and how many bytes it had with it. A line that is too long
    //! comes shortened.
    using TakeLine = std::function<void(const QByteArray &line, qint64 bytes)>;

    explicit LineCutter(TakeLine take)
        : m_take(std::move(take))
    {
    }

    void add(const QByteArray &block)
    {
        qsizetype from = 0;
        for (auto end = block.indexOf('\n'); end >= 0; end = block.indexOf('\n', from)) {
            keep(block, from, end);
            from = end + 1;
            m_take(m_line, m_bytes + 1);
            m_line.resize(0);
            m_bytes = 0;
        }
        keep(block, from, block.size());
    }

    //! What stands behind the end of the last line.
    const QByteArray &rest() const { return m_line; }

private:
    //! Of a line that is too long only so much is kept that its reader notices.
    void keep(const QByteArray &block, qsizetype from, qsizetype end)
    {
        constexpr auto most = qsizetype(openlineage::EventLines::maxLine) + 1;
        m_line.append(block.constData() + from, std::min(end - from, most - m_line.size()));
        m_bytes += end - from;
    }

    TakeLine m_take;
    QByteArray m_line;
    qint64 m_bytes = 0;
};

} // namespace

Result<void> EventSet::read(const QString &root, const QList<const KnownFile *> &files,
                            const QSet<QString> &wantedNames, bool again,
                            const EventListener &listener)
{
    QList<FileState> states;
    for (const auto *file : files)
        states.append(file->state);
    if (!again && states == m_states && wantedNames == m_names.wanted()
        && listener.apart == m_apart)
        return {};
    m_states.clear(); // until all of it was handed over
    bool isNews = !recall(again, listener.recall);
    if (!canContinue(root, files)) {
        m_memory = {std::make_unique<openlineage::Fold>(), {}};
        m_files.clear();
        isNews = true;
    }
    for (const auto &state : std::as_const(states)) {
        const auto known = m_memory.progress.constFind(state.path);
        if (known != m_memory.progress.constEnd() && known->state == state)
            continue;
        isNews = true;
        if (auto done = readFile(root, state, listener.isCancelled); !done) {
            m_memory.fold.reset(); // half of a file is in it
            return done;
        }
    }
    m_names = AssetNames(wantedNames);
    m_apart = listener.apart;
    m_memory.fold->setApart(m_apart);
    if (auto done = handOver(listener.take); !done)
        return done;
    if (auto done = listener.takeEvidence(m_memory.fold->takeEvidence()); !done)
        return done;
    m_states = states;
    if (isNews && !m_isToRepeat)
        m_notes = m_noted.noted(m_memory);
    return {};
}

//! Takes up what was noted before, unless there is something in memory, or \a again says that all
//! is to be read; answers whether the notes are those of what is in memory.
bool EventSet::recall(bool again, const EventNotes::Recall &recall)
{
    if (m_memory.fold || again)
        return m_memory.fold != nullptr;
    auto memory = m_noted.recalled(recall);
    if (!memory)
        return false;
    m_memory = *std::move(memory);
    m_files.clear();
    m_files.resize(m_memory.progress.size());
    for (const auto &file : std::as_const(m_memory.progress)) {
        if (file.number >= 0 && file.number < m_files.size())
            m_files[file.number] = file.state.path;
    }
    return true;
}

//! Whether the fold holds nothing but earlier states of \a files that they only added to.
bool EventSet::canContinue(const QString &root, const QList<const KnownFile *> &files) const
{
    if (!m_memory.fold)
        return false;
    QSet<QString> paths;
    for (const auto *file : files)
        paths.insert(file->state.path);
    for (auto it = m_memory.progress.begin(); it != m_memory.progress.end(); ++it) {
        if (!paths.contains(it.key()))
            return false;
    }
    return std::all_of(files.begin(), files.end(), [&](const KnownFile *file) {
        const auto &state = file->state;
        const auto known = m_memory.progress.constFind(state.path);
        if (known == m_memory.progress.constEnd() || known->state == state)
            return true;
        const auto compared = std::min(known->state.size, startBytes);
        return known->isOpenEnded && known->state.inode == state.inode
            && known->state.device == state.device && state.size > known->state.size
            && known->start == startOf(root, state.path, compared);
    });
}

Result<void> EventSet::readFile(const QString &root, const FileState &state,
                                const std::function<bool()> &isCancelled)
{
    const QString path = root % u'/' % state.path;
    auto &progress = m_memory.progress[state.path];
    if (progress.state.path.isEmpty()) {
        progress.number = m_memory.fold->addFile(state.path);
        m_files.append(state.path);
    }
    openlineage::EventLines lines(
        state.path, progress.number,
        [this](const openlineage::Event &event, const openlineage::Place &place) {
            m_memory.fold->add(event, place);
        });
    const bool isNew = progress.state.path.isEmpty();
    const auto head = headOf(path, startBytes, root);
    const bool isList = head && head->bytes.trimmed().startsWith('[');
    if (!isList) {
        const auto packed = readLines(root, path, progress, lines, isCancelled);
        if (!packed && packed.error().kind == Error::Kind::Cancelled)
            return tl::unexpected(packed.error());
        if (!packed)
            addUnreadable(progress, state.path, packed.error());
        progress.isOpenEnded = packed && !*packed && (!isNew || lines.events() > 0);
    }
    if (isNew && lines.events() == 0) {
        // One event, or a list of them, over many lines.
        const auto whole = bytesOf(path, qint64(openlineage::EventLines::maxLine), root);
        if (whole)
            lines.addWhole({whole->constData(), std::size_t(whole->size())});
        else
            addUnreadable(progress, state.path, whole.error());
    }
    progress.findings.append(lines.findings());
    progress.start = startOf(root, state.path, state.size);
    progress.state = state;
    return {};
}

void EventSet::addUnreadable(EventProgress &progress, const QString &path, const Error &why)
{
    m_isToRepeat = m_isToRepeat || isMomentary(why);
    progress.findings.append(unreadable(path, why.detail));
}

//! Reads the lines that were not read yet; answers whether the file is packed.
Result<bool> EventSet::readLines(const QString &root, const QString &path, EventProgress &progress,
                                 openlineage::EventLines &lines,
                                 const std::function<bool()> &isCancelled) const
{
    const auto viewOf = [](const QByteArray &line) {
        return std::string_view(line.constData(), std::size_t(line.size()));
    };
    LineCutter cutter([&](const QByteArray &line, qint64 bytes) {
        lines.addLine(viewOf(line), ++progress.line);
        progress.offset += bytes;
    });
    bool cancelled = false;
    const auto packed = forEachBlock(
        path, progress.offset,
        [&](const QByteArray &block) {
            cancelled = isCancelled();
            if (!cancelled)
                cutter.add(block);
            return !cancelled;
        },
        root);
    if (cancelled)
        return stopped();
    // Somebody may be writing it: it counts when it is whole, and is read again when it has an end.
    lines.addLine(viewOf(cutter.rest()), progress.line + 1, false);
    return packed;
}

Result<void> EventSet::handOver(const TakeRecords &take)
{
    m_ids.clear();
    m_vocabulary = {};
    QList<Record> page;
    auto folded = m_memory.fold->result();
    m_findings = std::move(folded.findings);
    for (auto &record :
         openlineage::translate(std::move(folded), m_files) + m_memory.fold->checks()) {
        m_ids.insert(record.nativeId);
        m_vocabulary.take(record);
        m_names.offer(record);
        page.append(std::move(record));
        if (page.size() < pageSize)
            continue;
        if (auto done = take(std::exchange(page, {})); !done)
            return done;
    }
    return page.isEmpty() ? Result<void>() : take(std::move(page));
}

QList<domain::Finding> EventSet::findings() const
{
    auto findings = m_findings;
    for (const auto &progress : m_memory.progress)
        findings.append(progress.findings);
    return findings;
}

} // namespace portolan::formats::workspace
