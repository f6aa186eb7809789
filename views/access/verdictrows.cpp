// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/verdictrows.h"

#include "views/access/looks.h"
#include "views/shared/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

using items::VerdictModel;

// A hostile rule names a port of a megabyte as well: what is laid out is cut by the model.

constexpr int titleLeast = 20; // letters of a title that are shown before its source

//! What one rule says.
class VerdictRow final : public QWidget
{
public:
    explicit VerdictRow(bool hasLink, QWidget *parent = nullptr);

    void show(const QModelIndex &index);

    QAbstractButton *link() const { return m_link; }

private:
    bool m_hasLink;
    IconLabel *m_shape;
    ElidedLabel *m_title;
    ElidedLabel *m_word;
    ElidedLabel *m_source;
    SafeLabel *m_message;
    SafeLabel *m_remedy;
    LinkButton *m_link;
};

VerdictRow::VerdictRow(bool hasLink, QWidget *parent)
    : QWidget(parent)
    , m_hasLink(hasLink)
    , m_shape(new IconLabel(statusIcon(Status::Unknown), size::inlineIcon))
    , m_title(new ElidedLabel(Elide::Prose))
    , m_word(new ElidedLabel(Elide::Prose))
    , m_source(new ElidedLabel(Elide::Name))
    , m_message(new SafeLabel)
    , m_remedy(new SafeLabel)
    , m_link(new LinkButton({}))
{
    m_title->setTextFont(Text::Body, true);
    m_word->setTextFont(Text::Small);
    m_source->setTextFont(Text::Small);
    m_source->setColour(Colour::TextSecondary);
    for (auto *label : {m_message, m_remedy}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_message->setSelectable(true);
    m_message->setFocusPolicy(Qt::ClickFocus);
    m_link->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(size::gap);
    line->addWidget(m_title);
    line->addWidget(m_word);
    line->addStretch(1);
    line->addWidget(m_source);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addLayout(line);
    texts->addWidget(m_message);
    texts->addWidget(m_remedy);
    texts->addWidget(m_link, 0, Qt::AlignLeading);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    row->addWidget(m_shape, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(new Line(Qt::Horizontal));
}

void VerdictRow::show(const QModelIndex &index)
{
    const auto status = statusOf(index.data(VerdictModel::ResultRole).toInt());
    m_shape->setIconName(statusIcon(status));
    m_shape->setColour(colourOf(status));
    m_title->setText(index.data().toString());
    m_word->setText(index.data(VerdictModel::WordRole).toString());
    m_word->setColour(colourOf(status));
    // The word is whole where the title is cut, and that is cut behind where it comes from.
    m_word->setMinimumWidth(m_word->sizeHint().width());
    const QFontMetrics metrics(fontOf(Text::Body, true));
    m_title->setMinimumWidth(
        std::min(m_title->sizeHint().width(), titleLeast * metrics.averageCharWidth()));
    const auto port = index.data(VerdictModel::PortRole).toString();
    const auto source = index.data(VerdictModel::SourceRole).toString();
    const bool isRemote = index.data(VerdictModel::RemoteRole).toBool();
    m_source->setText(port.isEmpty() ? source
                          : isRemote ? VerdictRows::tr("%1, %2").arg(source, port)
                                     : port);
    auto message = index.data(VerdictModel::MessageRole).toString();
    const auto once = index.data(VerdictModel::OnceRole).toString();
    if (!once.isEmpty())
        message += u' '
            + VerdictRows::tr("When it was sent, the request said that this rule %1.").arg(once);
    m_message->setBreakableText(message);
    const auto remedy = index.data(VerdictModel::RemedyRole).toString();
    const bool isOpen = status != Status::Ok && !remedy.isEmpty();
    m_remedy->setBreakableText(remedy);
    m_remedy->setVisible(isOpen && !m_hasLink);
    m_link->setText(remedy);
    m_link->updateGeometry();
    m_link->setAccessibleName(remedy);
    m_link->setVisible(isOpen && m_hasLink);
}

VerdictRows::VerdictRows(VerdictModel &model, bool hasLinks, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_hasLinks(hasLinks)
    , m_column(new QVBoxLayout)
    , m_more(new LinkButton({}))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setAccessibleName(tr("What the policies say"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(m_column);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::page, size::gap, size::page, size::gap);
    foot->addWidget(m_more, 0, Qt::AlignLeading);
    all->addLayout(foot);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        fold();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &VerdictRows::rebuild);
    connect(&model, &QAbstractItemModel::dataChanged, this, &VerdictRows::refresh);
    rebuild();
}

void VerdictRows::rebuild()
{
    while (m_rows.size() > m_model.rowCount()) {
        auto *row = m_rows.takeLast();
        row->hide();
        row->deleteLater();
    }
    while (m_rows.size() < m_model.rowCount()) {
        auto *row = new VerdictRow(m_hasLinks, this);
        const auto at = m_rows.size();
        connect(row->link(), &QAbstractButton::clicked, this,
                [this, at] { Q_EMIT remedyWanted(m_model.verdicts().at(at)); });
        m_rows.append(row);
        m_column->addWidget(row);
    }
    refresh();
}

void VerdictRows::refresh()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->show(m_model.index(int(i)));
    fold();
}

//! Good news is quiet: it is there for who asks.
void VerdictRows::fold()
{
    int holding = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool holds = m_model.verdicts().at(i).result == domain::PolicyResult::Pass;
        holding += holds ? 1 : 0;
        m_rows.at(i)->setVisible(!holds || m_isOpen);
    }
    const auto text =
        m_isOpen ? tr("Hide what holds") : tr("Show what holds (%n)", nullptr, holding);
    m_more->setText(text);
    m_more->setAccessibleName(text);
    m_more->setVisible(holding > 0);
}

} // namespace portolan::views::access
