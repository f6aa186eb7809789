// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/formports.h"

#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/schematree.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"

#include <QComboBox>
#include <QGridLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

enum Column { Icon, Port, Product, Role, Class, Remove, ColumnCount };

constexpr int roleLeast = 140;
constexpr int rolesMost = 200;

} // namespace

FormPorts::FormPorts(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::gap);
    m_grid->setVerticalSpacing(size::unit);
    m_grid->setColumnStretch(Port, 3);
    m_grid->setColumnStretch(Product, 2);
    m_grid->setColumnStretch(Role, 2);
    m_grid->setColumnStretch(Class, 1);
    // The class is what matters: it is whole where names are cut.
    m_grid->setColumnMinimumWidth(
        Class, QFontMetrics(fontOf(Text::Body)).horizontalAdvance(u"Confidential"_s) + size::icon);
}

void FormPorts::show(const QList<items::AccessOffer> &offers)
{
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_roles.clear();
    m_classes.clear();
    m_order.clear();
    if (!offers.isEmpty())
        addHead();
    for (const auto &offer : offers)
        addRow(offer);
}

void FormPorts::addHead()
{
    const auto add = [this](Column column, const QString &text) {
        auto *label = new SafeLabel(text);
        label->setTextFont(Text::Small);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(label, 0, column, 1, column == Port ? 1 : 1);
    };
    add(Port, tr("Port"));
    add(Product, tr("Product"));
    add(Role, tr("Role"));
    add(Class, tr("Highest classification"));
}

void FormPorts::addRow(const items::AccessOffer &offer)
{
    const int row = m_grid->rowCount();
    const auto name = items::oneLine(offer.label.isEmpty() ? offer.port : offer.label, 200);
    m_order.append(offer.port);
    m_grid->addWidget(new IconLabel(iconNameOf(domain::EntityKind::Port, offer.type), size::icon),
                      row, Icon);
    auto *port = new ElidedLabel(Elide::Name);
    port->setText(name);
    m_grid->addWidget(port, row, Port);
    auto *product = new ElidedLabel(Elide::Name);
    product->setText(items::oneLine(offer.productLabel, 200));
    product->setColour(Colour::TextSecondary);
    m_grid->addWidget(product, row, Product);
    if (!offer.isKnown) {
        auto *gone = new ElidedLabel(Elide::Prose);
        gone->setText(tr("no longer known"));
        gone->setColour(Colour::StatusWarn);
        setSafeToolTip(gone,
                       tr("No account has it any more. It was asked for on %1, and stays in the "
                          "draft until you leave it out.")
                           .arg(items::oneLine(offer.accountName, 80)));
        m_grid->addWidget(gone, row, Role);
    } else if (offer.account.isNull()) {
        auto *link = new LinkButton(tr("Ask on its own page"));
        setSafeToolTip(link,
                       tr("No account takes requests for it: it is left out of this request"));
        connect(link, &QAbstractButton::clicked, this,
                [this, id = offer.productId, page = offer.page] {
                    if (page.isEmpty())
                        Q_EMIT pageWanted(id);
                    else
                        openExternal(this, page); // nothing is shown as sent
                });
        m_grid->addWidget(link, row, Role, Qt::AlignLeading);
    } else if (offer.roles.isEmpty()) {
        auto *none = new ElidedLabel(Elide::Prose);
        none->setText(tr("its contract names none"));
        none->setColour(Colour::TextSecondary);
        m_grid->addWidget(none, row, Role);
    } else {
        auto *roles = new QComboBox;
        roles->setMinimumWidth(roleLeast);
        roles->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        roles->setAccessibleName(tr("Role for %1").arg(name));
        for (const auto &each : offer.roles.mid(0, rolesMost)) {
            roles->addItem(items::oneLine(each.role, 100), each.role);
            if (!each.description.isEmpty())
                roles->setItemData(roles->count() - 1, safeToolTip(each.description),
                                   Qt::ToolTipRole);
        }
        roles->setCurrentIndex(std::max(0, roles->findData(m_chosen.value(offer.port))));
        m_chosen.insert(offer.port, roles->currentData().toString());
        connect(roles, &QComboBox::currentIndexChanged, this, [this, roles, id = offer.port] {
            m_chosen.insert(id, roles->currentData().toString());
            Q_EMIT roleChanged();
        });
        m_roles.insert(offer.port, roles);
        m_grid->addWidget(roles, row, Role);
    }
    auto *highest = new ElidedLabel(Elide::Prose);
    m_classes.insert(offer.port, highest);
    m_grid->addWidget(highest, row, Class);
    auto *remove = iconButton(u"close"_s, tr("Leave %1 out").arg(name));
    connect(remove, &QAbstractButton::clicked, this,
            [this, id = offer.port] { Q_EMIT portRemoved(id); });
    m_grid->addWidget(remove, row, Remove);
}

QString FormPorts::role(const QString &port) const
{
    const auto *roles = m_roles.value(port);
    return roles == nullptr ? QString() : roles->currentData().toString();
}

void FormPorts::setRole(const QString &port, const QString &role)
{
    m_chosen.insert(port, role);
    if (auto *roles = m_roles.value(port)) {
        if (const int at = roles->findData(role); at >= 0)
            roles->setCurrentIndex(at);
    }
}

void FormPorts::setHighestClass(const QString &port, const QString &classification)
{
    auto *label = m_classes.value(port);
    if (label == nullptr)
        return;
    label->setText(items::oneLine(items::facetValueText(u"classification"_s, classification), 60));
    label->setIconName(items::isSensitive(classification) ? u"kind-classification"_s : QString());
}

QComboBox *FormPorts::firstRole() const
{
    for (const auto &port : m_order) {
        if (auto *roles = m_roles.value(port))
            return roles;
    }
    return nullptr;
}

} // namespace portolan::views::access
