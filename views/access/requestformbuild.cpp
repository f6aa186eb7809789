// SPDX-License-Identifier: GPL-3.0-or-later
// How the form is put together.
#include "models/items/displaytext.h"
#include "views/access/accessactions.h"
#include "views/access/celltable.h"
#include "views/access/consumerfield.h"
#include "views/access/dayfield.h"
#include "views/access/fieldnote.h"
#include "views/access/formjudge.h"
#include "views/access/formports.h"
#include "views/access/formtemplates.h"
#include "views/access/formterms.h"
#include "views/access/requestform.h"
#include "views/access/verdictrows.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/keybutton.h"
#include "views/shared/rowdelegate.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::access {
namespace {

constexpr int labelWidth = 96;
constexpr int whyLines = 3;
constexpr int treeRows = 10;
constexpr int classWidth = 160;

QScrollArea *scrollOf(QWidget *content, const QString &name)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(name);
    scroll->setFocusPolicy(Qt::ClickFocus);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    scroll->setWidget(content);
    return scroll;
}

QPlainTextEdit *proseField(const QString &name, int lines)
{
    auto *field = new QPlainTextEdit;
    field->setTabChangesFocus(true);
    field->document()->setDocumentMargin(size::unit + 2);
    field->setAccessibleName(name);
    field->setFixedHeight(lines * QFontMetrics(fontOf(Text::Body)).lineSpacing() + 2 * size::gap);
    return field;
}

DayField *dayField(const QString &name)
{
    auto *field = new DayField;
    field->setAccessibleName(name);
    return field;
}

} // namespace

RequestForm::RequestForm(items::AccessSource &source, AccessActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_acts(actions)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(80ms);
    connect(&m_pause, &QTimer::timeout, this, &RequestForm::judge);
    build();
    connectFields();
}

void RequestForm::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_error = new ErrorNote;
    m_error->hide();
    connect(m_error, &ErrorNote::actionTriggered, this, &RequestForm::askOffers);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_error);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_scroll = scrollOf(buildForm(), tr("The request"));
    left->addWidget(m_scroll, 1);
    left->addWidget(new Line(Qt::Horizontal));
    left->addWidget(buildFoot());
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addLayout(left, 1);
    m_checksBody = buildChecks();
    m_checks = scrollOf(m_checksBody, tr("Policy pre-check"));
    auto *right = new QWidget;
    auto *beside = new QHBoxLayout(right);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    beside->addWidget(new Line(Qt::Vertical));
    beside->addWidget(m_checks);
    sides->addWidget(right);
    column->addLayout(sides, 1);
}

QWidget *RequestForm::buildHead()
{
    auto *head = new QWidget;
    m_title = new ElidedLabel(Elide::Prose);
    m_title->setTextFont(Text::Title);
    m_draft = new TagLabel(tr("Draft"));
    m_draft->hide();
    m_templates = new FormTemplates([this] {
        const int days = int(m_from->date().daysTo(m_to->date())) + 1;
        return RequestTemplate{m_purpose->currentData().toString(), m_why->toPlainText().trimmed(),
                               m_consumer->currentText().trimmed(),
                               m_noEnd->isChecked() ? 0 : std::max(1, days)};
    });
    connect(m_templates, &FormTemplates::chosen, this, &RequestForm::useTemplate);
    auto *more = new LinkButton(tr("Add ports from the catalogue"));
    connect(more, &QAbstractButton::clicked, this, &RequestForm::catalogueWanted);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    row->setSpacing(size::gap);
    row->addWidget(new IconLabel(u"kind-request"_s, size::icon));
    row->addWidget(m_title);
    row->addWidget(m_draft);
    row->addStretch(1);
    row->addWidget(m_templates);
    row->addSpacing(size::gap);
    row->addWidget(more);
    return head;
}

//! The label stands before the first line of its field, the note below it; its letter leads to what
//! is filled in there.
void RequestForm::addField(const QString &label, QWidget *field, FieldNote *note, QWidget *first)
{
    auto *name = new SafeLabel(label);
    name->setBuddy(first == nullptr ? field : first);
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setWordWrap(true);
    name->setMinimumHeight(size::row(size::control, QFontMetrics(fontOf(Text::Body))));
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::unit);
    column->addWidget(field);
    if (note != nullptr)
        column->addWidget(note);
    place->setMaximumWidth(size::proseMost);
    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(place, row, 1);
    if (field == m_exception)
        m_exceptionRows = {name, place};
    else if (field == m_terms)
        m_termRows = {name, place};
    else if (field == m_tree->parentWidget())
        m_fieldRows = {name, place};
}

