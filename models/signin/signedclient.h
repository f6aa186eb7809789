// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/httpclient.h"
#include "models/secrets/secretstore.h"
#include "models/signin/openid.h"

#include <QMetaType>
#include <QThread>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::signin {

class Renewals;

//! How an account stands with its platform.
enum class SignInState {
    Unknown, //!< nothing was asked yet
    NotNeeded, //!< the account shows nobody's name
    SignedIn, //!< there is something to show; refused or not, nobody knows yet
    TokenNeeded, //!< its secret is not kept anywhere (any more); it has to be entered
    SignedOut, //!< refused: the person has to sign in again
    KeyringLocked //!< the keyring has to be opened first
};

//! How an account shows who it is, and to whom. Holds no secret.
struct SigningRules
{
    QUuid account;
    net::HttpUrl base; //!< nobody else is shown anything
    net::Credential::Scheme scheme = net::Credential::Scheme::None;
    QByteArray name; //!< the user, or the header of a key
    bool isIdTokenBearer = false; //!< the ID token is what is sent (ruling 31)
    std::optional<OpenIdSettings> openId; //!< where a token that ran out is bought again
    net::ConnectionSettings connection; //!< its passwords are added from the secrets
};

//! The client of one account: signs what it sends, renews what ran out once for all who wait for
//! it, and refuses every origin but the account's own. Safe to call from any thread; nothing waits.
class SignedClient final : public net::HttpClient
{
public:
    //! Told in the thread of the client whenever it is known how the account stands.
    using Watcher = std::function<void(const QUuid &account, SignInState state)>;

    //! What it works with; all of it outlives the client. The work is done in \a thread, which runs
    //! as long.
    struct Services
    {
        net::HttpClient &http;
        secrets::SecretStore &secrets;
        const Clock &clock;
        QThread &thread;
        Watcher watcher;
        //! Shared by the clients of \a thread, and living there; without it the client renews
        //! alone.
        Renewals *renewals = nullptr;
    };

    SignedClient(SigningRules rules, Services services);
    //! What is under way ends as Cancelled.
    ~SignedClient() override;

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

    //! Reads the secrets again before the next request: after a sign-in, or when the keyring
    //! opened.
    void reload();
    //! What was handed over to be tried is kept: refused from now on, it was good before.
    void endTrial();

private:
    class Desk;

    Desk *m_desk; // deleted in its thread
};

//! What an account keeps of a sign-in; what is in \a before stays where the sign-in has no say.
secrets::AccountSecrets secretsOf(const Tokens &tokens, bool isIdTokenBearer,
                                  secrets::AccountSecrets before = {});

} // namespace portolan::signin

Q_DECLARE_METATYPE(portolan::signin::SignInState)
