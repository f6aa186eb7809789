// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"
#include "models/items/lineagechoice.h"
#include "models/items/lineageexport.h"
#include "models/items/lineagesource.h"
#include "views/lineage/datedialog.h"
#include "views/shared/longwork.h"

#include <functional>
#include <memory>

namespace portolan::views::lineage {

//! What of a lineage is written.
struct LineageExcerpt
{
    items::LineageChoice choice;
    domain::Query filter; //!< empty: everything
    When when; //!< that the lineage is of
};

//! Writes a lineage to files, beside everything else: a picture of 50,000 boxes takes half a
//! minute. What goes wrong it says over a widget.
class Exporter : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object, which is a child of \a widget.
    Exporter(items::LineageSource &source, QWidget *widget);

    //! Writes a picture, with all that is laid over it and picked out in it.
    void writePicture(std::shared_ptr<const items::LineageScene> scene, items::LineageLook look,
                      items::LineageMarks marks, items::LineageFormat format, const QString &file);
    //! Writes as a table what \a part is of \a lineage: all of it, folded or not.
    void writeTable(QFuture<Result<domain::LineageGraph>> lineage, const LineageExcerpt &part,
                    items::LineageFormat format, const QString &file);

Q_SIGNALS:
    //! As Pane::workBegun.
    void workBegun(portolan::views::LongWork *work);
    //! A picture was too large for all of its pixels, and was written at \a scale of its size.
    void wroteSmaller(double scale);

private:
    void begin(const QString &file, LongWork::Run run, std::function<void()> whenDone = {});
    void explain(const Error &error);

    items::LineageSource &m_source;
    QWidget *m_widget;
};

} // namespace portolan::views::lineage
