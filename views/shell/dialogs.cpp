// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/dialogs.h"

#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shell/actions.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QSvgRenderer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

class DialogText
{
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

constexpr QSize sheetSize(640, 560);
constexpr int logoSize = 64;

//! Our mark, in its own colours.
class Logo final : public QWidget
{
public:
    explicit Logo(QWidget *parent)
        : QWidget(parent)
        , m_renderer(u":/icons/app-portolan.svg"_s)
    {
        setFixedSize(logoSize, logoSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_renderer.render(&painter, rect());
    }

private:
    QSvgRenderer m_renderer;
};

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const auto &shortcut : action->shortcuts())
        keys.append(shortcut.toString(QKeySequence::NativeText));
    return keys.join(u"  "_s);
}

QWidget *shortcutList(const Actions &actions, QWidget *parent)
{
    auto *list = new QWidget(parent);
    list->setBackgroundRole(QPalette::Base);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(size::page, size::gap, size::page, size::page);
    grid->setHorizontalSpacing(size::groupGap);
    grid->setVerticalSpacing(size::smallGap);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const auto &menu : actions.menus()) {
        grid->addWidget(new SectionHead(menu, list), row++, 0, 1, 2);
        for (const auto &entry : actions.entries()) {
            const auto keys = keysOf(entry.action);
            if (entry.menu != menu || keys.isEmpty())
                continue;
            auto text = entry.action->text();
            grid->addWidget(new SafeLabel(text.remove(u'&'), list), row, 0);
            auto *shown = new SafeLabel(keys, list);
            shown->setForegroundRole(QPalette::PlaceholderText);
            grid->addWidget(shown, row++, 1, Qt::AlignTrailing);
        }
    }
    grid->setRowStretch(row, 1);
    return list;
}

void addClose(QDialog *dialog, QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
}

} // namespace

void showShortcuts(QWidget *parent, const Actions &actions)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(DialogText::tr("Keyboard shortcuts"));
    dialog->resize(sheetSize);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *scroll = new QScrollArea(dialog);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(dialog->windowTitle());
    scroll->setWidget(shortcutList(actions, scroll));
    column->addWidget(scroll, 1);
    column->addWidget(new Line(Qt::Horizontal, dialog));
    addClose(dialog, column);
    dialog->open();
}

void showAbout(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(DialogText::tr("About Portolan"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, size::page, 0, 0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, 0, size::page, size::page);
    row->setSpacing(size::groupGap);
    row->addWidget(new Logo(dialog), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    auto *name = new SafeLabel(u"Portolan "_s + QCoreApplication::applicationVersion(), dialog);
    name->setTextFont(Text::Title);
    words->addWidget(name);
    const auto what =
        DialogText::tr(
            "Desktop portal to a data mesh.\nFree software under the GNU General Public License, "
            "version 3 or later. It comes without any warranty.\nBuilt with Qt %1.")
            .arg(QLatin1String(qVersion()));
    auto *text = new SafeLabel(what, dialog);
    text->setWordWrap(true);
    text->setSelectable(true);
    text->setMinimumWidth(size::inspectorLeast);
    words->addWidget(text);
    row->addLayout(words, 1);
    column->addLayout(row);
    column->addWidget(new Line(Qt::Horizontal, dialog));
    addClose(dialog, column);
    dialog->open();
}

} // namespace portolan::views::shell
