// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QWidget>

namespace portolan::views::accounts {

//! How wide the words before the fields are, so that two groups of them stand under each other.
constexpr int fieldNameWidth = 112;

//! Makes \a dialog higher where what it says would be cut off; never smaller, and never higher than
//! its screen.
void growToFit(QWidget *dialog);
//! Makes \a dialog as high as what it says, before it is seen.
void shrinkToFit(QWidget *dialog);

//! Adds a row with \a name before \a field at the end of \a grid; answers the label. \a buddy is
//! what the label is for, where that is a part of the field.
QWidget *addFieldRow(QGridLayout *grid, const QString &name, QWidget *field,
                     QWidget *buddy = nullptr);
//! An empty grid of fieldNameWidth for addFieldRow().
QGridLayout *fieldGrid(QWidget *parent = nullptr);

//! The fields of a dialog: as high as they are, and scrolled where the screen is not.
class FieldsScroll final : public QScrollArea
{
    Q_OBJECT

public:
    //! Takes \a fields over.
    explicit FieldsScroll(QWidget *fields);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

//! The way to a platform and what is read of it: its own settings, certificates, the proxy, the
//! domains to keep. What is typed as a password is shown nowhere.
class ConnectionFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionFields(QWidget *parent = nullptr);

    //! Asks for what only \a platform can be told.
    void setPlatform(const items::PlatformChoice &platform);
    //! Shows what is known of an account that is there; its passwords are kept unless others are
    //! typed.
    void setAccount(const items::ServerAccount &account);
    //! Offers \a domains beside the field for those to keep; hides the offer where there are none.
    void setKnownDomains(const QStringList &domains);
    //! Writes what was entered into \a account.
    void apply(items::ServerAccount &account) const;
    //! What cannot be as it was entered, and what is needed; empty where nothing is wrong.
    QString complaint() const;

    //! The field for the file of the organisation's authority.
    QLineEdit *authorityField() const { return m_ca; }

    QLineEdit *certificateField() const { return m_certificate; }

    QLineEdit *keyPasswordField() const { return m_keyPassword; }

    QComboBox *proxyChoice() const { return m_proxies; }

    QLineEdit *proxyField() const { return m_proxy; }

    QLineEdit *domainsField() const { return m_domains; }

    //! Whether the platform has domains to choose from.
    bool hasDomains() const { return m_hasDomains; }

    QPushButton *domainsButton() const { return m_chooseDomains; }

    //! The field of the platform's own setting called \a name; null where it has none.
    QLineEdit *ownField(const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    enum ProxyChoice { FromEnvironment, NoProxy, ThisProxy };

    QLineEdit *field(const QString &name, const QString &example);
    QLineEdit *passwordField(const QString &name);
    QWidget *fileRow(QLineEdit *line);
    QWidget *domainsRow();
    QStringList domains() const;
    void keepDomain(const QString &domain, bool on);
    void build();
    void orderTabs();
    void showWhatMatters();

    bool m_hasDomains = true;
    QGridLayout *m_grid;
    QWidget *m_ownPart;
    QList<std::pair<QString, QLineEdit *>> m_own; //!< by name of the setting
    QLineEdit *m_ca;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QLineEdit *m_keyPassword;
    QComboBox *m_proxies;
    QLineEdit *m_proxy;
    QLineEdit *m_proxyUser;
    QLineEdit *m_proxyPassword;
    QLineEdit *m_domains;
    QPushButton *m_chooseDomains;
    QList<std::pair<QWidget *, QWidget *>> m_rows; //!< label and field
};

} // namespace portolan::views::accounts