QWidget *RequestForm::buildPeriod()
{
    auto *period = new QWidget;
    m_from = dayField(tr("First day"));
    m_to = dayField(tr("Last day"));
    m_noEnd = new QCheckBox(tr("no end"));
    m_length = new SafeLabel;
    m_length->setForegroundRole(QPalette::PlaceholderText);
    auto *days = new QHBoxLayout;
    days->setSpacing(size::gap);
    days->addWidget(m_from);
    days->addWidget(new SafeLabel(tr("to")));
    days->addWidget(m_to);
    days->addWidget(m_length);
    days->addStretch(1);
    auto *shortcuts = new QHBoxLayout;
    shortcuts->setSpacing(size::groupGap);
    for (const int months : {1, 3, 6, 12}) {
        auto *link = new LinkButton(tr("%n month(s)", nullptr, months));
        connect(link, &QAbstractButton::clicked, this, [this, months] { setEnd(months); });
        shortcuts->addWidget(link);
    }
    shortcuts->addWidget(m_noEnd);
    shortcuts->addStretch(1);
    auto *column = new QVBoxLayout(period);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::unit);
    column->addLayout(days);
    column->addLayout(shortcuts);
    return period;
}

QWidget *RequestForm::buildForm()
{
    auto *form = new QWidget;
    m_ports = new FormPorts;
    m_noPorts = new SafeLabel(tr("No port is chosen. Choose some in the catalogue, or on the page "
                                 "of a product."));
    m_noPorts->setWordWrap(true);
    m_noPorts->setForegroundRole(QPalette::PlaceholderText);
    m_purpose = new QComboBox;
    m_purpose->setAccessibleName(tr("Purpose"));
    m_why = proseField(tr("Justification"), whyLines);
    m_why->setPlaceholderText(tr("What the data is for, and what will be shared of the results"));
    m_consumer = new ConsumerField;
    auto *fields = new QWidget;
    m_tree = new QTreeView(fields);
    m_leftOut = new SafeLabel;
    m_terms = new FormTerms;
    m_exception = proseField(tr("Why it is asked all the same"), whyLines - 1);
    m_exception->setPlaceholderText(tr("A rule fails. Whoever reviews it sees this, and the rule"));
    for (auto **note : {&m_purposeNote, &m_whyNote, &m_periodNote, &m_fieldsNote, &m_termsNote,
                        &m_consumerNote, &m_portsNote})
        *note = new FieldNote;
    m_tree->setModel(&m_fields);
    dress(m_tree);
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Fields"));
    m_tree->setFrameShape(QFrame::StyledPanel);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->resizeSection(1, classWidth);
    m_tree->setItemDelegate(new TickDelegate(size::treeRow, m_tree));
    for (auto signal : {&QTreeView::expanded, &QTreeView::collapsed})
        connect(m_tree, signal, this, &RequestForm::fitTree);
    m_leftOut->setTextFont(Text::Small);
    m_leftOut->setWordWrap(true);
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    auto *fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(0, 0, 0, 0);
    fieldColumn->setSpacing(size::unit);
    fieldColumn->addWidget(m_tree);
    fieldColumn->addWidget(m_leftOut);
    auto *grid = new QWidget;
    m_grid = new QGridLayout(grid);
    m_grid->setContentsMargins(size::page, size::buttonPadding, size::page, size::page);
    m_grid->setHorizontalSpacing(size::groupGap);
    m_grid->setVerticalSpacing(size::buttonPadding);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 100);
    m_grid->setColumnStretch(2, 1);
    addField(tr("&Purpose"), m_purpose, m_purposeNote);
    addField(tr("&Justification"), m_why, m_whyNote);
    auto *period = buildPeriod();
    addField(tr("Pe&riod"), period, m_periodNote, m_from);
    addField(tr("&Consumer"), m_consumer, m_consumerNote);
    addField(tr("&Fields"), fields, m_fieldsNote, m_tree);
    addField(tr("&Terms"), m_terms, m_termsNote);
    addField(tr("E&xception"), m_exception);
    auto *ports = new QWidget;
    auto *portColumn = new QVBoxLayout(ports);
    portColumn->setContentsMargins(size::page, size::gap, size::page, size::gap);
    portColumn->addWidget(m_ports);
    portColumn->addWidget(m_portsNote);
    portColumn->addWidget(m_noPorts);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(ports);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(grid);
    column->addStretch(1);
    return form;
}

//! As high as what is open in it, up to a handful of rows.
void RequestForm::fitTree()
{
    int rows = 0;
    for (int i = 0; i < m_fields.rowCount(); ++i) {
        const auto port = m_fields.index(i, 0);
        rows += 1 + (m_tree->isExpanded(port) ? m_fields.rowCount(port) : 0);
    }
    m_tree->setFixedHeight(std::clamp(rows, 1, treeRows)
                               * size::row(size::treeRow, QFontMetrics(fontOf(Text::Body)))
                           + 2 * m_tree->frameWidth());
}

