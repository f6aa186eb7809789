// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/schematab.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/pagesource.h"
#include "views/product/aspects.h"
#include "views/product/fielddetail.h"
#include "views/product/fieldeditor.h"
#include "views/product/schemabar.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"

#include <QAction>
#include <QHeaderView>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

using items::SchemaModel;

constexpr int mostRestored = 200;
constexpr int nameWidth = 280;

QVariant look(const QModelIndex &source, int role)
{
    const int column = source.column();
    switch (role) {
    case RowDelegate::MonoRole:
        return column == SchemaModel::FieldColumn;
    case RowDelegate::ProseRole:
        return column == SchemaModel::DescriptionColumn || column == SchemaModel::MeaningColumn;
    case RowDelegate::SecondaryRole:
        return column == SchemaModel::TypeColumn || column == SchemaModel::RequiredColumn
            || column == SchemaModel::DescriptionColumn
            || (column == SchemaModel::FieldColumn && !source.data(SchemaModel::HitRole).toBool());
    case RowDelegate::IconNameRole:
        if (column == SchemaModel::ClassificationColumn
            && source.data(SchemaModel::SensitiveRole).toBool())
            return u"kind-classification"_s;
        break;
    case Qt::AccessibleTextRole:
        if (column == SchemaModel::FieldColumn) {
            auto text = source.data().toString();
            if (source.data(SchemaModel::PrimaryKeyRole).toBool())
                text += u", "_s + SchemaTab::tr("primary key");
            if (source.data(SchemaModel::ForeignKeyRole).toBool())
                text += u", "_s + SchemaTab::tr("foreign key");
            return text;
        }
        break;
    default:
        break;
    }
    return {};
}

//! Rows of a schema: the signs of keys stand behind the name.
class SchemaDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        RowDelegate::paint(painter, option, index);
        if (index.column() == SchemaModel::FieldColumn)
            paintKeys(painter, option, index);
    }

private:
    static QColor ink(const QStyleOptionViewItem &option)
    {
        const bool selected = option.state & QStyle::State_Selected;
        return tokensOf(option.palette)(selected ? Colour::Text : Colour::TextSecondary);
    }

    void paintKeys(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const
    {
        QStringList signs;
        if (index.data(SchemaModel::PrimaryKeyRole).toBool())
            signs.append(u"kind-key"_s);
        if (index.data(SchemaModel::ForeignKeyRole).toBool())
            signs.append(u"kind-foreign-key"_s);
        const auto place = textRect(option, index);
        int x =
            QFontMetrics(fontOf(Text::Mono)).horizontalAdvance(index.data().toString().left(500))
            + size::smallGap;
        for (const auto &sign : signs) {
            if (x + size::inlineIcon > place.width())
                return;
            const QRect spot(place.left() + x, place.top(), size::inlineIcon, place.height());
            paintIcon(painter, QStyle::visualRect(option.direction, place, spot), sign,
                      size::inlineIcon, ink(option));
            x += size::inlineIcon + size::smallGap;
        }
    }
};

} // namespace

SchemaTab::SchemaTab(items::PageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_stack(new QStackedLayout(this))
    , m_bar(new SchemaBar)
    , m_tree(new QTreeView)
    , m_detail(new FieldDetail)
    , m_editor(new FieldEditor(m_tree))
    , m_empty(new EmptyState)
    , m_noHit(new EmptyState)
{
    buildTree();
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_tree, 1);
    column->addWidget(m_noHit, 1);
    m_noHit->setVisible(false);
    m_split = new SideSplit(main, m_detail, this);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    connect(m_bar, &SchemaBar::objectChosen, this, &SchemaTab::chooseObject);
    connect(m_bar, &SchemaBar::filterChanged, this, &SchemaTab::filter);
    connect(&m_model, &SchemaModel::arranged, this, &SchemaTab::arranged);
    connect(m_noHit, &EmptyState::actionTriggered, this, [this] { m_bar->setFilter({}); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SchemaTab::showCurrent);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SchemaTab::showOffer);
    connect(m_bar, &SchemaBar::accessWanted, m_ask, &QAction::trigger);
    connect(m_editor, &FieldEditor::waitingChanged, this, &SchemaTab::showCurrent);
    connect(m_editor, &FieldEditor::descriptionChanged, this, [this] { chooseObject(m_current); });
}

