// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openslo/resolve.h"

#include "models/formats/openslo/evaluable.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openslo {
namespace {

using domain::Finding;
using domain::Slo;
using Kind = Object::Kind;

Finding findingAt(const Spot &spot, Finding::Severity severity, const QString &rule,
                  const QString &message, const QString &remedy)
{
    return {.file = spot.file,
            .line = spot.line,
            .column = spot.column,
            .severity = severity,
            .rule = rule,
            .field = spot.field,
            .message = message,
            .remedy = remedy};
}

//! "measured by Datadog, not evaluated here"
QString measuredElsewhere(const QString &who)
{
    return u"measured by "_s % who % u", not evaluated here"_s;
}

//! "The target is missing" as the reason behind a name: "the target is missing".
QString asReason(const QString &sentence)
{
    return sentence.isEmpty() ? sentence : QString(sentence.at(0).toLower() % sentence.mid(1));
}

class Resolving
{
public:
    explicit Resolving(const QList<Object> &objects)
    {
        for (const auto &object : objects) {
            m_result.findings += object.findings;
            if (object.kind == Kind::Sli)
                addNamed(m_indicators, object);
            else if (object.kind == Kind::DataSource)
                addNamed(m_sources, object);
        }
    }

    void add(const Object &object)
    {
        if (object.kind != Kind::Slo || object.name.isEmpty() || !addNamed(m_slos, object))
            return;
        m_indicator = nullptr;
        const auto reason = reasonOf(object);
        auto number = 0;
        for (const auto &objective : object.objectives)
            addObjective(object, objective, ++number, reason);
        if (object.objectives.isEmpty())
            addObjective(object, Objective(), 1, reason);
    }

    Resolved take()
    {
        std::stable_sort(m_result.findings.begin(), m_result.findings.end(), domain::comesBefore);
        return std::move(m_result);
    }

private:
    using Named = QHash<QString, const Object *>;

    //! False when there is one of that name; the first one counts.
    bool addNamed(Named &named, const Object &object)
    {
        if (object.name.isEmpty())
            return false;
        auto &known = named[object.name];
        if (!known) {
            known = &object;
            return true;
        }
        m_result.findings.append(findingAt(
            object.spot, Finding::Severity::Error, u"openslo.duplicate"_s,
            u"Something of this kind is called \"%1\" already in %2:%3; this one is left out"_s.arg(
                object.name, known->spot.file, QString::number(known->spot.line)),
            u"Give it a name of its own"_s));
        return false;
    }

    //! Finds the indicator of \a object. Answers why it cannot be evaluated, if that is known from
    //! the whole SLO.
    QString reasonOf(const Object &object)
    {
        if (!object.mistake.isEmpty())
            return asReason(object.mistake);
        if (object.indicator) {
            m_indicator = &*object.indicator;
        } else if (const auto *named = m_indicators.value(object.indicatorReference)) {
            if (!named->mistake.isEmpty())
                return asReason(named->mistake);
            m_indicator = &*named->indicator;
        } else if (!object.indicatorReference.isEmpty()) {
            m_result.findings.append(
                findingAt(object.spot, Finding::Severity::Warning, u"openslo.reference"_s,
                          u"There is no SLI \"%1\" in this folder"_s.arg(object.indicatorReference),
                          u"Add the SLI, or correct indicatorRef"_s));
            return u"its indicator \"%1\" is not in this folder"_s.arg(object.indicatorReference);
        }
        if (m_indicator && !m_indicator->mistake.isEmpty())
            return asReason(m_indicator->mistake);
        return {};
    }

    QString typeOf(const MetricSource &source) const
    {
        if (!source.type.isEmpty())
            return source.type;
        const auto *named = m_sources.value(source.reference);
        return named ? named->sourceType : QString();
    }

    //! Who measures \a indicator, when that is not us.
    QString elsewhere(const Indicator &indicator) const
    {
        for (const auto *source : {&indicator.threshold, &indicator.good, &indicator.bad,
                                   &indicator.raw, &indicator.total}) {
            if (!*source)
                continue;
            const auto type = typeOf(**source);
            if (type.compare(u"portolan"_s, Qt::CaseInsensitive) == 0)
                continue;
            if (!type.isEmpty())
                return measuredElsewhere(type);
            if (!(*source)->reference.isEmpty())
                return measuredElsewhere(u"the data source \"%1\""_s.arg((*source)->reference));
            return u"its metricSource does not say who measures it"_s;
        }
        return {};
    }

    void addObjective(const Object &object, const Objective &objective, int number,
                      const QString &reason)
    {
        Slo slo{.nativeId = u"slo:"_s % object.name,
                .name = object.title.isEmpty() ? object.name : object.title,
                .description = object.description,
                .method = object.method == u"Occurrences" ? domain::SloMethod::Occurrences
                                                          : domain::SloMethod::TimeSlices,
                .target = objective.target,
                .sliceTarget = objective.sliceTarget,
                .source = u"openslo"_s,
                .file = object.spot.file,
                .line = object.spot.line,
                .notEvaluated = reason};
        if (number > 1)
            slo.nativeId += u'#' % QString::number(number);
        if (object.objectives.size() > 1) {
            slo.name +=
                u": "_s % (objective.name.isEmpty() ? QString::number(number) : objective.name);
            slo.line = objective.spot.line;
        }
        if (!objective.slice.isEmpty())
            slo.slice = objective.slice;
        if (object.window)
            slo.window = *object.window;
        if (slo.notEvaluated.isEmpty() && m_indicator && !objective.isComposite)
            slo.notEvaluated = elsewhere(*m_indicator);
        if (slo.notEvaluated.isEmpty())
            slo.notEvaluated = objective.isComposite
                ? u"it is composed of several indicators, not evaluated here"_s
                : asReason(objective.mistake);
        if (slo.notEvaluated.isEmpty() && m_indicator)
            measure(slo, object, objective);
        m_result.slos.append(std::move(slo));
    }

    void measure(Slo &slo, const Object &object, const Objective &objective)
    {
        const auto problem = makeEvaluable(slo, object, *m_indicator, objective);
        if (!problem)
            return;
        slo.notEvaluated = asReason(problem->message);
        // Several objectives may share the mistake of their indicator.
        if (!m_result.findings.contains(*problem))
            m_result.findings.append(*problem);
    }

    Named m_indicators;
    Named m_sources;
    Named m_slos;
    const Indicator *m_indicator = nullptr; //!< of the SLO at hand
    Resolved m_result;
};

} // namespace

Resolved resolve(const QList<Object> &objects)
{
    Resolving resolving(objects);
    for (const auto &object : objects)
        resolving.add(object);
    return resolving.take();
}

} // namespace portolan::formats::openslo