QWidget *RequestForm::buildChecks()
{
    auto *checks = new QWidget;
    auto *head = new SectionHead(tr("Policy pre-check"));
    head->setContentsMargins(size::page, 0, size::page, 0);
    m_sum = new StatusLabel(Status::Unknown, {});
    head->addAction(m_sum);
    m_judge = new FormJudge(m_source);
    connect(m_judge, &FormJudge::answered, this, &RequestForm::judge);
    auto *rows = new VerdictRows(m_verdicts, true);
    connect(rows, &VerdictRows::remedyWanted, this, &RequestForm::mend);
    auto *note = new SafeLabel(tr("Judged here as you type, and again when it is sent. A rule that "
                                  "fails does not stop you: say why it is asked all the same, and "
                                  "whoever reviews it sees both."));
    note->setWordWrap(true);
    note->setTextFont(Text::Small);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setContentsMargins(size::page, size::gap, size::page, size::page);
    auto *column = new QVBoxLayout(checks);
    column->setContentsMargins(0, size::unit, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_judge);
    column->addWidget(rows);
    column->addWidget(note);
    column->addStretch(1);
    return checks;
}

QWidget *RequestForm::buildFoot()
{
    auto *foot = new QWidget;
    foot->setBackgroundRole(QPalette::Window);
    foot->setAutoFillBackground(true);
    foot->setMinimumHeight(size::paneBar);
    m_goesTo = new ElidedLabel(Elide::Prose);
    m_goesTo->setColour(Colour::TextSecondary);
    m_goesTo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // buttons come first
    auto *discard = new KeyButton(u"delete"_s, tr("Discard"), {});
    m_save = new KeyButton(u"edit"_s, tr("Save as draft"), {});
    m_send = new KeyButton(u"send"_s, tr("Send request"), u"Ctrl+↵"_s);
    m_send->setDefault(true);
    connect(discard, &QAbstractButton::clicked, this, [this] {
        clear();
        Q_EMIT discarded();
    });
    connect(m_save, &QAbstractButton::clicked, this, &RequestForm::saveDraft);
    connect(m_send, &QAbstractButton::clicked, this, &RequestForm::send);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    row->addWidget(m_goesTo, 1);
    for (auto *button : {discard, m_save, m_send})
        row->addWidget(button);
    const auto add = [this](const QString &text, const QString &name,
                            const QList<QKeySequence> &keys, auto run) {
        auto *action = new QAction(icon(name), text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        QWidget::addAction(action);
        m_actions.append(action);
    };
    add(tr("Send request"), u"send"_s, {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
        [this] { send(); });
    add(tr("Save as draft"), u"edit"_s, {QKeySequence(QKeySequence::Save)},
        [this] { saveDraft(); });
    add(tr("From template"), u"saved-view"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
        [this] { m_templates->openMenu(); });
    add(tr("Mend what fails first"), u"edit"_s, {Qt::CTRL | Qt::Key_M}, [this] { mendFirst(); });
    return foot;
}

void RequestForm::connectFields()
{
    connect(m_ports, &FormPorts::roleChanged, this, &RequestForm::judge);
    connect(m_ports, &FormPorts::portRemoved, this, &RequestForm::removePort, Qt::QueuedConnection);
    connect(m_ports, &FormPorts::pageWanted, this, &RequestForm::openEntity);
    connect(m_purpose, &QComboBox::activated, this, [this] { touch(u"purpose"_s); });
    connect(m_purpose, &QComboBox::currentIndexChanged, this, [this] { m_pause.start(); });
    connect(m_why, &QPlainTextEdit::textChanged, this, [this] { touch(u"justification"_s); });
    connect(m_exception, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    for (auto *day : {m_from, m_to})
        connect(day, &QDateEdit::dateChanged, this, [this] { touch(u"to"_s); });
    connect(m_noEnd, &QCheckBox::toggled, this, [this](bool on) {
        m_to->setEnabled(!on);
        touch(u"to"_s);
    });
    connect(m_consumer, &QComboBox::editTextChanged, this, [this] { touch(u"consumer"_s); });
    connect(m_consumer->lineEdit(), &QLineEdit::editingFinished, this, [this] { m_pause.start(); });
    connect(&m_fields, &items::FieldChoiceModel::choiceChanged, this,
            [this] { touch(u"fields"_s); });
    connect(m_terms, &FormTerms::acceptedChanged, this, [this] { touch(u"terms"_s); });
    // Tab brings what it comes to into sight by itself; the letter of a label does not.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (now != nullptr && m_scroll->widget()->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 0, size::gap);
    });
}

} // namespace portolan::views::access
