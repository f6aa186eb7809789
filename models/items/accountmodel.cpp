// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accountmodel.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

int SyncProgress::percent() const
{
    return total > 0 ? static_cast<int>(std::clamp<qint64>(done * 100 / total, 0, 100)) : -1;
}

QString placeText(const AccountFacts &account)
{
    const auto home = QDir::homePath();
    if (account.isFolder && home.size() > 1
        && (account.place == home || account.place.startsWith(home + u'/')))
        return oneLine(u'~' + account.place.mid(home.size()));
    return oneLine(account.place);
}

QString platformText(const QString &platform)
{
    if (platform == u"files"_s)
        return QCoreApplication::translate("Accounts", "Files");
    if (platform == u"demo"_s)
        return QCoreApplication::translate("Accounts", "Files, built in");
    static const std::pair<QString, QString> names[] = {
        {u"datahub"_s, u"DataHub"_s},       {u"openmetadata"_s, u"OpenMetadata"_s},
        {u"marquez"_s, u"Marquez"_s},       {u"entropy-data"_s, u"Entropy Data"_s},
        {u"opa"_s, u"Open Policy Agent"_s},
    };
    for (const auto &[name, text] : names) {
        if (name == platform)
            return text;
    }
    return platform;
}

QString readingText(const QString &what)
{
    struct Word
    {
        const char *text;
        QStringList natives; //!< in lower case
    };

    static const Word words[] = {
        {QT_TRANSLATE_NOOP("Accounts", "people"), {u"corpuser"_s, u"user"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "teams"), {u"corpgroup"_s, u"team"_s, u"teams"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "domains"), {u"domain"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "tags"), {u"tag"_s, u"tags"_s, u"classification"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "business terms"),
         {u"glossary"_s, u"glossaryterm"_s, u"glossarynode"_s, u"definitions"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "data products"), {u"dataproduct"_s, u"dataproducts"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "contracts"), {u"datacontract"_s, u"datacontracts"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "tables"), {u"dataset"_s, u"table"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "topics"), {u"topic"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "databases, schemas and buckets"), {u"container"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "files and sheets"),
         {u"directory"_s, u"file"_s, u"spreadsheet"_s, u"worksheet"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "search indexes"), {u"searchindex"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "stored procedures"), {u"storedprocedure"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "interfaces"), {u"apiendpoint"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "metrics"), {u"metric"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "notebooks"), {u"notebook"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "source systems"), {u"sourcesystems"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "dashboards"),
         {u"dashboard"_s, u"chart"_s, u"dashboarddatamodel"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "pipelines and jobs"),
         {u"pipeline"_s, u"dataflow"_s, u"datajob"_s, u"jobs"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "models"),
         {u"mlmodel"_s, u"mlmodelgroup"_s, u"mlfeature"_s, u"mlfeaturetable"_s, u"mlprimarykey"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "checks"),
         {u"assertion"_s, u"testcase"_s, u"test-results"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "incidents"), {u"incident"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "lineage"), {u"lineage"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "changes"), {u"changes"_s, u"events"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "links between things"), {u"arrows"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "everything anew"), {u"everything"_s}},
        {QT_TRANSLATE_NOOP("Accounts", "building the search index"),
         {u"building the search index"_s}},
    };
    for (const auto &word : words) {
        if (word.natives.contains(what.toLower()))
            return QCoreApplication::translate("Accounts", word.text);
    }
    return oneLine(what, 120);
}

QString signInText(SignInState state)
{
    switch (state) {
    case SignInState::NotNeeded:
    case SignInState::Unknown:
        break;
    case SignInState::SignedIn:
        return QCoreApplication::translate("Accounts", "Signed in");
    case SignInState::TokenNeeded:
        return QCoreApplication::translate("Accounts", "Token needed");
    case SignInState::SignedOut:
        return QCoreApplication::translate("Accounts", "Signed out");
    case SignInState::KeyringLocked:
        return QCoreApplication::translate("Accounts", "Keyring locked");
    }
    return {};
}

bool isSignInNeeded(SignInState state)
{
    return state == SignInState::TokenNeeded || state == SignInState::SignedOut
        || state == SignInState::KeyringLocked;
}

