// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/folderplatform.h"

#include "models/formats/workspace/workspace.h"
#include "models/platforms/folderactions.h"
#include "models/platforms/folderwatch.h"
#include "models/platforms/gitfolder.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

using formats::workspace::Survey;
using formats::workspace::Workspace;

//! Text of this file for people.
class FolderText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::platforms::FolderPlatform)

public:
    //! "3 products, 7 contracts, 1 dbt manifest"
    static QString found(const Survey &survey)
    {
        QStringList parts;
        if (survey.products > 0)
            parts.append(tr("%n product(s)", nullptr, survey.products));
        if (survey.contracts > 0)
            parts.append(tr("%n contract(s)", nullptr, survey.contracts));
        if (survey.manifests > 0)
            parts.append(tr("%n dbt manifest(s)", nullptr, survey.manifests));
        if (survey.catalogs > 0)
            parts.append(tr("%n dbt catalog(s)", nullptr, survey.catalogs));
        if (survey.eventFiles > 0)
            parts.append(tr("%n file(s) of OpenLineage events", nullptr, survey.eventFiles));
        if (survey.resultFiles > 0)
            parts.append(tr("%n file(s) of quality results", nullptr, survey.resultFiles));
        if (survey.objectives > 0)
            parts.append(tr("%n service level objective(s)", nullptr, survey.objectives));
        if (survey.problems > 0)
            parts.append(tr("%n problem(s)", nullptr, survey.problems));
        return parts.isEmpty()
            ? tr("The folder has no products, contracts, dbt artifacts or events yet.")
            : parts.join(u", "_s);
    }
};

// Facts that one page carries: as much as the writer of the store does in one step.
constexpr qsizetype mostEvidence = 5000;

//! Hands \a evidence over in pages. The last one says until when was looked: what it speaks of is
//! kept by then, also where a pull ends in between.
Result<void> handOver(PageSink &sink, domain::Evidence evidence)
{
    // In the order of time no page makes the writer go over what the one before wrote.
    if (evidence.runs.size() > mostEvidence)
        std::stable_sort(evidence.runs.begin(), evidence.runs.end(),
                         [](const auto &left, const auto &right) { return left.at < right.at; });
    const auto pages = [&sink](const auto &facts, auto member) -> Result<void> {
        for (qsizetype from = 0; from < facts.size(); from += mostEvidence) {
            domain::Evidence part;
            part.*member = facts.mid(from, mostEvidence);
            if (auto done = sink.page({.evidence = std::move(part)}); !done)
                return done;
        }
        return {};
    };
    if (auto done = pages(evidence.runs, &domain::Evidence::runs); !done)
        return done;
    if (auto done = pages(evidence.updates, &domain::Evidence::updates); !done)
        return done;
    return pages(evidence.observations, &domain::Evidence::observations);
}

class FolderSession final : public Session
{
public:
    FolderSession(const QString &folder, const Clock &clock)
        : m_folder(folder)
        , m_workspace(folder)
        , m_actions(folder)
        , m_clock(clock)
    {
    }

    Result<PullResult> pull(const QByteArray &cursor, bool full, PageSink &sink) override
    {
        auto apart = sink.namesApart();
        if (!apart)
            return tl::unexpected(apart.error());
        const GitFolder git(m_folder);
        std::optional<QHash<QString, QByteArray>> held; // asked for once somebody wants to know
        const formats::workspace::Listener listener{
            .take =
                [&sink](QList<domain::Record> records) {
                    return sink.page({.records = std::move(records), .removed = {}});
                },
            .takeFormer =
                [&sink](QList<domain::Record> records) {
                    return sink.page(
                        {.records = std::move(records), .removed = {}, .former = true});
                },
            .takeEvidence =
                [&sink, now = m_clock.now()](domain::Evidence evidence) {
                    // Nobody has looked yet at what is to come, whatever a clock elsewhere says.
                    for (auto &observation : evidence.observations)
                        observation.until = std::min(observation.until, now);
                    return handOver(sink, std::move(evidence));
                },
            .isCancelled = [&sink] { return sink.isCancelled(); },
            .isShared =
                [&git, &held](const QString &path, const QByteArray &bytes) {
                    if (git.directory().isEmpty())
                        return true; // whoever sees the folder sees the file
                    if (!held)
                        held = git.heldBelow(u"access"_s);
                    const auto name = held->value(path);
                    return !name.isEmpty() && GitFolder::nameOf(bytes, name) == name;
                },
            .recall = [&sink] { return sink.notes(); },
            .apart = *std::move(apart),
            .revision = git.head(),
            .progress = [&sink](qint64 done, qint64 total,
                                const QString &what) { sink.progress(done, total, what); }};
        auto reading = m_workspace.read(cursor, full, listener);
        if (!reading)
            return tl::unexpected(reading.error());
        // Last: what is noted as known has to be stored before.
        if (!reading->notes.isEmpty()) {
            if (auto noted = sink.page({.notes = std::move(reading->notes)}); !noted)
                return tl::unexpected(noted.error());
        }
        return PullResult{.unchanged = reading->unchanged,
                          .complete = !reading->unchanged && reading->whole,
                          .seen = std::move(reading->seen),
                          .cursor = std::move(reading->cursor),
                          .findings = std::move(reading->findings),
                          .slos = std::move(reading->slos),
                          .access = reading->unchanged ? std::optional<domain::AccessBook>()
                                                       : std::optional(std::move(reading->access))};
    }

    ActionPort *actions() override { return &m_actions; }

private:
    QString m_folder;
    Workspace m_workspace;
    FolderActions m_actions;
    const Clock &m_clock;
};

} // namespace

FolderPlatform::FolderPlatform(QString name, FolderOf folderOf)
    : m_name(std::move(name))
    , m_folderOf(std::move(folderOf))
{
}

Capabilities FolderPlatform::capabilities() const
{
    return Capability::Catalogue | Capability::Lineage | Capability::Quality | Capability::Files
        | Capability::AccessRequests | Capability::Policies;
}

Result<QString> FolderPlatform::check(const AccountSettings &settings, const Services &) const
{
    const auto folder = m_folderOf(settings);
    if (!folder)
        return folder;
    Workspace workspace(*folder);
    const auto survey = workspace.survey([] { return false; });
    if (!survey)
        return tl::unexpected(survey.error());
    return FolderText::found(*survey);
}

Result<std::unique_ptr<Session>> FolderPlatform::open(const AccountSettings &settings,
                                                      const Services &services) const
{
    const auto folder = m_folderOf(settings);
    if (!folder)
        return tl::unexpected(folder.error());
    return std::make_unique<FolderSession>(*folder, services.clock);
}

domain::Actor FolderPlatform::actor(const AccountSettings &settings) const
{
    const auto said = Platform::actor(settings);
    const auto folder = m_folderOf(settings);
    return !said.email.isEmpty() || !folder ? said : GitFolder(*folder).user();
}

std::unique_ptr<QObject> FolderPlatform::watch(const AccountSettings &settings,
                                               std::function<void()> changed) const
{
    const auto folder = m_folderOf(settings);
    if (!folder)
        return nullptr;
    return std::make_unique<FolderWatch>(*folder, std::move(changed));
}

} // namespace portolan::platforms
