// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/connectionfields.h"

#include "models/domain/approval.h"
#include "views/shared/icons.h"
#include "views/shared/safetext.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

// A menu with more is no choice; who keeps others types them.
constexpr qsizetype mostOffered = 40;

const QString whoActs = u"as"_s; // the setting that says in whose name things are decided

//! What the setting is called; the adapter's own word where nobody translated it.
QString titleOf(const items::OwnSetting &setting)
{
    if (setting.name == u"requestPath"_s)
        return ConnectionFields::tr("Policy on requests");
    if (setting.name == u"productPath"_s)
        return ConnectionFields::tr("Policy on products");
    if (setting.name == whoActs)
        return ConnectionFields::tr("Who acts");
    return visibleText(setting.title);
}

} // namespace

QWidget *addFieldRow(QGridLayout *grid, const QString &name, QWidget *field, QWidget *buddy)
{
    const int row = grid->rowCount();
    auto *label = new SafeLabel(name);
    label->setBuddy(buddy != nullptr ? buddy : field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    return label;
}

QGridLayout *fieldGrid(QWidget *parent)
{
    auto *grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::gap);
    grid->setVerticalSpacing(size::gap);
    grid->setColumnStretch(1, 1);
    // Grids stand under each other, with larger text as well.
    const int longest = QFontMetrics(fontOf(Text::Body))
                            .horizontalAdvance(ConnectionFields::tr("Client certificate"));
    grid->setColumnMinimumWidth(0, std::max(fieldNameWidth, longest));
    return grid;
}

ConnectionFields::ConnectionFields(QWidget *parent)
    : QWidget(parent)
    , m_grid(fieldGrid())
    , m_ownPart(new QWidget)
    , m_ca(field(tr("Certificate of the organisation"), tr("A PEM file, with its whole path")))
    , m_certificate(field(tr("Client certificate"), tr("A PEM file, for mutual TLS")))
    , m_key(field(tr("Client key"), tr("A PEM file; empty when it is in the certificate's")))
    , m_keyPassword(passwordField(tr("Password of the client key")))
    , m_proxies(new QComboBox)
    , m_proxy(field(tr("Address of the proxy"), u"http://proxy.example.com:3128"_s))
    , m_proxyUser(field(tr("User at the proxy"), tr("Empty where it asks for none")))
    , m_proxyPassword(passwordField(tr("Password at the proxy")))
    , m_domains(field(tr("Domains to keep"), tr("All; or names with commas between them")))
    , m_chooseDomains(new QPushButton(tr("Choose…")))
{
    build();
    connect(m_certificate, &QLineEdit::textChanged, this, &ConnectionFields::showWhatMatters);
    connect(m_proxies, &QComboBox::currentIndexChanged, this, [this] {
        showWhatMatters();
        Q_EMIT changed();
    });
    showWhatMatters();
}

QLineEdit *ConnectionFields::field(const QString &name, const QString &example)
{
    auto *line = new QLineEdit;
    line->setAccessibleName(name);
    line->setPlaceholderText(example);
    connect(line, &QLineEdit::textChanged, this, &ConnectionFields::changed);
    return line;
}

QLineEdit *ConnectionFields::passwordField(const QString &name)
{
    auto *line = field(name, tr("Empty where it has none"));
    line->setEchoMode(QLineEdit::Password);
    return line;
}

