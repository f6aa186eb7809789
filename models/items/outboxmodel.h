// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxreading.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <memory>
#include <utility>

namespace portolan::items {

using OutboxBoardPtr = std::shared_ptr<const OutboxBoard>;

//! The outbox as a list with heads: what needs a person, what waits, drafts, and folded at the end
//! what was sent today. What is about one thing stands together, in the order of sending. Rows come
//! and go one by one, so that selection and scroll survive what is sent meanwhile.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< qint64, of the operation; 0 on a head
        IsHeadRole, //!< bool
        IsOpenRole, //!< bool, of a head that can be folded; invalid on others
        StandingRole, //!< int of OutboxStanding
        StandingTextRole, //!< "Waits to be sent"
        NeedsPersonRole, //!< bool
        LineRole, //!< second line: "contracts"
        TimeRole, //!< QDateTime, UTC: since when it is here, or when it was sent
        IsNestedRole //!< bool: about the same as the row above, and behind it
    };
    Q_ENUM(Role)

    explicit OutboxModel(QObject *parent = nullptr);

    void show(const OutboxBoardPtr &board, const QDateTime &now);
    //! Words that all have to be in what a row says.
    void setFilter(const QString &filter);
    //! Whether what was sent today is shown below its head.
    void setSentShown(bool on);

    bool isSentShown() const { return m_isSentShown; }

    const OutboxBoardPtr &board() const { return m_board; }

    //! When the board was read.
    QDateTime now() const { return m_now; }

    //! How many operations there are before the filter, those of yesterday not among them.
    int allCount() const { return m_all; }

    //! Null on a head, and when it is not shown.
    const OutboxEntry *entryAt(const QModelIndex &index) const;
    QModelIndex indexOf(qint64 operation) const;

    //! Ticked ones that are shown, in the order of sending.
    QList<const OutboxEntry *> ticked() const;
    void setTicked(qint64 operation, bool on);
    //! Ticks all that are shown and can be, or none.
    void tickAll(bool on);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    enum class Section { Needing, Waiting, Drafts, Sent };

    //! A head, or an operation below one.
    struct Row
    {
        Section section = Section::Needing;
        const OutboxEntry *entry = nullptr; //!< into m_board; null: a head
        bool isNested = false;
        int count = 0; //!< of a head: what is below it, other than what waits behind that
        int behind = 0; //!< of the head of what is to be decided: that

        bool operator==(const Row &) const = default;
    };

    using Thing = std::pair<QUuid, QString>; //!< account and object

    QHash<Thing, Section> sections() const;
    static QList<Row> grouped(const QList<Row> &rows);
    QList<Row> wanted();
    void arrange();
    QVariant headData(const Row &row, int role) const;
    QVariant entryData(const Row &row, int role) const;
    QString lineOf(const OutboxEntry &entry) const;
    bool matches(const OutboxEntry &entry) const;
    bool isOfToday(const OutboxEntry &entry) const;
    static QString keyOf(const Row &row);
    static bool canBeTicked(const OutboxEntry &entry);

    OutboxBoardPtr m_board;
    QDateTime m_now;
    QString m_filter;
    bool m_isSentShown = false;
    QList<Row> m_rows;
    QSet<qint64> m_ticked;
    int m_all = 0;
};

} // namespace portolan::items
