// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/tokens.h"

#include <QLineEdit>
#include <QProxyStyle>
#include <QStyleOption>

namespace portolan::views {

//! Set on trees whose rows have a line below.
inline constexpr char rowLinesProperty[] = "portolanRowLines";
//! Set on fields whose content is refused.
inline constexpr char invalidProperty[] = "portolanInvalid";

//! Marks \a field as refused: its edge turns to the colour of a breach until it is marked valid.
//! The message belongs below the field.
void setInvalid(QLineEdit *field, bool invalid);

//! Fusion with the flat controls of tokens.md 3.1; every colour comes from the palette's tokens.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
};

//! The pieces of Style, by what they draw. Each answers false for what it leaves to Fusion.
namespace draw {

bool button(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter,
            const QWidget *widget);
bool indicator(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter);
bool frame(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter,
           const QWidget *widget);
bool control(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter);
bool bar(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter);

//! The box of a field or combo box: edge, or ring when it has the focus.
void fieldBox(QPainter *painter, const QRect &rect, const QStyleOption *option,
              const QWidget *widget);
void comboBox(const QStyle *style, const QStyleOptionComboBox *option, QPainter *painter,
              const QWidget *widget);
void spinBox(const QStyle *style, const QStyleOptionSpinBox *option, QPainter *painter,
             const QWidget *widget);
void scrollBar(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
               const QWidget *widget);
void slider(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
            const QWidget *widget);
QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part);

//! The 2 px ring along the inside of \a rect.
void ring(QPainter *painter, const QRectF &rect, const Tokens &tokens, int radius);

} // namespace draw
} // namespace portolan::views
