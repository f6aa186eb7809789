// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/addserver.h"

#include "models/base/async.h"
#include "models/items/accountmodel.h"
#include "views/accounts/connectionfields.h"
#include "views/accounts/refusal.h"
#include "views/accounts/signinfields.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"

#include <QDialogButtonBox>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

constexpr int dialogWidth = 620;
constexpr int askedAfter = 1000; //!< ms, before which a keyring has nobody asked

QLineEdit *field(const QString &name, const QString &example)
{
    auto *line = new QLineEdit;
    line->setAccessibleName(name);
    line->setPlaceholderText(example);
    return line;
}

//! Whether \a text is on the way to an address: nothing is wrong with it yet.
bool isBeginning(const QString &text)
{
    for (const auto &scheme : {u"https://"_s, u"http://"_s}) {
        if (scheme.startsWith(text))
            return true;
    }
    return false;
}

} // namespace

AddServer::AddServer(items::AccountSource &source, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_platforms(source.platforms())
    , m_id(QUuid::createUuid())
    , m_platform(new QComboBox)
    , m_address(field(tr("Address"), {}))
    , m_name(field(tr("Name of the account"), {}))
    , m_signIn(new SignInFields(source, [this] { return entered(); }))
    , m_connection(new ConnectionFields)
    , m_more(new QToolButton)
    , m_verdict(new StatusLabel(Status::Unknown, {}))
    , m_why(new SafeLabel)
    , m_check(new QPushButton(tr("Check")))
    , m_add(new QPushButton(tr("Add and sync")))
    , m_close(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Add a server"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    build();
    for (const auto &platform : std::as_const(m_platforms))
        m_platform->addItem(items::platformText(platform.name), platform.name);
    connect(m_platform, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            setPlatform(m_platforms.at(index));
        update();
    });
    connect(m_address, &QLineEdit::textChanged, this, &AddServer::update);
    connect(m_connection, &ConnectionFields::changed, this, &AddServer::update);
    connect(m_address, &QLineEdit::textChanged, m_signIn, &SignInFields::setAddress);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_named = !text.isEmpty();
        update();
    });
    connect(m_signIn, &SignInFields::changed, this, &AddServer::update);
    connect(m_check, &QPushButton::clicked, this, [this] { check(false); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_isUnreachable)
            add();
        else
            check(true);
    });
    if (!m_platforms.isEmpty())
        setPlatform(m_platforms.first());
    onFinished(
        m_source.knownDomains({}), m_connection,
        [fields = m_connection](const QStringList &known) { fields->setKnownDomains(known); });
    update();
}

void AddServer::setPlatform(const items::PlatformChoice &platform)
{
    m_signIn->setPlatform(platform);
    m_connection->setPlatform(platform);
    m_address->setPlaceholderText(u"https://%1.example.com"_s.arg(platform.name));
    m_more->setText(platform.hasDomains ? tr("Domains, certificates and proxy")
                                        : tr("Certificates and proxy"));
    // In whose name things are decided is not hidden among certificates.
    const bool isAsked = m_connection->ownField(QStringLiteral("as")) != nullptr;
    if (isAsked && !m_more->isChecked()) {
        m_isOpenedByItself = true;
        m_more->setChecked(true);
    } else if (!isAsked && std::exchange(m_isOpenedByItself, false)) {
        m_more->setChecked(false); // whoever walks through the platforms comes by
    }
}

void AddServer::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        shrinkToFit(this);
    QDialog::showEvent(event);
}

void AddServer::build()
{
    m_platform->setAccessibleName(tr("Platform"));
    m_verdict->setGround(Ground::Window);
    m_why->setWordWrap(true);
    m_check->setAutoDefault(false);
    m_add->setDefault(true);
    auto *content = new QWidget;
    auto *grid = fieldGrid();
    addFieldRow(grid, tr("Platform"), m_platform);
    addFieldRow(grid, tr("Address"), m_address);
    addFieldRow(grid, tr("Name"), m_name);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(size::groupGap);
    inner->addLayout(grid);
    inner->addWidget(new Line(Qt::Horizontal));
    inner->addWidget(m_signIn);
    inner->addWidget(buildMore());
    inner->addStretch(1);
    auto *buttons = new QDialogButtonBox;
    m_close->setAutoDefault(false);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    buttons->addButton(m_check, QDialogButtonBox::ActionRole);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
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
    setTabOrder(m_add, m_check);
    setTabOrder(m_check, m_close);
    connect(buttons, &QDialogButtonBox::rejected, this, &AddServer::reject);
}

QWidget *AddServer::buildMore()
{
    auto *more = new QWidget;
    auto *column = new QVBoxLayout(more);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::gap);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_connection->setVisible(false);
    column->addWidget(m_more, 0, Qt::AlignLeading);
    column->addWidget(m_connection);
    connect(m_more, &QToolButton::toggled, m_connection, [this](bool on) {
        m_more->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        m_connection->setVisible(on);
        QTimer::singleShot(0, this, [this] { growToFit(this); });
    });
    return more;
}

