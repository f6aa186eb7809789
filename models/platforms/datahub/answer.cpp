// SPDX-License-Identifier: GPL-3.0-or-later
// Pages are read twice: once as a whole by simdjson, and once by a scanner that only counts
// brackets. The scanner gives each thing's own text, with the digits it was written with; and where
// the whole is no JSON because of one broken record, the others are read from it one by one.
#include "models/platforms/datahub/answer.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

//! \a text without halves of UTF-16 pairs, which are valid JSON but no text.
QByteArray withoutLoneSurrogates(const QByteArray &text)
{
    const auto unitAt = [&text](qsizetype at) {
        bool isNumber = false;
        const auto unit = at + 6 <= text.size() && text.at(at) == '\\' && text.at(at + 1) == 'u'
            ? text.mid(at + 2, 4).toUInt(&isNumber, 16)
            : 0;
        return isNumber ? unit : 0;
    };
    auto repaired = text;
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text.at(at) != '\\')
            continue;
        const auto unit = unitAt(at);
        const bool isHigh = unit >= 0xd800 && unit < 0xdc00;
        const auto next = isHigh ? unitAt(at + 6) : 0;
        if (isHigh && next >= 0xdc00 && next < 0xe000)
            at += 11;
        else if (unit >= 0xd800 && unit < 0xe000)
            repaired.replace(at + 2, 4, "fffd");
        else
            ++at; // the escaped character begins nothing
    }
    return repaired;
}

//! Whether \a list is one of things. What a server, or what stands before it, says of itself is
//! none, and would be taken for a list without anything in it.
bool isListOfThings(const Json &list)
{
    simdjson::dom::array items;
    if (list.get(items) != simdjson::SUCCESS)
        return false;
    for (const Json item : items) {
        if (!json::isObject(item) && !json::isNull(item))
            return false;
    }
    return true;
}

bool holdsThings(const Json &root)
{
    simdjson::dom::object lists;
    if (root.get(lists) != simdjson::SUCCESS)
        return isListOfThings(root);
    if (const auto list = json::member(root, "entities"); !json::isNull(list))
        return isListOfThings(list);
    for (const auto entry : lists) {
        if (!isListOfThings(entry.value))
            return false;
    }
    return true;
}

} // namespace

std::vector<std::string_view> listedIn(std::string_view text)
{
    std::vector<std::string_view> found;
    std::vector<char> open;
    std::size_t began = 0;
    std::size_t level = 0; //!< how many brackets are open round the items; 0 while unknown
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '"':
            for (++at; at < text.size() && text[at] != '"'; ++at)
                at += text[at] == '\\' ? 1 : 0;
            break;
        case '[':
            // The first list, and those beside it, hold what was asked for.
            if (level == 0)
                level = open.size() + 1;
            open.push_back('[');
            break;
        case '{':
            if (level != 0 && open.size() == level && open.back() == '[')
                began = at;
            open.push_back('{');
            break;
        case ']':
        case '}':
            if (open.empty())
                return found;
            open.pop_back();
            if (text[at] == '}' && level != 0 && open.size() == level && open.back() == '[')
                found.push_back(text.substr(began, at - began + 1));
            break;
        default:
            break;
        }
    }
    return found;
}

Result<Answer> Answer::read(const QByteArray &body, const QString &asked)
{
    Answer answer;
    answer.m_body = body;
    auto parsed = answer.m_parser.parse(viewOf(answer.m_body), viewOf(answer.m_body));
    if (parsed.error() != simdjson::SUCCESS) {
        answer.m_body = withoutLoneSurrogates(body);
        parsed = answer.m_parser.parse(viewOf(answer.m_body), viewOf(answer.m_body));
    }
    if (parsed.get(answer.m_root) != simdjson::SUCCESS)
        return failure(Error::Kind::Protocol,
                       QString(asked % u": the answer is no JSON: "_s
                               % QString::fromUtf8(body.left(80).simplified())));
    return answer;
}

