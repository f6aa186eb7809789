// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/accesstab.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/lineageexport.h"
#include "views/product/aspects.h"
#include "views/product/consumerlook.h"
#include "views/shared/blocks.h"
#include "views/shared/fittedtable.h"
#include "views/shared/icons.h"
#include "views/shared/longwork.h"
#include "views/shared/messages.h"
#include "views/shared/rowdelegate.h"
#include "views/shared/tabs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::product {
namespace {

using items::ConsumerModel;
using items::Dependence;

constexpr int filterMost = 280;

} // namespace

AccessTab::AccessTab(QWidget *parent)
    : QWidget(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &AccessTab::ask);
    build();
}

void AccessTab::setSource(items::AccessSource &source)
{
    m_source = &source;
    connect(&source, &items::AccessSource::changed, this, [this] {
        m_isStale = true;
        // The number beside the tab's name is seen from the other tabs as well.
        const bool isSeen = parentWidget() == nullptr || parentWidget()->isVisible();
        if (isSeen && !m_pause.isActive())
            m_pause.start();
    });
    ask();
}

void AccessTab::setDossier(const items::Dossier &dossier)
{
    const auto thing = thingOf(dossier.page);
    const auto declared = declaredBy(dossier);
    m_name = items::oneLine(dossier.page.entity.label(), 200);
    if (thing == m_thing && declared == m_declared)
        return;
    const bool isOther = thing != m_thing;
    m_thing = thing;
    m_declared = declared;
    if (isOther)
        ask();
    else
        showRows();
}

void AccessTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
    else if (!m_dependants)
        askDependants();
}

void AccessTab::pageShown()
{
    if (m_isStale)
        ask();
}

void AccessTab::ask()
{
    if (m_source == nullptr || m_thing.id.isNull())
        return;
    m_isStale = false;
    askBoard();
    if (isVisible())
        askDependants();
    else
        m_dependants.reset(); // asked for again when somebody looks
}

void AccessTab::askBoard()
{
    const auto question = ++m_question;
    onFinished(m_source->board(), this, [this, question](Result<items::AccessBoard> board) {
        if (question != m_question)
            return;
        m_boardProblem = board ? std::nullopt : std::optional(board.error());
        showProblem();
        if (!board)
            return m_stack->setCurrentWidget(
                m_content); // what was read before stays below the note
        m_board = std::make_shared<const items::AccessBoard>(*std::move(board));
        showRows();
    });
}

void AccessTab::askDependants()
{
    const auto question = ++m_following;
    onFinished(m_source->dependants({m_thing.id}), this,
               [this, question, id = m_thing.id](const Result<items::Dependants> &found) {
                   if (question != m_following)
                       return;
                   m_lineageProblem = found ? std::nullopt : std::optional(found.error());
                   showProblem();
                   m_dependants = found ? found->value(id) : QList<items::Dependant>();
                   showRows();
               });
}

//! There is one note for two questions: who has access comes first.
void AccessTab::showProblem()
{
    if (m_boardProblem)
        m_error->report(tr("Who has access could not be read"), *m_boardProblem, tr("Try again"));
    else if (m_lineageProblem)
        m_error->report(tr("Who reads it could not be read"), *m_lineageProblem, tr("Try again"));
    else
        m_error->hide();
}

void AccessTab::showRows()
{
    if (!m_board)
        return;
    // There may be twenty thousand: they are put together in the pool.
    m_isAnswered = false;
    const auto question = ++m_showing;
    onFinished(QtConcurrent::run([board = m_board, thing = m_thing, declared = m_declared,
                                  readers = m_dependants.value_or(QList<items::Dependant>())] {
                   return items::consumersOf(*board, thing, items::together({readers, declared}));
               }),
               this, [this, question](const QList<items::ConsumerRow> &rows) {
                   if (question != m_showing)
                       return;
                   m_isAnswered = true;
                   m_model.show(rows);
                   showState();
                   Q_EMIT noteChanged();
               });
}

QString AccessTab::note() const
{
    const int count = items::consumerCount(m_model.all());
    return count == 0 ? QString() : QLocale().toString(count);
}

void AccessTab::showState()
{
    using Scope = ConsumerModel::Scope;
    const auto word = [this](const QString &text, Scope scope) {
        const int count = m_model.count(scope);
        return count == 0 ? text : tr("%1 %2").arg(text, QLocale().toString(count));
    };
    m_scope->setText(0, word(tr("All"), Scope::All));
    m_scope->setText(1, word(tr("Have access"), Scope::Has));
    m_scope->setText(2, word(tr("Wait for it"), Scope::Waits));
    m_scope->setText(3, word(tr("Read it"), Scope::Reads));
    const bool isEmpty = m_model.all().isEmpty();
    if (isEmpty)
        m_empty->explain(u"pane-access"_s, tr("Nobody depends on it yet"),
                         tr("Who is granted access, who waits for it, and which products read it "
                            "as the lineage has it, stand here."));
    const bool isNobody = isEmpty && isSettled() && m_error->isHidden();
    m_stack->setCurrentWidget(isNobody ? static_cast<QWidget *>(m_empty) : m_content);
    const bool hasRows = m_model.rowCount() > 0;
    m_table->setVisible(hasRows);
    m_none->setVisible(!hasRows && !isEmpty);
    m_save->setEnabled(hasRows);
    if (!hasRows && !isEmpty)
        m_none->explain(u"filter"_s, tr("Nobody here matches"),
                        tr("%n consumer(s) are known, none of them is of this kind and has these "
                           "words.",
                           nullptr, int(m_model.all().size())),
                        tr("Show all"));
}

