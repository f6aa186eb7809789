// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/signinfields.h"

#include "models/items/displaytext.h"
#include "views/accounts/connectionfields.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {

using items::SignInBy;

namespace {

QString wayText(SignInBy by)
{
    switch (by) {
    case SignInBy::Nobody:
        return SignInFields::tr("Not at all: it asks nobody who they are");
    case SignInBy::Token:
        return SignInFields::tr("With a token or key");
    case SignInBy::Password:
        return SignInFields::tr("With user and password");
    case SignInBy::Browser:
        return SignInFields::tr("In the browser (OpenID Connect)");
    case SignInBy::Device:
        return SignInFields::tr("With a code on another device (OpenID Connect)");
    }
    return {};
}

bool isOpenId(SignInBy by)
{
    return by == SignInBy::Browser || by == SignInBy::Device;
}

} // namespace

SignInFields::SignInFields(items::AccountSource &source,
                           std::function<items::ServerAccount()> entered, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_entered(std::move(entered))
    , m_grid(fieldGrid(this))
    , m_ways(new QComboBox)
    , m_user(new QLineEdit)
    , m_secret(new QLineEdit)
    , m_tokenPage(new LinkButton(tr("Where it is made")))
    , m_issuer(new QLineEdit)
    , m_client(new QLineEdit)
    , m_signIn(new QPushButton)
    , m_code(new SafeLabel)
    , m_state(new StatusLabel(Status::Unknown, {}))
    , m_note(new SafeLabel)
{
    openPage = [this](const QString &address) { openExternal(this, address); };
    build();
    connect(m_ways, &QComboBox::currentIndexChanged, this, &SignInFields::showWay);
    for (auto *field : {m_user, m_secret})
        connect(field, &QLineEdit::textChanged, this, &SignInFields::changed);
    for (auto *field : {m_issuer, m_client})
        connect(field, &QLineEdit::textChanged, this, &SignInFields::forgetSignIn);
    connect(m_signIn, &QPushButton::clicked, this, &SignInFields::signIn);
    connect(m_tokenPage, &QAbstractButton::clicked, this, [this] {
        const auto &page = m_platform.tokenPage;
        const bool isJoined = m_address.endsWith(u'/') || page.startsWith(u'/');
        openPage(m_address + (isJoined ? QString() : u"/"_s) + page);
    });
    connect(&m_source, &items::AccountSource::browserNeeded, this,
            [this](const QUrl &address, bool opened) {
                m_page = address;
                if (m_runs && !opened)
                    openPage(address.toString(QUrl::FullyEncoded));
                if (m_runs)
                    say(tr("Go on in the browser. It comes back here by itself."));
            });
    connect(&m_source, &items::AccountSource::codeNeeded, this, &SignInFields::showCode);
    connect(&m_source, &items::AccountSource::signInEnded, this, &SignInFields::showEnd);
}

SignInFields::~SignInFields()
{
    if (m_runs)
        m_source.stopSignIn();
}

void SignInFields::build()
{
    m_ways->setAccessibleName(tr("How to sign in"));
    m_user->setAccessibleName(tr("User"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_issuer->setAccessibleName(tr("Address of the OpenID provider"));
    m_issuer->setPlaceholderText(u"https://login.example.com/realms/data"_s);
    m_client->setAccessibleName(tr("Client id"));
    m_client->setPlaceholderText(tr("As the platform team registered Portolan there"));
    m_signIn->setAutoDefault(false);
    m_code->setTextFont(Text::Title, true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_state->setGround(Ground::Window);
    m_note->setWordWrap(true);
    auto row = [this, at = 0](const QString &label, QWidget *field) mutable {
        auto *name = new SafeLabel(label);
        name->setBuddy(field);
        name->setObjectName(u"label"_s);
        m_grid->addWidget(name, at, 0);
        m_grid->addWidget(field, at, 1);
        ++at;
    };
    row(tr("Sign in"), m_ways);
    row(tr("User"), m_user);
    row(tr("Token"), m_secret);
    row({}, m_tokenPage);
    row(tr("Provider"), m_issuer);
    row(tr("Client id"), m_client);
    row({}, m_signIn);
    row({}, m_code);
    row({}, m_state);
    row({}, m_note);
    m_grid->setAlignment(m_tokenPage, Qt::AlignLeading);
    m_grid->setAlignment(m_signIn, Qt::AlignLeading);
}

void SignInFields::setPlatform(const items::PlatformChoice &platform)
{
    m_platform = platform;
    const QSignalBlocker quiet(m_ways);
    m_ways->clear();
    for (const auto by : platform.ways)
        m_ways->addItem(wayText(by), int(by));
    showWay();
}

void SignInFields::setAddress(const QString &address)
{
    m_address = address;
    while (m_address.endsWith(u'/'))
        m_address.chop(1);
    showWay();
}

void SignInFields::setAccount(const items::ServerAccount &account)
{
    m_issuer->setText(account.issuer);
    m_client->setText(account.clientId);
    m_user->setText(account.user);
    const int at = m_ways->findData(int(account.by));
    if (at >= 0)
        m_ways->setCurrentIndex(at);
    setAddress(account.url);
}

SignInBy SignInFields::way() const
{
    return SignInBy(m_ways->currentData().toInt());
}

void SignInFields::showWay()
{
    const auto by = way();
    const auto show = [this](QWidget *field, bool shown) {
        const int at = m_grid->indexOf(field);
        int row = 0;
        int column = 0;
        int rows = 0;
        int columns = 0;
        m_grid->getItemPosition(at, &row, &column, &rows, &columns);
        m_grid->itemAtPosition(row, 0)->widget()->setVisible(shown);
        field->setVisible(shown);
    };
    const bool isSecret = by == SignInBy::Token || by == SignInBy::Password;
    show(m_ways, m_ways->count() > 1); // one alone is no choice
    show(m_user, by == SignInBy::Password);
    show(m_secret, isSecret);
    const auto secret = by == SignInBy::Password ? tr("Password") : tr("Token");
    m_secret->setAccessibleName(secret);
    for (auto *label : findChildren<SafeLabel *>(u"label"_s)) {
        if (label->buddy() == m_secret)
            label->setText(secret);
    }
    show(m_tokenPage,
         by == SignInBy::Token && !m_platform.tokenPage.isEmpty() && !m_address.isEmpty());
    show(m_issuer, isOpenId(by));
    show(m_client, isOpenId(by));
    show(m_signIn, isOpenId(by));
    m_signIn->setText(by == SignInBy::Device ? tr("Get a code") : tr("Open the browser"));
    m_signIn->setIcon(icon(u"open-external"_s));
    show(m_code, isOpenId(by) && !m_code->text().isEmpty());
    show(m_state, isOpenId(by) && m_isSignedIn);
    show(m_note, isOpenId(by) && !m_note->text().isEmpty());
    Q_EMIT changed();
}

bool SignInFields::isComplete() const
{
    switch (way()) {
    case SignInBy::Nobody:
        return true;
    case SignInBy::Token:
        return !m_secret->text().isEmpty();
    case SignInBy::Password:
        return !m_secret->text().isEmpty() && !m_user->text().trimmed().isEmpty();
    case SignInBy::Browser:
    case SignInBy::Device:
        return m_isSignedIn;
    }
    return false;
}

void SignInFields::apply(items::ServerAccount &account) const
{
    account.by = way();
    account.user = m_user->text().trimmed();
    const bool isSecret = account.by == SignInBy::Token || account.by == SignInBy::Password;
    // A token that was copied often brings a line end along; passwords may end in spaces.
    const auto typed =
        account.by == SignInBy::Token ? m_secret->text().trimmed() : m_secret->text();
    account.secret = isSecret && !typed.isEmpty() ? Secret(typed.toUtf8()) : Secret();
    account.issuer = m_issuer->text().trimmed();
    account.clientId = m_client->text().trimmed();
}

void SignInFields::enterAgain()
{
    QWidget *first = m_secret;
    if (m_secret->isHidden())
        first = m_signIn->isHidden() ? static_cast<QWidget *>(m_ways) : m_signIn;
    first->setFocus(Qt::OtherFocusReason);
    m_secret->selectAll();
}

void SignInFields::say(const QString &text)
{
    m_note->setText(visibleText(text.left(500)));
    showWay();
}

void SignInFields::signIn()
{
    auto account = m_entered();
    apply(account);
    m_isSignedIn = false;
    m_code->clear();
    if (account.issuer.isEmpty() || account.clientId.isEmpty()) {
        say(tr("Give the provider's address and the client id first. The platform team knows "
               "both."));
        return;
    }
    m_runs = true;
    say(tr("Asking the provider…"));
    m_source.signIn(account);
}

//! Who signed in did so somewhere else than what is entered now.
void SignInFields::forgetSignIn()
{
    if (std::exchange(m_runs, false))
        m_source.stopSignIn();
    m_isSignedIn = false;
    m_code->clear();
    say({});
}

void SignInFields::showCode(const QString &code, const QUrl &page)
{
    if (!m_runs)
        return;
    m_code->setText(visibleText(code.left(64)));
    say(tr("Type this code at %1. Type no code that somebody else sent you.")
            .arg(page.toString(QUrl::FullyEncoded)));
}

void SignInFields::showEnd(const Result<QString> &who)
{
    if (!m_runs)
        return;
    m_runs = false;
    m_code->clear();
    m_isSignedIn = who.has_value();
    m_hasSignedIn = m_hasSignedIn || m_isSignedIn;
    if (who) {
        m_state->setStatus(Status::Ok, tr("Signed in as %1").arg(items::oneLine(*who, 80)));
        say({});
    } else {
        say(ui::errorText(who.error().kind).what + u' ' + who.error().detail);
    }
}

} // namespace portolan::views::accounts
