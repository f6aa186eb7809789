// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/firstrunpage.h"

#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int pageWidth = 560;
constexpr int fromTop = 96;

} // namespace

FirstRunPage::FirstRunPage(bool hasDemo, QWidget *parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(size::page, fromTop, size::page, size::page);
    auto *page = new QWidget(this);
    page->setMaximumWidth(pageWidth);
    outer->addStretch(1);
    outer->addWidget(page, 100);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::gap);
    auto *heading = new SafeLabel(tr("Welcome to Portolan"), page);
    heading->setTextFont(Text::Title);
    column->addWidget(heading);
    auto *what = new SafeLabel(
        tr("Portolan shows the data products of a mesh: what there is, who answers for it, and "
           "what is promised. It reads what you point it at, and changes there only what you "
           "tell it to."),
        page);
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(what);
    m_note = new ErrorNote(page);
    column->addWidget(m_note);
    column->addSpacing(size::groupGap);
    if (hasDemo) {
        auto *demo = addChoice(u"kind-product"_s, tr("Look around in the demo mesh"),
                               tr("A retail company with some forty data products. It comes with "
                                  "the program and needs no network."),
                               tr("Open the demo mesh"));
        demo->setDefault(true);
        m_first = demo;
        connect(demo, &QPushButton::clicked, this, &FirstRunPage::demoChosen);
        column->addSpacing(size::groupGap);
    }
    auto *folder =
        addChoice(u"folder"_s, tr("Open a folder of mine"),
                  tr("A folder with data contracts (ODCS), data products (ODPS) or dbt artifacts, "
                     "in any mix. It is watched: what you save there shows here."),
                  tr("Choose a folder…"));
    connect(folder, &QPushButton::clicked, this, &FirstRunPage::chooseFolder);
    if (m_first == nullptr) {
        folder->setDefault(true);
        m_first = folder;
    }
    column->addSpacing(size::groupGap);
    auto *server = addChoice(u"link"_s, tr("Connect to a server"),
                             tr("A platform that your company runs: DataHub, OpenMetadata, "
                                "Marquez, Entropy Data or Open Policy Agent."),
                             tr("Add a server…"));
    connect(server, &QPushButton::clicked, this, &FirstRunPage::serverWanted);
    column->addStretch();
}

QPushButton *FirstRunPage::addChoice(const QString &iconName, const QString &title,
                                     const QString &what, const QString &button)
{
    auto *page = m_note->parentWidget();
    auto *row = new QHBoxLayout;
    row->setSpacing(size::groupGap);
    row->addWidget(new IconLabel(iconName, size::emptyIcon, Colour::TextSecondary, page), 0,
                   Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(size::smallGap);
    auto *head = new SafeLabel(title, page);
    head->setTextFont(Text::Body, true);
    column->addWidget(head);
    auto *words = new SafeLabel(what, page);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(words);
    column->addSpacing(size::smallGap);
    auto *push = new QPushButton(icon(iconName), button, page);
    column->addWidget(push, 0, Qt::AlignLeading);
    row->addLayout(column, 1);
    static_cast<QVBoxLayout *>(page->layout())->addLayout(row);
    return push;
}

void FirstRunPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FirstRunPage::folderChosen);
    dialog->open();
}

void FirstRunPage::showProblem(const QString &what, const QString &why, const QString &details)
{
    m_note->report(what, why, details);
}

} // namespace portolan::views::shell