items::ServerAccount AddServer::entered() const
{
    items::ServerAccount account;
    account.id = m_id;
    account.name = m_name->text().trimmed();
    account.platform = m_platform->currentData().toString();
    account.url = m_address->text().trimmed();
    m_connection->apply(account);
    m_signIn->apply(account);
    return account;
}

void AddServer::proposeName()
{
    if (m_named)
        return;
    const auto host = QUrl(m_address->text().trimmed(), QUrl::StrictMode).host();
    const auto first = host.section(u'.', 0, 0);
    bool isNumber = false;
    first.toInt(&isNumber);
    m_name->setText(host.isEmpty() || isNumber ? m_platform->currentData().toString() : first);
}

//! What was said about another entry no longer holds.
void AddServer::update()
{
    ++m_question;
    m_isUnreachable = false;
    proposeName();
    say(Status::Ok, {}, {});
    m_add->setText(tr("Add and sync"));
    const auto address = QUrl(m_address->text().trimmed(), QUrl::StrictMode);
    const bool isAddress = address.isValid() && !address.host().isEmpty()
        && (address.scheme() == u"https"_s || address.scheme() == u"http"_s);
    const bool isReady = isAddress && !m_name->text().trimmed().isEmpty() && m_signIn->isComplete();
    const auto complaint = m_connection->complaint();
    const bool isOffered = isReady && complaint.isEmpty() && !m_isStoring;
    m_check->setEnabled(isOffered);
    m_add->setEnabled(isOffered);
    if (!complaint.isEmpty())
        say(Status::Breach, tr("This names nobody"), complaint);
    if (!isAddress && !isBeginning(m_address->text().trimmed()))
        say(Status::Breach, tr("This is no address"), tr("Give it whole, beginning with https://"));
}

void AddServer::say(Status status, const QString &word, const QString &why)
{
    m_verdict->setStatus(status, word);
    m_verdict->setVisible(!word.isEmpty());
    m_why->setText(visibleText(why.left(500)));
    m_why->setVisible(!why.isEmpty());
    setSafeToolTip(m_why, {});
    QTimer::singleShot(0, this, [this] { growToFit(this); });
}

QString AddServer::explanation() const
{
    return m_why->isHidden() ? QString() : m_why->text();
}

void AddServer::check(bool addThen)
{
    const auto question = ++m_question;
    auto *pressed = addThen ? m_add : m_check;
    const bool isPressed = pressed->hasFocus();
    m_check->setEnabled(false);
    m_add->setEnabled(false);
    m_verdict->setStatus(Status::Info, tr("Asking the server…"));
    m_verdict->setVisible(true);
    m_why->setVisible(false);
    onFinished(
        m_source.checkServer(entered()), this,
        [this, question, addThen, pressed, isPressed](const Result<QString> &answer) {
            if (question != m_question)
                return;
            m_check->setEnabled(true);
            m_add->setEnabled(true);
            // A button that cannot be pressed loses the focus, to one that gives all up.
            if (isPressed)
                pressed->setFocus(Qt::OtherFocusReason);
            if (answer) {
                say(Status::Ok, tr("This works"), *answer);
                if (addThen)
                    add();
                return;
            }
            const auto &error = answer.error();
            say(Status::Breach, tr("This does not work"), refusalText(error, m_signIn->way()));
            setSafeToolTip(m_why, error.detail); // for who reports it
            if (error.kind == Error::Kind::Unauthorised)
                m_signIn->enterAgain();
            // Who is on a train knows that the address is right.
            m_isUnreachable = error.kind == Error::Kind::Offline
                || error.kind == Error::Kind::Unavailable
                || error.kind == Error::Kind::NetworkSignIn;
            m_add->setText(m_isUnreachable ? tr("Add without checking") : tr("Add and sync"));
        });
}

void AddServer::add()
{
    const auto account = entered();
    m_isStoring = true;
    m_check->setEnabled(false);
    m_add->setEnabled(false);
    m_close->setText(tr("Close"));
    QTimer::singleShot(askedAfter, this, [this] {
        if (m_isStoring)
            say(Status::Info, tr("Adding…"),
                tr("The keyring of this desktop may have a question."));
    });
    onFinished(m_source.addServer(account), this,
               [this, name = account.name](const Result<items::SecretPlace> &answer) {
                   m_isStoring = false;
                   if (answer) {
                       m_isAdded = true;
                       Q_EMIT added(name, *answer);
                       accept();
                       return;
                   }
                   m_check->setEnabled(true);
                   m_add->setEnabled(true);
                   m_close->setText(tr("Cancel"));
                   if (isHidden())
                       open();
                   say(Status::Breach, tr("It was not added"),
                       answer.error().kind == Error::Kind::Usage
                           ? tr("There is an account of this name already. Choose another one.")
                           : answer.error().detail);
               });
}

void AddServer::reject()
{
    // It is there already, and the keyring may have its owner asked for a while: that goes on
    // without the dialog. Dropping it now would take its secret away and leave the account.
    if (m_isStoring)
        return hide();
    if (!m_isAdded)
        m_source.dropServer(entered());
    QDialog::reject();
}

} // namespace portolan::views::accounts
