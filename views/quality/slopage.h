// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quality/whatif.h"
#include "views/quality/qualitypage.h"

class QBoxLayout;
class QScrollArea;

namespace portolan::views {
class ElidedLabel;
class EmptyState;
class ErrorNote;
class SafeLabel;
class StatusLabel;
class TagLabel;
} // namespace portolan::views

namespace portolan::views::quality {

class ChartCard;
class SloFigures;
class TargetHandle;
class TimeChart;

//! One service level: its SLI with the target that can be tried, budget, burn rates, samples, and
//! why it stands as it does.
class SloPage final : public QualityPage
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit SloPage(items::QualitySource &source, QWidget *parent = nullptr);
    ~SloPage() override;

    QString title() const override;
    void setPeriod(const items::Period &period) override;
    void showThing(const QUuid &id) override;

    QUuid thing() const override { return m_id; }

    void refresh() override { ask(); }

    QByteArray csv() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    //! Whether everything asked for is shown, also of the target that is tried.
    bool isSettled() const { return !m_isAsking && !m_isReckoning; }

    TargetHandle *handle() const { return m_handle; }

    SloFigures *figures() const { return m_figures; }

    ChartCard *sliCard() const { return m_sliCard; }

    ChartCard *budgetCard() const { return m_budgetCard; }

    ChartCard *burnCard() const { return m_burnCard; }

    ChartCard *sampleCard() const { return m_sampleCard; }

    TimeChart *sli() const { return m_sli; }

    TimeChart *samples() const { return m_samples; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildCharts();
    void ask();
    void take(Result<items::SloStory> story);
    void showStory();
    void showHead();
    void tryTarget(double target);
    void reckon();
    void arrange();

    items::QualitySource &m_source;
    items::Period m_period;
    QUuid m_id;
    std::shared_ptr<const items::SloStory> m_story;
    double m_wanted = 0; //!< the target that figures are wanted for
    bool m_isAsking = false;
    bool m_isReckoning = false;
    quint64 m_question = 0;

    ElidedLabel *m_title = nullptr;
    TagLabel *m_targetTag = nullptr;
    TagLabel *m_sliceTag = nullptr;
    StatusLabel *m_status = nullptr;
    SafeLabel *m_standing = nullptr;
    ErrorNote *m_error;
    EmptyState *m_empty;
    QScrollArea *m_scroll;
    QBoxLayout *m_across = nullptr;
    TimeChart *m_sli;
    TimeChart *m_budget;
    TimeChart *m_burn;
    TimeChart *m_samples;
    ChartCard *m_sliCard;
    ChartCard *m_budgetCard;
    ChartCard *m_burnCard;
    ChartCard *m_sampleCard;
    TargetHandle *m_handle;
    SloFigures *m_figures;
};

} // namespace portolan::views::quality