void SchemaTab::buildTree()
{
    m_tree->setModel(new Aspects(m_model, look, m_tree));
    dress(m_tree);
    m_tree->setItemDelegate(new SchemaDelegate(size::treeRow, m_tree));
    m_tree->setAccessibleName(tr("Fields"));
    m_tree->header()->setStretchLastSection(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &iconName, const QKeySequence &key, auto signal) {
        auto *action = new QAction(icon(iconName), {}, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setVisible(false);
        connect(action, &QAction::triggered, this, [this, signal] {
            if (m_current >= 0)
                Q_EMIT(this->*signal)(m_objects.at(m_current).asset, chosenFields());
        });
        m_tree->addAction(action);
        return action;
    };
    m_ask = add(u"pane-access"_s, Qt::Key_R, &SchemaTab::accessWanted);
    m_collect = add(u"basket"_s, {}, &SchemaTab::collectWanted); // Ctrl+B is the page's
}

QStringList SchemaTab::chosenFields() const
{
    QStringList paths;
    const auto rows = m_tree->selectionModel()->selectedRows();
    for (const auto &row : rows)
        paths.append(row.data(SchemaModel::PathRole).toString());
    return paths;
}

bool SchemaTab::collectChosen()
{
    const bool isMeant = m_tree->hasFocus() && chosenFields().size() > 1;
    if (isMeant)
        m_collect->trigger();
    return isMeant;
}

void SchemaTab::offerAccess(bool on)
{
    m_ask->setVisible(on);
    m_collect->setVisible(on);
    showOffer();
}

//! One field is always selected: what a person reads. From two on they are a choice.
void SchemaTab::showOffer()
{
    const auto count = int(m_tree->selectionModel()->selectedRows().size());
    m_ask->setText(tr("Request access to %n field(s)", nullptr, count));
    m_collect->setText(tr("Add %n field(s) to request", nullptr, count));
    m_ask->setEnabled(count > 0);
    m_collect->setEnabled(count > 0);
    m_bar->offerFields(m_ask->isVisible() && count > 1 ? count : 0);
}

QLineEdit *SchemaTab::filterField() const
{
    return m_bar->field();
}

void SchemaTab::setDossier(const items::Dossier &dossier)
{
    const auto objects = dossier.objects();
    if (objects.isEmpty()) {
        m_objects.clear();
        m_current = -1;
        m_empty->explain(u"kind-field"_s, tr("No fields are known"),
                         tr("Neither a contract nor a catalogue of this thing lists its fields."));
        m_stack->setCurrentWidget(m_empty);
        Q_EMIT countChanged(0);
        return;
    }
    m_stack->setCurrentWidget(m_split);
    const auto before = m_current >= 0 && m_current < m_objects.size()
        ? m_objects.at(m_current).asset
        : QUuid(m_wanted.value(u"object"_s).toString());
    int chosen = 0;
    for (int i = 0; i < objects.size(); ++i) {
        if (objects.at(i).asset == before)
            chosen = i;
    }
    if (objects != m_objects)
        m_bar->setObjects(objects, chosen);
    m_objects = objects;
    // The same object is asked for again: its fields may be others now.
    chooseObject(chosen);
}

void SchemaTab::chooseObject(int index)
{
    m_current = index;
    const auto question = ++m_question;
    onFinished(m_source.fields(m_objects.at(index).asset), this,
               [this, question](Result<QList<domain::Field>> answer) {
                   if (question == m_question)
                       takeFields(answer ? *std::move(answer) : QList<domain::Field>());
               });
}

QString SchemaTab::chosenField() const
{
    if (m_current < 0 || m_current >= m_objects.size())
        return {};
    const auto asset = idText(m_objects.at(m_current).asset);
    return m_path.isEmpty() ? asset : QString(asset + u'#' + m_path);
}

void SchemaTab::takeFields(QList<domain::Field> fields)
{
    if (fields == m_model.fields() && !fields.isEmpty())
        return;
    m_model.setFields(std::move(fields));
    m_bar->setCounts(m_model);
    Q_EMIT countChanged(static_cast<int>(m_model.fields().size()));
}

void SchemaTab::filter()
{
    m_model.setFilter(m_bar->filter());
}

void SchemaTab::arranged()
{
    auto *aspects = static_cast<Aspects *>(m_tree->model());
    const int total = static_cast<int>(m_model.fields().size());
    m_bar->setHits(m_model.hits(), total);
    const bool nothing = m_model.hits() == 0 && total > 0;
    if (nothing)
        m_noHit->explain(
            u"filter"_s, tr("No field matches"),
            tr("%n field(s) are in this object, none of them holds these words.", nullptr, total),
            tr("Show all fields"));
    m_noHit->setVisible(nothing);
    m_tree->setVisible(!nothing);
    if (!m_model.filter().isEmpty()) {
        // Hits may stand deep: a short answer is shown open, a long one level by level.
        if (m_model.hits() <= mostRestored)
            m_tree->expandAll();
    } else if (!m_wanted.isEmpty()) {
        const auto paths = m_wanted.value(u"expanded"_s).toStringList();
        for (const auto &path : paths.first(std::min<qsizetype>(paths.size(), mostRestored)))
            m_tree->expand(aspects->mapFromSource(m_model.indexOf(path)));
    } else if (total <= mostRestored) {
        m_tree->expandAll();
    }
    if (total > 0 && !m_path.isEmpty())
        selectField(m_path);
    else if (total > 0)
        m_tree->setCurrentIndex(aspects->index(0, 0));
    arrangeColumns();
    showCurrent();
}

void SchemaTab::arrangeColumns()
{
    if (m_sized || m_model.fields().isEmpty())
        return;
    m_sized = true;
    auto *header = m_tree->header();
    header->resizeSection(SchemaModel::FieldColumn, nameWidth);
    for (const int column : {SchemaModel::TypeColumn, SchemaModel::RequiredColumn,
                             SchemaModel::ClassificationColumn, SchemaModel::MeaningColumn}) {
        const int wanted = std::max(
            static_cast<QAbstractItemView *>(m_tree)->sizeHintForColumn(column) + size::cell,
            header->sectionSizeHint(column));
        header->resizeSection(column, std::clamp(wanted, 72, 180));
    }
    if (m_wanted.contains(u"columns"_s))
        header->restoreState(m_wanted.value(u"columns"_s).toByteArray());
}

void SchemaTab::selectField(const QString &path)
{
    m_path = path;
    const auto index = m_model.indexOf(path);
    if (index.isValid())
        m_tree->setCurrentIndex(static_cast<Aspects *>(m_tree->model())->mapFromSource(index));
}

void SchemaTab::showCurrent()
{
    const auto index = static_cast<Aspects *>(m_tree->model())->mapToSource(m_tree->currentIndex());
    const auto *field = m_model.fieldAt(index);
    if (field)
        m_path = field->path;
    m_editor->setField(m_current >= 0 ? m_objects.at(m_current).asset : QUuid(),
                       field ? field->path : QString());
    m_detail->showField(field, m_editor->isWaiting());
}

void SchemaTab::setEdits(items::EditSource &source)
{
    m_editor->setSource(source);
}

QStringList SchemaTab::expandedPaths() const
{
    QStringList paths;
    const auto *aspects = m_tree->model();
    QList<QModelIndex> waiting;
    for (int row = 0; row < aspects->rowCount() && paths.size() < mostRestored; ++row)
        waiting.append(aspects->index(row, 0));
    while (!waiting.isEmpty() && paths.size() < mostRestored) {
        const auto index = waiting.takeFirst();
        if (!m_tree->isExpanded(index))
            continue;
        paths.append(index.data(SchemaModel::PathRole).toString());
        for (int row = 0; row < aspects->rowCount(index); ++row)
            waiting.append(aspects->index(row, 0, index));
    }
    return paths;
}

QVariantMap SchemaTab::saveState() const
{
    const auto filter = m_bar->filter();
    QVariantMap state{{u"split"_s, m_split->saveState()},
                      {u"filter"_s, filter.text},
                      {u"part"_s, int(filter.subset)},
                      {u"field"_s, m_path.left(500)},
                      {u"expanded"_s, expandedPaths()}};
    if (m_sized)
        state.insert(u"columns"_s, m_tree->header()->saveState());
    if (m_current >= 0 && m_current < m_objects.size())
        state.insert(u"object"_s, m_objects.at(m_current).asset.toString(QUuid::WithoutBraces));
    return state;
}

void SchemaTab::restoreState(const QVariantMap &state)
{
    m_wanted = state;
    m_path = state.value(u"field"_s).toString();
    m_split->restoreState(state.value(u"split"_s).toMap());
    m_bar->setFilter({state.value(u"filter"_s).toString(), {}});
    const auto wanted = QUuid(state.value(u"object"_s).toString());
    for (int i = 0; i < m_objects.size(); ++i) {
        if (m_objects.at(i).asset == wanted && i != m_current) {
            m_bar->setObjects(m_objects, i);
            chooseObject(i);
        }
    }
    if (m_model.fields().isEmpty())
        return;
    m_sized = false;
    arranged();
}

} // namespace portolan::views::product