//! \a line with a button that looks for the file. Without a focus proxy: behind its own child in
//! the order of the tab key, that would lead back to it for ever.
QWidget *ConnectionFields::fileRow(QLineEdit *line)
{
    auto *part = new QWidget;
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose: %1").arg(line->accessibleName()));
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::gap);
    row->addWidget(line, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, line] {
        auto *dialog = new QFileDialog(this, line->accessibleName(), line->text(),
                                       tr("Certificates and keys (*.pem *.crt *.cer *.key)")
                                           + u";;"_s + tr("All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    return part;
}

//! The domains with a button that offers those that are known.
QWidget *ConnectionFields::domainsRow()
{
    auto *part = new QWidget;
    m_chooseDomains->setAutoDefault(false);
    m_chooseDomains->setAccessibleName(tr("Choose: %1").arg(m_domains->accessibleName()));
    m_chooseDomains->setMenu(new QMenu(m_chooseDomains));
    m_chooseDomains->setVisible(false);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::gap);
    row->addWidget(m_domains, 1);
    row->addWidget(m_chooseDomains);
    return part;
}

QStringList ConnectionFields::domains() const
{
    QStringList names;
    const auto parts = m_domains->text().split(u',', Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        if (!part.trimmed().isEmpty())
            names.append(part.trimmed());
    }
    return names;
}

void ConnectionFields::keepDomain(const QString &domain, bool on)
{
    auto names = domains();
    names.removeAll(domain);
    if (on)
        names.append(domain);
    m_domains->setText(names.join(u", "_s));
}

void ConnectionFields::setKnownDomains(const QStringList &domains)
{
    auto *menu = m_chooseDomains->menu();
    menu->clear();
    for (const auto &domain : domains.first(std::min(mostOffered, domains.size()))) {
        // A comma would be read as the end of the name.
        if (domain.contains(u',') || domain.trimmed() != domain || domain.isEmpty())
            continue;
        auto *action = menu->addAction(visibleText(domain).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, domain](bool on) { keepDomain(domain, on); });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, domain] { action->setChecked(this->domains().contains(domain)); });
    }
    m_chooseDomains->setVisible(!menu->isEmpty());
}

void ConnectionFields::build()
{
    m_proxies->setAccessibleName(tr("Proxy"));
    m_proxies->addItem(tr("As the environment says"), FromEnvironment);
    m_proxies->addItem(tr("None"), NoProxy);
    m_proxies->addItem(tr("This one"), ThisProxy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::gap);
    column->addWidget(m_ownPart);
    column->addLayout(m_grid);
    m_ownPart->setVisible(false);
    const auto row = [this](const QString &name, QWidget *field, QWidget *buddy = nullptr) {
        m_rows.append(
            std::pair<QWidget *, QWidget *>(addFieldRow(m_grid, name, field, buddy), field));
    };
    row(tr("Domains to keep"), domainsRow(), m_domains);
    row(tr("Own authority"), fileRow(m_ca), m_ca);
    row(tr("Client certificate"), fileRow(m_certificate), m_certificate);
    row(tr("Client key"), fileRow(m_key), m_key);
    row(tr("Key password"), m_keyPassword);
    row(tr("Proxy"), m_proxies);
    row(tr("Address"), m_proxy);
    row(tr("User"), m_proxyUser);
    row(tr("Password"), m_proxyPassword);
    orderTabs();
}

//! Fields come with the tab key as they stand, each with its button behind it.
void ConnectionFields::orderTabs()
{
    QWidget *before = m_domains;
    const auto next = [&before](QWidget *widget) {
        setTabOrder(std::exchange(before, widget), widget);
    };
    next(m_chooseDomains);
    for (auto *file : {m_ca, m_certificate, m_key}) {
        next(file);
        next(file->parentWidget()->findChild<QPushButton *>());
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_keyPassword, m_proxies, m_proxy,
                                                           m_proxyUser, m_proxyPassword})
        next(field);
}

//! What belongs to something that is not used is not shown.
void ConnectionFields::showWhatMatters()
{
    const bool hasCertificate = !m_certificate->text().trimmed().isEmpty();
    const bool hasProxy = m_proxies->currentData().toInt() == ThisProxy;
    for (const auto &[label, field] : std::as_const(m_rows)) {
        const bool isOfKey = field == m_key->parentWidget() || field == m_keyPassword;
        const bool isOfProxy = field == m_proxy || field == m_proxyUser || field == m_proxyPassword;
        const bool isOfDomains = field == m_domains->parentWidget();
        const bool isShown = (!isOfKey || hasCertificate) && (!isOfProxy || hasProxy)
            && (!isOfDomains || m_hasDomains);
        label->setVisible(isShown);
        field->setVisible(isShown);
    }
}

