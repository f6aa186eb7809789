// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/messages.h"

#include "views/shared/safetext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::ui {
namespace {

Q_LOGGING_CATEGORY(log, "portolan.views", QtInfoMsg)

class MessageText
{
    Q_DECLARE_TR_FUNCTIONS(Message)
};

constexpr qsizetype mostShown = 2000;

//! One text for all: a box's informative text guesses markup, whatever the format of its text.
QMessageBox *plainBox(QWidget *parent, const QString &title, const QString &text,
                      const QString &details)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(title);
    const auto shown = details.isEmpty() ? text : QString(text + u"\n\n"_s + details);
    box->setText(visibleText(shown.left(mostShown)));
    return box;
}

ErrorText connectionText(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return {
            MessageText::tr("There is no connection."),
            MessageText::tr("What you see is from the last sync. Try again when you are online.")};
    case Error::Kind::Unauthorised:
        return {MessageText::tr("You are signed out."),
                MessageText::tr("Sign in to the account again.")};
    case Error::Kind::Forbidden:
        return {MessageText::tr("You are not allowed to do this."),
                MessageText::tr("Ask the owner, or an administrator of the platform.")};
    case Error::Kind::RateLimited:
        return {MessageText::tr("The server asks to come back later."),
                MessageText::tr("Portolan tries again by itself.")};
    case Error::Kind::Unavailable:
        return {MessageText::tr("The server cannot answer at the moment."),
                MessageText::tr("Portolan tries again by itself.")};
    case Error::Kind::Untrusted:
        return {
            MessageText::tr("A safe connection did not come about."),
            MessageText::tr("The details say which certificate is wrong, and who can mend it.")};
    case Error::Kind::NetworkSignIn:
        return {MessageText::tr("The network wants you to sign in first."),
                MessageText::tr("Open any page in a browser, or check the proxy of the account.")};
    case Error::Kind::Conflict:
        return {MessageText::tr("It was changed on the platform meanwhile."),
                MessageText::tr("Sync, compare the two, then decide again.")};
    default:
        return {MessageText::tr("The other side answered in a way that is not understood."),
                MessageText::tr("Try again; if it stays, report it with the details.")};
    }
}

//! Says that \a doing failed, in \a words, with \a detail to pass on.
void explain(QWidget *parent, const QString &doing, const ErrorText &words, const QString &detail)
{
    const QString why = words.what + u'\n' + words.remedy + u"\n\n"_s + detail;
    auto *box = plainBox(parent, MessageText::tr("Portolan"),
                         MessageText::tr("%1 did not work.").arg(doing), why);
    box->setIcon(QMessageBox::Warning);
    auto *copy = box->addButton(MessageText::tr("Copy details"), QMessageBox::ActionRole);
    box->addButton(QMessageBox::Close);
    box->setDefaultButton(QMessageBox::Close);
    const QString details = doing + u'\n' + words.what + u'\n' + detail;
    copy->disconnect();
    QObject::connect(copy, &QAbstractButton::clicked, box,
                     [details] { QGuiApplication::clipboard()->setText(details); });
    box->open();
}

} // namespace

void confirm(QWidget *parent, const Question &question, std::function<void()> accepted)
{
    auto *box = plainBox(parent, question.title, question.text, question.details);
    auto *accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setEscapeButton(cancel);
    box->setDefaultButton(question.destructive ? nullptr : accept);
    if (question.destructive) {
        accept->setAutoDefault(false);
        cancel->setFocus();
    }
    QObject::connect(box, &QMessageBox::buttonClicked, box,
                     [accept, accepted = std::move(accepted)](QAbstractButton *button) {
                         if (button == accept)
                             accepted();
                     });
    box->open();
}

void tell(QWidget *parent, const QString &text, const QString &details)
{
    auto *box = plainBox(parent, MessageText::tr("Portolan"), text, details);
    box->setIcon(QMessageBox::Information);
    box->addButton(QMessageBox::Close);
    box->setDefaultButton(QMessageBox::Close);
    box->open();
}

ErrorText errorText(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return {MessageText::tr("It was stopped."),
                MessageText::tr("Start it again when you like.")};
    case Error::Kind::Usage:
        return {MessageText::tr("Something was asked for in a way that cannot work."),
                MessageText::tr("Check the setting or the argument named in the details.")};
    case Error::Kind::NotFound:
        return {MessageText::tr("It does not exist any more."),
                MessageText::tr("Sync, and look for it in the catalogue.")};
    case Error::Kind::BadInput:
        return {MessageText::tr("A file could not be read as what it claims to be."),
                MessageText::tr("Mend the place named in the details, and sync again.")};
    case Error::Kind::TooLarge:
        return {MessageText::tr("It is larger than what is read of one thing."),
                MessageText::tr("Split it, or leave out what is not needed.")};
    case Error::Kind::Busy:
        return {MessageText::tr("Another program holds what is needed."),
                MessageText::tr("Wait until it is done, or close it.")};
    case Error::Kind::Store:
        return {MessageText::tr("The local database reported an error."),
                MessageText::tr("Run “portolan-cli doctor” to see what is wrong.")};
    case Error::Kind::DiskFull:
        return {MessageText::tr("There is no room left on the disk."),
                MessageText::tr("Free some room; nothing that was confirmed is lost.")};
    case Error::Kind::Keychain:
        return {MessageText::tr("The desktop's secret service did not answer."),
                MessageText::tr("Unlock it, or enter the secret again.")};
    default:
        return connectionText(kind);
    }
}

void error(QWidget *parent, const QString &doing, const Error &error)
{
    qCInfo(log).noquote() << doing << u':' << error.detail;
    explain(parent, doing, errorText(error.kind), error.detail);
}

void writeError(QWidget *parent, const QString &doing, const QString &file, const Error &error)
{
    const bool isOfFile = error.kind == Error::Kind::Usage || error.kind == Error::Kind::DiskFull;
    if (!isOfFile)
        return ui::error(parent, doing, error);
    const ErrorText words{
        MessageText::tr("“%1” could not be written.").arg(QDir::toNativeSeparators(file)),
        MessageText::tr("Choose another place, or free some room there.")};
    explain(parent, doing, words, error.detail);
}

} // namespace portolan::views::ui
