// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/documentwindow.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "views/product/documentview.h"
#include "views/product/subjects.h"
#include "views/shared/icons.h"
#include "views/shared/safetext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr QSize windowSize(760, 640);
// Beyond this the view is shown the beginning; Copy still gives the whole.
constexpr qsizetype mostShown = 8 * 1024 * 1024;

} // namespace

DocumentWindow::DocumentWindow(const QString &title, QList<domain::NativeDocument> documents,
                               const QString &needle, QWidget *parent)
    : QDialog(parent)
    , m_documents(std::move(documents))
    , m_needle(needle)
    , m_chooser(new QComboBox(this))
    , m_find(new QLineEdit(this))
    , m_note(new SafeLabel(this))
    , m_view(new DocumentView(this))
{
    setWindowTitle(visibleText(items::oneLine(title, 120)));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(windowSize);
    for (const auto &document : std::as_const(m_documents))
        m_chooser->addItem(visibleText(items::oneLine(fileAndLine(document), 200)));
    m_chooser->setAccessibleName(tr("Document"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_find->setPlaceholderText(tr("Find in the document"));
    m_find->setAccessibleName(tr("Find in the document"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy document"), this);
    copy->setAutoDefault(false);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(size::page, size::gap, size::page, size::gap);
    bar->setSpacing(size::gap);
    bar->addWidget(m_chooser, 2);
    bar->addWidget(m_find, 1);
    bar->addWidget(m_note);
    bar->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    connect(m_chooser, &QComboBox::activated, this, &DocumentWindow::choose);
    connect(m_find, &QLineEdit::textChanged, this, [this] { find(false); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_texts.value(m_current).text); });
    auto *next = new QShortcut(QKeySequence::FindNext, this);
    connect(next, &QShortcut::activated, this, [this] { find(false); });
    auto *previous = new QShortcut(QKeySequence::FindPrevious, this);
    connect(previous, &QShortcut::activated, this, [this] { find(true); });
    auto *start = new QShortcut(QKeySequence::Find, this);
    connect(start, &QShortcut::activated, m_find, qOverload<>(&QWidget::setFocus));
    if (!m_documents.isEmpty())
        choose(0);
}

QString DocumentWindow::shownText() const
{
    return m_view->toPlainText();
}

void DocumentWindow::choose(int index)
{
    m_current = index;
    if (m_texts.contains(index)) {
        showText(m_texts.value(index));
        return;
    }
    auto future =
        QtConcurrent::run([json = m_documents.at(index).json] { return items::nativeText(json); });
    onFinished(std::move(future), this, [this, index](items::NativeText text) {
        m_texts.insert(index, text);
        if (index == m_current)
            showText(text);
    });
}

void DocumentWindow::showText(const items::NativeText &text)
{
    const bool cut = text.text.size() > mostShown;
    m_view->setText(cut ? text.text.left(mostShown) : text.text);
    m_note->setText(cut ? tr("the beginning; Copy gives all") : QString());
    m_view->showLine(std::max(0, text.lineOf(m_needle)));
}

void DocumentWindow::find(bool backward)
{
    const bool found = m_view->findText(m_find->text(), backward);
    m_note->setText(found ? QString() : tr("not found"));
}

} // namespace portolan::views::product
