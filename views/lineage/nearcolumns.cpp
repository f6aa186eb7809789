// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/nearcolumns.h"

#include "models/base/async.h"
#include "models/items/lineagedraft.h"

namespace portolan::views::lineage {
namespace {

constexpr int pauseMs = 150;
constexpr qsizetype mostAsked = 60; // boxes: more are not in sight where columns can be read
constexpr qsizetype mostKnown = 2'000;
constexpr qsizetype mostColumns = 60; // of a box, and more than it has room for

} // namespace

NearColumns::NearColumns(items::LineageSource &source, Canvas &canvas, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_canvas(canvas)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &NearColumns::look);
    connect(&canvas, &Canvas::viewChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&canvas, &Canvas::sceneChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&source, &items::LineageSource::changed, this, &NearColumns::forget);
}

void NearColumns::look()
{
    const auto &scene = m_canvas.scene();
    if (!scene || items::lineageDetail(m_canvas.zoom()) < items::LineageDetail::Columns)
        return;
    qsizetype asked = 0;
    scene->forEachBox(m_canvas.view().area(), [&](quint32 box) {
        const auto &about = scene->boxes[box];
        const auto id = items::LineageDraft::idOf(*scene, about);
        if (about.isFolded() || !about.columns.empty() || m_asked.contains(id)
            || ++asked > mostAsked)
            return;
        m_asked.insert(id);
        onFinished(m_source.fields(id), this,
                   [this, id, question = m_question](const Result<QList<domain::Field>> &fields) {
                       if (question == m_question)
                           take(id, fields);
                   });
    });
    hand();
}

void NearColumns::take(const QUuid &id, const Result<QList<domain::Field>> &fields)
{
    if (!fields || fields->isEmpty())
        return;
    if (m_known.size() >= mostKnown)
        forget();
    auto &columns = m_known[id];
    for (const auto &field : fields->first(std::min(fields->size(), mostColumns)))
        columns.push_back(
            {field.path, field.type.isEmpty() ? field.logicalType : field.type, field.primaryKey});
    hand();
}

void NearColumns::hand()
{
    const auto &scene = m_canvas.scene();
    if (!scene)
        return;
    items::LineageNearColumns columns;
    scene->forEachBox(m_canvas.view().area(), [&](quint32 box) {
        const auto known = m_known.constFind(items::LineageDraft::idOf(*scene, scene->boxes[box]));
        if (known != m_known.constEnd())
            columns.insert(box, *known);
    });
    if (columns != m_canvas.marks().nearColumns)
        m_canvas.setNearColumns(std::move(columns));
}

void NearColumns::forget()
{
    ++m_question;
    m_known.clear();
    m_asked.clear();
    m_pause.start();
}

} // namespace portolan::views::lineage
