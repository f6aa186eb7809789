// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/formterms.h"

#include "models/items/displaytext.h"
#include "views/shared/labels.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int linesShown = 5;

QString textOf(const domain::Terms &terms)
{
    QStringList parts;
    const auto add = [&parts](const QString &head, const QString &text) {
        if (!text.trimmed().isEmpty())
            parts.append(head + u'\n' + visibleText(text.trimmed()));
    };
    add(FormTerms::tr("What it may be used for"), terms.usage);
    add(FormTerms::tr("What it may not be used for"), terms.limitations);
    add(FormTerms::tr("What it is for"), terms.purpose);
    return parts.join(u"\n\n"_s);
}

bool isSame(const domain::AcceptedTerms &left, const domain::AcceptedTerms &right)
{
    return left.id == right.id && left.sha256.compare(right.sha256, Qt::CaseInsensitive) == 0;
}

} // namespace

FormTerms::FormTerms(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::unit);
    setFocusPolicy(Qt::ClickFocus); // else the letter of its label leads nowhere
}

void FormTerms::show(const QList<items::AccessOffer> &offers)
{
    while (auto *item = m_column->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_boxes.clear();
    for (const auto &offer : offers) {
        const bool isKnown = std::any_of(m_boxes.begin(), m_boxes.end(), [&](const Box &box) {
            return box.terms.id == offer.contract;
        });
        if (!offer.termsSha256.isEmpty() && !isKnown && !offer.account.isNull())
            add(offer);
    }
    setFocusProxy(m_boxes.isEmpty() ? nullptr : m_boxes.first().box);
}

void FormTerms::add(const items::AccessOffer &offer)
{
    Box one{.terms = {offer.contract, offer.contractVersion, offer.termsSha256}};
    const auto name = items::oneLine(offer.contract, 100);
    const auto text = offer.contractVersion.isEmpty()
        ? name
        : tr("%1, version %2").arg(name, items::oneLine(offer.contractVersion, 40));
    auto *head = new ElidedLabel(Elide::Name);
    head->setTextFont(Text::Small, true);
    head->setText(text);
    m_column->addWidget(head);
    one.box = new QCheckBox(tr("I accept these terms"));
    one.box->setAccessibleName(tr("I accept the terms of %1").arg(text));
    one.box->setChecked(std::any_of(m_accepted.begin(), m_accepted.end(),
                                    [&one](const auto &each) { return isSame(each, one.terms); }));
    connect(one.box, &QCheckBox::toggled, this, [this, terms = one.terms](bool on) {
        m_accepted.removeIf([&terms](const auto &each) { return each.id == terms.id; });
        if (on)
            m_accepted.append(terms);
        Q_EMIT acceptedChanged();
    });
    auto *full = new QPlainTextEdit;
    full->setReadOnly(true);
    full->setPlainText(textOf(offer.terms));
    full->setTabChangesFocus(true);
    full->setAccessibleName(tr("Terms of %1").arg(name));
    full->setFixedHeight(linesShown * QFontMetrics(fontOf(Text::Body)).lineSpacing()
                         + 2 * size::gap);
    m_column->addWidget(full);
    m_column->addWidget(one.box);
    m_boxes.append(one);
}

QList<domain::AcceptedTerms> FormTerms::accepted() const
{
    QList<domain::AcceptedTerms> found;
    for (const auto &one : m_boxes) {
        if (one.box->isChecked())
            found.append(one.terms);
    }
    return found;
}

void FormTerms::setAccepted(const QList<domain::AcceptedTerms> &terms)
{
    m_accepted = terms;
    for (const auto &one : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(one.box);
        one.box->setChecked(std::any_of(terms.begin(), terms.end(), [&one](const auto &each) {
            return isSame(each, one.terms);
        }));
    }
}

QCheckBox *FormTerms::firstOpen() const
{
    for (const auto &one : m_boxes) {
        if (!one.box->isChecked())
            return one.box;
    }
    return nullptr;
}

} // namespace portolan::views::access
