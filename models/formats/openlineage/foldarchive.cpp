// SPDX-License-Identifier: GPL-3.0-or-later
// How a fold becomes bytes and comes back.
//
// Each type is taken apart once, by a function fields() that both directions go through. Runs, what
// was told in them, datasets and jobs stand in pieces by a checksum of their names: an event
// changes the piece of its run and those of what it names, and the rest keeps its bytes. What
// stands in a piece is sorted, since hashes have another order in each process. The piece "head"
// holds the digests of all others: with one of them missing, nothing is believed.
#include "models/formats/openlineage/foldarchive.h"

#include "models/formats/openlineage/bytes.h"
#include "models/formats/openlineage/fold.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <type_traits>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openlineage {
namespace {

// Raise it whenever a fold gathers something else, or the same means something else.
constexpr quint32 version = 1;
constexpr int buckets = 128;
const QString headName = u"head"_s;

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256).left(16);
}

} // namespace

//! The way into the members of a fold.
class FoldArchive
{
public:
    using Writing = ByteWriter<FoldArchive>;
    using Reading = ByteReader<FoldArchive, Fold>;

    static FoldPieces pieces(const Fold &fold);
    static bool read(const FoldPieces &pieces, Fold &fold);

    //! Letters that many share are kept once, as the fold keeps them.
    template <typename T>
    static void share(Fold &fold, T &value)
    {
        if constexpr (std::is_same_v<T, Name>)
            value = fold.shared(value);
        else if constexpr (std::is_same_v<T, QByteArray>)
            value = value.isEmpty() ? value : *fold.m_texts.insert(value);
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Name> auto &name)
    {
        archive &name.space &name.name;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Stamp> auto &stamp)
    {
        archive &stamp.time &stamp.arrival;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Place> auto &place)
    {
        archive &place.file &place.line;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<KeptFacet> auto &facet)
    {
        archive &facet.stamp &facet.json;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Fold::Use> auto &use)
    {
        archive &use.columnsAt &use.columns &use.statedAt &use.stated &use.changedAt &use
            .firstAt &use.dropped &use.columnsWhileRunning;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Fold::Run> auto &run)
    {
        archive &run.job &run.parent &run.isDesign &run.endedAt &run.end &run.endPlace &run
            .firstRunning &run.runningAt &run.runningPlace &run.statedAt &run.stated &run
            .nominalAt &run.nominalEnd &run.inputs &run.outputs;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Fold::Thing> auto &thing)
    {
        archive &thing.facets &thing.seenAt &thing.place;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Assertion> auto &assertion)
    {
        archive &assertion.dataset &assertion.assertion &assertion.column &assertion.name;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<AssertionWords> auto &words)
    {
        archive &words.at &words.type &words.severity &words.description &words.expression;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Outcome> auto &outcome)
    {
        archive &outcome.status &outcome.observed &outcome.expected;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Measured> auto &measured)
    {
        archive &measured.lastUpdated &measured.rows &measured.written &measured.nulls;
    }

    template <typename Archive>
    static void fields(Archive &archive, Like<Told> auto &told)
    {
        archive &told.outcomes &told.measured &told.hasTests;
    }

private:
    static QString keyText(const QString &id) { return id; }

    static QString keyText(const Name &name) { return name.space + u'\n' + name.name; }

    //! The entries of \a hash by the piece that they belong to, in order.
    template <typename Key, typename T>
    static void write(FoldPieces &pieces, const QString &kind, const QHash<Key, T> &hash)
    {
        std::vector<const Key *> keys;
        keys.reserve(std::size_t(hash.size()));
        for (auto it = hash.cbegin(); it != hash.cend(); ++it)
            keys.push_back(&it.key());
        std::sort(keys.begin(), keys.end(),
                  [](const Key *left, const Key *right) { return *left < *right; });
        std::array<std::unique_ptr<Writing>, buckets> written;
        for (const auto *key : keys) {
            const auto text = keyText(*key).toUtf8();
            auto &bucket = written[qChecksum(text) % buckets];
            if (!bucket)
                bucket = std::make_unique<Writing>();
            *bucket &*key &hash.find(*key).value();
        }
        for (int i = 0; i < buckets; ++i) {
            if (written[std::size_t(i)])
                pieces.insert(kind + QString::number(i), written[std::size_t(i)]->packed());
        }
    }

    template <typename Key, typename T>
    static bool read(const FoldPieces &pieces, const QString &kind, Fold &fold, QHash<Key, T> &hash)
    {
        for (int i = 0; i < buckets; ++i) {
            const auto piece = pieces.constFind(kind + QString::number(i));
            if (piece == pieces.cend())
                continue;
            Reading reading(*piece, fold);
            while (reading.isOk() && !reading.isAtEnd()) {
                Key key{};
                reading &key;
                reading &hash[key];
            }
            if (!reading.isOk())
                return false;
        }
        return true;
    }