void EntityPage::add(const Json &value, std::string_view raw)
{
    Entity entity{.urn = json::text(value, "urn"), .name = {}, .json = value, .raw = raw};
    const auto name = urnOf(entity.urn);
    if (!name) {
        ++unreadable;
        findings.append({.severity = domain::Finding::Severity::Warning,
                         .rule = u"datahub.urn"_s,
                         .message = u"DataHub sent a record without a name it can be known by."_s,
                         .remedy = {}});
        return;
    }
    entity.name = *name;
    entities.push_back(std::move(entity));
}

void EntityPage::readWhole(const Json &root, const std::vector<std::string_view> &raws)
{
    std::vector<Json> values;
    const auto append = [&values](const Json &list) {
        for (const auto &item : json::items(list)) {
            if (json::isObject(item))
                values.push_back(item);
        }
    };
    if (const auto list = json::member(root, "entities"); !json::isNull(list)) {
        append(list);
    } else {
        simdjson::dom::object lists;
        if (root.get(lists) == simdjson::SUCCESS) {
            for (const auto entry : lists)
                append(entry.value);
        } else {
            append(root);
        }
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        add(values[i], values.size() == raws.size() ? raws[i] : std::string_view());
}

void EntityPage::readSingly(const std::vector<std::string_view> &raws, const QString &asked)
{
    m_parsers.reserve(raws.size()); // what is parsed lives in its parser
    for (const auto raw : raws) {
        m_parsers.emplace_back();
        Json value;
        if (m_parsers.back().parse(viewOf(m_body), raw).get(value) == simdjson::SUCCESS) {
            add(value, raw);
            continue;
        }
        ++unreadable;
        findings.append(
            {.file = asked,
             .severity = domain::Finding::Severity::Warning,
             .rule = u"datahub.record"_s,
             .message = u"A record that DataHub sent cannot be read: "_s
                 % QString::fromUtf8(raw.data(), qMin<qsizetype>(qsizetype(raw.size()), 120)),
             .remedy = u"Look at it in DataHub; the others were read."_s});
    }
}

void EntityPage::append(EntityPage other)
{
    entities.insert(entities.end(), other.entities.begin(), other.entities.end());
    findings.append(other.findings);
    unreadable += other.unreadable;
    refused.append(other.refused);
    m_others.push_back(std::move(other));
}

Result<EntityPage> EntityPage::read(const QByteArray &body, const QString &asked)
{
    EntityPage page;
    page.m_body = body;
    page.m_parsers.emplace_back();
    Json root;
    auto parsed = page.m_parsers.back().parse(viewOf(page.m_body), viewOf(page.m_body));
    if (parsed.error() != simdjson::SUCCESS) {
        page.m_body = withoutLoneSurrogates(body);
        parsed = page.m_parsers.back().parse(viewOf(page.m_body), viewOf(page.m_body));
    }
    const auto raws = listedIn(viewOf(page.m_body));
    if (parsed.get(root) == simdjson::SUCCESS) {
        if (!holdsThings(root))
            return failure(Error::Kind::Protocol, QString(asked % u": the answer is no list"_s));
        page.isListing = !json::isNull(json::member(root, "entities"));
        page.scrollId = json::text(root, "scrollId");
        bool isNumber = false;
        const auto total = json::text(root, "totalCount").toLongLong(&isNumber);
        page.total = isNumber ? total : -1;
        page.readWhole(root, raws);
        return page;
    }
    // Where the page goes on cannot be told from what is broken, so only a page whose end is whole
    // is gone on with.
    if (raws.empty() || !page.m_body.trimmed().endsWith('}'))
        return failure(Error::Kind::Protocol,
                       QString(asked % u": the answer is no JSON: "_s
                               % QString::fromUtf8(body.left(80).simplified())));
    page.m_parsers.clear();
    page.readSingly(raws, asked);
    auto rest = page.m_body;
    const auto from = raws.front().data() - page.m_body.constData();
    const auto to = raws.back().data() + raws.back().size() - page.m_body.constData();
    rest.remove(from, to - from);
    const auto frame = Answer::read(rest, asked);
    if (!frame)
        return tl::unexpected(frame.error());
    page.isListing = !json::isNull(json::member(frame->root(), "entities"));
    page.scrollId = json::text(frame->root(), "scrollId");
    page.total = json::text(frame->root(), "totalCount").toLongLong();
    return page;
}

} // namespace portolan::platforms::datahub
