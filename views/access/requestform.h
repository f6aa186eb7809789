// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"
#include "models/items/fieldchoicemodel.h"
#include "models/items/verdictmodel.h"

#include <QAction>
#include <QHash>
#include <QSet>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QPlainTextEdit;
class QScrollArea;
class QTreeView;

namespace portolan::views {
class ElidedLabel;
class ErrorNote;
class KeyButton;
class SafeLabel;
class StatusLabel;
class TagLabel;
} // namespace portolan::views

namespace portolan::views::access {

class AccessActions;
class ConsumerField;
class FieldNote;
class FormJudge;
class FormPorts;
class FormTemplates;
class FormTerms;
struct RequestTemplate;

//! Asks for access to several ports at once. What the policies say is worked out while typing, each
//! answer also stands at its field. What was typed is kept until it is sent or discarded.
class RequestForm final : public QWidget
{
    Q_OBJECT

public:
    //! \a source and \a actions outlive this object.
    RequestForm(items::AccessSource &source, AccessActions &actions, QWidget *parent = nullptr);

    void setBoard(const items::AccessBoardPtr &board);

    //! Begins with what is offered behind \a ids, and whatever was typed into the last form.
    void start(const QList<QUuid> &ids);
    //! Begins with what \a request asks for; \a replaced are operations that it takes the place of.
    void startFrom(const domain::AccessRequest &request, const QList<qint64> &replaced);
    //! Adds what is offered behind \a ids.
    void addPorts(const QList<QUuid> &ids);
    //! Of \a port only \a fields are wanted; before it is started or added.
    void wantFields(const QString &port, const QStringList &fields);
    void clear();

    //! Whether there is anything in it.
    bool isBegun() const { return !m_wanted.isEmpty() || !m_kept.isEmpty(); }

    //! What would be sent now.
    domain::AccessRequest request() const;
    //! Why it cannot be sent; empty where it can.
    QString obstacle() const;

    void send();
    void saveDraft();
    //! Does what the first rule that fails asks for, or leads to where a person can.
    void mendFirst();

    //! Fills in what \a one has; ports, fields and terms stay.
    void useTemplate(const RequestTemplate &one);

    FormTemplates *templates() const { return m_templates; }

    const items::VerdictModel &verdicts() const { return m_verdicts; }

    QString title() const;

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    QList<QWidget *> parts() const;

    QList<QAction *> pageActions() const { return m_actions; }

    //! Puts the focus where a person goes on.
    void enter();

Q_SIGNALS:
    void titleChanged();
    //! It is in the outbox.
    void sent(const QUuid &request);
    void discarded();
    //! More ports are to be chosen.
    void catalogueWanted();
    void openEntity(const QUuid &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildForm();
    QWidget *buildChecks();
    QWidget *buildFoot();
    void addField(const QString &label, QWidget *field, FieldNote *note = nullptr,
                  QWidget *first = nullptr);
    QWidget *buildPeriod();
    void connectFields();
    void orderTabs();
    void fitTree();
    void arrange();
    void touch(const QString &field);
    void askOffers();
    void takeOffers(const QList<items::AccessOffer> &offers);
    void removePort(const QString &port);
    void setEnd(int months);
    void judge();
    int longest(const QString &rule) const;
    void showNotes();
    void showFoot();
    void mend(const domain::PolicyVerdict &verdict);
    QWidget *mendOwn(const domain::PolicyVerdict &verdict);
    QWidget *leaveOut(const items::AccessOffer &offer, QStringList classifications);
    QWidget *askBoth(const items::AccessOffer &offer, const QStringList &classifications);
    QWidget *placeOf(const QString &field, const QString &port);
    void askConsumers();
    void showConsumers();
    void showPurposes();
    void ask(bool isDraft);
    QList<domain::AccessRequest> requests() const;
    QStringList approvers() const;

    items::AccessSource &m_source;
    AccessActions &m_acts;
    items::AccessBoardPtr m_board;
    QList<QUuid> m_wanted; //!< of ports, products or assets
    QList<items::AccessOffer> m_offers;
    QList<domain::AccessItem> m_kept; //!< of what it began with: stay, though nobody knows them
    QList<QString> m_left; //!< ports that were taken out again
    QList<domain::Consumer> m_consumers; //!< that accounts know
    QHash<QString, QStringList> m_fieldsWanted; //!< by port, until its fields are known
    QList<qint64> m_replaced;
    QUuid m_renews;
    quint64 m_question = 0;
    quint64 m_askingConsumers = 0; //!< number of that question
    const QWidget *m_judgedIn = nullptr; //!< that had the focus then; only compared
    QSet<QString> m_touched; //!< fields that a person has been at
    QTimer m_pause; //!< collects keystrokes into one judgement
    items::FieldChoiceModel m_fields;
    items::VerdictModel m_verdicts;

    FormTemplates *m_templates;
    ElidedLabel *m_title;
    TagLabel *m_draft;
    ErrorNote *m_error;
    QScrollArea *m_scroll;
    QScrollArea *m_checks;
    QWidget *m_checksBody; //!< in m_checks, or below the form where that is narrow
    QGridLayout *m_grid;
    FormPorts *m_ports;
    SafeLabel *m_noPorts;
    QComboBox *m_purpose;
    QPlainTextEdit *m_why;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QCheckBox *m_noEnd;
    SafeLabel *m_length;
    ConsumerField *m_consumer;
    QTreeView *m_tree;
    SafeLabel *m_leftOut;
    FormTerms *m_terms;
    QPlainTextEdit *m_exception;
    FieldNote *m_purposeNote;
    FieldNote *m_whyNote;
    FieldNote *m_periodNote;
    FieldNote *m_fieldsNote;
    FieldNote *m_termsNote;
    FieldNote *m_consumerNote;
    FieldNote *m_portsNote;
    FormJudge *m_judge;
    QList<QWidget *> m_fieldRows; //!< shown where fields are known
    QList<QWidget *> m_termRows; //!< shown where there are terms
    QList<QWidget *> m_exceptionRows; //!< shown where a rule fails
    StatusLabel *m_sum;
    ElidedLabel *m_goesTo;
    KeyButton *m_save;
    KeyButton *m_send;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::access
