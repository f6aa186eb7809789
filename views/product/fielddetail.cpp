// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/fielddetail.h"

#include "models/items/displaytext.h"
#include "models/items/schematree.h"
#include "views/shared/blocks.h"
#include "views/shared/labels.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr qsizetype longestText = 2000;
constexpr qsizetype longestValue = 800;
constexpr int blockTop = 12;

QString keyText(const domain::Field &field)
{
    if (field.primaryKeyPosition > 0)
        return FieldDetail::tr("primary key, part %1").arg(field.primaryKeyPosition);
    if (field.primaryKey)
        return FieldDetail::tr("primary key");
    return field.unique ? FieldDetail::tr("unique") : QString();
}

QString requiredText(const domain::Field &field)
{
    if (!field.nullable)
        return {};
    return *field.nullable ? FieldDetail::tr("no, may be empty") : FieldDetail::tr("yes");
}

QString marksText(const domain::Field &field)
{
    QStringList marks;
    if (field.critical)
        marks.append(FieldDetail::tr("critical data element"));
    if (field.partitioned)
        marks.append(FieldDetail::tr("partitions the data"));
    if (field.deprecated)
        marks.append(FieldDetail::tr("deprecated"));
    return marks.join(u", "_s);
}

//! A grid that cuts what is too long to be read in a column.
class BoundedGrid
{
public:
    explicit BoundedGrid(KeyValueGrid &grid)
        : m_grid(grid)
    {
    }

    void add(const QString &key, const QString &value)
    {
        m_grid.add(key,
                   value.size() > longestValue ? QString(value.left(longestValue) + u'…') : value);
    }

    //! A term of a glossary with an address can be opened.
    void addTerm(const QString &key, const QString &term)
    {
        if (term.contains(u"://"_s) && term.size() <= longestValue)
            m_grid.addLink(key, items::termText(term), term);
        else
            add(key, term);
    }

private:
    KeyValueGrid &m_grid;
};

void fillFacts(KeyValueGrid &facts, const domain::Field &field)
{
    BoundedGrid grid(facts);
    grid.add(FieldDetail::tr("Type"), field.type);
    grid.add(FieldDetail::tr("Logical type"), field.logicalType);
    grid.add(FieldDetail::tr("Column"), field.physicalName);
    grid.add(FieldDetail::tr("Required"), requiredText(field));
    grid.add(FieldDetail::tr("Key"), keyText(field));
    grid.add(FieldDetail::tr("Class"), field.classification);
    for (const auto &term : field.terms)
        grid.addTerm(FieldDetail::tr("Meaning"), term);
    grid.add(FieldDetail::tr("Tags"), field.tags.join(u", "_s));
    grid.add(FieldDetail::tr("Also called"), field.synonyms.join(u", "_s));
    grid.add(FieldDetail::tr("Marks"), marksText(field));
    grid.add(FieldDetail::tr("Limits"), field.constraints);
    grid.add(FieldDetail::tr("Refers to"), field.references.join(u'\n'));
    grid.add(FieldDetail::tr("Examples"), field.examples.join(u'\n'));
    grid.add(FieldDetail::tr("Encrypted as"), field.encryptedName);
    if (field.path != field.name)
        grid.add(FieldDetail::tr("Path"), field.path);
}

} // namespace

FieldDetail::FieldDetail(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("The field"));
    showField(nullptr);
}

void FieldDetail::showField(const domain::Field *field, bool isWaiting)
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto addBlock = [&] {
        if (column->count() > 0)
            column->addWidget(new Line(Qt::Horizontal, content));
        auto *block = new QVBoxLayout;
        block->setContentsMargins(size::page, blockTop, size::page, blockTop);
        block->setSpacing(size::gap);
        column->addLayout(block);
        return block;
    };
    const auto prose = [content](const QString &text) {
        auto *label = new SafeLabel(content);
        const auto shown = visibleText(text.left(longestText));
        label->setBreakableText(shown);
        label->setSelectable(true);
        label->setAccessibleName(shown.left(200));
        return label;
    };
    auto *head = addBlock();
    if (!field) {
        auto *hint = new SafeLabel(tr("Select a field to see it here"), content);
        hint->setForegroundRole(QPalette::PlaceholderText);
        head->addWidget(hint);
    } else {
        auto *row = new QHBoxLayout;
        row->setSpacing(size::gap);
        row->addWidget(
            new IconLabel(u"kind-field"_s, size::inlineIcon, Colour::TextSecondary, content), 0,
            Qt::AlignTop);
        auto *name = prose(field->name);
        name->setTextFont(Text::Mono, true);
        row->addWidget(name, 1);
        head->addLayout(row);
        if (!field->title.isEmpty() && field->title != field->name)
            head->addWidget(prose(field->title));
        if (!field->description.isEmpty())
            head->addWidget(prose(field->description));
        if (isWaiting) {
            auto *note = prose(tr("The description is edited here, and waits to be sent."));
            note->setForegroundRole(QPalette::PlaceholderText);
            head->addWidget(note);
        }
        auto *grid = new KeyValueGrid(content);
        fillFacts(*grid, *field);
        addBlock()->addWidget(grid);
        if (!field->sources.isEmpty() || !field->transformation.isEmpty()) {
            auto *block = addBlock();
            block->addWidget(new SectionHead(tr("Comes from"), content));
            auto *from = prose(field->sources.join(u'\n'));
            from->setTextFont(Text::Mono);
            from->setVisible(!field->sources.isEmpty());
            block->addWidget(from);
            if (!field->transformation.isEmpty()) {
                auto *how = prose(field->transformation);
                how->setForegroundRole(QPalette::PlaceholderText);
                block->addWidget(how);
            }
        }
    }
    column->addStretch(1);
    setWidget(content);
}

} // namespace portolan::views::product
