// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/catalogrow.h"
#include "models/items/catalogsource.h"
#include "models/items/rowwindow.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! The results of one question as a list: its length is known, its rows are loaded a window at a
//! time around what is visible. A new question resets the model; a change of the mesh inserts,
//! removes and updates rows, so that selection and scroll survive.
class CatalogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        NativeIdRole,
        KindRole, //!< int of domain::EntityKind
        KindTextRole,
        TypeRole,
        NameRole, //!< one line, harmless
        NameMarksRole, //!< items::Ranges in NameRole
        SecondLineRole,
        SecondMarksRole, //!< items::Ranges in SecondLineRole
        MatchInRole,
        TitleRole,
        DescriptionRole, //!< cut to one line
        PlaceRole, //!< "Orders › Fulfilment"
        DomainRole, //!< QStringList
        PortTypesRole, //!< QStringList
        PortTypesTextRole,
        StatusRole,
        SloStateRole, //!< int of domain::SloState; nothing where none is known
        SloTextRole, //!< "Burning"
        SloFigureRole, //!< "39 % left"
        VersionRole,
        ClassificationRole,
        OwnerRole,
        TagsRole, //!< QStringList
        FieldPathRole,
        AccountsRole, //!< QStringList of account names
        LoadingRole, //!< bool: the row is not loaded yet, other roles are empty
        MarkedRole //!< bool, settable: chosen for comparing
    };
    Q_ENUM(Role)

    enum class Order { Best, Name, Popularity, Updated };
    Q_ENUM(Order)

    enum class State { Idle, Reading, Ready, Failed };
    Q_ENUM(State)

    static constexpr int maxMarked = 4;

    //! \a source outlives this object.
    explicit CatalogModel(CatalogSource &source, QObject *parent = nullptr);

    //! Asks a new question. The old rows stay until its answer arrives: what a window shows, and up
    //! to \a lastRow where that is in the first page.
    void ask(const QString &query, Order order = Order::Best, int lastRow = 0);
    //! Asks the same question again for the window that is shown.
    void refresh();
    //! Says which rows a person sees, both inclusive; loads what is missing around them.
    void showRows(int first, int last);

    QString query() const { return m_query; }

    Order order() const { return m_order; }

    //! The question, for asking it elsewhere: offset and limit are for the one who asks.
    store::SearchRequest request() const;

    State state() const { return m_state; }

    Error error() const { return m_error; } //!< in state Failed

    qint64 total() const { return m_window.total(); }

    bool totalIsExact() const { return m_exact; }

    double elapsedMs() const { return m_elapsedMs; }

    //! The words searched instead of those typed; empty when there was no mistake to mend.
    QString corrected() const { return m_corrected; }

    //! The loaded row \a row, or null.
    const CatalogRow *rowAt(int row) const { return m_window.row(row); }

    //! Where \a id is among the loaded rows.
    std::optional<int> rowOf(const QUuid &id) const;

    //! What is chosen for comparing, in the order of choosing; at most maxMarked.
    QList<domain::Entity> marked() const { return m_marked; }

    void clearMarks();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QHash<int, QByteArray> roleNames() const override;
    //! Type-ahead: looks at loaded rows only.
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const override;

Q_SIGNALS:
    //! The state, the total, or what is known about the answer changed.
    void stateChanged();
    //! Rows are about to change under the same question, and have changed.
    void aboutToRefresh();
    void refreshed();
    void marksChanged();

private:
    void fetch(qint64 from, qint64 count);
    void fetchMissing();
    void takeAnswer(qint64 from, qint64 asked, store::SearchAnswer answer);
    void startList(qint64 total, QList<CatalogRow> rows);
    void takePage(qint64 from, QList<CatalogRow> rows);
    void mergeWindow(qint64 from, qint64 asked, qint64 newTotal, QList<CatalogRow> rows);
    void applyEdits(qint64 from, const QList<CatalogRow> &before, const QList<CatalogRow> &after);
    void resizeAt(qint64 at, qint64 newTotal);
    void replaceChanged(qint64 from, const QList<CatalogRow> &rows);
    void fail(Error error);
    bool isMarked(const QUuid &id) const;
    QVariant rowData(const CatalogRow &row, int role) const;
    static QVariant factOf(const domain::Entity &entity, int role);

    //! What the answer under way is for.
    enum class Asking { Nothing, First, Page, Refresh };

    CatalogSource &m_source;
    RowWindow<CatalogRow> m_window;
    QString m_query;
    Order m_order = Order::Best;
    State m_state = State::Idle;
    Error m_error;
    QString m_corrected;
    double m_elapsedMs = 0;
    bool m_exact = true;
    quint64 m_question = 0; //!< answers to earlier ones are dropped
    Asking m_asking = Asking::Nothing;
    bool m_refreshAgain = false;
    qint64 m_firstShown = 0;
    qint64 m_lastShown = 0;
    QList<domain::Entity> m_marked;
};

} // namespace portolan::items

Q_DECLARE_METATYPE(portolan::items::Ranges)
