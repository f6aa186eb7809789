// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/editserver.h"

#include "models/base/async.h"
#include "models/items/accountmodel.h"
#include "models/items/displaytext.h"
#include "views/accounts/connectionfields.h"
#include "views/accounts/refusal.h"
#include "views/shared/blocks.h"
#include "views/shared/labels.h"
#include "views/shared/safetext.h"

#include <QDialogButtonBox>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace portolan::views::accounts {
namespace {

constexpr int dialogWidth = 620;
constexpr int askedAfter = 1000; //!< ms, before which a keyring has nobody asked

} // namespace

EditServer::EditServer(items::AccountSource &source, items::ServerAccount account,
                       const items::PlatformChoice &platform, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_account(std::move(account))
    , m_name(new QLineEdit(m_account.name))
    , m_verdict(new StatusLabel(Status::Unknown, {}))
    , m_why(new SafeLabel)
    , m_save(new QPushButton(tr("Save")))
    , m_close(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Edit %1").arg(items::oneLine(m_account.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    build(platform);
    m_shown = entered();
    connect(m_name, &QLineEdit::textChanged, this, &EditServer::update);
    if (m_fields != nullptr)
        connect(m_fields, &ConnectionFields::changed, this, &EditServer::update);
    connect(m_save, &QPushButton::clicked, this, &EditServer::save);
    update();
}

void EditServer::build(const items::PlatformChoice &platform)
{
    m_name->setAccessibleName(tr("Name of the account"));
    m_verdict->setGround(Ground::Window);
    m_why->setWordWrap(true);
    m_save->setDefault(true);
    auto *content = new QWidget;
    auto *grid = fieldGrid();
    addFieldRow(grid, tr("Name"), m_name);
    auto *place = new ElidedLabel(Elide::Name);
    place->setText(m_account.folder.isEmpty() ? m_account.url : m_account.folder);
    addFieldRow(grid, m_account.folder.isEmpty() ? tr("Address") : tr("Folder"), place);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(size::groupGap);
    inner->addLayout(grid);
    if (m_account.folder.isEmpty()) {
        m_fields = new ConnectionFields;
        m_fields->setPlatform(platform);
        m_fields->setAccount(m_account);
        onFinished(
            m_source.knownDomains(m_account.id), m_fields,
            [fields = m_fields](const QStringList &known) { fields->setKnownDomains(known); });
        inner->addWidget(new Line(Qt::Horizontal));
        inner->addWidget(m_fields);
    }
    inner->addStretch(1);
    auto *buttons = new QDialogButtonBox;
    m_close->setAutoDefault(false);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, size::page, size::page, size::page);
    column->setSpacing(size::groupGap);
    column->addWidget(new FieldsScroll(content), 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(size::unit);
    words->addWidget(m_verdict);
    words->addWidget(m_why);
    column->addLayout(words);
    column->addWidget(buttons);
    setTabOrder(m_save, m_close);
    connect(buttons, &QDialogButtonBox::rejected, this, &EditServer::reject);
}

items::ServerAccount EditServer::entered() const
{
    auto account = m_account;
    account.name = m_name->text().trimmed();
    if (m_fields != nullptr)
        m_fields->apply(account);
    return account;
}

bool EditServer::isOnlyRenamed(const items::ServerAccount &entered) const
{
    return entered.keyPassword.isEmpty() && entered.proxyPassword.isEmpty()
        && entered.caFile == m_shown.caFile
        && entered.clientCertificate == m_shown.clientCertificate
        && entered.clientKey == m_shown.clientKey && entered.proxy == m_shown.proxy
        && entered.proxyUser == m_shown.proxyUser && entered.domains == m_shown.domains
        && entered.own == m_shown.own;
}

//! What was said about another entry no longer holds.
void EditServer::update()
{
    ++m_question;
    m_isRefused = false;
    say(Status::Ok, {}, {});
    m_save->setText(tr("Save"));
    m_save->setAutoDefault(true);
    m_save->setDefault(true);
    const auto complaint = m_fields != nullptr ? m_fields->complaint() : QString();
    m_save->setEnabled(!m_isStoring && !m_name->text().trimmed().isEmpty() && complaint.isEmpty());
    if (!complaint.isEmpty())
        say(Status::Breach, tr("This names nobody"), complaint);
}

void EditServer::say(Status status, const QString &word, const QString &why)
{
    m_verdict->setStatus(status, word);
    m_verdict->setVisible(!word.isEmpty());
    m_why->setText(visibleText(why.left(500)));
    m_why->setVisible(!why.isEmpty());
    setSafeToolTip(m_why, {});
    QTimer::singleShot(0, this, [this] { growToFit(this); });
}

QString EditServer::explanation() const
{
    return m_why->isHidden() ? QString() : m_why->text();
}

void EditServer::save()
{
    const auto account = entered();
    if (m_isRefused || isOnlyRenamed(account))
        return store();
    const auto question = ++m_question;
    m_save->setEnabled(false);
    m_verdict->setStatus(Status::Info, tr("Asking the server…"));
    m_verdict->setVisible(true);
    m_why->setVisible(false);
    onFinished(m_source.tryServer(account), this, [this, question](const Result<QString> &answer) {
        if (question != m_question)
            return;
        m_save->setEnabled(true);
        if (answer)
            return store();
        const auto &error = answer.error();
        say(Status::Breach, tr("This does not work"), refusalText(error, items::SignInBy::Browser));
        setSafeToolTip(m_why, error.detail); // for who reports it
        // Nothing was stored. Who knows that the server comes back can say so.
        m_isRefused = true;
        m_save->setText(tr("Save without checking"));
        // No key that was meant for a field does that.
        m_save->setDefault(false);
        m_save->setAutoDefault(false);
    });
}

void EditServer::store()
{
    const auto account = entered();
    const bool isSecretNew = !account.keyPassword.isEmpty() || !account.proxyPassword.isEmpty();
    m_isStoring = true;
    m_save->setEnabled(false);
    m_close->setText(tr("Close"));
    QTimer::singleShot(askedAfter, this, [this] {
        if (m_isStoring)
            say(Status::Info, tr("Saving…"),
                tr("The keyring of this desktop may have a question."));
    });
    onFinished(m_source.changeServer(account), this,
               [this, name = account.name, isSecretNew](const Result<items::SecretPlace> &answer) {
                   m_isStoring = false;
                   if (answer) {
                       m_isStored = true;
                       Q_EMIT changed(name, *answer, isSecretNew);
                       accept();
                       return;
                   }
                   m_save->setEnabled(true);
                   m_close->setText(tr("Cancel"));
                   if (isHidden())
                       open();
                   say(Status::Breach, tr("It was not saved"),
                       answer.error().kind == Error::Kind::Usage
                           ? tr("There is an account of this name already. Choose another one.")
                           : refusalText(answer.error(), items::SignInBy::Browser));
               });
}

void EditServer::reject()
{
    // Half of it would stay: the account as it is now, with the passwords of before. The keyring
    // may have its owner asked for a while: that goes on without the dialog.
    if (m_isStoring)
        return hide();
    if (!m_isStored)
        m_source.leaveServer(m_account.id);
    QDialog::reject();
}

} // namespace portolan::views::accounts
