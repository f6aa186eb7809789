// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/triagepages.h"

#include "views/quality/checkpage.h"
#include "views/quality/coveragepage.h"
#include "views/quality/incidentspage.h"

#include <QCoreApplication>

namespace portolan::views::quality {

QList<PageEntry> triagePages()
{
    const auto tr = [](const char *word) { return QCoreApplication::translate("Quality", word); };
    return {{PageKind::Incidents, tr(QT_TRANSLATE_NOOP("Quality", "Incidents")),
             [](items::QualitySource &source, QWidget *parent) -> QualityPage * {
                 return new IncidentsPage(source, parent);
             }},
            {PageKind::Coverage, tr(QT_TRANSLATE_NOOP("Quality", "Coverage")),
             [](items::QualitySource &source, QWidget *parent) -> QualityPage * {
                 return new CoveragePage(source, parent);
             }},
            {PageKind::Check, tr(QT_TRANSLATE_NOOP("Quality", "Check")),
             [](items::QualitySource &source, QWidget *parent) -> QualityPage * {
                 return new CheckPage(source, parent);
             }}};
}

} // namespace portolan::views::quality
