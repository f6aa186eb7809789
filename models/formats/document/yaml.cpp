// SPDX-License-Identifier: GPL-3.0-or-later
// YAML through the events of yaml-cpp. Its own tree is not used: it guesses types, keeps repeated
// keys silently, and shares aliases, so that a small file can have billions of nodes.
#include "models/formats/document/encoding.h"
#include "models/formats/document/read.h"
#include "models/formats/document/surrogates.h"
#include "models/formats/document/treebuilder.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::document {
namespace {

// Of a file that has more, something else is wrong.
constexpr qsizetype mostDocuments = 10'000;

//! Leaves the parser; never leaves this file.
struct Stop
{
};

//! Reads bytes where they lie.
class Bytes final : public std::streambuf
{
public:
    explicit Bytes(QByteArray &bytes)
    {
        setg(bytes.data(), bytes.data(), bytes.data() + bytes.size());
    }
};

Place placeOf(const YAML::Mark &mark)
{
    return {.line = mark.line + 1, .column = mark.column + 1};
}

void check(bool ok)
{
    if (!ok)
        throw Stop();
}

class Events final : public YAML::EventHandler
{
public:
    Events(TreeBuilder &builder, const QByteArray &text)
        : m_builder(builder)
        , m_text(text)
    {
    }

    void OnDocumentStart(const YAML::Mark & /*mark*/) override { }

    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_builder.nameNext(anchor);
        check(m_builder.addScalar(placeOf(mark), nullTextAt(mark), false));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        check(m_builder.addAlias(placeOf(mark), anchor));
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        m_builder.nameNext(anchor);
        const auto quoted = tag == "!" || tag == "tag:yaml.org,2002:str";
        m_last = mark;
        check(m_builder.addScalar(placeOf(mark), value, quoted));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        m_builder.nameNext(anchor);
        check(m_builder.begin(Node::Kind::Sequence, placeOf(mark)));
    }

    void OnSequenceEnd() override { check(m_builder.end()); }

    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        m_builder.nameNext(anchor);
        check(m_builder.begin(Node::Kind::Mapping, placeOf(mark)));
    }

    void OnMapEnd() override { check(m_builder.end()); }

    //! Where the last scalar stands if it is a quoted one whose quote nobody closes: yaml-cpp takes
    //! the end of the file for the quote.
    std::optional<Place> openQuote() const
    {
        if (m_last.is_null() || m_last.pos < 0 || m_last.pos >= m_text.size())
            return {};
        const auto quote = m_text[m_last.pos];
        if (quote != '"' && quote != '\'')
            return {};
        for (qsizetype at = m_last.pos + 1; at < m_text.size(); ++at) {
            if (m_text[at] == quote)
                return {};
            if (quote == '"' && m_text[at] == '\\')
                ++at;
        }
        return placeOf(m_last);
    }

private:
    //! The word that stands for null, which the parser does not hand over.
    std::string_view nullTextAt(const YAML::Mark &mark) const
    {
        const std::string_view text(m_text.constData(), static_cast<std::size_t>(m_text.size()));
        if (mark.pos < 0 || static_cast<std::size_t>(mark.pos) >= text.size())
            return {};
        const auto here = text.substr(static_cast<std::size_t>(mark.pos), 4);
        if (here == "null" || here == "Null" || here == "NULL")
            return here;
        return here.substr(0, 1) == "~" ? here.substr(0, 1) : std::string_view();
    }

    TreeBuilder &m_builder;
    const QByteArray &m_text;
    YAML::Mark m_last = YAML::Mark::null_mark();
};