void AccessTab::open(const QUuid &id)
{
    const auto *row = m_model.row(id);
    if (row == nullptr)
        return;
    switch (row->kind) {
    case Dependence::Has:
    case Dependence::Had:
        return Q_EMIT accessRequested(u"agreement:"_s + idText(row->id));
    case Dependence::Waits:
        return Q_EMIT accessRequested(u"request:"_s + idText(row->request));
    case Dependence::Reads:
        break;
    }
    Q_EMIT openRequested(row->id, openModeOf(QGuiApplication::keyboardModifiers()));
}

void AccessTab::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_content = new QWidget;
    m_error = new ErrorNote;
    m_error->hide();
    connect(m_error, &ErrorNote::actionTriggered, this, &AccessTab::ask);
    using M = ConsumerModel;
    m_table = new FittedTable(tr("Who depends on it"), *new Aspects(m_model, consumerLook, this),
                              {.stretched = M::Consumer,
                               .hidden = {},
                               .firstToGo = {M::Contact, M::RoleName, M::Purpose, M::Distance},
                               .sorted = M::State,
                               .idRole = M::IdRole},
                              nullptr);
    m_table->setItemDelegate(new RowDelegate(size::tableRow, m_table));
    connect(m_table, &FittedTable::chosen, this, &AccessTab::open);
    m_none = new EmptyState;
    m_none->hide();
    connect(m_none, &EmptyState::actionTriggered, this, [this] {
        m_filter->clear();
        m_scope->setCurrent(0);
    });
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(buildBar());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_table, 1);
    column->addWidget(m_none, 1);
    m_empty = new EmptyState;
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *save = new QAction(icon(u"export"_s), tr("Export who depends on it"), this);
    save->setShortcut(Qt::CTRL | Qt::Key_E);
    save->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QAction::triggered, this, &AccessTab::exportCsv);
    QWidget::addAction(save);
    m_actions.append(save);
}

QWidget *AccessTab::buildBar()
{
    auto *bar = new QWidget;
    m_scope = new Segments;
    m_scope->setAccessibleName(tr("Who is shown"));
    for (const auto &word : {tr("All"), tr("Have access"), tr("Wait for it"), tr("Read it")})
        m_scope->add(word);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter: team, person, port…"));
    m_filter->setAccessibleName(tr("Filter the table"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(filterMost);
    m_filter->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_save = new QPushButton(tr("Save as CSV"));
    m_save->setIcon(icon(u"export"_s));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::groupGap);
    row->addWidget(m_scope);
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    row->addWidget(m_save);
    connect(m_scope, &Segments::currentChanged, this,
            [this](int index) { m_model.setScope(ConsumerModel::Scope(std::clamp(index, 0, 3))); });
    connect(m_filter, &QLineEdit::textChanged, &m_model, &ConsumerModel::setFilter);
    connect(&m_model, &ConsumerModel::modelReset, this, &AccessTab::showState);
    connect(m_filter, &QLineEdit::returnPressed, this,
            [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_save, &QPushButton::clicked, this, &AccessTab::exportCsv);
    return bar;
}

void AccessTab::exportCsv()
{
    if (m_model.rowCount() == 0)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &AccessTab::exportTo);
    dialog->open();
}

void AccessTab::exportTo(const QString &file)
{
    auto *work = LongWork::begin(
        tr("Writing %1").arg(items::oneLine(QFileInfo(file).fileName())),
        [file, rows = m_model.rows()](LongJob &job) {
            return items::writeWhole(file, &job, [&](QIODevice &device) -> Result<void> {
                const auto csv = items::consumersCsv(rows);
                if (device.write(csv) != csv.size())
                    return failure(Error::Kind::DiskFull, device.errorString());
                return {};
            });
        });
    connect(work, &LongWork::finished, this, [this, file](const WorkEnd &end) {
        if (!end.done && end.done.error().kind != Error::Kind::Cancelled)
            ui::writeError(this, tr("Saving the table"), file, end.done.error());
    });
    Q_EMIT workBegun(work);
}

QVariantMap AccessTab::saveState() const
{
    return {{u"scope"_s, m_scope->current()},
            {u"filter"_s, m_filter->text()},
            {u"table"_s, m_table->saveState()}};
}

void AccessTab::restoreState(const QVariantMap &state)
{
    m_scope->setCurrent(std::clamp(state.value(u"scope"_s).toInt(), 0, 3));
    m_filter->setText(state.value(u"filter"_s).toString());
    m_table->restoreState(state.value(u"table"_s).toMap());
}

} // namespace portolan::views::product
