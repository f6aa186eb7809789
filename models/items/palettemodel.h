// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogsource.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <utility>

namespace portolan::items {

//! A command as the palette offers it.
struct PaletteCommand
{
    QString id;
    QString text;
    QString menu; //!< where it stands in the menu: "View", "Go"
    QString iconName;
    QString shortcut; //!< in the person's notation; may be empty
    bool enabled = true;
};

//! What the one search field finds: things, commands (">"), people and teams ("@"), tags ("#") and
//! domains ("/"), in sections, each row with the reason why it is there. Answers that come late
//! replace the rows of their own section only; answers to old questions are dropped.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TypeRole = Qt::UserRole, //!< int of Type
        TitleRangesRole, //!< QVariantList from, to, …: marked parts of the display text
        PlaceRole, //!< QString: domain, menu, count
        WhyRole, //!< QString: why it matched
        WhyRangesRole, //!< QVariantList: marked parts of it
        KindRole, //!< int of domain::EntityKind, of a thing
        EntityTypeRole, //!< QString: type of an asset or port
        IconRole, //!< QString: name of the icon, of a command or filter
        ShortcutRole, //!< QString
        IdRole, //!< QUuid of a thing
        CommandRole, //!< QString: id of a command
        QueryRole //!< QString: of a tag or domain, the filter that shows it
    };
    Q_ENUM(Role)

    //! What a row is. Heads cannot be chosen.
    enum class Type { Head, Thing, Command, Filter };
    Q_ENUM(Type)

    //! \a source outlives this object.
    explicit PaletteModel(CatalogSource &source, QObject *parent = nullptr);

    void setCommands(QList<PaletteCommand> commands);
    //! Asks for what \a text means; rows arrive with rowsChanged().
    void setText(const QString &text);

    QString text() const { return m_text; }

    //! Rows that can be chosen.
    int count() const;

    //! How long the slowest answer took, or a negative number while one is missing.
    double elapsedMs() const { return m_waiting > 0 ? -1 : m_elapsedMs; }

    //! Why nothing could be found, in a failed search; else empty.
    const QString &failure() const { return m_failure; }

    //! The words that were searched instead, when a mistake was mended.
    const QString &corrected() const { return m_corrected; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void rowsChanged();

private:
    struct Row
    {
        Type type = Type::Head;
        QString title;
        QList<std::pair<int, int>> titleRanges;
        QString place;
        QString why;
        QList<std::pair<int, int>> whyRanges;
        domain::EntityKind kind = domain::EntityKind::Asset;
        QString entityType;
        QString iconName;
        QString shortcut;
        QUuid id;
        QString command;
        QString query;
        bool enabled = true;
    };

    using Rows = QList<Row>;

    void askThings(const QString &words, int limit);
    void askPeople(const QString &words, int limit);
    void askFacet(const QString &key, const QString &words, int limit);
    void take(Rows *section, Rows rows, double elapsedMs);
    void findCommands(const QString &words, int limit);
    void arrange();
    static Row rowOf(const store::Hit &hit);

    CatalogSource &m_source;
    QList<PaletteCommand> m_commands;
    QString m_text;
    Rows m_things;
    Rows m_people;
    Rows m_tags;
    Rows m_domains;
    Rows m_found; //!< commands
    Rows m_rows;
    QString m_failure;
    QString m_corrected;
    double m_elapsedMs = 0;
    int m_waiting = 0;
    quint64 m_question = 0;
};

} // namespace portolan::items
