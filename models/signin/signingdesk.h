// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/signin/renewals.h"
#include "models/signin/signedclient.h"

#include <QFutureWatcher>
#include <QPromise>

#include <deque>
#include <map>
#include <memory>

namespace portolan::signin {

//! The work of a SignedClient, in its thread: requests wait here for secrets or new tokens, are
//! signed, and come back once when their token was refused.
class SignedClient::Desk final : public QObject
{
public:
    using Outcome = Result<net::HttpResponse>;

    //! One request, until its answer is settled.
    struct Errand
    {
        net::HttpRequest request;
        net::BodySink sink;
        QPromise<Outcome> promise;
        int generation = 0; //!< of the token that it was signed with
        bool isReplay = false;

        void settle(Outcome outcome);
    };

    using ErrandPointer = std::shared_ptr<Errand>;

    Desk(SigningRules rules, Services services);
    ~Desk() override;

    void add(const ErrandPointer &errand);
    void reload();

    void endTrial() { m_secrets.isOnTrial = false; }

    //! Ends all that is left as Cancelled.
    void close();

private:
    using Answer = QFutureWatcher<Outcome>;

    //! Where the secrets are.
    enum class Stand {
        Unread,
        Awaited, //!< they, or new tokens, are on their way
        Ready
    };

    bool needsSecrets() const;
    bool canRenew() const;
    void attend(bool isFresh = false);
    void read();
    void lookBeforeReading();
    void took(const Result<secrets::AccountSecrets> &read);
    void explain(const Error &error);
    void renew();
    void renewed(const Secret &bought, Result<Tokens> tokens);
    void keepRenewed(const Secret &bought, const Tokens &tokens);
    void spent(const Secret &bought, const Error &error);
    void signOut(const Error &error);
    //! A token that was just bought is not asked again how long it lasts.
    void use(secrets::AccountSecrets secrets, bool isFresh = false);
    void send(const ErrandPointer &errand);
    void arrived(Answer *answer);
    void refused(const ErrandPointer &errand, const net::HttpResponse &response);
    QString whyRefused() const;
    void cancelled(const ErrandPointer &errand);
    void failAll(const Error &error);
    void tell(SignInState state);

    SigningRules m_rules;
    Services m_services;
    Renewals &m_renewals;
    Stand m_stand = Stand::Unread;
    secrets::AccountSecrets m_secrets;
    std::shared_ptr<const net::ConnectionSettings> m_connection;
    int m_generation = 0;
    int m_reading = 0; //!< answers to earlier questions are dropped
    bool m_wasLocked = false; //!< then nobody is asked again to open it before it is open
    SignInState m_told = SignInState::Unknown;
    std::deque<ErrandPointer> m_waiting;
    std::map<Answer *, ErrandPointer> m_sent;
};

} // namespace portolan::signin
