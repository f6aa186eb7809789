// SPDX-License-Identifier: GPL-3.0-or-later
// The lineage as a file: which one, and what of it.
#include "views/lineage/canvas.h"
#include "views/lineage/exporter.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/lineagepane.h"
#include "views/lineage/look.h"

#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageFormat;

void LineagePane::exportAs(LineageFormat format)
{
    if (!m_canvas->scene() || !m_drawn)
        return;
    QStringList filters;
    for (const auto one : items::allLineageFormats) {
        const auto suffix = items::lineageSuffix(one);
        filters.append(tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    }
    const auto suffix = items::lineageSuffix(format);
    auto *dialog = new QFileDialog(this, tr("Export the lineage"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->selectNameFilter(filters.at(int(format)));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(u"lineage."_s + suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        const auto chosen = items::allLineageFormats[std::size_t(filters.indexOf(filter))];
        dialog->setDefaultSuffix(items::lineageSuffix(chosen));
    });
    // The name says what it is to be: a picture called .svg is one.
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &file) {
        exportTo(items::lineageFormatOf(file).value_or(format), file);
    });
    dialog->open();
}

void LineagePane::exportTo(LineageFormat format, const QString &file)
{
    if (!m_canvas->scene() || !m_drawn)
        return;
    if (items::isPicture(format)) {
        m_exporter->writePicture(m_canvas->scene(), lookOf(tokensOf(this)), m_canvas->marks(),
                                 format, file);
        return;
    }
    // The columns of most boxes were not read, since they are not open.
    items::LineageRequest request;
    request.at = m_when.at;
    request.fields = true;
    m_exporter->writeTable(askLineage(request), {m_choice, m_filter->query(), m_when}, format,
                           file);
}

} // namespace portolan::views::lineage
