// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/platformsearch.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::items {

//! What the platforms of the accounts found, account by account: a head that says how far each is,
//! then its hits. Asks nobody by itself. An answer to a question that is not the last one asked
//! here is dropped.
class PlatformHitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsHeadRole = Qt::UserRole, //!< bool: an account, not a hit
        AccountRole, //!< QString: name of the account
        PlatformRole, //!< QString: the platform in words
        NameMarksRole, //!< Ranges of the display text that are words of the question
        SecondLineRole, //!< QString: of a head, what can be done; of a hit, its snippet
        SecondMarksRole, //!< Ranges
        PlaceRole, //!< QString: what a hit belongs to on its platform
        KindRole, //!< int of domain::EntityKind
        TypeRole, //!< QString: type of an asset or port
        KindTextRole, //!< QString: "Table"
        CachedRole, //!< QUuid: our id of a hit; null where it is not in the cache
        PageRole, //!< QString: its page on the platform; may be empty
        StateRole, //!< int of State, of a head
        StandingRole //!< QString: of a head, "3 found"; of a hit, whether it is here
    };
    Q_ENUM(Role)

    //! How far an account is.
    enum class State { Asking, Found, Nothing, Failed, Stopped };
    Q_ENUM(State)

    using Ranges = QList<std::pair<int, int>>;

    //! \a search outlives this object.
    explicit PlatformHitModel(sync::PlatformSearch &search, QObject *parent = nullptr);
    //! Stops what it asked.
    ~PlatformHitModel() override;

    //! Asks all platforms for the words of \a query; nobody where there are none.
    void ask(const QString &query);
    //! Asks the last question once more.
    void askAgain();
    //! Asks no more; what has come stays.
    void stop();
    //! Stops, and forgets what was found.
    void clear();

    //! The words that were asked for; empty before the first question.
    const QString &words() const { return m_words; }

    bool isAsking() const { return m_asking; }

    //! How many hits there are, of all accounts.
    qsizetype found() const;

    //! Accounts that were asked.
    qsizetype asked() const { return m_sections.size(); }

    //! "12 found for “late orders” on 2 platforms", or what else there is to say.
    QString summary() const;

    //! Why nobody could be asked.
    const std::optional<Error> &error() const { return m_error; }

    //! Why the account of the head at \a row told nothing; null where it told something.
    const Error *errorAt(int row) const;
    //! Why the hit at \a row is not in the catalogue, in a sentence; empty where it is.
    QString whyAbsent(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    //! Something of the state above differs.
    void changed();

private:
    struct Section
    {
        sync::SearchedAccount account;
        State state = State::Asking;
        QList<sync::FoundThing> things;
        bool isFull = false;
        std::optional<Error> error;
    };

    //! Where a row is: a section, and the hit in it, or -1 for its head.
    struct Place
    {
        qsizetype section = 0;
        qsizetype hit = -1;
    };

    void begin(quint64 question, const QList<sync::SearchedAccount> &accounts);
    void take(const sync::PlatformAnswer &answer);
    void end(quint64 question);
    std::optional<Place> placeOf(int row) const;
    int headOf(qsizetype section) const;
    QVariant headData(const Section &section, int role) const;
    QVariant hitData(const Section &section, const sync::FoundThing &thing, int role) const;
    Ranges marksIn(const QString &text) const;

    sync::PlatformSearch &m_search;
    QList<Section> m_sections;
    QString m_query; //!< that was asked last, with what is no word
    QString m_words;
    std::optional<Error> m_error;
    quint64 m_question = 0;
    bool m_asking = false;
};

//! What \a error of a platform that was searched means, in a few words: "Sign in again".
QString searchErrorText(const Error &error);

} // namespace portolan::items