    //! Small lists, and what is numbered by its order.
    template <typename Archive, typename List>
    static void list(Archive &archive, List &items)
    {
        if constexpr (std::is_same_v<Archive, Writing>) {
            archive &qint64(items.size());
            for (const auto &item : items)
                archive &item;
        } else {
            for (qint64 left = archive.number(); left > 0 && archive.isOk(); --left) {
                typename List::value_type item{};
                archive &item;
                items.append(std::move(item));
            }
        }
    }

    static QList<Name> sorted(const QSet<Name> &names)
    {
        auto list = names.values();
        std::sort(list.begin(), list.end());
        return list;
    }
};

FoldPieces FoldArchive::pieces(const Fold &fold)
{
    FoldPieces pieces;
    write(pieces, u"run"_s, fold.m_runs);
    write(pieces, u"told"_s, fold.m_assertions.m_told);
    write(pieces, u"dataset"_s, fold.m_datasets);
    write(pieces, u"job"_s, fold.m_jobs);
    write(pieces, u"design"_s, fold.m_designs);
    write(pieces, u"statement"_s, fold.m_statements);
    Writing words;
    list(words, fold.m_assertions.m_assertions);
    list(words, fold.m_assertions.m_words);
    list(words, fold.m_assertions.m_texts);
    pieces.insert(u"words"_s, words.packed());
    Writing names;
    auto identity = fold.m_identity;
    const auto links = identity.links();
    list(names, links);
    const auto used = sorted(fold.m_identity.m_used);
    const auto former = sorted(fold.m_identity.m_former);
    list(names, used);
    list(names, former);
    pieces.insert(u"names"_s, names.packed());

    Writing head;
    const std::map<QString, QByteArray> digests = [&] {
        std::map<QString, QByteArray> map;
        for (auto it = pieces.cbegin(); it != pieces.cend(); ++it)
            map.emplace(it.key(), digestOf(it.value()));
        return map;
    }();
    head &version &digests &fold.m_files &fold.m_arrivals &fold.m_newest;
    pieces.insert(headName, head.packed());
    return pieces;
}

bool FoldArchive::read(const FoldPieces &pieces, Fold &fold)
{
    Reading head(pieces.value(headName), fold);
    quint32 written = 0;
    head &written;
    if (!head.isOk() || written != version)
        return false;
    std::map<QString, QByteArray> digests;
    head &digests &fold.m_files &fold.m_arrivals &fold.m_newest;
    const bool isWhole =
        head.isAtEnd() && std::all_of(digests.begin(), digests.end(), [&](const auto &digest) {
            return digestOf(pieces.value(digest.first)) == digest.second;
        });
    if (!isWhole)
        return false;
    Reading words(pieces.value(u"words"_s), fold);
    auto &assertions = fold.m_assertions;
    list(words, assertions.m_assertions);
    list(words, assertions.m_words);
    list(words, assertions.m_texts);
    for (int i = 0; i < int(assertions.m_assertions.size()); ++i)
        assertions.m_numbers.insert(assertions.m_assertions.at(i), i);
    for (int i = 0; i < int(assertions.m_texts.size()); ++i)
        assertions.m_textNumbers.insert(assertions.m_texts.at(i), i);
    Reading names(pieces.value(u"names"_s), fold);
    QList<std::pair<Name, Name>> links;
    QList<Name> used;
    QList<Name> former;
    list(names, links);
    list(names, used);
    list(names, former);
    for (const auto &[name, other] : std::as_const(links))
        fold.m_identity.unite(name, other);
    fold.m_identity.m_used = {used.begin(), used.end()};
    fold.m_identity.m_former = {former.begin(), former.end()};
    const bool isRead = words.isAtEnd() && names.isAtEnd()
        && read(pieces, u"run"_s, fold, fold.m_runs)
        && read(pieces, u"told"_s, fold, assertions.m_told)
        && read(pieces, u"dataset"_s, fold, fold.m_datasets)
        && read(pieces, u"job"_s, fold, fold.m_jobs)
        && read(pieces, u"design"_s, fold, fold.m_designs)
        && read(pieces, u"statement"_s, fold, fold.m_statements);
    for (auto &run : fold.m_runs) {
        if (!run.parent.isEmpty())
            run.parent = *fold.m_parents.insert(run.parent);
    }
    return isRead;
}

FoldPieces piecesOf(const Fold &fold)
{
    return FoldArchive::pieces(fold);
}

std::unique_ptr<Fold> foldOf(const FoldPieces &pieces)
{
    auto fold = std::make_unique<Fold>();
    return FoldArchive::read(pieces, *fold) ? std::move(fold) : nullptr;
}

FoldPieces digestsOf(const FoldPieces &pieces)
{
    FoldPieces digests;
    for (auto it = pieces.cbegin(); it != pieces.cend(); ++it)
        digests.insert(it.key(), digestOf(it.value()));
    return digests;
}

} // namespace portolan::formats::openlineage
