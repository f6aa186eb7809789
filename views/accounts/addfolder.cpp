// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/addfolder.h"

#include "models/base/async.h"
#include "models/items/accountsource.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/messages.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

constexpr int dialogWidth = 560;

} // namespace

AddFolder::AddFolder(items::AccountSource &source, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_folder(new QLineEdit)
    , m_name(new QLineEdit)
    , m_verdict(new StatusLabel(Status::Unknown, {}))
    , m_why(new SafeLabel)
    , m_add(new QPushButton(tr("Add and sync")))
{
    setWindowTitle(tr("Add a folder"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setPlaceholderText(tr("A folder with contracts, products or dbt artifacts"));
    m_name->setAccessibleName(tr("Name of the account"));
    m_verdict->setGround(Ground::Window);
    m_why->setWordWrap(true);
    auto *browse = new QPushButton(icon(u"folder"_s), tr("Choose…"));
    browse->setAutoDefault(false);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(size::gap);
    grid->setVerticalSpacing(size::gap);
    grid->addWidget(new SafeLabel(tr("Folder")), 0, 0);
    grid->addWidget(m_folder, 0, 1);
    grid->addWidget(browse, 0, 2);
    grid->addWidget(new SafeLabel(tr("Name")), 1, 0);
    grid->addWidget(m_name, 1, 1);
    grid->addWidget(m_verdict, 2, 1);
    grid->addWidget(m_why, 3, 1, 1, 2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_add->setDefault(true);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, size::page, size::page, size::page);
    column->setSpacing(size::groupGap);
    auto *intro = new SafeLabel(
        tr("Portolan reads the files of the folder and watches it. It writes there only what you "
           "do about access: requests, and what you decide about them."));
    intro->setWordWrap(true);
    column->addWidget(intro);
    column->addLayout(grid);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(browse, &QPushButton::clicked, this, &AddFolder::choose);
    connect(m_folder, &QLineEdit::textChanged, this, &AddFolder::check);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_named = !text.isEmpty();
        enable();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddFolder::add);
    check();
    m_folder->setText(folder); // which checks again where it is not empty
}

void AddFolder::choose()
{
    auto *dialog = new QFileDialog(this, tr("Folder to read"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void AddFolder::say(const QString &text, bool problem)
{
    m_verdict->setStatus(problem ? Status::Breach : Status::Ok,
                         problem ? tr("This does not work") : tr("This works"));
    m_verdict->setVisible(!text.isEmpty());
    m_why->setText(visibleText(text.left(500)));
    m_why->setVisible(!text.isEmpty());
}

void AddFolder::check()
{
    const auto folder = QDir::cleanPath(m_folder->text().trimmed());
    const auto question = ++m_question;
    m_isFit = false;
    enable();
    if (!m_named)
        m_name->setText(QFileInfo(folder).fileName());
    say({}, false);
    if (m_folder->text().trimmed().isEmpty())
        return;
    if (!QDir::isAbsolutePath(folder) || !QFileInfo(folder).isDir()) {
        say(tr("There is no such folder. Give its whole path."), true);
        return;
    }
    onFinished(m_source.checkFolder(folder), this, [this, question](const Result<QString> &answer) {
        if (question == m_question)
            takeCheck(answer);
    });
}

void AddFolder::takeCheck(const Result<QString> &answer)
{
    if (answer)
        say(*answer, false);
    else
        say(ui::errorText(answer.error().kind).what + u' ' + answer.error().detail, true);
    m_isFit = answer.has_value();
    enable();
}

void AddFolder::enable()
{
    m_add->setEnabled(m_isFit && !m_isAdding && !m_name->text().trimmed().isEmpty());
}

void AddFolder::add()
{
    const auto name = m_name->text().trimmed();
    const auto folder = QDir::cleanPath(m_folder->text().trimmed());
    m_isAdding = true;
    enable();
    onFinished(m_source.addFolder(name, folder), this, [this, name](const Result<void> &answer) {
        m_isAdding = false;
        if (answer) {
            Q_EMIT added(name);
            accept();
            return;
        }
        enable();
        say(answer.error().kind == Error::Kind::Usage
                ? tr("There is an account of this name already. Choose another one.")
                : answer.error().detail,
            true);
    });
}

} // namespace portolan::views::accounts