void ConnectionFields::setPlatform(const items::PlatformChoice &platform)
{
    m_own.clear();
    auto *part = new QWidget;
    auto *grid = fieldGrid(part);
    for (const auto &setting : platform.own) {
        auto *line = field(titleOf(setting), visibleText(setting.byDefault));
        addFieldRow(grid, titleOf(setting), line);
        m_own.append({setting.name, line});
        if (setting.name != whoActs)
            continue;
        const auto why = tr("Requests for access are decided in this name: the key does not say "
                            "whose it is. Without an e-mail address they are only read.");
        line->setAccessibleDescription(why);
        auto *note = new SafeLabel(why);
        note->setWordWrap(true);
        grid->addWidget(note, grid->rowCount(), 1);
    }
    part->setVisible(!m_own.isEmpty());
    auto *old = std::exchange(m_ownPart, part);
    delete layout()->replaceWidget(old, part);
    delete old;
    m_hasDomains = platform.hasDomains;
    showWhatMatters();
    // Where they stand is where they come with the tab key.
    QWidget *before = nullptr;
    for (const auto &[name, line] : std::as_const(m_own)) {
        if (before != nullptr)
            setTabOrder(before, line);
        before = line;
    }
    if (before != nullptr)
        setTabOrder(before, m_domains);
}

QLineEdit *ConnectionFields::ownField(const QString &name) const
{
    for (const auto &[setting, line] : m_own) {
        if (setting == name)
            return line;
    }
    return nullptr;
}

void ConnectionFields::setAccount(const items::ServerAccount &account)
{
    for (const auto &[setting, line] : std::as_const(m_own))
        line->setText(account.own.value(setting));
    m_ca->setText(account.caFile);
    m_certificate->setText(account.clientCertificate);
    m_key->setText(account.clientKey);
    const auto choice = !account.proxy ? FromEnvironment
        : account.proxy->isEmpty()     ? NoProxy
                                       : ThisProxy;
    m_proxies->setCurrentIndex(m_proxies->findData(choice));
    m_proxy->setText(account.proxy.value_or(QString()));
    m_proxyUser->setText(account.proxyUser);
    m_domains->setText(account.domains.join(u", "_s));
    for (auto *line : {m_keyPassword, m_proxyPassword})
        line->setPlaceholderText(tr("As it is; or a new one"));
}

void ConnectionFields::apply(items::ServerAccount &account) const
{
    account.own.clear();
    for (const auto &[setting, line] : m_own) {
        const auto text = line->text().trimmed();
        account.own.insert(setting,
                           setting == whoActs ? domain::textOf(domain::actorFrom(text)) : text);
    }
    account.caFile = m_ca->text().trimmed();
    account.clientCertificate = m_certificate->text().trimmed();
    const bool hasCertificate = !account.clientCertificate.isEmpty();
    account.clientKey = hasCertificate ? m_key->text().trimmed() : QString();
    const auto secret = [](const QLineEdit *line, bool isUsed) {
        return isUsed && !line->text().isEmpty() ? Secret(line->text().toUtf8()) : Secret();
    };
    account.keyPassword = secret(m_keyPassword, hasCertificate);
    const auto choice = m_proxies->currentData().toInt();
    account.proxy = choice == FromEnvironment ? std::nullopt
        : choice == NoProxy                   ? std::optional<QString>(QLatin1String(""))
                                              : std::optional(m_proxy->text().trimmed());
    const bool hasProxy = choice == ThisProxy;
    account.proxyUser = hasProxy ? m_proxyUser->text().trimmed() : QString();
    account.proxyPassword = secret(m_proxyPassword, hasProxy);
    account.domains = m_hasDomains ? domains() : QStringList();
}

QString ConnectionFields::complaint() const
{
    const auto *line = ownField(whoActs);
    const auto text = line != nullptr ? line->text().trimmed() : QString();
    if (text.isEmpty() || !domain::actorFrom(text).email.isEmpty())
        return {};
    return tr("Who acts needs an e-mail address, as in Maya Lindqvist <maya@example.com>.");
}

} // namespace portolan::views::accounts
