// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/settingspage.h"

#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/messages.h"
#include "views/shell/windowstate.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int labelWidth = 160;
constexpr int leastPercent = 80;
constexpr int mostPercent = 200;
constexpr int percentStep = 10;

const Theme::Choice choices[]{Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark,
                              Theme::Choice::HighContrast};

} // namespace

SettingsPage::SettingsPage(const Context &context, QWidget *parent)
    : Pane(parent)
    , m_theme(context.theme)
    , m_state(context.state)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto *page = new QWidget(scroll);
    page->setBackgroundRole(QPalette::Base);
    scroll->setWidget(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(size::page, size::page, size::page, size::page);
    column->setSpacing(size::groupGap);
    m_column = column;
    auto *heading = new SafeLabel(tr("Settings"), page);
    heading->setTextFont(Text::Title);
    column->addWidget(heading);
    addLook();
    addLanguage();
    addNotifying();
    addLayout();
    addProfile(context.profileDirectory);
    column->addStretch();
    connect(&m_theme, &Theme::changed, this, &SettingsPage::showTheme);
    showTheme();
}

QList<QWidget *> SettingsPage::parts() const
{
    return {m_look->findChild<QAbstractButton *>()};
}

QLayout *SettingsPage::addRow(const QString &label, const QString &note)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(size::groupGap);
    auto *name = new SafeLabel(label, this);
    name->setFixedWidth(labelWidth);
    name->setWordWrap(true);
    name->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(name, 0, Qt::AlignTop);
    auto *right = new QVBoxLayout;
    right->setSpacing(size::smallGap);
    auto *controls = new QHBoxLayout;
    controls->setSpacing(size::gap);
    right->addLayout(controls);
    if (!note.isEmpty()) {
        auto *words = new SafeLabel(note, this);
        words->setTextFont(Text::Small);
        words->setForegroundRole(QPalette::PlaceholderText);
        words->setWordWrap(true);
        words->setMaximumWidth(size::proseMost);
        right->addWidget(words);
    }
    row->addLayout(right, 1);
    static_cast<QVBoxLayout *>(m_column)->addLayout(row);
    return controls;
}

void SettingsPage::addLook()
{
    auto *look = static_cast<QHBoxLayout *>(
        addRow(tr("Look"), tr("“System” follows the desktop, also while Portolan is open.")));
    m_look = new Segments(this);
    for (const auto &name : {tr("System"), tr("Light"), tr("Dark"), tr("High contrast")})
        m_look->add(name);
    look->addWidget(m_look);
    look->addStretch();
    connect(m_look, &Segments::currentChanged, this, [this](int index) {
        m_theme.setChoice(choices[index]);
        m_state.setTheme(Theme::word(choices[index]));
    });

    auto *text = static_cast<QHBoxLayout *>(addRow(tr("Text size"), {}));
    m_size = new QSlider(Qt::Horizontal, this);
    m_size->setRange(leastPercent / percentStep, mostPercent / percentStep);
    m_size->setPageStep(1);
    m_size->setFixedWidth(size::facets);
    m_size->setAccessibleName(tr("Text size in percent"));
    m_percent = new SafeLabel(this);
    text->addWidget(m_size);
    text->addWidget(m_percent);
    text->addStretch();
    connect(m_size, &QSlider::valueChanged, this, [this](int value) {
        m_theme.setTextPercent(value * percentStep);
        m_state.setTextPercent(value * percentStep);
    });

    auto *motion = static_cast<QHBoxLayout *>(addRow(tr("Motion"), {}));
    motion->addWidget(new SafeLabel(
        tr("Nothing in Portolan moves by itself, so there is nothing to reduce."), this));
}

void SettingsPage::addLanguage()
{
    auto *row = static_cast<QHBoxLayout *>(
        addRow(tr("Language"), tr("Takes effect when Portolan is started again.")));
    m_language = new QComboBox(this);
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_state.language())));
    row->addWidget(m_language);
    row->addStretch();
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this] { m_state.setLanguage(m_language->currentData().toString()); });
}

void SettingsPage::addNotifying()
{
    auto *row = static_cast<QHBoxLayout *>(
        addRow(tr("Notifications"), tr("Each is shown once, and not while you look at it.")));
    auto *on =
        new QCheckBox(tr("Say when a request waits for me, when one of mine is questioned or "
                         "decided, and when an agreement ends soon"),
                      this);
    on->setChecked(m_state.isNotifying());
    row->addWidget(on);
    row->addStretch();
    connect(on, &QCheckBox::toggled, this, [this](bool isOn) { m_state.setNotifying(isOn); });
}

void SettingsPage::addLayout()
{
    auto *row = static_cast<QHBoxLayout *>(
        addRow(tr("Layout"), tr("Tabs, columns, filters and sizes are kept from start to start.")));
    auto *reset = new QPushButton(tr("Reset layout"), this);
    row->addWidget(reset);
    row->addStretch();
    connect(reset, &QPushButton::clicked, this, [this] {
        ui::Question question;
        question.title = tr("Reset layout");
        question.text = tr("Close all tabs and put every pane back as it was at the first start?");
        question.accept = tr("Reset");
        question.destructive = true;
        ui::confirm(this, question, [this] { Q_EMIT resetLayoutRequested(); });
    });
}

void SettingsPage::addProfile(const QString &directory)
{
    auto *row = static_cast<QHBoxLayout *>(addRow(
        tr("Profile"), tr("Accounts and your own work are kept here, readable by you alone.")));
    auto *place = new ElidedLabel(Elide::Name, this);
    place->setText(directory);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy path"), this);
    row->addWidget(place);
    row->addWidget(copy);
    row->addStretch();
    connect(copy, &QPushButton::clicked, this,
            [directory] { QGuiApplication::clipboard()->setText(directory); });
}

void SettingsPage::showTheme()
{
    for (int i = 0; i < int(std::size(choices)); ++i) {
        if (choices[i] == m_theme.choice())
            m_look->setCurrent(i);
    }
    const QSignalBlocker quiet(m_size);
    m_size->setValue(m_theme.textPercent() / percentStep);
    m_percent->setText(locale().toString(m_theme.textPercent()) + u" %"_s);
}

} // namespace portolan::views::shell