AccountModel::AccountModel(AccountSource &source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
{
    connect(&source, &AccountSource::changed, this, &AccountModel::refresh);
    connect(&source, &AccountSource::syncStarted, this, [this](const QString &account) {
        m_running.insert(account, {});
        changedRow(account);
    });
    connect(&source, &AccountSource::syncProgressed, this,
            [this](const QString &account, qint64 done, qint64 total, const QString &what) {
                m_running.insert(account, {done, total, what});
                changedRow(account);
            });
    connect(&source, &AccountSource::syncFinished, this,
            [this](const QString &account, const PullFigures &figures) {
                m_running.remove(account);
                m_figures.insert(account, figures);
                changedRow(account);
                refresh();
            });
    connect(&source, &AccountSource::syncFailed, this, [this] {
        m_running.clear();
        refresh();
    });
}

void AccountModel::refresh()
{
    const auto question = ++m_question;
    onFinished(m_source.accounts(), this, [this, question](Result<QList<AccountFacts>> answer) {
        if (question != m_question)
            return;
        m_loaded = true;
        m_error = answer ? Error() : answer.error();
        if (answer)
            take(*std::move(answer));
        Q_EMIT refreshed();
    });
}

void AccountModel::take(QList<AccountFacts> accounts)
{
    const bool sameRows =
        std::equal(accounts.cbegin(), accounts.cend(), m_accounts.cbegin(), m_accounts.cend(),
                   [](const auto &left, const auto &right) { return left.id == right.id; });
    if (!sameRows) {
        beginResetModel();
        m_accounts = std::move(accounts);
        endResetModel();
    } else if (accounts != m_accounts) {
        m_accounts = std::move(accounts);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void AccountModel::changedRow(const QString &account)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_accounts.at(row).name == account)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

const AccountFacts *AccountModel::accountAt(int row) const
{
    return row >= 0 && row < m_accounts.size() ? &m_accounts.at(row) : nullptr;
}

int AccountModel::rowOf(const QUuid &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_accounts.at(row).id == id)
            return row;
    }
    return -1;
}

const SyncProgress *AccountModel::progressOf(const QString &account) const
{
    const auto found = m_running.constFind(account);
    return found == m_running.cend() ? nullptr : &*found;
}

const PullFigures *AccountModel::figuresOf(const QString &account) const
{
    const auto found = m_figures.constFind(account);
    return found == m_figures.cend() ? nullptr : &*found;
}

AccountModel::State AccountModel::stateOf(const AccountFacts &account) const
{
    if (progressOf(account.name))
        return State::Syncing;
    if (isSignInNeeded(account.signIn))
        return State::SignInNeeded;
    if (account.state == u"failed"_s)
        return State::Failed;
    if (account.state == u"partial"_s)
        return State::Partial;
    if (account.state.isEmpty())
        return State::Waiting;
    return account.problems > 0 ? State::SyncedWithProblems : State::Synced;
}

QString AccountModel::stateText(const AccountFacts &account) const
{
    switch (stateOf(account)) {
    case State::Waiting:
        return tr("Not synced yet");
    case State::Syncing: {
        const auto percent = progressOf(account.name)->percent();
        return percent < 0 ? tr("Syncing") : tr("Syncing %1 %").arg(percent);
    }
    case State::Synced:
        return tr("Synced");
    case State::SyncedWithProblems:
        return tr("Synced, %n problem(s)", nullptr, account.problems);
    case State::Partial:
        return tr("Partly synced");
    case State::SignInNeeded:
        return signInText(account.signIn);
    case State::Failed:
        break;
    }
    return tr("Sync failed");
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &account = m_accounts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(account.name);
    case Qt::AccessibleTextRole:
        return QString(oneLine(account.name) + u", "_s + stateText(account));
    case IdRole:
        return account.id;
    case PlatformTextRole:
        return QString(account.platform == u"demo"_s
                           ? platformText(account.platform)
                           : platformText(account.platform) + u" · "_s + placeText(account));
    case StateRole:
        return static_cast<int>(stateOf(account));
    case StateTextRole:
        return stateText(account);
    case LastSyncRole:
        return account.lastSync;
    case IsFolderRole:
        return account.isFolder;
    default:
        return {};
    }
}

QHash<int, QByteArray> AccountModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "id"},
                  {PlatformTextRole, "platformText"},
                  {StateRole, "state"},
                  {StateTextRole, "stateText"},
                  {LastSyncRole, "lastSync"},
                  {IsFolderRole, "isFolder"}});
    return names;
}

} // namespace portolan::items