//! Says that there is something, and stops.
class Peek final : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &mark) override { m_place = placeOf(mark); }

    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark & /*mark*/, YAML::anchor_t /*anchor*/) override { }

    void OnAlias(const YAML::Mark & /*mark*/, YAML::anchor_t /*anchor*/) override { stop(); }

    void OnScalar(const YAML::Mark & /*mark*/, const std::string & /*tag*/,
                  YAML::anchor_t /*anchor*/, const std::string & /*value*/) override
    {
        stop();
    }

    void OnSequenceStart(const YAML::Mark & /*mark*/, const std::string & /*tag*/,
                         YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override
    {
        stop();
    }

    void OnSequenceEnd() override { }

    void OnMapStart(const YAML::Mark & /*mark*/, const std::string & /*tag*/,
                    YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override
    {
        stop();
    }

    void OnMapEnd() override { }

    std::optional<Place> found() const { return m_found ? std::optional(m_place) : std::nullopt; }

private:
    [[noreturn]] void stop()
    {
        m_found = true;
        throw Stop();
    }

    Place m_place;
    bool m_found = false;
};

//! Whether the line that the mistake stands in, or the one before, is indented by tabs: the
//! parser's own words for that lead nobody to the tab.
int tabbedLineAt(const QByteArray &text, int line)
{
    const auto isTabbed = [&text](qsizetype at) {
        while (at < text.size() && text.at(at) == ' ')
            ++at;
        return at < text.size() && text.at(at) == '\t';
    };
    qsizetype before = -1;
    qsizetype start = 0;
    for (int at = 1; at < line; ++at) {
        const auto end = text.indexOf('\n', start);
        if (end < 0)
            return 0;
        before = std::exchange(start, end + 1);
    }
    if (isTabbed(start))
        return line;
    return before >= 0 && isTabbed(before) ? line - 1 : 0;
}

void failAt(TreeBuilder &builder, const QByteArray &text, const YAML::Exception &error)
{
    const auto place = error.mark.is_null() ? Place{} : placeOf(error.mark);
    if (const auto tabbed = tabbedLineAt(text, place.line); place.line > 0 && tabbed > 0) {
        builder.fail({.line = tabbed, .column = 1}, u"document.tab"_s,
                     u"This line is indented by a tab; YAML takes only blanks"_s,
                     u"Replace the tabs at the beginning of lines by blanks"_s);
        return;
    }
    builder.fail(place, u"document.syntax"_s,
                 u"This is not YAML: %1"_s.arg(QString::fromStdString(error.msg)),
                 u"Correct the line, or the one before it"_s);
}

void noteFurtherDocuments(YAML::Parser &parser, TreeBuilder &builder)
{
    Peek peek;
    try {
        while (parser.HandleNextDocument(peek)) { }
    } catch (const Stop &) {
        builder.addFinding(
            *peek.found(), domain::Finding::Severity::Warning, u"document.several"_s,
            u"A second document begins here; only the first one of the file is used"_s,
            u"Give each document a file of its own"_s);
    } catch (const YAML::Exception &error) {
        builder.addFinding(error.mark.is_null() ? Place{} : placeOf(error.mark),
                           domain::Finding::Severity::Warning, u"document.syntax"_s,
                           u"What follows the first document is not YAML: %1"_s.arg(
                               QString::fromStdString(error.msg)),
                           u"Remove it, or give it a file of its own"_s);
    }
}

//! Runs \a read, which fills \a builder from \a text. False when escapes are in the way that YAML
//! allows and yaml-cpp does not know, unless it is the last try.
template <typename Read>
bool guarded(const QByteArray &text, TreeBuilder &builder, bool lastTry, Read read)
{
    try {
        read();
    } catch (const Stop &) {
        // The builder has said why.
    } catch (const YAML::Exception &error) {
        if (!lastTry && error.msg.find("invalid unicode") != std::string::npos)
            return false;
        failAt(builder, text, error);
    } catch (const std::exception &error) {
        builder.fail({}, u"document.syntax"_s,
                     u"The YAML parser gave up: %1"_s.arg(QString::fromUtf8(error.what())));
    }
    return true;
}

void failEmpty(TreeBuilder &builder)
{
    builder.fail({.line = 1, .column = 1}, u"document.empty"_s, u"The file holds nothing"_s,
                 u"Remove it, or fill it"_s);
}

//! Reads the next document of \a parser; false when there is none.
bool readNext(YAML::Parser &parser, TreeBuilder &builder, const QByteArray &text)
{
    Events events(builder, text);
    if (!parser.HandleNextDocument(events))
        return false;
    if (const auto open = events.openQuote())
        builder.fail(*open, u"document.syntax"_s, u"The quote that opens here is never closed"_s,
                     u"Close the quote"_s);
    return true;
}

//! Whether the text was read, or was given up.
bool parse(QByteArray text, TreeBuilder &builder, bool lastTry)
{
    Bytes bytes(text);
    std::istream stream(&bytes);
    return guarded(text, builder, lastTry, [&] {
        YAML::Parser parser(stream);
        if (!readNext(parser, builder, text) || builder.isEmpty())
            failEmpty(builder);
        else
            noteFurtherDocuments(parser, builder);
    });
}

//! The same of every document; the limits are those of all together.
bool parseAll(QByteArray text, const QString &file, Limits limits, bool lastTry,
              QList<Document> &documents)
{
    Bytes bytes(text);
    std::istream stream(&bytes);
    std::optional<YAML::Parser> parser;
    for (auto more = true; more;) {
        TreeBuilder builder(file, limits);
        more = false;
        const auto done = guarded(text, builder, lastTry, [&] {
            if (!parser)
                parser.emplace(stream);
            more = readNext(*parser, builder, text);
            if (documents.size() < mostDocuments)
                return;
            builder.fail({}, u"document.size"_s,
                         u"The file has more than %1 documents"_s.arg(mostDocuments),
                         u"Split the file"_s);
            more = false;
        });
        if (!done)
            return false;
        limits.text -= builder.expandedText();
        auto document = builder.take();
        if (document.tree)
            limits.nodes -= document.tree->nodeCount();
        // Nothing between two separators, or behind the last one, is no document.
        if (!document.findings.isEmpty() || (document.tree && !document.root().isNull()))
            documents.append(std::move(document));
    }
    return true;
}

} // namespace

Document readYaml(const QString &file, const QByteArray &bytes, const Limits &limits)
{
    constexpr auto tries = 3;
    for (auto attempt = 0;; ++attempt) {
        TreeBuilder builder(file, limits);
        auto text = cleanText(bytes, limits, builder);
        if (text && attempt > 0)
            text = withoutSurrogates(*text, attempt == tries - 1);
        if (!text || parse(*text, builder, attempt == tries - 1))
            return builder.take();
    }
}

QList<Document> readAllYaml(const QString &file, const QByteArray &bytes, const Limits &limits)
{
    constexpr auto tries = 3;
    TreeBuilder cleaning(file, limits);
    const auto clean = cleanText(bytes, limits, cleaning);
    const auto notes = cleaning.take();
    if (!clean)
        return {notes};
    QList<Document> documents;
    for (auto attempt = 0; attempt < tries; ++attempt) {
        documents.clear();
        const auto last = attempt == tries - 1;
        if (parseAll(attempt > 0 ? withoutSurrogates(*clean, last) : *clean, file, limits, last,
                     documents))
            break;
    }
    if (documents.isEmpty()) {
        TreeBuilder empty(file, limits);
        failEmpty(empty);
        documents.append(empty.take());
    }
    documents.first().findings = notes.findings + documents.constFirst().findings;
    return documents;
}

} // namespace portolan::formats::document
