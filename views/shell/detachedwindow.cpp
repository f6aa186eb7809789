// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/detachedwindow.h"

#include "views/shared/safetext.h"
#include "views/shared/tokens.h"
#include "views/shell/panefocus.h"

#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr QSize firstSize(960, 700);

} // namespace

DetachedWindow::DetachedWindow(const QUuid &id, std::unique_ptr<Pane> pane)
    : m_id(id)
    , m_pane(pane.release())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    resize(firstSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    m_pane->show();
    addActions(m_pane->paneActions());
    auto *close = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    connect(m_pane, &Pane::titleChanged, this, [this] {
        name();
        focusContentOf(*m_pane);
    });
    name();
    focusPane(*m_pane, Qt::OtherFocusReason);
}

void DetachedWindow::name()
{
    setWindowTitle(visibleText(m_pane->title()).simplified().left(200) + u" – Portolan"_s);
}

} // namespace portolan::views::shell
